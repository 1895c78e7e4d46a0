//! What lies over what: nodes over each other, lines over nodes, lines over titles and beyond the frame.

use super::super::drawing::{Drawing, Line};
use super::super::geometry::{Rect, clipped, excess, grown, meet, penetration};
use super::super::params::{
    LABEL_HIT, NODE_CLEAR, NODE_OVERLAP, NODES_APART, OUTSIDE, THROUGH_LENGTH, THROUGH_NAME, THROUGH_SHAPE,
    THROUGH_TITLE,
};

/// Two nodes that stand too close.
#[inline]
pub fn nodes(drawing: &Drawing<'_>, node: usize, other: usize) -> f64 {
    // In one order, so that the pair costs the same whichever of them is asked.
    let (node, other) = (node.max(other), node.min(other));
    if !meet(grown(drawing.bounds_of(node), NODES_APART), drawing.bounds_of(other)) {
        return 0.0;
    }
    let mut cost = 0.0;
    for part in drawing.boxes(node) {
        for with in drawing.boxes(other) {
            let depth = penetration(grown(part, NODES_APART), with);
            if depth > 0.0 {
                cost += NODE_OVERLAP.0 + NODE_OVERLAP.1 * depth;
            }
        }
    }
    cost
}

/// A line that runs through a node that it does not end at, or through the caption of one that it does.
#[inline]
pub fn line_and_node(drawing: &Drawing<'_>, edge: usize, node: usize) -> f64 {
    let area = drawing.areas[node];
    let is_beside = !meet(area, drawing.bounds[edge]);
    let ends = &drawing.graph.edges[edge];
    if is_beside && !ends.stroked {
        return 0.0;
    }
    let line = &drawing.lines[edge];
    if is_beside && !line.stroke.is_some_and(|stroke| meet(stroke, area)) {
        return 0.0;
    }
    let own = if ends.source == node || ends.target == node {
        drawing.form_of(node).body
    } else {
        0
    };
    let mut cost = 0.0;
    for (index, part) in drawing.boxes(node).enumerate() {
        if index >= own {
            let inside = length_in(line, grown(part, NODE_CLEAR));
            if inside > 0.0 {
                let hit = if index == 0 { THROUGH_SHAPE } else { THROUGH_NAME };
                cost += (hit + inside * THROUGH_LENGTH) * ends.weight;
            }
        }
        if let Some(stroke) = line.stroke {
            let depth = penetration(stroke, part);
            if depth > 0.0 {
                cost += LABEL_HIT.0 + LABEL_HIT.1 * depth;
            }
        }
    }
    cost
}

/// A line that leaves its frame or strikes through a title.
pub fn line_and_canvas(drawing: &Drawing<'_>, edge: usize) -> f64 {
    let line = &drawing.lines[edge];
    let titles = drawing.canvas.titles.iter().filter(|title| meet(**title, line.bounds));
    excess(line.bounds, drawing.canvas.frame) * OUTSIDE
        + titles.map(|title| length_in(line, *title)).sum::<f64>() * THROUGH_TITLE
}

/// The length of a line inside a box.
#[inline]
pub fn length_in(line: &Line, area: Rect) -> f64 {
    if !meet(area, line.bounds) && line.bounds.area() > 0.0 {
        return 0.0;
    }
    line.pieces().map(|[from, to]| clipped(area, from, to)).sum()
}
