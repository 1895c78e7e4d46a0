//! Figures of a finished layout: what a reader could count on the page.

use super::geometry::{
    ParamCurve, Point, QuadBez, Rect, Vec2, around, clipped, cross, grown, meet, penetration, sampled,
};
use super::model::{Form, block_half, tag_width};
use super::params::{NAME_IN_SCENE, NAME_ON_MAP, NameStyle, SEMIBOLD, SHAPE_RADIUS, STROKE_HALF, WORDS_SIZE};
use crate::map::request::{Edge, Request};
use crate::map::result::{self, Layout, Place, Route, SceneLayout, TieLabel};

/// Points that a line is measured in.
const SAMPLES: usize = 41;

/// What is right and wrong with one picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quality {
    /// Ties that are drawn.
    pub ties: usize,
    /// Ties that have words.
    pub labels: usize,
    /// Times that two lines cross.
    pub crossings: usize,
    /// Lines that run through the shape of an actor whom they do not tie.
    pub through: usize,
    /// Names, tags and captions that a foreign line runs through.
    pub crossed_names: usize,
    /// Things that overlap: actors, words, strokes, or what leaves the picture; and words under a foreign line.
    pub overlaps: usize,
}

impl std::ops::Add for Quality {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            ties: self.ties + other.ties,
            labels: self.labels + other.labels,
            crossings: self.crossings + other.crossings,
            through: self.through + other.through,
            crossed_names: self.crossed_names + other.crossed_names,
            overlaps: self.overlaps + other.overlaps,
        }
    }
}

impl Quality {
    /// Of the whole map.
    pub fn of_map(request: &Request, layout: &Layout) -> Self {
        let node = |(actor, place): (usize, &Place)| (actor, boxes(request, actor, place, NAME_ON_MAP));
        Picture {
            frame: frame(layout.size),
            nodes: layout.nodes.iter().enumerate().map(node).collect(),
            lines: layout
                .routes
                .iter()
                .enumerate()
                .map(|(tie, route)| Drawn::new(tie, route))
                .collect(),
            labels: Vec::new(),
        }
        .quality(request)
    }

    /// Of one scene.
    pub fn of_scene(request: &Request, scene: &SceneLayout) -> Self {
        let mut nodes: Vec<(usize, Vec<Rect>)> = scene
            .nodes
            .iter()
            .map(|(actor, place)| (*actor, boxes(request, *actor, place, NAME_IN_SCENE)))
            .collect();
        for caption in &scene.captions {
            let area = around(
                point(caption.at),
                block_half(&caption.text, WORDS_SIZE * SEMIBOLD, false),
            );
            let of = nodes.iter_mut().find(|(actor, _)| *actor == caption.actor);
            if let Some((_, boxes)) = of {
                boxes.push(area);
            }
        }
        Picture {
            frame: frame(scene.size),
            nodes,
            lines: scene
                .routes
                .iter()
                .map(|(tie, route)| Drawn::new(*tie, route))
                .collect(),
            labels: scene
                .labels
                .iter()
                .map(|label| (label.tie, label_box(request, label)))
                .collect(),
        }
        .quality(request)
    }
}

/// One of two formats of all scenes together.
pub fn of_scenes<'a>(request: &Request, scenes: impl Iterator<Item = &'a SceneLayout>) -> Quality {
    scenes
        .map(|scene| Quality::of_scene(request, scene))
        .fold(Quality::default(), |all, one| all + one)
}

fn point(p: result::Point) -> Point {
    Point::new(p.x.get(), p.y.get())
}

fn frame(size: (result::Coord, result::Coord)) -> Rect {
    Rect::new(0.0, 0.0, size.0.get(), size.1.get())
}

/// The boxes of an actor: shape, name, tag.
pub(crate) fn boxes(request: &Request, actor: usize, place: &Place, style: NameStyle) -> Vec<Rect> {
    let known = &request.actors[actor];
    let tag = known.tag.as_deref().filter(|_| place.tag);
    let by = point(place.at).to_vec2();
    Form::new(&known.label, place.first, style, tag)
        .boxes
        .iter()
        .map(|part| *part + by)
        .collect()
}

/// The box around the words of a tie, and its tag.
pub(crate) fn label_box(request: &Request, label: &TieLabel) -> Rect {
    let half = block_half(&label.text, WORDS_SIZE, label.tag);
    let tag = request.ties[label.tie].tag.as_deref().filter(|_| label.tag);
    around(
        point(label.at),
        Vec2::new(half.x.max(tag.map_or(0.0, tag_width) / 2.0), half.y),
    )
}

/// A line with its stroke.
struct Drawn {
    tie: usize,
    points: [Point; SAMPLES],
    stroke: Option<Rect>,
}

