//! The search for who stands in which slot.
//!
//! Two actors of a region change places, or one moves to another row, and the
//! change is kept when the picture gets better or only a little worse; the
//! little shrinks to nothing. The dice are an own generator with a fixed seed,
//! so the same request always gives the same picture.

use super::body::{Body, Standing};
use super::cost::{Hits, hits, lines};
use super::geometry::Vec2;
use super::slots::{Field, Slot, count};

/// How much worse a picture may get by a change at the beginning.
const TOLERANCE: f64 = 5.0;

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
    /// The least length of a tie that can be seen and labelled well.
    pub(super) short: f64,
    /// What the dice start from.
    pub(super) seed: u64,
    /// Where each node would like to be, if anywhere.
    pub(super) wishes: Option<&'a [Vec2]>,
}

impl Board<'_> {
    /// Improves the fields in so many steps and gives the cost reached.
    pub(super) fn settle(&self, fields: &mut Vec<Field>, steps: usize) -> f64 {
        let mut dice = Dice(self.seed);
        let mut now = self.judged(self.places(fields), None);
        let (mut best, mut best_cost) = (fields.clone(), now.cost);
        for step in 0..steps {
            let limit = now.cost + TOLERANCE * (1.0 - count(step) / count(steps));
            let Some((index, changed)) = change(fields, &mut dice) else {
                continue;
            };
            if !changed.fits(self.bodies) {
                continue;
            }
            let mut at = now.at.clone();
            changed.place(self.bodies, self.slot, &mut at);
            // Most changes are refused, and the ties that have not moved themselves tell little of why.
            let sketched = self.judged(at, Some(&now));
            if sketched.cost >= limit {
                continue;
            }
            let new = self.judged(sketched.at, None);
            if new.cost < limit {
                fields[index] = changed;
                now = new;
                if now.cost < best_cost {
                    best_cost = now.cost;
                    best.clone_from(fields);
                }
            }
        }
        *fields = best;
        best_cost
    }

    /// Judges a picture; what ties run over is taken from `before` where neither end has moved.
    fn judged(&self, at: Vec<Vec2>, before: Option<&Judged>) -> Judged {
        let standing = Standing {
            bodies: self.bodies,
            at: &at,
        };
        let hits = hits(standing, self.bonds, |index, bond| {
            let stayed = |node: usize| before.filter(|before| before.at[node] == at[node]);
            stayed(bond.a).and(stayed(bond.b)).map(|before| before.hits[index])
        });
        let lines = lines(standing, self.bonds, self.short, self.wishes.unwrap_or_default());
        Judged {
            cost: lines + hits.iter().sum::<f64>(),
            hits,
            at,
        }
    }

    /// Where everybody stands.
    pub(super) fn places(&self, fields: &[Field]) -> Vec<Vec2> {
        let mut at = vec![Vec2::default(); self.bodies.len()];
        for field in fields {
            field.place(self.bodies, self.slot, &mut at);
        }
        at
    }
}

/// A picture and how bad it is.
struct Judged {
    at: Vec<Vec2>,
    hits: Hits,
    cost: f64,
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
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let high = usize::try_from(self.0 >> 40).ok()?;
        high.checked_rem(limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::geometry::Box2;
    use crate::map::metrics::WIDE;

    #[test]
    fn tied_actors_end_up_side_by_side() {
        let bodies: Vec<Body> = ["A", "B", "C", "D", "E", "F"]
            .map(|name| Body::new(name, WIDE))
            .to_vec();
        let inner = Box2::sized(360.0, 60.0);
        let bonds = [Bond {
            a: 0,
            b: 5,
            weight: 1.0,
        }];
        let slot = Slot {
            height: 52.0,
            rise: 15.0,
        };
        let mut fields = vec![Field {
            inner,
            rows: vec![vec![0, 1, 2, 3, 4, 5]],
        }];
        let board = Board {
            bodies: &bodies,
            bonds: &bonds,
            slot,
            short: 26.0,
            seed: 1,
            wishes: None,
        };
        board.settle(&mut fields, 500);
        let at = board.places(&fields);
        assert!(at[0].minus(at[5]).length() < 65.0);
    }

    #[test]
    fn dice_without_sides_give_nothing() {
        assert_eq!(Dice(1).below(0), None);
    }
}
