//! Labels: where on its route each tie says what it is.
//!
//! A label must hit no shape, no name of the scene, no title, no other label
//! and no other tie of the scene. When every place is taken it is left out:
//! the list beside the map has it in full. Where not all find room, those that
//! guard against a misreading go first.

use super::curve::Curve;
use super::geometry::{Box2, Vec2};
use super::result::{Point, TieLabel};
use super::spots::{Spot, spots};
use super::wording::{Setting, settings};

/// A label is at least this much nearer to its own line than to any other, as a share of the font size.
const AIR: f64 = 0.45;
/// Between a label and a name or a shape.
const CLEAR: f64 = 1.5;
/// Between two labels, as a share of the font size: nearer, both would read as one line of text.
const BETWEEN: f64 = 0.7;
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
        let (placed, left_out) = attempt(&choices, &order, BETWEEN * ground.size);
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
fn attempt(choices: &[Vec<Candidate>], order: &[usize], between: f64) -> (Vec<(usize, TieLabel)>, Option<usize>) {
    let mut areas: Vec<Box2> = Vec::new();
    let mut placed = Vec::new();
    let mut left_out = None;
    for &index in order {
        let free = |choice: &&Candidate| !areas.iter().any(|other| other.grown(between).overlaps(choice.area));
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
    for Setting { cost, text, half } in settings(own.text, ground.size) {
        for spot in spots(own.curve, half, ground.size) {
            let area = Box2::around(spot.centre, half.x, half.y);
            if !fits(ground, &spot, area, index, lines) {
                continue;
            }
            found.push(Candidate {
                cost: cost + spot.cost,
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
/// near to another line of the scene as to its own.
fn fits(ground: &Ground, spot: &Spot, area: Box2, index: usize, lines: &[[Vec2; POINTS]]) -> bool {
    let clear = |(line, points): (usize, &[Vec2; POINTS])| {
        let air = if line == index {
            0.0
        } else {
            spot.gap + AIR * ground.size
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

#[cfg(test)]
mod tests {
    use super::super::geometry::vec2;
    use super::super::wording::half;
    use super::*;
    use crate::advance::text_width;

    /// What a label takes up at a font size.
    fn area(label: &TieLabel, size: f64) -> Box2 {
        let half = half(&label.text, size);
        Box2::around(vec2(label.at.x.get(), label.at.y.get()), half.x, half.y)
    }

    /// A picture with room for text between its upper and its lower edge only.
    fn ground() -> Ground {
        let whole = Box2::sized(200.0, 64.0);
        Ground {
            frame: whole,
            taken: vec![Box2 { y1: 19.0, ..whole }, Box2 { y0: 45.0, ..whole }],
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
            let set = labels(&ground(), &[wanted(0, 20.0, worths.0), wanted(1, 44.0, worths.1)]);
            assert_eq!(set.iter().map(|label| label.tie).collect::<Vec<_>>(), [kept]);
        }
    }

    /// An empty picture of this width, 100 high.
    fn room(width: f64) -> Ground {
        Ground {
            frame: Box2::sized(width, 100.0),
            taken: Vec::new(),
            size: 12.0,
        }
    }

    fn upright(x: f64) -> Wanted<'static> {
        Wanted {
            curve: Curve::bowed(vec2(x, 0.0), vec2(x, 100.0), 0.0, 0.0),
            ..wanted(0, 0.0, 1.0)
        }
    }

    #[test]
    fn a_label_too_wide_for_one_line_stands_in_two() {
        let set = labels(&room(90.0), &[upright(45.0)]);
        assert_eq!(set[0].text, "said to\nlegitimise");
        assert!(Box2::sized(90.0, 100.0).holds(area(&set[0], 12.0)));
    }

    #[test]
    fn where_one_line_is_enough_a_label_is_not_broken() {
        assert_eq!(labels(&room(200.0), &[upright(100.0)])[0].text, "said to legitimise");
    }

    #[test]
    fn a_label_beside_an_upright_line_has_a_side_along_it() {
        let set = labels(&room(200.0), &[upright(4.0)]);
        let beside = area(&set[0], 12.0).x0 - 4.0;
        assert!((0.0..=6.0).contains(&beside), "{beside} from the line");
    }

    #[test]
    fn a_label_does_not_fill_the_room_between_its_own_line_and_another() {
        let width = text_width("said to legitimise", 12.0);
        let far = |air: f64| 10.0 + 0.12 * 12.0 + width + air;
        for (air, broken) in [(4.0, true), (9.0, false)] {
            let set = labels(
                &room(far(air) + 2.0),
                &[
                    upright(10.0),
                    Wanted {
                        tie: 1,
                        worth: 0.0,
                        ..upright(far(air))
                    },
                ],
            );
            assert_eq!(set[0].text.contains('\n'), broken, "{air} from the other line");
        }
    }

    #[test]
    fn two_labels_do_not_read_as_one_text() {
        let set = labels(&room(200.0), &[wanted(0, 40.0, 1.0), wanted(1, 60.0, 1.0)]);
        let (a, b) = (area(&set[0], 12.0), area(&set[1], 12.0));
        assert!(!a.grown(8.0).overlaps(b), "{a:?} {b:?}");
    }
}
