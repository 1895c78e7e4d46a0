//! Routing: how each line bends from one actor to the other.
//!
//! Every line is a quadratic curve, tries a fixed set of bends to both sides, and takes the cheapest with regard to the
//! actors in its way and the bends that the others have taken; a few rounds of this iterated best response settle. After
//! Brandes and Wagner (2000), who spread lines between fixed stations by the choice of control points. A round costs
//! O(b · m · (n + m)) for b bends.

use super::drawing::{Bend, Drawing};
use super::objective;
use super::params::{BENDS, LEANS, ROUTINGS};

/// Routes all lines, in a few rounds; stops when none changes its mind.
pub fn route_all(drawing: &mut Drawing<'_>) {
    for _ in 0..ROUTINGS {
        let before = drawing.bends.clone();
        (0..drawing.lines.len()).for_each(|edge| route(drawing, edge));
        if drawing.bends == before {
            break;
        }
    }
}

/// Gives a line the bend that is cheapest while the others keep theirs.
pub fn route(drawing: &mut Drawing<'_>, edge: usize) {
    let stroke = drawing.bends[edge].stroke;
    let mut best = (f64::INFINITY, drawing.bends[edge]);
    for bend in bends(stroke) {
        drawing.bends[edge] = bend;
        drawing.redraw(edge);
        let cost = objective::line_below(drawing, edge, best.0);
        if cost < best.0 {
            best = (cost, bend);
        }
    }
    drawing.bends[edge] = best.1;
    drawing.redraw(edge);
}

/// The bends that are tried; a straight line does not lean.
fn bends(stroke: usize) -> impl Iterator<Item = Bend> {
    let shapes = BENDS
        .iter()
        .flat_map(move |&share| LEANS.iter().map(move |&lean| (share, lean)));
    shapes
        .filter(|&(share, lean)| share != 0.0 || lean == 0.0)
        .map(move |(share, lean)| Bend { share, lean, stroke })
}
