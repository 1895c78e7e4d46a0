//! Routes: how each tie bends from one actor to the other.
//!
//! Every tie tries a handful of bows, to both sides, and takes the cheapest
//! with regard to the actors in its way and the bows the other ties have taken;
//! a few rounds of this settle. Ties between the same two actors must keep
//! apart, so parallel and opposite ties fan out.

use super::body::Standing;
use super::geometry::{Box2, Curve, Vec2, segments_cross, vec2};
use super::metrics::NODE_RADIUS;
use super::result::{Point, Route};

/// Bows tried, as shares of the length; slight ones look drawn, not ruled.
const BOWS: [f64; 13] = [0.06, -0.06, 0.0, 0.12, -0.12, 0.19, -0.19, 0.27, -0.27, 0.36, -0.36, 0.46, -0.46];
/// Short ties bend as if they were this long.
const SHORTEST: f64 = 70.0;
/// Rounds in which every tie may change its mind.
const ROUNDS: usize = 3;
/// Apart from each other in the middle: ties between the same two actors.
const FAN: f64 = 16.0;
/// Air between an actor's shape and its ties, and beyond the tip of an arrow head.
const AIR: (f64, f64) = (1.0, 2.5);
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

/// Finds a route for every tie, within `frame` as far as possible.
pub(super) fn routes(standing: Standing<'_>, ties: &[Tie], frame: Box2) -> Vec<Route> {
    let router = Router { standing, ties, frame };
    let mut drawn: Vec<Drawn> = ties.iter().map(|&tie| router.draw(tie, 0.0)).collect();
    for _ in 0..ROUNDS {
        for index in 0..ties.len() {
            drawn[index] = router.cheapest(index, &drawn);
        }
    }
    drawn.iter().map(|drawn| route(drawn.seen)).collect()
}

/// A tie with a bow.
#[derive(Clone, Copy)]
struct Drawn {
    bow: f64,
    whole: Curve,
    seen: Curve,
    points: [Vec2; PIECES],
    bounds: Box2,
}

struct Router<'a> {
    standing: Standing<'a>,
    ties: &'a [Tie],
    frame: Box2,
}

impl Router<'_> {
    fn draw(&self, tie: Tie, bow: f64) -> Drawn {
        let (a, c) = (self.standing.at[tie.from], self.standing.at[tie.to]);
        let whole = if tie.from == tie.to { loop_above(a) } else { Curve::bowed(a, c, bow) };
        let seen = self.trim(tie, whole);
        let points = seen.points::<PIECES>();
        Drawn { bow, whole, seen, points, bounds: bounds(&points) }
    }

    fn cheapest(&self, index: usize, drawn: &[Drawn]) -> Drawn {
        let tie = self.ties[index];
        let length = self.standing.at[tie.to].minus(self.standing.at[tie.from]).length();
        let mut best: Option<(f64, Drawn)> = None;
        for share in BOWS {
            let tried = self.draw(tie, share * length.max(SHORTEST));
            let cost = self.own_cost(tie, &tried, length) + self.cost_among(index, &tried, drawn);
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, tried));
            }
        }
        best.map_or(drawn[index], |(_, tried)| tried)
    }

    /// What a curve costs by itself: its bow, what it runs over, what cannot be seen of it.
    fn own_cost(&self, tie: Tie, tried: &Drawn, length: f64) -> f64 {
        let bend = tried.bow.abs() / length.max(SHORTEST);
        let mut cost = bend * bend * 14.0;
        for node in 0..self.standing.at.len() {
            let frame = self.standing.frame(node).grown(2.5);
            if node == tie.from || node == tie.to || !frame.overlaps(tried.bounds) {
                continue;
            }
            let cut = cut(frame, &tried.points);
            if cut > 0.0 {
                cost += 3.0 + cut * 0.12;
            }
        }
        let ends = tried.whole.points::<PIECES>();
        for node in [tie.from, tie.to] {
            cost += cut(self.standing.name(node), &ends) * 0.05;
        }
        let seen = tried.points.windows(2).map(|pair| pair[1].minus(pair[0]).length()).sum::<f64>();
        cost += (24.0 - seen).max(0.0) * 0.2;
        if !self.frame.holds(tried.bounds) {
            cost += 20.0;
        }
        cost
    }

    /// What a curve costs among the others: crossings, sharp angles at a shared actor, too close a twin.
    fn cost_among(&self, index: usize, tried: &Drawn, drawn: &[Drawn]) -> f64 {
        let tie = self.ties[index];
        let mut cost = 0.0;
        for (other_index, (other, taken)) in self.ties.iter().zip(drawn).enumerate() {
            if other_index == index {
                continue;
            }
            let weight = (tie.weight + other.weight) / 2.0;
            if tried.bounds.overlaps(taken.bounds) {
                cost += 1.3 * weight * crossings(&tried.points, &taken.points);
            }
            cost += twin(tie, tried, *other, taken) + 1.2 * weight * sharpness(tie, tried, *other, taken);
        }
        cost
    }

    /// Cuts off what lies within the shapes and names of the tie's own actors.
    fn trim(&self, tie: Tie, whole: Curve) -> Curve {
        let tip = if tie.directed { AIR.1 } else { AIR.0 };
        let start = self.leaves(tie.from, whole, AIR.0);
        let back = Curve { a: whole.c, b: whole.b, c: whole.a };
        let end = 1.0 - self.leaves(tie.to, back, tip);
        if start < end { whole.part(start, end) } else { whole.part(0.5, 0.5) }
    }

    /// The parameter at which a curve has left its actor for good.
    fn leaves(&self, node: usize, curve: Curve, air: f64) -> f64 {
        let at = self.standing.at[node];
        let name = self.standing.name(node).grown(air);
        let radius = NODE_RADIUS + air;
        let inside = |t: f64| {
            let p = curve.at(t);
            p.minus(at).length() < radius || name.contains(p)
        };
        let (mut last, mut t) = (0.0, 0.0);
        while t < 0.5 {
            if inside(t) {
                last = t;
            }
            t += 1.0 / 128.0;
        }
        let (mut low, mut high) = (last, last + 1.0 / 128.0);
        for _ in 0..8 {
            let middle = (low + high) / 2.0;
            if inside(middle) { low = middle } else { high = middle }
        }
        high
    }
}

