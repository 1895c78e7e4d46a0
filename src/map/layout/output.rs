//! From a drawing to what the result says of it.

use super::drawing::Drawing;
use super::geometry::Point;
use super::params::STROKES;
use crate::map::result::{self, Place, Route};

/// An actor's place.
pub fn place(drawing: &Drawing<'_>, node: usize) -> Place {
    let form = drawing.form_of(node);
    let tagged = form.body == 3;
    Place {
        at: point(drawing.at[node]),
        first: form.first,
        tag: tagged,
    }
}

/// A tie's route.
pub fn route(drawing: &Drawing<'_>, edge: usize) -> Route {
    let curve = drawing.lines[edge].curve;
    let is_stroked = drawing.graph.edges[edge].stroked;
    Route {
        start: point(curve.p0),
        control: point(curve.p1),
        end: point(curve.p2),
        stroke: is_stroked.then(|| STROKES[drawing.bends[edge].stroke]),
    }
}

fn point(p: Point) -> result::Point {
    result::Point::new(p.x, p.y)
}
