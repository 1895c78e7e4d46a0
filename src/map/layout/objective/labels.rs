//! The words of a line: where they hang on it, and what they hit.
//!
//! Words sit on their own line, which runs on behind them and comes out at both ends, or beside it with a side along it.
//! They keep clear of nodes, of other words, and of strokes, and are nearer to their own line than to any other.

use super::super::drawing::{Anchor, Drawing, reach};
use super::super::geometry::{ParamCurve, QuadBez, Rect, Vec2, excess, grown, meet, normal, penetration, tangent};
use super::super::params::{
    BEND_BENEATH, BESIDE_FARTHEST, LABEL_BESIDE, LABEL_CLEAR, LABEL_HIT, LABEL_OFF_MIDDLE, LABEL_TO_LINE, LABELS_APART,
    LINE_SEEN, STEEP,
};
use super::overlaps::length_in;

/// What it costs to hit something this deep.
#[inline]
fn hit(depth: f64) -> f64 {
    if depth > 0.0 {
        LABEL_HIT.0 + LABEL_HIT.1 * depth.min(30.0)
    } else {
        0.0
    }
}

/// What words cost by themselves: what hits their own line, stroke or frame, and how far they are from the best place.
pub fn label(drawing: &Drawing<'_>, edge: usize) -> f64 {
    let Some(anchor) = drawing.anchors[edge] else {
        return 0.0;
    };
    let words = &drawing.graph.edges[edge].words[anchor.words];
    words.cost + ease(drawing, edge, anchor, words.half) + hit(misplaced(drawing, edge, anchor, words.half))
}

/// How far words are from the best place on their line.
fn ease(drawing: &Drawing<'_>, edge: usize, anchor: Anchor, half: Vec2) -> f64 {
    let line = &drawing.lines[edge];
    let off_middle = (anchor.t() - 0.5).abs() * LABEL_OFF_MIDDLE;
    if anchor.side == 0 {
        off_middle + hidden(half, tangent(line.curve, anchor.t())) / line.length.max(1.0)
    } else {
        off_middle + LABEL_BESIDE + 0.1 * anchor.gap()
    }
}

/// By how much words break the rules of their own line, stroke and frame; 0 where they break none.
fn misplaced(drawing: &Drawing<'_>, edge: usize, anchor: Anchor, half: Vec2) -> f64 {
    let (line, area, t) = (&drawing.lines[edge], drawing.labels[edge], anchor.t());
    let along = tangent(line.curve, t);
    let mut wrong = excess(area, drawing.canvas.frame);
    if anchor.side == 0 {
        let hidden = hidden(half, along);
        wrong += (LINE_SEEN - (t.min(1.0 - t) * line.length - hidden / 2.0)).max(0.0);
        wrong += (strays(line.curve, t, hidden / line.length.max(1.0)) - BEND_BENEATH).max(0.0);
    } else {
        let away = reach(half, normal(along)) + anchor.gap();
        wrong += length_in(line, area);
        if along.y.abs() < STEEP {
            wrong += (away - BESIDE_FARTHEST).max(0.0);
        }
    }
    wrong + line.stroke.map_or(0.0, |stroke| penetration(stroke, area))
}

/// Words and a node.
#[inline]
pub fn label_and_node(drawing: &Drawing<'_>, edge: usize, node: usize) -> f64 {
    let area = grown(drawing.labels[edge], LABEL_CLEAR);
    if !meet(area, drawing.bounds_of(node)) {
        return 0.0;
    }
    drawing.boxes(node).map(|part| hit(penetration(area, part))).sum()
}

/// Words and a line that is not their own.
#[inline]
pub fn label_and_line(drawing: &Drawing<'_>, edge: usize, other: usize) -> f64 {
    let gap = drawing.anchors[edge].map_or(0.0, Anchor::gap);
    let (line, area) = (&drawing.lines[other], drawing.labels[edge]);
    let stroke = line.stroke.map_or(0.0, |stroke| hit(penetration(stroke, area)));
    let around = grown(area, LABEL_TO_LINE + gap);
    if meet(around, grown(line.bounds, 0.1)) {
        hit(length_in(line, around)) + stroke
    } else {
        stroke
    }
}

/// Words and other words.
#[inline]
pub fn labels(drawing: &Drawing<'_>, edge: usize, other: usize) -> f64 {
    // In one order, so that the pair costs the same whichever of them is asked.
    let (edge, other) = (edge.max(other), edge.min(other));
    let area = drawing.labels[edge];
    let apart = Rect::new(
        area.x0 - LABELS_APART.x,
        area.y0 - LABELS_APART.y,
        area.x1 + LABELS_APART.x,
        area.y1 + LABELS_APART.y,
    );
    hit(penetration(apart, drawing.labels[other]))
}

/// How many rules words break: each is enough to leave them out.
pub fn broken_rules(drawing: &Drawing<'_>, edge: usize) -> f64 {
    let Some(anchor) = drawing.anchors[edge] else {
        return 0.0;
    };
    let half = drawing.graph.edges[edge].words[anchor.words].half;
    let mut broken = hit(misplaced(drawing, edge, anchor, half));
    for node in 0..drawing.at.len() {
        broken += label_and_node(drawing, edge, node);
    }
    for other in (0..drawing.lines.len()).filter(|&other| other != edge) {
        broken += label_and_line(drawing, edge, other);
        if drawing.anchors[other].is_some() {
            broken += labels(drawing, edge, other);
        }
    }
    broken
}

/// How far a curve strays from its direction at `t` within a share of its length.
fn strays(curve: QuadBez, t: f64, share: f64) -> f64 {
    let (on, along) = (curve.eval(t), tangent(curve, t));
    let stray = |t: f64| along.cross(curve.eval(t) - on).abs();
    stray(t - share / 2.0).max(stray(t + share / 2.0))
}

/// How much of a line in some direction words hide that sit on it.
fn hidden(half: Vec2, along: Vec2) -> f64 {
    let across = |half: f64, along: f64| {
        if along == 0.0 {
            f64::INFINITY
        } else {
            2.0 * half / along.abs()
        }
    };
    across(half.x, along.x).min(across(half.y, along.y))
}
