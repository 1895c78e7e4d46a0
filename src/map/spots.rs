//! Spots: where a label might sit, on its line or beside it, and how good each place is.
//!
//! Knows the line and the size of the text only; what else is in the way is for the labels to say.

use super::body::rounded;
use super::curve::Curve;
use super::geometry::Vec2;
use super::slots::count;

/// How many places along the route are tried, and where the first of them lies.
const PLACES: (usize, f64) = (25, 0.14);
/// Between a label beside its route and the route, as shares of the font size.
const BESIDE: [f64; 3] = [0.12, 0.3, 0.5];
/// The centre of a label is at most this far from its route, as a share of the font size, unless the route is steep:
/// the label then has a whole side along it.
const FARTHEST: f64 = 1.5;
/// The least share of its length by which a steep route goes up or down.
const STEEP: f64 = 0.9;
/// What of a route must be seen on both sides of a label that sits on it: it must run on, and keep its head.
const SEEN: f64 = 9.0;
/// A route bends at most this much beneath a label, as a share of the font size, or it comes out above the words.
const BEND: f64 = 0.4;

/// A centre to try for a label.
pub(super) struct Spot {
    pub(super) cost: f64,
    pub(super) centre: Vec2,
    pub(super) on_line: bool,
    /// Between the text and its line.
    pub(super) gap: f64,
}

/// Where a label might sit: on the line, else above or below it.
pub(super) fn spots(curve: Curve, half: Vec2, size: f64) -> Vec<Spot> {
    let mut found = Vec::new();
    let mut add = |cost: f64, centre: Vec2, gap: Option<f64>| {
        found.push(Spot {
            cost,
            centre: rounded(centre),
            on_line: gap.is_none(),
            gap: gap.unwrap_or(0.0),
        });
    };
    let step = (1.0 - 2.0 * PLACES.1) / count(PLACES.0 - 1);
    for place in 0..PLACES.0 {
        let t = PLACES.1 + count(place) * step;
        let (on, along) = (curve.at(t), curve.tangent(t));
        let off_middle = (t - 0.5).abs();
        let hidden = hidden(half, along);
        if t.min(1.0 - t) * curve.chord() - hidden / 2.0 >= SEEN && bend(curve, t, hidden) < BEND * size {
            // The more of its line a label hides, the better it is beside it.
            add(off_middle + hidden / curve.chord(), on, None);
        }
        let normal = if along.x < 0.0 {
            along.normal()
        } else {
            along.normal().times(-1.0)
        };
        let beside = normal.x.abs() * half.x + normal.y.abs() * half.y;
        for share in BESIDE {
            let (gap, away) = (share * size, beside + share * size);
            // Of a wide label beside a slanting line only a corner would be near it.
            if away <= FARTHEST * size || along.y.abs() >= STEEP {
                add(off_middle + 0.2 + share, on.plus(normal.times(away)), Some(gap));
                add(off_middle + 0.25 + share, on.minus(normal.times(away)), Some(gap));
            }
        }
    }
    found
}

/// How far a curve strays from its direction at `t` within so much of its length.
fn bend(curve: Curve, t: f64, length: f64) -> f64 {
    let (on, along, reach) = (curve.at(t), curve.tangent(t), length / 2.0 / curve.chord());
    let strays = |t: f64| along.cross(curve.at(t).minus(on)).abs();
    strays(t - reach).max(strays(t + reach))
}

/// How much of a line in some direction a label hides that sits on it.
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
