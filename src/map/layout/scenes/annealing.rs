//! Nodes, lines and words of a scene, moved together.
//!
//! Where room is short, words decide where nodes can stand: so all of them move in one search. Simulated annealing of the
//! objective (Kirkpatrick, Gelatt and Vecchi 1983; for graphs Davidson and Harel 1996; with words Edmondson and others
//! 1996), in the form of threshold accepting (Dueck and Scheuer 1990), which needs no exponential function. A step costs
//! O(d · (n + m)) for a node with d lines.

use super::super::change::Touched;
use super::super::drawing::{Anchor, Bend, Drawing};
use super::super::geometry::{Vec2, number};
use super::super::labeling;
use super::super::objective;
use super::super::params::{ANCHORS, ATTEMPTS, BESIDE, SCENE_TOLERANCE, STRIDE, STROKES};
use super::super::random::Random;

/// A change of one choice, or of two nodes' places.
enum Change {
    Node(usize, Vec2),
    Swap(usize, usize),
    Form(usize, usize),
    Bend(usize, Bend),
    Anchor(usize, Anchor),
}

/// Improves a drawing, and returns what it costs then.
pub fn anneal(drawing: &mut Drawing<'_>, seed: u64) -> f64 {
    let mut random = Random::new(seed);
    let mut touched = Touched::none(drawing.graph);
    let steps = ATTEMPTS.1 * (drawing.at.len() + drawing.lines.len());
    let mut cost = objective::total(drawing);
    let (mut best, mut least) = (drawing.clone(), cost);
    for step in 0..steps {
        let left = 1.0 - number(step) / number(steps);
        let Some(change) = drawn(drawing, &mut random, left) else {
            continue;
        };
        touched.clear();
        touch(drawing, &change, &mut touched);
        let before = objective::part(drawing, &touched);
        let saved = drawing.saved(&touched);
        apply(drawing, &change);
        drawing.update(&touched);
        let gain = before - objective::part(drawing, &touched);
        if gain + SCENE_TOLERANCE * left * left * left > 0.0 {
            cost -= gain;
            if cost + 0.01 < least && left < 0.5 {
                least = cost;
                best.clone_from(drawing);
            }
        } else {
            drawing.restore(&saved);
        }
    }
    *drawing = best;
    let shown: Vec<usize> = (0..drawing.anchors.len())
        .filter(|&edge| drawing.anchors[edge].is_some())
        .collect();
    for edge in shown {
        labeling::hang(drawing, edge);
    }
    objective::total(drawing)
}

/// A change drawn by lot; the less is left of the search, the smaller.
fn drawn(drawing: &Drawing<'_>, random: &mut Random, left: f64) -> Option<Change> {
    let (nodes, edges) = (drawing.at.len(), drawing.lines.len());
    let node = random.below(nodes);
    let edge = random.below(edges);
    Some(match random.below(100) {
        0..38 => {
            let stride = STRIDE.1 + (STRIDE.0 - STRIDE.1) * left * left;
            Change::Node(node, Vec2::new(random.either(), random.either()) * stride)
        }
        38..46 => Change::Swap(node, random.below(nodes)),
        46..50 => Change::Form(node, random.below(drawing.graph.nodes.get(node)?.forms.len())),
        _ if edges == 0 => return None,
        50..66 => Change::Bend(edge, bend(drawing, edge, random)),
        _ => Change::Anchor(edge, anchor(drawing, edge, random)?),
    })
}

/// Another bend, or another place of the stroke.
fn bend(drawing: &Drawing<'_>, edge: usize, random: &mut Random) -> Bend {
    let bend = drawing.bends[edge];
    match random.below(4) {
        0 if drawing.graph.edges[edge].stroked => Bend {
            stroke: random.below(STROKES.len()),
            ..bend
        },
        0 | 1 => Bend {
            share: 0.0,
            lean: 0.0,
            ..bend
        },
        _ => Bend {
            share: 0.4 * random.either() * random.share(),
            ..bend
        },
    }
}

/// Another place for the words, near the old one or anywhere.
fn anchor(drawing: &Drawing<'_>, edge: usize, random: &mut Random) -> Option<Anchor> {
    let before = drawing.anchors[edge]?;
    Some(match random.below(4) {
        0 => Anchor {
            place: (before.place + random.below(5)).saturating_sub(2).min(ANCHORS.0 - 1),
            ..before
        },
        1 => Anchor {
            words: random.below(drawing.graph.edges[edge].words.len()),
            ..before
        },
        2 => Anchor {
            side: side(random),
            ..before
        },
        _ => Anchor {
            words: random.below(drawing.graph.edges[edge].words.len()),
            place: random.below(ANCHORS.0),
            side: if random.below(2) == 0 { 0 } else { side(random) },
        },
    })
}

/// On a line, or on one of its sides with some air.
fn side(random: &mut Random) -> i8 {
    let drawn = random.below(2 * BESIDE.len() + 1);
    i8::try_from(drawn).unwrap_or_default() - i8::try_from(BESIDE.len()).unwrap_or_default()
}

fn touch(drawing: &Drawing<'_>, change: &Change, touched: &mut Touched) {
    match *change {
        Change::Node(node, _) | Change::Form(node, _) => touched.node(drawing.graph, node),
        Change::Swap(a, b) => {
            touched.node(drawing.graph, a);
            touched.node(drawing.graph, b);
        }
        Change::Bend(edge, _) => touched.line(edge),
        Change::Anchor(edge, _) => touched.label(edge),
    }
}

fn apply(drawing: &mut Drawing<'_>, change: &Change) {
    match *change {
        Change::Node(node, by) => drawing.at[node] = drawing.kept(node, drawing.at[node] + by),
        Change::Swap(a, b) => {
            let (at_a, at_b) = (drawing.at[a], drawing.at[b]);
            (drawing.at[a], drawing.at[b]) = (drawing.kept(a, at_b), drawing.kept(b, at_a));
        }
        Change::Form(node, form) => {
            drawing.form[node] = form;
            drawing.at[node] = drawing.kept(node, drawing.at[node]);
        }
        Change::Bend(edge, bend) => drawing.bends[edge] = bend,
        Change::Anchor(edge, anchor) => drawing.anchors[edge] = Some(anchor),
    }
}
