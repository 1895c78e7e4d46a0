//! Rows: the lines of slots in a region, and who stands in them.
//!
//! A row spaces its actors by the width of their names, so a long name takes room from its row only.

use super::super::geometry::{Point, Rect, number, snapped};
use super::super::model::Node;
use super::super::params::{NAME_ON_MAP, NODES_APART, ROW_GAP, ROW_STAGGER, SHAPE_RADIUS, SLOT_PROPORTION};

/// A rectangle and who stands in it, row by row.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// The rectangle.
    pub inner: Rect,
    /// The actors of each row, from left to right.
    pub rows: Vec<Vec<usize>>,
}

impl Rows {
    /// Spreads `members` over at most `most` rows, as many as suit the rectangle.
    pub fn new(inner: Rect, members: &[usize], nodes: &[Node], most: usize) -> Self {
        let fitting = (1..=most.max(1))
            .map(|rows| dealt(members, nodes, rows))
            .filter(|rows| rows.iter().all(|row| row_width(row, nodes) <= inner.width()));
        let best = fitting.min_by(|a, b| {
            let misfit = |rows: &[Vec<usize>]| misfit(rows.len(), members.len(), inner);
            misfit(a).total_cmp(&misfit(b))
        });
        Self {
            inner,
            rows: best.unwrap_or_else(|| dealt(members, nodes, most)),
        }
    }

    /// Whether a row is narrow enough.
    pub fn fits(&self, row: usize, nodes: &[Node]) -> bool {
        row_width(&self.rows[row], nodes) <= self.inner.width()
    }

    /// Where each actor of a row stands, from left to right.
    pub fn places<'a>(&'a self, row: usize, nodes: &'a [Node]) -> impl Iterator<Item = (usize, Point)> + 'a {
        let members = &self.rows[row];
        let pitch = self.inner.height() / number(self.rows.len().max(1));
        let stagger = ((pitch - slot_height() - NODES_APART) / 2.0).clamp(0.0, ROW_STAGGER);
        let middle = self.inner.y0 + pitch * (number(row) + 0.5) - slot_height() / 2.0 + SHAPE_RADIUS;
        let spare = (self.inner.width() - row_width(members, nodes)).max(0.0) / number(members.len().max(1));
        let mut x = self.inner.x0;
        members.iter().enumerate().map(move |(position, &node)| {
            let width = width(node, nodes) + spare;
            // Rows begin alternately high and low, so that neighbours above and below do not line up.
            let up = match (members.len() < 2, (row + position).is_multiple_of(2)) {
                (true, _) => 0.0,
                (false, true) => -stagger,
                (false, false) => stagger,
            };
            let at = Point::new(x + width / 2.0, middle + up);
            x += width;
            (node, snapped(at))
        })
    }
}

/// The height of an actor with a name of two lines.
fn slot_height() -> f64 {
    SHAPE_RADIUS + NAME_ON_MAP.first + NAME_ON_MAP.line + NAME_ON_MAP.size * 0.25
}

/// The width that an actor takes up in a row.
fn width(node: usize, nodes: &[Node]) -> f64 {
    2.0 * nodes[node].forms[0].half() + ROW_GAP
}

/// The width that a row needs.
pub fn row_width(row: &[usize], nodes: &[Node]) -> f64 {
    row.iter().map(|&node| width(node, nodes)).sum()
}

/// Deals `members` out to so many rows of about the same width, the widest first.
pub fn dealt(members: &[usize], nodes: &[Node], rows: usize) -> Vec<Vec<usize>> {
    let mut dealt = vec![(0.0_f64, Vec::new()); rows.clamp(1, members.len().max(1))];
    let mut widest = members.to_vec();
    widest.sort_by(|&a, &b| width(b, nodes).total_cmp(&width(a, nodes)).then(a.cmp(&b)));
    for node in widest {
        if let Some(row) = dealt.iter_mut().min_by(|a, b| a.0.total_cmp(&b.0)) {
            row.0 += width(node, nodes);
            row.1.push(node);
        }
    }
    dealt.into_iter().map(|(_, row)| row).collect()
}

/// How far slots in so many rows are from the best proportion.
fn misfit(rows: usize, members: usize, inner: Rect) -> f64 {
    let columns = number(members.div_ceil(rows.max(1)).max(1));
    let proportion = (inner.width() / columns) / (inner.height() / number(rows.max(1))) / SLOT_PROPORTION;
    proportion.max(1.0 / proportion)
}

#[cfg(test)]
mod tests {
    use super::super::super::model::{Form, name_wrap};
    use super::*;

    const ROOM: Rect = Rect::new(0.0, 0.0, 300.0, 120.0);

    fn nodes(names: &[&str]) -> Vec<Node> {
        let form = |name: &&str| Form::new(name, name_wrap(name, NAME_ON_MAP), NAME_ON_MAP, None);
        names
            .iter()
            .map(|name| Node {
                forms: vec![form(name)],
            })
            .collect()
    }

    #[test]
    fn one_actor_stands_in_the_middle() {
        let nodes = nodes(&["MEK"]);
        let rows = Rows::new(ROOM, &[0], &nodes, 3);
        let (_, at) = rows.places(0, &nodes).next().expect("it stands somewhere");
        assert!((at.x - 150.0).abs() < 1.0 && (30.0..60.0).contains(&at.y), "{at:?}");
    }

    #[test]
    fn an_empty_region_has_nobody() {
        let rows = Rows::new(ROOM, &[], &[], 3);
        assert!(rows.fits(0, &[]) && rows.places(0, &[]).next().is_none());
    }

    #[test]
    fn rows_are_dealt_to_about_equal_widths() {
        let nodes = nodes(&["Hassan Rouhani", "EU", "UN", "US", "Iranian intelligence"]);
        let rows = dealt(&[0, 1, 2, 3, 4], &nodes, 2);
        assert!((row_width(&rows[0], &nodes) - row_width(&rows[1], &nodes)).abs() < 40.0);
    }
}
