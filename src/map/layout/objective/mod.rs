//! The objective: what makes a drawing bad, each fault defined once and weighed in `params`.
//!
//! After Davidson and Harel (1996), who draw graphs by annealing such a sum, with the words of edges as Edmondson,
//! Christensen, Marks and Shieber (1996) weigh them. A whole drawing costs O((n + m)²) pairs to judge; a change that
//! touches k things O(k · (n + m)), since pairs of which it touches neither stay as they were.

pub mod crossings;
pub mod labels;
pub mod lengths;
pub mod overlaps;

use super::change::Touched;
use super::drawing::Drawing;

/// What the whole drawing costs.
pub fn total(drawing: &Drawing<'_>) -> f64 {
    part(drawing, &Touched::all(drawing.graph))
}

/// What those faults cost that a change may alter: each pair of which it touches one or both, once.
pub fn part(drawing: &Drawing<'_>, touched: &Touched) -> f64 {
    part_below(drawing, touched, f64::INFINITY)
}

/// The same as far as it matters: counting stops where the sum is past `limit`.
pub fn part_below(drawing: &Drawing<'_>, touched: &Touched, limit: f64) -> f64 {
    let nodes = touched.nodes.iter().map(|&node| of_node(drawing, touched, node));
    let lines = touched.lines.iter().map(|&edge| of_line(drawing, touched, edge));
    let worded = touched.labels.iter().filter(|&&edge| drawing.anchors[edge].is_some());
    let labels = worded.map(|&edge| of_label(drawing, touched, edge));
    let mut cost = 0.0;
    for fault in nodes.chain(lines).chain(labels) {
        cost += fault;
        if cost > limit {
            break;
        }
    }
    cost
}

/// What a line costs while all else stays, as far as it matters: counting stops where the sum is past `limit`.
pub fn line_below(drawing: &Drawing<'_>, edge: usize, limit: f64) -> f64 {
    let mut cost = lengths::line(drawing, edge) + overlaps::line_and_canvas(drawing, edge);
    for node in 0..drawing.at.len() {
        cost += overlaps::line_and_node(drawing, edge, node);
    }
    for other in (0..drawing.lines.len()).filter(|&other| other != edge) {
        if cost >= limit {
            break;
        }
        cost += crossings::lines(drawing, edge, other);
    }
    cost
}

/// A node against the other nodes, and against lines and words that are not touched.
fn of_node(drawing: &Drawing<'_>, touched: &Touched, node: usize) -> f64 {
    let mut cost = lengths::astray(drawing, node) + drawing.form_of(node).cost;
    for other in 0..drawing.at.len() {
        if other != node && (other < node || !touched.has_node(other)) {
            cost += overlaps::nodes(drawing, node, other);
        }
    }
    for edge in 0..drawing.lines.len() {
        if !touched.has_line(edge) {
            cost += overlaps::line_and_node(drawing, edge, node);
        }
        if !touched.has_label(edge) && drawing.anchors[edge].is_some() {
            cost += labels::label_and_node(drawing, edge, node);
        }
    }
    cost
}

/// A line by itself, against all nodes, against the other lines, and against words that are not touched.
fn of_line(drawing: &Drawing<'_>, touched: &Touched, edge: usize) -> f64 {
    let mut cost = lengths::line(drawing, edge) + overlaps::line_and_canvas(drawing, edge);
    for node in 0..drawing.at.len() {
        cost += overlaps::line_and_node(drawing, edge, node);
    }
    for other in 0..drawing.lines.len() {
        if other != edge && (other < edge || !touched.has_line(other)) {
            cost += crossings::lines(drawing, edge, other);
        }
        if other != edge && !touched.has_label(other) && drawing.anchors[other].is_some() {
            cost += labels::label_and_line(drawing, other, edge);
        }
    }
    cost
}

/// Words by themselves, and against all nodes, lines and other words.
fn of_label(drawing: &Drawing<'_>, touched: &Touched, edge: usize) -> f64 {
    let mut cost = labels::label(drawing, edge);
    for node in 0..drawing.at.len() {
        cost += labels::label_and_node(drawing, edge, node);
    }
    for other in (0..drawing.lines.len()).filter(|&other| other != edge) {
        cost += labels::label_and_line(drawing, edge, other);
        if drawing.anchors[other].is_some() && (other < edge || !touched.has_label(other)) {
            cost += labels::labels(drawing, edge, other);
        }
    }
    cost
}