impl Drawn {
    fn new(tie: usize, route: &Route) -> Self {
        let curve = QuadBez::new(point(route.start), point(route.control), point(route.end));
        Self {
            tie,
            points: sampled(curve),
            stroke: route
                .stroke
                .map(|at| around(curve.eval(f64::from(at) / 100.0), STROKE_HALF)),
        }
    }

    fn is_in(&self, area: Rect) -> bool {
        self.points.windows(2).any(|pair| clipped(area, pair[0], pair[1]) > 0.0)
    }

    fn crossings(&self, other: &Self) -> usize {
        let pieces = |drawn: &Self| {
            drawn
                .points
                .windows(2)
                .map(|pair| [pair[0], pair[1]])
                .collect::<Vec<_>>()
        };
        let others = pieces(other);
        pieces(self)
            .iter()
            .flat_map(|one| others.iter().filter(|two| cross(*one, **two)))
            .count()
    }
}

/// Everything that one picture shows.
struct Picture {
    frame: Rect,
    nodes: Vec<(usize, Vec<Rect>)>,
    lines: Vec<Drawn>,
    labels: Vec<(usize, Rect)>,
}

impl Picture {
    fn quality(&self, request: &Request) -> Quality {
        let (through, crossed_names) = self.run_over(request);
        let pairs = |index: usize| (0..index).map(move |other| (index, other));
        let crossings = (0..self.lines.len())
            .flat_map(pairs)
            .map(|(a, b)| self.lines[a].crossings(&self.lines[b]));
        Quality {
            ties: self.lines.len(),
            labels: self.labels.len(),
            crossings: crossings.sum(),
            through,
            crossed_names,
            overlaps: self.overlaps(),
        }
    }

    /// Shapes and texts of actors that foreign lines run through; a caption is foreign to every line.
    fn run_over(&self, request: &Request) -> (usize, usize) {
        let (mut through, mut names) = (0, 0);
        for line in &self.lines {
            let Edge { from, to, .. } = request.ties[line.tie];
            for (actor, boxes) in &self.nodes {
                let body = 2 + usize::from(request.actors[*actor].tag.is_some());
                let own = if [from, to].contains(actor) { body } else { 0 };
                for (index, part) in boxes.iter().enumerate().skip(own) {
                    let area = if index == 0 {
                        around(part.center(), Vec2::new(SHAPE_RADIUS, SHAPE_RADIUS))
                    } else {
                        *part
                    };
                    let hit = usize::from(line.is_in(grown(area, -1.0)));
                    *(if index == 0 { &mut through } else { &mut names }) += hit;
                }
            }
        }
        (through, names)
    }

    fn overlaps(&self) -> usize {
        let mut found = 0;
        let parts: Vec<(usize, Rect)> = self
            .nodes
            .iter()
            .flat_map(|(actor, boxes)| boxes.iter().map(|part| (*actor, *part)))
            .collect();
        for (index, (actor, part)) in parts.iter().enumerate() {
            found += usize::from(!self.frame.contains_rect(*part));
            found += parts[..index]
                .iter()
                .filter(|(other, with)| other != actor && meet(*part, *with))
                .count();
            found += self.labels.iter().filter(|(_, label)| meet(*label, *part)).count();
        }
        for (index, (tie, label)) in self.labels.iter().enumerate() {
            found += usize::from(!self.frame.contains_rect(*label));
            found += self.labels[..index]
                .iter()
                .filter(|(_, other)| meet(*label, *other))
                .count();
            found += self
                .lines
                .iter()
                .filter(|line| line.tie != *tie && line.is_in(*label))
                .count();
            let strokes = self.lines.iter().filter_map(|line| line.stroke);
            found += strokes.filter(|stroke| penetration(*stroke, *label) > 0.5).count();
        }
        found
    }
}

/// What finds no room, in words; nothing where everything does.
pub fn overflow(request: &Request, layout: &Layout) -> Vec<String> {
    let mut said = Vec::new();
    let map = Quality::of_map(request, layout);
    if map.overlaps > 0 {
        said.push(format!("the whole map is too small: {} overlaps", map.overlaps));
    }
    for (index, scene) in layout.scenes.iter().enumerate() {
        for (name, shown) in [("tall", &scene.tall), ("wide", &scene.wide)] {
            let quality = Quality::of_scene(request, shown);
            if quality.labels < quality.ties {
                said.push(format!(
                    "scene {index}, {name}: {} of {} ties have no words",
                    quality.ties - quality.labels,
                    quality.ties
                ));
            }
            if quality.overlaps > 0 {
                said.push(format!("scene {index}, {name}: {} overlaps", quality.overlaps));
            }
        }
    }
    said
}
