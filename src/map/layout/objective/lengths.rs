//! A line by itself: too long, too short to be seen, bent. And a node far from where it is wished to be.

use super::super::drawing::Drawing;
use super::super::params::{ASTRAY, BENT, HIDDEN, LEANING, LONG, SHORT};

/// What a line costs by its length and its bend.
pub fn line(drawing: &Drawing<'_>, edge: usize) -> f64 {
    let (line, bend, ends) = (&drawing.lines[edge], drawing.bends[edge], &drawing.graph.edges[edge]);
    let whole = (drawing.at[ends.target] - drawing.at[ends.source]).hypot();
    let seen = (line.curve.p2 - line.curve.p0).hypot();
    let lacking = (drawing.canvas.least - line.length).max(0.0);
    ends.weight * (whole / LONG + (whole - seen).max(0.0) * HIDDEN)
        + lacking * SHORT
        + bend.share * bend.share * BENT
        + bend.lean * bend.lean * LEANING
}

/// What it costs that a node is not where it is wished to be.
pub fn astray(drawing: &Drawing<'_>, node: usize) -> f64 {
    let wish = drawing.canvas.wishes.get(node);
    wish.map_or(0.0, |wish| (*wish - drawing.at[node]).hypot() / ASTRAY)
}
