//! Refinement: actors step aside where lines, once routed, would run over them.
//!
//! An actor moves a little within its region, or changes places with another, its lines are routed anew, and the change is
//! kept when the objective gains by it or loses only a little: threshold accepting over the moves of Davidson and Harel (1996). One change costs
//! O(d · b · (n + m)) for d lines of b bends.

use super::super::change::Touched;
use super::super::drawing::Drawing;
use super::super::geometry::{Point, Vec2, number};
use super::super::objective;
use super::super::params::{HUB, STEP_ASIDE};
use super::super::random::Random;
use super::super::routing;

/// Improves the drawing in so many steps, and returns what it costs then.
///
/// At the beginning a change may make the picture worse by so much of `tolerance`, at the end by nothing. Actors may come to
/// overlap on the way; a drawing in which some do is never the best.
pub fn refine(drawing: &mut Drawing<'_>, steps: usize, tolerance: f64, seed: u64) -> f64 {
    let mut random = Random::new(seed);
    let mut touched = Touched::none(drawing.graph);
    let mut cost = objective::total(drawing);
    let (mut best, mut least) = (drawing.clone(), cost);
    for step in 0..steps {
        let left = 1.0 - number(step) / number(steps);
        let moves = moves(drawing, &mut random, left);
        if moves.is_empty() {
            continue;
        }
        touched.clear();
        for (node, _) in &moves {
            touched.node(drawing.graph, *node);
        }
        let before = objective::part(drawing, &touched);
        let saved = drawing.saved(&touched);
        for (node, at) in &moves {
            drawing.at[*node] = *at;
        }
        drawing.update(&touched);
        for &edge in &touched.lines {
            routing::route(drawing, edge, &[0.0]);
        }
        let gain = before - objective::part(drawing, &touched);
        if gain + tolerance * left * left > 0.0 {
            cost -= gain;
            if cost + 0.01 < least && 2 * step > steps && !overlaps(drawing) {
                least = cost;
                best.clone_from(drawing);
            }
        } else {
            drawing.restore(&saved);
        }
    }
    *drawing = best;
    least
}

/// A change drawn by lot: a step aside, or a trade with another actor of the region. None for a hub: the others arrange
/// themselves around it.
fn moves(drawing: &Drawing<'_>, random: &mut Random, left: f64) -> Vec<(usize, Point)> {
    let node = random.below(drawing.at.len());
    let is_hub = |node: usize| drawing.graph.incident[node].len() > HUB;
    if random.below(3) > 0 {
        let by = Vec2::new(random.either() * 1.5, random.either()) * (STEP_ASIDE.1 + STEP_ASIDE.0 * left);
        return vec![(node, drawing.kept(node, drawing.at[node] + by))];
    }
    let room = drawing.canvas.rooms[node];
    let other = random.below(drawing.at.len());
    if other == node || drawing.canvas.rooms[other] != room || is_hub(node) || is_hub(other) {
        return Vec::new();
    }
    vec![
        (node, drawing.kept(node, drawing.at[other])),
        (other, drawing.kept(other, drawing.at[node])),
    ]
}

/// Whether some two actors stand too close.
fn overlaps(drawing: &Drawing<'_>) -> bool {
    let nodes = 0..drawing.at.len();
    nodes
        .into_iter()
        .any(|node| (0..node).any(|other| objective::overlaps::nodes(drawing, node, other) > 0.0))
}
