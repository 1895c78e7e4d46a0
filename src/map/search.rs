//! The search for who stands in which slot.
//!
//! Two actors of a region change places, or one moves to another row, and the
//! change is kept when the picture gets better or only a little worse; the
//! little shrinks to nothing. The dice are an own generator with a fixed seed,
//! so the same request always gives the same picture.

use super::body::{Body, Standing};
use super::geometry::{Box2, Vec2, segments_cross, vec2};
use super::metrics::NODE_RADIUS;
use super::slots::{Field, Slot, count};

/// Visible part of a tie below which it can hardly be seen.
const SHORT: f64 = 26.0;

/// A tie between two nodes with its weight: ties that scenes show weigh more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bond {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) weight: f64,
}

/// What is to be arranged.
pub(super) struct Board<'a> {
    pub(super) bodies: &'a [Body],
    pub(super) bonds: &'a [Bond],
    pub(super) slot: Slot,
    /// Where each node would like to be, if anywhere.
    pub(super) wishes: Option<&'a [Vec2]>,
}

impl Board<'_> {
    /// Improves the fields in so many steps and gives the places.
    pub(super) fn settle(&self, fields: &mut Vec<Field>, steps: usize) -> Vec<Vec2> {
        let mut dice = Dice(0x5eed);
        let mut at = self.places(fields);
        let mut cost = self.cost(&at);
        let (mut best, mut best_cost) = (fields.clone(), cost);
        for step in 0..steps {
            let tolerance = 2.5 * (1.0 - count(step) / count(steps));
            let Some((index, changed)) = change(fields, &mut dice) else { continue };
            if !changed.fits(self.bodies) {
                continue;
            }
            let mut moved = at.clone();
            changed.place(self.bodies, self.slot, &mut moved);
            let new = self.cost(&moved);
            if new < cost + tolerance {
                fields[index] = changed;
                (at, cost) = (moved, new);
                if cost < best_cost {
                    best_cost = cost;
                    best.clone_from(fields);
                }
            }
        }
        *fields = best;
        self.places(fields)
    }

    fn places(&self, fields: &[Field]) -> Vec<Vec2> {
        let mut at = vec![Vec2::default(); self.bodies.len()];
        for field in fields {
            field.place(self.bodies, self.slot, &mut at);
        }
        at
    }

    /// How bad a picture is: long, hidden and crossing ties, and ties over other actors.
    fn cost(&self, at: &[Vec2]) -> f64 {
        let standing = Standing { bodies: self.bodies, at };
        let frames: Vec<Box2> = (0..at.len()).map(|node| standing.frame(node).grown(2.0)).collect();
        let mut cost = 0.0;
        for (index, bond) in self.bonds.iter().enumerate() {
            if bond.a == bond.b {
                continue;
            }
            cost += bond.weight * (visibility(standing, *bond) + hits(&frames, at, *bond));
            let crossed = self.bonds[..index].iter().filter(|other| crosses(at, *bond, **other));
            cost += crossed.map(|other| 0.6 * (bond.weight + other.weight)).sum::<f64>();
        }
        let wishes = self.wishes.unwrap_or_default();
        cost + wishes.iter().zip(at).map(|(wish, at)| wish.minus(*at).length() / 90.0).sum::<f64>()
    }
}

/// Length, and what of it is hidden by the actors' own names.
fn visibility(standing: Standing<'_>, bond: Bond) -> f64 {
    let (a, b) = (standing.at[bond.a], standing.at[bond.b]);
    let length = b.minus(a).length();
    let own = standing.name(bond.a).cut(a, b) + standing.name(bond.b).cut(a, b);
    let seen = length - 2.0 * NODE_RADIUS - own;
    length / 70.0 + own * 0.04 + (SHORT - seen).max(0.0) * 0.15
}

/// Actors the straight line runs over.
fn hits(frames: &[Box2], at: &[Vec2], bond: Bond) -> f64 {
    let (a, b) = (at[bond.a], at[bond.b]);
    let (low, high) = (vec2(a.x.min(b.x), a.y.min(b.y)), vec2(a.x.max(b.x), a.y.max(b.y)));
    let mut cost = 0.0;
    for (node, frame) in frames.iter().enumerate() {
        if frame.x1 <= low.x || frame.x0 >= high.x || frame.y1 <= low.y || frame.y0 >= high.y {
            continue;
        }
        if node == bond.a || node == bond.b {
            continue;
        }
        let cut = frame.cut(a, b);
        if cut > 0.0 {
            cost += 0.8 + cut * 0.04;
        }
    }
    cost
}

fn crosses(at: &[Vec2], one: Bond, other: Bond) -> bool {
    segments_cross(at[one.a], at[one.b], at[other.a], at[other.b])
}

/// A random change to one field: two actors trade places, or one moves.
fn change(fields: &[Field], dice: &mut Dice) -> Option<(usize, Field)> {
    let index = dice.below(fields.len())?;
    let mut field = fields[index].clone();
    let (from, to) = (dice.below(field.rows.len())?, dice.below(field.rows.len())?);
    let i = dice.below(field.rows[from].len())?;
    let trade = dice.below(3)? > 0;
    match dice.below(field.rows[to].len()) {
        Some(j) if trade => {
            let other = field.rows[to][j];
            field.rows[to][j] = field.rows[from][i];
            field.rows[from][i] = other;
        }
        place => {
            // The last of a row stays: an empty row would be dead space.
            if field.rows[from].len() == 1 {
                return None;
            }
            let node = field.rows[from].remove(i);
            let end = field.rows[to].len();
            field.rows[to].insert(place.unwrap_or(end).min(end), node);
        }
    }
    Some((index, field))
}

/// A linear congruential generator: plain, and the same everywhere.
struct Dice(u64);

impl Dice {
    /// A number below `limit`, if there is one.
    fn below(&mut self, limit: usize) -> Option<usize> {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let high = usize::try_from(self.0 >> 40).ok()?;
        high.checked_rem(limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::metrics::WIDE;

    #[test]
    fn tied_actors_end_up_side_by_side() {
        let bodies: Vec<Body> = ["A", "B", "C", "D", "E", "F"].map(|name| Body::new(name, WIDE)).to_vec();
        let inner = Box2 { x0: 0.0, y0: 0.0, x1: 360.0, y1: 60.0 };
        let bonds = [Bond { a: 0, b: 5, weight: 1.0 }];
        let slot = Slot { height: 52.0, rise: 15.0 };
        let mut fields = vec![Field { inner, rows: vec![vec![0, 1, 2, 3, 4, 5]] }];
        let at = Board { bodies: &bodies, bonds: &bonds, slot, wishes: None }.settle(&mut fields, 500);
        assert!(at[0].minus(at[5]).length() < 65.0);
    }

    #[test]
    fn dice_without_sides_give_nothing() {
        assert_eq!(Dice(1).below(0), None);
    }
}
