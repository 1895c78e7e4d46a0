//! Labeling: where on its line each tie says what it is.
//!
//! Candidate places and a local search among them, as Christensen, Marks and Shieber (1995) label points and Edmondson
//! and others (1996) label lines: every form of the words at every place along the line, on it or beside it. Judging one
//! candidate costs O(n + m); a round over all words O(m · (n + m)) candidates times a constant.

pub mod wording;

use super::change::Touched;
use super::drawing::{Anchor, Drawing};
use super::objective::{self, labels::broken_rules};
use super::params::{ANCHORS, BESIDE};

/// Every anchor that an edge's words may have.
pub fn candidates(drawing: &Drawing<'_>, edge: usize) -> Vec<Anchor> {
    let words = 0..drawing.graph.edges[edge].words.len();
    let last = i8::try_from(BESIDE.len()).unwrap_or_default();
    let places = words.flat_map(|words| (0..ANCHORS.0).map(move |place| (words, place)));
    places
        .flat_map(|(words, place)| (-last..=last).map(move |side| Anchor { words, place, side }))
        .collect()
}

/// Hangs the words of an edge where they are best while all else stays.
pub fn hang(drawing: &mut Drawing<'_>, edge: usize) {
    let mut touched = Touched::none(drawing.graph);
    touched.label(edge);
    let mut best = (f64::INFINITY, None);
    for anchor in candidates(drawing, edge) {
        drawing.anchors[edge] = Some(anchor);
        drawing.relabel(edge);
        let cost = objective::part(drawing, &touched);
        if cost < best.0 {
            best = (cost, Some(anchor));
        }
    }
    drawing.anchors[edge] = best.1;
    drawing.relabel(edge);
}

/// Leaves out words that break a rule, those that break most first, and hangs each once more where the others left room.
pub fn prune(drawing: &mut Drawing<'_>) {
    let mut left_out = Vec::new();
    loop {
        let shown = (0..drawing.anchors.len()).filter(|&edge| drawing.anchors[edge].is_some());
        let worst = shown.map(|edge| (broken_rules(drawing, edge) / drawing.graph.edges[edge].weight, edge));
        match worst.max_by(|a, b| a.0.total_cmp(&b.0)) {
            Some((broken, edge)) if broken > 0.0 => {
                drawing.anchors[edge] = None;
                drawing.relabel(edge);
                left_out.push(edge);
            }
            _ => break,
        }
    }
    for edge in left_out {
        hang(drawing, edge);
        if broken_rules(drawing, edge) > 0.0 {
            drawing.anchors[edge] = None;
            drawing.relabel(edge);
        }
    }
}
