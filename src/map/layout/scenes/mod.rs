//! Scenes: a question's actors and ties alone, laid out for a frame.
//!
//! Left stays left and top stays top as far as room allows, so that a reader who turns the phone, or asks for the whole
//! map, finds everything again: the search starts from the places on the whole map, stretched over the frame, and being
//! far from them costs a little (Misue, Eades, Lai and Sugiyama 1995 call it the mental map). The lowest picture without
//! a fault is taken. With n actors and m ties one height costs O((n + m)²) times the steps for each.

mod local;

use rayon::prelude::*;

use super::annealing::{Schedule, anneal};
use super::drawing::{Anchor, Bend, Canvas, Drawing};
use super::geometry::{Point, Rect, Vec2};
use super::labeling;
use super::model::Graph;
use super::moves::SingleMoves;
use super::objective::{self, crossings::crossings, labels::broken_rules};
use super::params::{ANCHORS, ATTEMPTS, CROSSING, Format, HEIGHT, LABEL_HIT, SCENE_TOLERANCE, STRIDE};
use super::random::Random;
use crate::map::request::{Request, Scene};
use crate::map::result::SceneLayout;
use local::Local;

/// Lays out one scene; `at` are the places on the whole map.
pub fn lay_out(request: &Request, scene: &Scene, at: &[Point], format: &Format) -> SceneLayout {
    let local = Local::new(request, scene);
    let (low, high, step) = format.height;
    let mut height = lowest(&local.graph, format).clamp(low, high);
    let mut best: Option<(f64, Canvas, Drawn)> = None;
    loop {
        let canvas = local.canvas(at, (format.width, height));
        let drawn = attempts(&local.graph, &canvas);
        let faults = drawn.faults + height * HEIGHT;
        let is_clean = drawn.faults <= 0.0;
        if best.as_ref().is_none_or(|(least, ..)| faults < *least) {
            best = Some((faults, canvas, drawn));
        }
        if is_clean || height >= high {
            break;
        }
        height = (height + step).min(high);
    }
    best.map_or_else(SceneLayout::default, |(_, canvas, drawn)| {
        local.result(drawn.on(&local.graph, &canvas))
    })
}

/// The height at which actors and words would fill the wanted share of the picture.
fn lowest(graph: &Graph, format: &Format) -> f64 {
    let nodes = graph
        .nodes
        .iter()
        .map(|node| node.forms[0].boxes.iter().map(Rect::area).sum::<f64>());
    let words = graph
        .edges
        .iter()
        .filter_map(|edge| edge.words.first())
        .map(|words| 4.0 * words.half.x * words.half.y);
    (nodes.sum::<f64>() + words.sum::<f64>()) / format.fill / format.width
}

/// What has been chosen, apart from the canvas it was chosen for.
struct Drawn {
    faults: f64,
    cost: f64,
    at: Vec<Point>,
    form: Vec<usize>,
    bends: Vec<Bend>,
    anchors: Vec<Option<Anchor>>,
}

impl Drawn {
    fn of(mut drawing: Drawing<'_>, cost: f64) -> Self {
        labeling::prune(&mut drawing);
        Self {
            faults: faults(&drawing),
            cost,
            at: drawing.at,
            form: drawing.form,
            bends: drawing.bends,
            anchors: drawing.anchors,
        }
    }

    fn on<'a>(&self, graph: &'a Graph, canvas: &'a Canvas) -> Drawing<'a> {
        let mut drawing = Drawing::new(graph, canvas, self.at.clone());
        drawing.form.clone_from(&self.form);
        drawing.bends.clone_from(&self.bends);
        drawing.anchors.clone_from(&self.anchors);
        drawing.redraw_all();
        drawing
    }
}

/// The best of a few searches, each with a seed of its own: which thread finds it does not matter.
fn attempts(graph: &Graph, canvas: &Canvas) -> Drawn {
    let attempt = |seed: u64| {
        let mut drawing = start(graph, canvas, seed);
        let steps = ATTEMPTS.1 * (graph.nodes.len() + graph.edges.len());
        let schedule = Schedule {
            steps,
            tolerance: SCENE_TOLERANCE,
        };
        anneal(&mut drawing, SingleMoves { stride: STRIDE }, &schedule, seed);
        for edge in (0..graph.edges.len()).filter(|&edge| !graph.edges[edge].words.is_empty()) {
            labeling::hang(&mut drawing, edge);
        }
        let cost = objective::total(&drawing);
        Drawn::of(drawing, cost)
    };
    let found: Vec<Drawn> = (0..ATTEMPTS.0).into_par_iter().map(attempt).collect();
    let best = found
        .into_iter()
        .min_by(|a, b| (a.faults + a.cost * 0.01).total_cmp(&(b.faults + b.cost * 0.01)));
    best.unwrap_or_else(|| Drawn::of(start(graph, canvas, 0), 0.0))
}

/// Nodes where they are wished to be, shaken a little, and all words in the middle of their lines.
fn start<'a>(graph: &'a Graph, canvas: &'a Canvas, seed: u64) -> Drawing<'a> {
    let mut random = Random::new(seed.wrapping_mul(31));
    let mut drawing = Drawing::new(graph, canvas, canvas.wishes.clone());
    for node in 0..graph.nodes.len() {
        let shaken = canvas.wishes[node] + Vec2::new(random.either(), random.either()) * 20.0;
        drawing.at[node] = drawing.kept(node, shaken);
    }
    for (edge, ends) in graph.edges.iter().enumerate() {
        drawing.anchors[edge] = (!ends.words.is_empty()).then(|| Anchor {
            place: ANCHORS.0 / 2,
            ..Anchor::default()
        });
    }
    drawing.redraw_all();
    drawing
}

/// What is wrong with a scene that a reader would see: words left out, crossings, lines through actors, overlaps.
fn faults(drawing: &Drawing<'_>) -> f64 {
    let mut faults = 0.0;
    for (edge, ends) in drawing.graph.edges.iter().enumerate() {
        if drawing.anchors[edge].is_none() || broken_rules(drawing, edge) > 0.0 {
            faults += 3.0 * LABEL_HIT.0 * ends.weight;
        }
        for other in 0..edge {
            faults += CROSSING * f64::from(crossings(&drawing.lines[edge], &drawing.lines[other]));
        }
        for node in 0..drawing.at.len() {
            faults += objective::overlaps::line_and_node(drawing, edge, node);
        }
    }
    for node in 0..drawing.at.len() {
        faults += (0..node)
            .map(|other| objective::overlaps::nodes(drawing, node, other))
            .sum::<f64>();
    }
    faults
}
