//! Slots: the rows of a region in which its actors stand.
//!
//! A row spaces its actors by the width of their names, so a long name takes
//! room from its row only. Which actor stands where is for the search to say.

use super::body::Body;
use super::geometry::{Box2, Vec2, vec2};

/// The least air between two names in a row.
pub(super) const GAP: f64 = 7.0;
/// The least air between a name and the shape below.
pub(super) const AIR: f64 = 4.0;
/// At most this far do neighbours in a row stand higher and lower than the row.
const STAGGER: f64 = 9.0;
/// The proportion of a slot that looks best: names are wider than high.
const PROPORTION: f64 = 1.45;

/// A rectangle and who stands in it, row by row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field {
    pub(super) inner: Box2,
    pub(super) rows: Vec<Vec<usize>>,
}

/// Sizes of the slots of a field.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    /// The height an actor with a two-line name takes up.
    pub(super) height: f64,
    /// From the middle of the slot up to the centre of the shape.
    pub(super) rise: f64,
}

impl Field {
    /// Spreads `members` over at most `most` rows, as many as suit the rectangle.
    pub(super) fn new(inner: Box2, members: &[usize], bodies: &[Body], most: usize) -> Self {
        let rows = (1..=most.max(1))
            .map(|count| pack(members, bodies, count))
            .filter(|rows| rows.iter().all(|row| row_width(row, bodies) <= inner.width()))
            .min_by(|a, b| misfit(a.len(), members.len(), inner).total_cmp(&misfit(b.len(), members.len(), inner)))
            .unwrap_or_else(|| pack(members, bodies, most));
        Self { inner, rows }
    }

    /// Whether every row is narrow enough.
    pub(super) fn fits(&self, bodies: &[Body]) -> bool {
        self.rows.iter().all(|row| row_width(row, bodies) <= self.inner.width())
    }

    /// Writes the place of each member into `at`.
    pub(super) fn place(&self, bodies: &[Body], slot: Slot, at: &mut [Vec2]) {
        let pitch = self.inner.height() / count(self.rows.len().max(1));
        let stagger = ((pitch - slot.height - AIR) / 2.0).clamp(0.0, STAGGER);
        let mut middle = self.inner.y0 + pitch / 2.0 - slot.rise;
        for (index, row) in self.rows.iter().enumerate() {
            let spare = (self.inner.width() - row_width(row, bodies)).max(0.0) / count(row.len().max(1));
            let mut x = self.inner.x0;
            // Rows begin alternately high and low, so that neighbours above and below do not line up.
            let mut up = if index % 2 == 0 { -stagger } else { stagger };
            if row.len() < 2 {
                up = 0.0;
            }
            for &node in row {
                let width = 2.0 * bodies[node].half() + GAP + spare;
                at[node] = vec2(x + width / 2.0, middle + up);
                x += width;
                up = -up;
            }
            middle += pitch;
        }
    }
}

/// The width a row needs.
pub(super) fn row_width(row: &[usize], bodies: &[Body]) -> f64 {
    row.iter().map(|&node| 2.0 * bodies[node].half() + GAP).sum()
}

/// Deals `members` out to `rows` rows of about the same width, the widest first.
pub(super) fn pack(members: &[usize], bodies: &[Body], rows: usize) -> Vec<Vec<usize>> {
    let mut dealt = vec![Vec::new(); rows.clamp(1, members.len().max(1))];
    let mut widest = members.to_vec();
    widest.sort_by(|&a, &b| bodies[b].half().total_cmp(&bodies[a].half()).then(a.cmp(&b)));
    for node in widest {
        let narrowest = dealt
            .iter_mut()
            .min_by(|a, b| row_width(a, bodies).total_cmp(&row_width(b, bodies)));
        if let Some(row) = narrowest {
            row.push(node);
        }
    }
    dealt
}

/// How far slots in so many rows are from the best proportion.
fn misfit(rows: usize, members: usize, inner: Box2) -> f64 {
    let columns = count(members.div_ceil(rows.max(1)).max(1));
    let proportion = (inner.width() / columns) / (inner.height() / count(rows.max(1)));
    if proportion > PROPORTION {
        proportion / PROPORTION
    } else {
        PROPORTION / proportion
    }
}

/// A small number as a length's divisor.
pub(super) fn count(number: usize) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "numbers of rows and actors are small")]
    let number = number as f64;
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::metrics::WIDE;

    const ROOM: Box2 = Box2::sized(300.0, 120.0);
    const SLOT: Slot = Slot {
        height: 52.0,
        rise: 15.0,
    };

    fn bodies(names: &[&str]) -> Vec<Body> {
        names.iter().map(|name| Body::new(name, WIDE)).collect()
    }

    #[test]
    fn one_actor_stands_in_the_middle() {
        let bodies = bodies(&["MEK"]);
        let mut at = [Vec2::default()];
        Field::new(ROOM, &[0], &bodies, 3).place(&bodies, SLOT, &mut at);
        assert_eq!(at[0], vec2(150.0, 45.0));
    }

    #[test]
    fn an_empty_field_places_nobody() {
        let field = Field::new(ROOM, &[], &[], 3);
        field.place(&[], SLOT, &mut []);
        assert!(field.fits(&[]));
    }

    #[test]
    fn rows_are_dealt_to_about_equal_widths() {
        let bodies = bodies(&["Hassan Rouhani", "EU", "UN", "US", "Iranian intelligence"]);
        let rows = pack(&[0, 1, 2, 3, 4], &bodies, 2);
        assert!((row_width(&rows[0], &bodies) - row_width(&rows[1], &bodies)).abs() < 40.0);
    }
}