/// A tie of an actor with itself: a small loop above its shape.
fn loop_above(at: Vec2) -> Curve {
    let reach = 2.0 * NODE_RADIUS;
    Curve { a: at.plus(vec2(-reach, 0.0)), b: at.plus(vec2(0.0, -2.5 * reach)), c: at.plus(vec2(reach, 0.0)) }
}

/// Ties between the same two actors keep their middles apart.
fn twin(tie: Tie, tried: &Drawn, other: Tie, taken: &Drawn) -> f64 {
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
fn sharpness(tie: Tie, tried: &Drawn, other: Tie, taken: &Drawn) -> f64 {
    let ends = |tie: Tie, drawn: &Drawn| {
        [(tie.from, drawn.whole.tangent(0.0)), (tie.to, drawn.whole.tangent(1.0).times(-1.0))]
    };
    let mut cost = 0.0;
    for (node, direction) in ends(tie, tried) {
        for (other_node, other_direction) in ends(other, taken) {
            if node == other_node {
                cost += (0.22 - direction.minus(other_direction).length()).max(0.0) * 8.0;
            }
        }
    }
    cost
}

fn crossings(one: &[Vec2; PIECES], other: &[Vec2; PIECES]) -> f64 {
    let mut found = 0.0;
    for a in one.windows(2) {
        for b in other.windows(2) {
            if segments_cross(a[0], a[1], b[0], b[1]) {
                found += 1.0;
            }
        }
    }
    found
}

fn cut(frame: Box2, points: &[Vec2]) -> f64 {
    points.windows(2).map(|pair| frame.cut(pair[0], pair[1])).sum()
}

fn bounds(points: &[Vec2]) -> Box2 {
    let first = points.first().copied().unwrap_or_default();
    points.iter().fold(Box2::around(first, 0.0, 0.0), |all, &p| all.union(Box2::around(p, 0.0, 0.0)))
}

fn route(curve: Curve) -> Route {
    let point = |p: Vec2| Point::new(p.x, p.y);
    Route { start: point(curve.a), control: point(curve.b), end: point(curve.c) }
}

/// The curve a route draws.
pub(super) fn curve(route: &Route) -> Curve {
    let plain = |p: Point| vec2(p.x.get(), p.y.get());
    Curve { a: plain(route.start), b: plain(route.control), c: plain(route.end) }
}
