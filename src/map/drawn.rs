//! A tie as drawn, and what two of them cost each other.
//!
//! Knows lines only; who stands in their way is for the routes to say.

use super::geometry::{Box2, Curve, Vec2, segments_cross, vec2};
use super::metrics::NODE_RADIUS;
use super::result::{Point, Route};

/// Apart from each other in the middle: ties between the same two actors.
const FAN: f64 = 16.0;
/// Two directions this near to each other are hard to tell apart.
const NARROW: f64 = 0.22;
/// Pieces a curve is measured in.
const PIECES: usize = 11;

/// A tie to be routed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tie {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) directed: bool,
    /// How much it matters that this one is clear.
    pub(super) weight: f64,
}

/// A tie with a bow.
#[derive(Clone, Copy)]
pub(super) struct Drawn {
    pub(super) bow: f64,
    pub(super) whole: Curve,
    seen: Curve,
    /// The directions in which it leaves its two actors.
    leaving: (Vec2, Vec2),
    pub(super) points: [Vec2; PIECES],
    pub(super) bounds: Box2,
}

impl Drawn {
    pub(super) fn new(bow: f64, whole: Curve, seen: Curve) -> Self {
        let points = seen.points::<PIECES>();
        Self {
            bow,
            whole,
            leaving: (whole.tangent(0.0), whole.tangent(1.0).times(-1.0)),
            seen,
            points,
            bounds: bounds(&points),
        }
    }

    /// The part that is seen, as the result has it.
    pub(super) fn route(&self) -> Route {
        let point = |p: Vec2| Point::new(p.x, p.y);
        Route {
            start: point(self.seen.a),
            control: point(self.seen.b),
            end: point(self.seen.c),
        }
    }

    /// How often two routes cross.
    pub(super) fn crossings(&self, other: &Self) -> f64 {
        let mut found = 0.0;
        for one in self.points.windows(2) {
            for two in other.points.windows(2) {
                if segments_cross((one[0], one[1]), (two[0], two[1])) {
                    found += 1.0;
                }
            }
        }
        found
    }
}

/// A tie of an actor with itself: a small loop above its shape.
pub(super) fn loop_above(at: Vec2) -> Curve {
    let reach = 2.0 * NODE_RADIUS;
    Curve {
        a: at.plus(vec2(-reach, 0.0)),
        b: at.plus(vec2(0.0, -2.5 * reach)),
        c: at.plus(vec2(reach, 0.0)),
    }
}

/// Ties between the same two actors keep their middles apart.
pub(super) fn twin(tie: Tie, tried: &Drawn, other: Tie, taken: &Drawn) -> f64 {
    let apart = if (tie.from, tie.to) == (other.from, other.to) {
        (tried.bow - taken.bow).abs()
    } else if (tie.from, tie.to) == (other.to, other.from) {
        // The other runs the opposite way: its left is this one's right.
        (tried.bow + taken.bow).abs()
    } else {
        return 0.0;
    };
    (FAN - apart).max(0.0) * 3.0
}

/// How nearly two ties leave a shared actor in the same direction.
pub(super) fn sharpness(tie: Tie, tried: &Drawn, other: Tie, taken: &Drawn) -> f64 {
    let mut cost = 0.0;
    for (node, direction) in [(tie.from, tried.leaving.0), (tie.to, tried.leaving.1)] {
        for (other_node, other_direction) in [(other.from, taken.leaving.0), (other.to, taken.leaving.1)] {
            if node == other_node {
                cost += (NARROW - direction.minus(other_direction).length()).max(0.0) * 8.0;
            }
        }
    }
    cost
}

/// The length of a line within a box.
pub(super) fn cut(frame: Box2, points: &[Vec2]) -> f64 {
    points.windows(2).map(|pair| frame.cut(pair[0], pair[1])).sum()
}

/// The box around a line.
pub(super) fn bounds(points: &[Vec2]) -> Box2 {
    let first = points.first().copied().unwrap_or_default();
    points.iter().fold(Box2::around(first, 0.0, 0.0), |all, &p| {
        all.union(Box2::around(p, 0.0, 0.0))
    })
}

/// The curve a route draws.
pub(super) fn curve(route: &Route) -> Curve {
    let plain = |p: Point| vec2(p.x.get(), p.y.get());
    Curve {
        a: plain(route.start),
        b: plain(route.control),
        c: plain(route.end),
    }
}
