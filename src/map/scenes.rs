//! Scenes: a question's actors and ties alone, laid out for a frame.
//!
//! Left stays left and top stays top as far as room allows, so that a reader who turns the phone, or asks for the whole
//! map, finds everything again.

use super::body::{Body, Standing, rounded};
use super::drawn::{Tie, curve};
use super::easing::{Eased, Easing};
use super::geometry::{Box2, Vec2, vec2};
use super::labels::{Ground, Wanted, labels};
use super::metrics::{NARROW, TIE_SIZE};
use super::request::{Request, Scene};
use super::result::{Coord, Route, SceneLayout, TieLabel};
use super::search::{Board, Bond};
use super::slots::{Field, Slot, count, pack, row_width};

/// What a scene is laid out for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Format {
    /// The width of the view box.
    width: f64,
    /// Its least and, as far as the rows allow, its greatest height.
    height: (f64, f64),
    /// The height of a row: a two-line name and a tie label between the rows, at least and at best.
    row: (f64, f64),
    /// Ties should be at least this long.
    short: f64,
    /// How many actors stand in a row, where their names leave room.
    columns: usize,
}

/// A phone held upright.
pub(super) const TALL: Format = Format {
    width: 340.0,
    height: (200.0, 288.0),
    row: (72.0, 88.0),
    short: 75.0,
    columns: 3,
};
/// The stage of a desk.
pub(super) const WIDE: Format = Format {
    width: 640.0,
    height: (290.0, 316.0),
    row: (84.0, 105.0),
    short: 100.0,
    columns: 5,
};

/// Kept free at the edges.
const MARGIN: f64 = 4.0;
/// Steps of the search: a scene has few actors.
const STEPS: usize = 700;
/// How often the search starts anew, and what a label more is worth.
const ATTEMPTS: u64 = 16;
const LABEL: f64 = 12.0;

/// Lays out one scene; `at` are the places on the whole map.
pub(super) fn lay_out(request: &Request, scene: &Scene, at: &[Vec2], format: &Format) -> SceneLayout {
    let mut actors = scene.actors.clone();
    actors.sort_unstable();
    actors.dedup();
    let bodies: Vec<Body> = actors
        .iter()
        .map(|&actor| Body::new(&request.actors[actor].label, NARROW))
        .collect();
    let (indices, ties): (Vec<usize>, Vec<Tie>) = local_ties(request, scene, &actors).into_iter().unzip();
    let (frame, field) = ground(&bodies, format);
    let sketch = Sketch {
        request,
        bodies: &bodies,
        ties: &ties,
        wishes: &wishes(&actors, at, field.inner),
        field,
        frame,
        short: format.short,
    };
    let (eased, labels) = sketch.best(|eased| {
        let standing = Standing {
            bodies: &bodies,
            at: &eased.at,
        };
        tie_labels(request, frame, standing, &indices, &eased.routes)
    });
    let standing = Standing {
        bodies: &bodies,
        at: &eased.at,
    };
    SceneLayout {
        size: (Coord::new(frame.width()), Coord::new(frame.height())),
        nodes: actors
            .iter()
            .enumerate()
            .map(|(node, &actor)| (actor, standing.place(node)))
            .collect(),
        labels,
        routes: indices.into_iter().zip(eased.routes).collect(),
    }
}

/// The picture's frame, and the rows in which the actors stand in it.
fn ground(bodies: &[Body], format: &Format) -> (Box2, Field) {
    let members: Vec<usize> = (0..bodies.len()).collect();
    let rows = rows(&members, bodies, format);
    let widest = bodies.iter().map(|body| 2.0 * body.half()).fold(0.0, f64::max) + 4.0 * MARGIN;
    let height = (format.row.1 * count(rows))
        .clamp(format.height.0, format.height.1)
        .max(format.row.0 * count(rows) + 2.0 * MARGIN);
    let frame = Box2::sized(format.width.max(widest), height);
    (frame, Field::new(frame.grown(-MARGIN), &members, bodies, rows))
}

/// The scene's ties with the positions of their ends in `actors`.
fn local_ties(request: &Request, scene: &Scene, actors: &[usize]) -> Vec<(usize, Tie)> {
    let ends = |tie: usize| {
        let edge = &request.ties[tie];
        let from = actors.binary_search(&edge.from).ok()?;
        let to = actors.binary_search(&edge.to).ok()?;
        Some((
            tie,
            Tie {
                from,
                to,
                directed: edge.directed,
                weight: 1.0,
                scenes: 1,
            },
        ))
    };
    scene.ties.iter().filter_map(|&tie| ends(tie)).collect()
}

