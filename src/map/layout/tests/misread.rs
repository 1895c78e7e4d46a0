//! What nobody may read off a scene: ties through a third actor, and ties that lie one on another.
//!
//! For the tests, of made-up requests here and of the real stories where pages are made.

use super::super::geometry::{Point, QuadBez, is_near, sampled};
use super::super::params::SHAPE_RADIUS;
use super::sound::plain;
use crate::map::{Layout, Place, Request, Route};

/// Nearer than this for half of its length, a line lies on another.
const FUSED: f64 = 8.0;

/// The ties of a scene with their lines, and the actors who stand there.
struct Shown<'a> {
    what: String,
    routes: Vec<(usize, Vec<Point>)>,
    actors: Vec<(usize, &'a Place)>,
}

/// The faults of all scenes, and of their ties on the whole map, in words.
pub(crate) fn misread(request: &Request, layout: &Layout) -> Vec<String> {
    let mut faults = Vec::new();
    for (index, (scene, laid)) in request.scenes.iter().zip(&layout.scenes).enumerate() {
        let whole = Shown {
            what: format!("whole map, ties of scene {index}"),
            routes: (scene
                .ties
                .iter()
                .filter_map(|&tie| Some((tie, line(layout.routes.get(tie)?)))))
            .collect(),
            actors: layout.nodes.iter().enumerate().collect(),
        };
        faults.extend(whole.through(request));
        faults.extend(whole.fused(request));
        for (format, scene) in [("tall", &laid.tall), ("wide", &laid.wide)] {
            let shown = Shown {
                what: format!("{format} scene {index}"),
                routes: scene.routes.iter().map(|(tie, route)| (*tie, line(route))).collect(),
                actors: scene.nodes.iter().map(|(actor, place)| (*actor, place)).collect(),
            };
            faults.extend(shown.through(request));
            faults.extend(shown.fused(request));
        }
    }
    faults
}

fn line(route: &Route) -> Vec<Point> {
    sampled::<41>(QuadBez::new(plain(route.start), plain(route.control), plain(route.end))).to_vec()
}

fn on_line(p: Point, line: &[Point], distance: f64) -> bool {
    line.windows(2).any(|pair| is_near(p, pair[0], pair[1], distance))
}

impl Shown<'_> {
    /// Ties that run through the shape of somebody whom they do not tie.
    fn through(&self, request: &Request) -> Vec<String> {
        let mut faults = Vec::new();
        for (tie, line) in &self.routes {
            let edge = &request.ties[*tie];
            for (actor, place) in &self.actors {
                if ![edge.from, edge.to].contains(actor) && on_line(plain(place.at), line, SHAPE_RADIUS - 1.0) {
                    let name = &request.actors[*actor].label;
                    faults.push(format!("{}: {:?} runs through {name}", self.what, edge.label));
                }
            }
        }
        faults
    }

    /// Ties of which half lies on another, longer one.
    fn fused(&self, request: &Request) -> Vec<String> {
        let mut faults = Vec::new();
        for (tie, short) in &self.routes {
            for (other, long) in self.routes.iter().filter(|(other, _)| other != tie) {
                let near = short.iter().filter(|p| on_line(**p, long, FUSED)).count();
                if 2 * near > short.len() && length(short) <= length(long) {
                    let (a, b) = (&request.ties[*tie].label, &request.ties[*other].label);
                    faults.push(format!("{}: {a:?} lies on {b:?}", self.what));
                }
            }
        }
        faults
    }
}

fn length(line: &[Point]) -> f64 {
    line.windows(2).map(|pair| (pair[1] - pair[0]).hypot()).sum()
}
