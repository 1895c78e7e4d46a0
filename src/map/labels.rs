//! Labels: where on its route each tie says what it is.
//!
//! A label must hit no shape, no name of the scene, no title, no other label
//! and no other tie of the scene. When every place is taken it is left out:
//! the list beside the map has it in full. Where not all find room, those that
//! guard against a misreading go first.

use super::body::rounded;
use super::curve::Curve;
use super::geometry::{Box2, Vec2, vec2};
use super::result::{Point, TieLabel};
use super::slots::count;
use super::wording::wordings;
use crate::advance::text_width;

/// How many places along the route are tried, and where the first of them lies.
const PLACES: (usize, f64) = (25, 0.14);
/// Between a label beside its route and the route, as shares of the font size.
const BESIDE: [f64; 3] = [0.12, 0.3, 0.5];
/// The centre of a label is at most this far from its route, as a share of the font size.
const FARTHEST: f64 = 1.5;
/// What of a route must be seen on both sides of a label that sits on it: it must run on, and keep its head.
const SEEN: f64 = 9.0;
/// A route bends at most this much beneath a label, as a share of the font size, or it comes out above the words.
const BEND: f64 = 0.4;
/// A label is at least this much nearer to its own line than to any other.
const AIR: f64 = 1.0;
/// Between a label and any other line, as a share of the font size: nearer, it would seem to be that line's.
const APART: f64 = 0.25;
/// Between a label and a name or a shape: less would read as one line of text.
const CLEAR: f64 = 1.5;
/// What it costs, in shares of the route's length, to leave out the date and to cover a faint name.
const UNDATED: f64 = 3.0;
const COVERED: f64 = 6.0;
/// Over more faint names than this a label would be a smear.
const MOST_COVERED: usize = 2;
/// The points on a route that are held against a label's box.
const POINTS: usize = 33;

/// A tie that wants a label.
pub(super) struct Wanted<'a> {
    /// Its index in the request.
    pub(super) tie: usize,
    pub(super) text: &'a str,
    pub(super) curve: Curve,
    /// What its label is worth.
    pub(super) worth: f64,
}

/// The ground labels are set on.
pub(super) struct Ground {
    /// What no label may leave.
    pub(super) frame: Box2,
    /// What no label may touch.
    pub(super) taken: Vec<Box2>,
    /// What a label covers only if it has no other place, and never many at once.
    pub(super) faint: Vec<Box2>,
    /// The font size, in the units of the ground.
    pub(super) size: f64,
}

/// A place for a label that hits nothing but perhaps another label.
struct Candidate {
    cost: f64,
    area: Box2,
    label: TieLabel,
}

