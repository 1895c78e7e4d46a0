//! The cost of a picture before its routes are drawn: straight ties between places.
//!
//! Long, hidden and crossing ties cost, and ties over other actors cost most,
//! unless a bow would lead around them.

use super::body::Standing;
use super::curve::Curve;
use super::geometry::{Box2, Vec2, segments_cross};
use super::metrics::NODE_RADIUS;
use super::search::Bond;

/// The bows a tie might take around an actor in its way, as shares of its length, and the widest.
const BOWS: [f64; 4] = [0.13, -0.13, WIDEST, -WIDEST];
const WIDEST: f64 = 0.26;
/// What a bow costs.
const BENT: f64 = 0.4;
/// What it costs to run over a shape or a name, and for each unit of length in it.
const HIT: (f64, f64) = (5.0, 0.05);
/// What it costs to cross, for each of the two ties.
const CROSSING: f64 = 0.8;
/// The length of tie, and the distance from where an actor wishes to be, that cost one.
const LONG: f64 = 140.0;
const FAR: f64 = 50.0;
/// Air around shapes and names.
const CLEAR: f64 = 2.0;

/// What each tie costs for the actors it runs over.
pub(super) type Hits = Vec<f64>;

/// Everything but the actors that ties run over.
pub(super) fn lines(standing: Standing<'_>, bonds: &[Bond], short: f64, wishes: &[Vec2]) -> f64 {
    let at = standing.at;
    let mut cost = wishes
        .iter()
        .zip(at)
        .map(|(wish, at)| wish.minus(*at).length() / FAR)
        .sum::<f64>();
    for (index, bond) in bonds.iter().enumerate() {
        cost += bond.weight * visibility(standing, *bond, short);
        for other in &bonds[..index] {
            if segments_cross((at[bond.a], at[bond.b]), (at[other.a], at[other.b])) {
                cost += CROSSING * (bond.weight + other.weight);
            }
        }
    }
    cost
}

/// What each tie costs for the actors it runs over; `known` gives those that need no count.
pub(super) fn hits(standing: Standing<'_>, bonds: &[Bond], known: impl Fn(usize, &Bond) -> Option<f64>) -> Hits {
    let each = |node: usize| [standing.shape(node), standing.name(node)].map(|area| (node, area.grown(CLEAR)));
    let areas: Vec<(usize, Box2)> = (0..standing.at.len()).flat_map(each).collect();
    let mut near = Vec::with_capacity(areas.len());
    let count = |(index, bond): (usize, &Bond)| {
        known(index, bond).unwrap_or_else(|| bond.weight * run_over(&areas, &mut near, standing.at, *bond))
    };
    bonds.iter().enumerate().map(count).collect()
}

/// Length, and what of it is hidden by the actors' own names.
fn visibility(standing: Standing<'_>, bond: Bond, short: f64) -> f64 {
    let (a, b) = (standing.at[bond.a], standing.at[bond.b]);
    let length = b.minus(a).length();
    let own = standing.name(bond.a).cut(a, b) + standing.name(bond.b).cut(a, b);
    let seen = length - 2.0 * NODE_RADIUS - own;
    length / LONG + own * 0.04 + (short - seen).max(0.0) * 0.15
}

/// What a tie runs over, straight or with a bow, whichever is less.
fn run_over(areas: &[(usize, Box2)], near: &mut Vec<Box2>, at: &[Vec2], bond: Bond) -> f64 {
    let (a, b) = (at[bond.a], at[bond.b]);
    let foreign = |node: usize| node != bond.a && node != bond.b;
    let mut least = 0.0;
    for &(node, area) in areas {
        if foreign(node) {
            least += hit(area, a, b);
        }
    }
    if least <= BENT {
        return least;
    }
    let reach = b.minus(a).length();
    let corners = Box2::around(a, 0.0, 0.0)
        .union(Box2::around(b, 0.0, 0.0))
        .grown(WIDEST * reach);
    near.clear();
    near.extend(
        areas
            .iter()
            .filter(|(node, area)| foreign(*node) && area.overlaps(corners))
            .map(|(_, area)| area),
    );
    for share in BOWS {
        let points = Curve::bowed(a, b, share * reach, 0.0).points::<5>();
        let mut bowed = BENT;
        for area in &*near {
            if bowed >= least {
                break;
            }
            for pair in points.windows(2) {
                bowed += hit(*area, pair[0], pair[1]);
            }
        }
        least = least.min(bowed);
    }
    least
}

#[inline]
fn hit(area: Box2, a: Vec2, b: Vec2) -> f64 {
    let cut = area.cut(a, b);
    if cut > 0.0 { HIT.0 + cut * HIT.1 } else { 0.0 }
}