/// The fewest rows that leave some room in each.
fn rows(members: &[usize], bodies: &[Body], format: &Format) -> usize {
    let roomy = |count: &usize| {
        pack(members, bodies, *count)
            .iter()
            .all(|row| row_width(row, bodies) <= 0.9 * (format.width - 2.0 * MARGIN))
    };
    // Rows of three leave room for what the ties say.
    let least = members.len().div_ceil(format.columns).max(members.len().min(2));
    (least..=members.len().max(least))
        .find(roomy)
        .unwrap_or(members.len().max(1))
}

/// The scene's part of the whole map, stretched over the frame.
fn wishes(actors: &[usize], at: &[Vec2], inner: Box2) -> Vec<Vec2> {
    let points = || actors.iter().map(|&actor| at[actor]);
    let Some(seen) = points().map(|p| Box2::around(p, 1.0, 1.0)).reduce(Box2::union) else {
        return Vec::new();
    };
    let room = inner.grown(-30.0);
    let stretch = |p: Vec2| {
        vec2(
            room.x0 + (p.x - seen.x0) / seen.width() * room.width(),
            room.y0 + (p.y - seen.y0) / seen.height() * room.height(),
        )
    };
    points().map(stretch).collect()
}

/// A scene to be arranged.
struct Sketch<'a> {
    request: &'a Request,
    bodies: &'a [Body],
    ties: &'a [Tie],
    wishes: &'a [Vec2],
    field: Field,
    frame: Box2,
    short: f64,
}

impl Sketch<'_> {
    /// The best of a few attempts: clear routes, and room for what the ties say.
    fn best(&self, label: impl Fn(&Eased) -> Vec<TieLabel>) -> (Eased, Vec<TieLabel>) {
        let mut best = self.attempt(0, &label);
        for seed in 1..ATTEMPTS {
            let next = self.attempt(seed, &label);
            if next.0 < best.0 {
                best = next;
            }
        }
        (best.1, best.2)
    }

    /// One attempt with what it is worth, the lower the better.
    fn attempt(&self, seed: u64, label: impl Fn(&Eased) -> Vec<TieLabel>) -> (f64, Eased, Vec<TieLabel>) {
        let bonds: Vec<Bond> = self
            .ties
            .iter()
            .map(|tie| Bond {
                a: tie.from,
                b: tie.to,
                weight: 2.0,
            })
            .collect();
        let slot = Slot {
            height: Body::tallest(NARROW),
            rise: Body::rise(NARROW),
        };
        let board = Board {
            bodies: self.bodies,
            bonds: &bonds,
            slot,
            short: self.short,
            seed,
            wishes: Some(self.wishes),
        };
        let mut fields = vec![self.field.clone()];
        board.settle(&mut fields, STEPS);
        let at = board.places(&fields).into_iter().map(rounded).collect();
        let rooms = vec![self.field.inner; self.bodies.len()];
        let frame = self.frame.grown(-1.0);
        let eased = Easing {
            bodies: self.bodies,
            ties: self.ties,
            rooms: &rooms,
            frame,
            titles: &[],
            short: self.short,
        }
        .ease(at);
        let labels = label(&eased);
        let said: f64 = labels.iter().map(|label| self.request.ties[label.tie].worth()).sum();
        (eased.cost - LABEL * said, eased, labels)
    }
}

fn tie_labels(
    request: &Request,
    frame: Box2,
    standing: Standing<'_>,
    ties: &[usize],
    routes: &[Route],
) -> Vec<TieLabel> {
    let wanted = ties.iter().zip(routes);
    let wanted: Vec<Wanted<'_>> = wanted
        .map(|(&tie, route)| Wanted {
            tie,
            text: &request.ties[tie].label,
            curve: curve(route),
            worth: request.ties[tie].worth(),
        })
        .collect();
    let taken = (0..standing.at.len())
        .flat_map(|node| standing.obstacles(node))
        .collect();
    labels(
        &Ground {
            frame: frame.grown(-1.0),
            taken,
            size: TIE_SIZE,
        },
        &wanted,
    )
}