/// Places labels of as much worth as fit.
///
/// A label that finds no room is tried once more before all the others: the
/// ones with the fewest places to go should choose first.
pub(super) fn labels(ground: &Ground, wanted: &[Wanted<'_>]) -> Vec<TieLabel> {
    let lines: Vec<[Vec2; POINTS]> = wanted.iter().map(|wanted| wanted.curve.points::<POINTS>()).collect();
    let choices: Vec<Vec<Candidate>> = (0..wanted.len())
        .map(|index| candidates(ground, wanted, index, &lines))
        .collect();
    let worth = |placed: &[usize]| placed.iter().map(|&index| wanted[index].worth).sum::<f64>();
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.retain(|&index| !choices[index].is_empty());
    order.sort_by(|&a, &b| wanted[b].worth.total_cmp(&wanted[a].worth));
    let mut best: (f64, Vec<TieLabel>) = (0.0, Vec::new());
    for _ in 0..=order.len() {
        let (placed, left_out) = attempt(&choices, &order);
        let (indices, set): (Vec<usize>, Vec<TieLabel>) = placed.into_iter().unzip();
        if worth(&indices) > best.0 {
            best = (worth(&indices), set);
        }
        let Some(first) = left_out else { break };
        order.retain(|&index| index != first);
        order.insert(0, first);
    }
    best.1.sort_by_key(|label| label.tie);
    best.1
}

/// One pass in a given order: the labels placed, and the last that was left out.
fn attempt(choices: &[Vec<Candidate>], order: &[usize]) -> (Vec<(usize, TieLabel)>, Option<usize>) {
    let mut areas: Vec<Box2> = Vec::new();
    let mut placed = Vec::new();
    let mut left_out = None;
    for &index in order {
        let free = |choice: &&Candidate| !areas.iter().any(|other| other.grown(1.5).overlaps(choice.area));
        if let Some(choice) = choices[index].iter().find(free) {
            areas.push(choice.area);
            placed.push((index, choice.label.clone()));
        } else {
            left_out = Some(index);
        }
    }
    (placed, left_out)
}

/// The places for one label, the best first.
fn candidates(ground: &Ground, wanted: &[Wanted<'_>], index: usize, lines: &[[Vec2; POINTS]]) -> Vec<Candidate> {
    let own = &wanted[index];
    let mut found = Vec::new();
    for (shortened, text) in wordings(own.text).into_iter().enumerate() {
        let half = vec2(text_width(&text, ground.size) / 2.0, ground.size * 0.55);
        for spot in spots(own.curve, half, ground.size) {
            let area = Box2::around(spot.centre, half.x, half.y);
            if !fits(ground, &spot, area, index, lines) {
                continue;
            }
            let covered = ground.faint.iter().filter(|faint| faint.overlaps(area)).count();
            if covered > MOST_COVERED {
                continue;
            }
            found.push(Candidate {
                cost: spot.cost + count(shortened) * UNDATED + count(covered) * COVERED,
                area,
                label: TieLabel {
                    tie: own.tie,
                    at: Point::new(spot.centre.x, spot.centre.y),
                    text: text.clone(),
                },
            });
        }
    }
    found.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    found
}

/// Whether a label hits nothing that stays where it is.
///
/// It may sit on its own line, or beside it, but not half on it, and never as
/// near to another line of the scene as to its own. Lines that are only
/// context run beneath it: they are faint, and its letters have a rim.
fn fits(ground: &Ground, spot: &Spot, area: Box2, index: usize, lines: &[[Vec2; POINTS]]) -> bool {
    let clear = |(line, points): (usize, &[Vec2; POINTS])| {
        let air = if line == index {
            0.0
        } else {
            (spot.gap + AIR).max(APART * ground.size)
        };
        (spot.on_line && line == index) || !runs_through(area.grown(air), points)
    };
    let around = area.grown(CLEAR);
    ground.frame.holds(area)
        && !ground.taken.iter().any(|taken| taken.overlaps(around))
        && lines.iter().enumerate().all(clear)
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

/// Where a label might sit: on the line, else above or below it.
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
            // A wide label beside a steep line would float far from it.
            if away <= FARTHEST * size {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture with room for text between its upper and its lower edge only.
    fn ground(faint: Vec<Box2>) -> Ground {
        let whole = Box2::sized(200.0, 64.0);
        Ground {
            frame: whole,
            taken: vec![Box2 { y1: 19.0, ..whole }, Box2 { y0: 45.0, ..whole }],
            faint,
            size: 12.0,
        }
    }

    fn wanted(tie: usize, y: f64, worth: f64) -> Wanted<'static> {
        Wanted {
            tie,
            text: "said to legitimise",
            curve: Curve::bowed(vec2(0.0, y), vec2(200.0, y), 0.0, 0.0),
            worth,
        }
    }

    #[test]
    fn where_one_of_two_labels_finds_room_it_is_the_one_worth_more() {
        for (worths, kept) in [((1.0, 1.5), 1), ((1.5, 1.0), 0)] {
            let set = labels(
                &ground(Vec::new()),
                &[wanted(0, 20.0, worths.0), wanted(1, 44.0, worths.1)],
            );
            assert_eq!(set.iter().map(|label| label.tie).collect::<Vec<_>>(), [kept]);
        }
    }

    #[test]
    fn a_label_covers_a_faint_name_only_where_it_has_no_other_place() {
        let left = Box2::sized(30.0, 64.0);
        let beside = labels(&ground(vec![left]), &[wanted(0, 20.0, 1.0)]);
        let half = text_width(&beside[0].text, 12.0) / 2.0;
        assert!(beside[0].at.x.get() - half >= 30.0, "there was room beside the name");
        let everywhere = Box2::sized(200.0, 64.0);
        assert_eq!(labels(&ground(vec![everywhere]), &[wanted(0, 20.0, 1.0)]).len(), 1);
        assert!(labels(&ground(vec![everywhere; 3]), &[wanted(0, 20.0, 1.0)]).is_empty());
    }
}
