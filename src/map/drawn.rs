//! A tie as drawn, and what two of them cost each other.
//!
//! Knows lines only; who stands in their way is for the routes to say.

use super::curve::Curve;
use super::geometry::{Box2, Vec2, segments_cross, vec2};
use super::metrics::NODE_RADIUS;
use super::result::{Point, Route};
use super::slots::count;

/// Apart from each other in the middle: ties between the same two actors.
const FAN: f64 = 16.0;
/// Two lines nearer than this are hard to tell apart.
const FUSED: f64 = 8.0;
/// What each unit costs that the ends of two ties at an actor lack of that, and a bit more:
/// one line coming and one going would read as a single double arrow.
const TOUCHING: (f64, f64) = (FUSED + 1.0, 3.0);
/// The share of a line that may lie along another, as it must where both leave one actor, and what the whole would cost.
const ALONG: (f64, f64) = (0.25, 60.0);
/// What it counts when the two are never shown together.
const APART: f64 = 0.12;
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
    /// The scenes that show it, one bit each.
    pub(super) scenes: u64,
}

impl Tie {
    /// Whether some scene shows both.
    pub(super) fn meets(self, other: Self) -> bool {
        self.scenes & other.scenes != 0
    }

    /// How much it matters that the ends of two ties can be told apart.
    pub(super) fn with(self, other: Self) -> f64 {
        if self.meets(other) { 1.0 } else { APART }
    }
}

/// A tie with a bow.
#[derive(Clone, Copy)]
pub(super) struct Drawn {
    pub(super) bow: f64,
    pub(super) whole: Curve,
    seen: Curve,
    pub(super) points: [Vec2; PIECES],
    pub(super) bounds: Box2,
}

impl Drawn {
    pub(super) fn new(bow: f64, whole: Curve, seen: Curve) -> Self {
        let points = seen.points::<PIECES>();
        Self {
            bow,
            whole,
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

/// How nearly two ties end in the same place at an actor they share.
pub(super) fn touching(tie: Tie, tried: &Drawn, other: Tie, taken: &Drawn) -> f64 {
    let mut cost = 0.0;
    for (node, end) in [(tie.from, tried.seen.a), (tie.to, tried.seen.c)] {
        for (other_node, other_end) in [(other.from, taken.seen.a), (other.to, taken.seen.c)] {
            if node == other_node {
                cost += (TOUCHING.0 - end.minus(other_end).length()).max(0.0) * TOUCHING.1;
            }
        }
    }
    cost
}

/// How much of the shorter of two lines lies along the other.
pub(super) fn along(one: &Drawn, other: &Drawn) -> f64 {
    let (short, long) = if one.seen.chord() < other.seen.chord() {
        (one, other)
    } else {
        (other, one)
    };
    let reach = long.bounds.grown(FUSED);
    if !reach.overlaps(short.bounds) {
        return 0.0;
    }
    let near = |p: &&Vec2| {
        let fused = |pair: &[Vec2]| p.is_near(pair[0], pair[1], FUSED);
        reach.contains(**p) && long.points.windows(2).any(fused)
    };
    // Every other point tells enough.
    let held = short.points.iter().step_by(2);
    let share = count(held.clone().filter(near).count()) / count(held.len());
    (share - ALONG.0).max(0.0) * ALONG.1
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

#[cfg(test)]
mod tests {
    use super::super::sound::plain;
    use super::{Curve, Point, Route};

    #[test]
    fn a_route_writes_its_path_for_svg() {
        let route = Route {
            start: Point::new(1.0, 2.25),
            control: Point::new(-0.04, 5.0),
            end: Point::new(9.0, 9.5),
        };
        assert_eq!(route.path(), "M1 2.3Q0 5 9 9.5");
        assert_eq!(route.at(0.0), route.start);
        assert_eq!(route.at(1.0), route.end);
        let curve = Curve {
            a: plain(route.start),
            b: plain(route.control),
            c: plain(route.end),
        };
        assert_eq!(super::curve(&route), curve);
    }
}
