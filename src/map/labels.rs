//! Labels: where on its route each tie says what it is.
//!
//! A label must hit no shape, no name of the scene, no title, no other label
//! and no other tie of the scene. When every place is taken it is left out:
//! the list beside the map has it in full.

use super::body::rounded;
use super::geometry::{Box2, Curve, Vec2, vec2};
use super::result::{Point, TieLabel};
use super::wording::wordings;
use crate::advance::text_width;

/// Where along the route a label may sit, the middle first.
const PLACES: [f64; 11] = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.28, 0.72, 0.25, 0.75];
/// Between a label beside its route and the route, as shares of the font size.
const BESIDE: [f64; 3] = [0.12, 0.35, 0.55];
/// The centre of a label is at most this far from its route, as a share of the font size.
const FARTHEST: f64 = 2.4;
/// A label is at least this much nearer to its own line than to any other.
const AIR: f64 = 1.0;
/// Between a label and any other line, as a share of the font size: nearer, it would seem to be that line's.
const APART: f64 = 0.45;
/// Between a label and a name or a shape: less would read as one line of text.
const CLEAR: f64 = 2.5;
/// Above this slope a line through the text hides little of the line.
const STEEP: f64 = 0.55;
/// The points on a route that are held against a label's box.
const POINTS: usize = 33;

/// A tie that wants a label.
pub(super) struct Wanted<'a> {
    /// Its index in the request.
    pub(super) tie: usize,
    pub(super) text: &'a str,
    pub(super) curve: Curve,
}

/// The ground labels are set on.
pub(super) struct Ground {
    /// What no label may leave.
    pub(super) frame: Box2,
    /// What no label may touch.
    pub(super) taken: Vec<Box2>,
    /// The font size, in the units of the ground.
    pub(super) size: f64,
}

/// Places as many labels as fit, in the order of `wanted`.
///
/// A label that finds no room is tried once more before all the others: the
/// ones with the fewest places to go should choose first.
pub(super) fn labels(ground: &Ground, wanted: &[Wanted<'_>]) -> Vec<TieLabel> {
    let lines: Vec<[Vec2; POINTS]> = wanted.iter().map(|wanted| wanted.curve.points::<POINTS>()).collect();
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    let mut best: Vec<TieLabel> = Vec::new();
    for _ in 0..=wanted.len() {
        let (placed, left_out) = attempt(ground, wanted, &lines, &order);
        if placed.len() > best.len() {
            best = placed;
        }
        let Some(first) = left_out.first().copied() else { break };
        order.retain(|&index| index != first);
        order.insert(0, first);
    }
    best.sort_by_key(|label| label.tie);
    best
}

/// One pass in a given order: the labels placed and who was left out, last first.
fn attempt(
    ground: &Ground,
    wanted: &[Wanted<'_>],
    lines: &[[Vec2; POINTS]],
    order: &[usize],
) -> (Vec<TieLabel>, Vec<usize>) {
    let mut placed: Vec<(Box2, TieLabel)> = Vec::new();
    let mut left_out = Vec::new();
    for &index in order {
        let free = |area: Box2| !placed.iter().any(|(other, _)| other.grown(1.5).overlaps(area));
        match place(ground, &wanted[index], index, lines, free) {
            Some(label) => placed.push(label),
            None => left_out.insert(0, index),
        }
    }
    (placed.into_iter().map(|(_, label)| label).collect(), left_out)
}

/// The best free place for one label, the fullest wording that has one.
fn place(
    ground: &Ground,
    wanted: &Wanted<'_>,
    index: usize,
    lines: &[[Vec2; POINTS]],
    free: impl Fn(Box2) -> bool,
) -> Option<(Box2, TieLabel)> {
    wordings(wanted.text).into_iter().find_map(|text| {
        let half = vec2(text_width(&text, ground.size) / 2.0, ground.size * 0.55);
        let fits = |spot: &Spot| {
            let area = Box2::around(spot.centre, half.x, half.y);
            ground.frame.holds(area)
                && !ground.taken.iter().any(|taken| taken.overlaps(area.grown(CLEAR)))
                && free(area)
                && lines.iter().enumerate().all(|(line, points)| {
                    // A label may sit on its own line, or beside it, but not half on it,
                    // and never as near to another line as to its own.
                    let air = if line == index {
                        0.0
                    } else {
                        (spot.gap + AIR).max(APART * ground.size)
                    };
                    (spot.on_line && line == index) || !runs_through(area.grown(air), points)
                })
        };
        let spots = spots(wanted.curve, half, ground.size).into_iter().filter(fits);
        let best = spots.min_by(|a, b| a.cost.total_cmp(&b.cost))?;
        let at = Point::new(best.centre.x, best.centre.y);
        Some((
            Box2::around(best.centre, half.x, half.y),
            TieLabel {
                tie: wanted.tie,
                at,
                text,
            },
        ))
    })
}

fn runs_through(area: Box2, points: &[Vec2]) -> bool {
    points.windows(2).any(|pair| area.cut(pair[0], pair[1]) > 0.0)
}

/// A centre to try for a label.
struct Spot {
    cost: f64,
    centre: Vec2,
    on_line: bool,
    /// Between the text and its line.
    gap: f64,
}

/// Where a label might sit: on the line where it is steep, else above or below it.
fn spots(curve: Curve, half: Vec2, size: f64) -> Vec<Spot> {
    let mut found = Vec::new();
    let mut add = |cost: f64, centre: Vec2, gap: Option<f64>| {
        found.push(Spot {
            cost,
            centre: rounded(centre),
            on_line: gap.is_none(),
            gap: gap.unwrap_or(0.0),
        });
    };
    for t in PLACES {
        let (on, along) = (curve.at(t), curve.tangent(t));
        let off_middle = (t - 0.5).abs();
        if along.y.abs() > STEEP {
            add(off_middle, on, None);
        } else if half.x < 0.3 * curve.chord() {
            // Enough of the line remains on both sides to see that it runs on.
            add(off_middle + 0.6, on, None);
        }
        let normal = if along.x < 0.0 {
            along.normal()
        } else {
            along.normal().times(-1.0)
        };
        let beside = normal.x.abs() * half.x + normal.y.abs() * half.y;
        for share in BESIDE {
            let (gap, away) = (share * size, beside + share * size);
            // A wide label beside a steep line would float far from it.
            if away <= FARTHEST * size {
                add(off_middle + 0.2 + share, on.plus(normal.times(away)), Some(gap));
                add(off_middle + 0.25 + share, on.minus(normal.times(away)), Some(gap));
            }
        }
    }
    found
}
