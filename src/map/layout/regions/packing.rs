//! Packing: sides in a given order, on shelves of rows, as rectangles that fill the map.

use super::super::geometry::{Rect, number};
use super::super::model::Node;
use super::super::params::{
    GUTTER, MAP_SIZE, MOST_ROWS, PADDING, ROW_EASE, ROW_HEIGHT, SHAPE_RADIUS, TITLE_HEIGHT, TITLE_SIZE,
};
use super::super::placement::rows::{dealt, row_width};
use crate::advance::text_width;
use crate::map::result::TITLE_INSET;

/// A side with the room that it needs.
#[derive(Clone, Debug)]
pub struct Demand {
    /// Index into the request's sides.
    pub side: usize,
    /// Its name.
    pub name: String,
    /// Its actors.
    pub members: Vec<usize>,
    /// The width it needs with one row, with two, and so on.
    widths: Vec<f64>,
}

impl Demand {
    /// What a side needs for its members.
    pub fn new(side: usize, name: &str, members: Vec<usize>, nodes: &[Node]) -> Self {
        let title = (title_width(name) + 2.0 * TITLE_INSET).max(4.0 * SHAPE_RADIUS);
        let width = |rows: usize| {
            let widest = dealt(&members, nodes, rows)
                .iter()
                .map(|row| row_width(row, nodes))
                .fold(0.0, f64::max);
            title.max(widest * ROW_EASE + 2.0 * PADDING)
        };
        Self {
            side,
            name: name.to_owned(),
            widths: (1..=members.len().clamp(1, MOST_ROWS)).map(width).collect(),
            members,
        }
    }

    /// The least room that its rows need.
    pub fn area(&self) -> f64 {
        let areas = self
            .widths
            .iter()
            .zip(1..)
            .map(|(width, rows)| width * ROW_HEIGHT * number(rows));
        areas.fold(f64::INFINITY, f64::min)
    }

    /// The width it needs with so many rows.
    fn width(&self, rows: usize) -> f64 {
        self.widths[rows.min(self.widths.len()) - 1]
    }
}

/// A side's rectangle and the most rows it can hold.
#[derive(Clone, Copy, Debug)]
pub struct Region {
    /// Where it lies.
    pub rect: Rect,
    /// How many rows its shelf has room for.
    pub rows: usize,
}

impl Region {
    /// Where actors may stand: below the title, inside the padding.
    pub fn inner(&self) -> Rect {
        Rect::new(
            self.rect.x0 + PADDING,
            self.rect.y0 + TITLE_HEIGHT,
            self.rect.x1 - PADDING,
            self.rect.y1 - PADDING,
        )
    }
}

/// A size of the map and the region of each demand, in the order of the demands.
#[derive(Clone, Debug)]
pub struct Arrangement {
    /// Width and height.
    pub size: (f64, f64),
    /// The regions.
    pub regions: Vec<Region>,
    /// The width and height that are missing, in units.
    pub missing: f64,
}

/// Where the title of a region stands.
pub fn title(region: Rect, name: &str) -> Rect {
    let left = region.x0 + TITLE_INSET;
    let middle = region.y0 + TITLE_HEIGHT / 2.0;
    Rect::new(
        left,
        middle - TITLE_SIZE * 0.6,
        left + title_width(name),
        middle + TITLE_SIZE * 0.6,
    )
}

/// Titles are set in spaced capitals.
fn title_width(name: &str) -> f64 {
    text_width(&name.to_uppercase(), TITLE_SIZE) * 1.1
}

/// The size of a map of this scale.
pub fn size(scale: f64) -> (f64, f64) {
    ((MAP_SIZE.x * scale).floor(), (MAP_SIZE.y * scale).floor())
}

/// Packs sides in an order; `ends` says after which of them a shelf ends.
///
/// Each shelf has the fewest rows in which its sides are narrow enough; spare height goes to the shelves in proportion to
/// their rows, spare width to the sides of a shelf in proportion to theirs.
pub fn pack(demands: &[Demand], order: &[usize], ends: &[bool], size: (f64, f64)) -> Arrangement {
    let shelves = shelves(order, ends);
    let rows: Vec<usize> = shelves
        .iter()
        .map(|shelf| fewest_rows(demands, shelf, size.0))
        .collect();
    let needed: f64 = rows.iter().map(|&rows| shelf_height(rows) + GUTTER).sum::<f64>() + GUTTER;
    let spare = (size.1 - needed) / number(rows.iter().sum::<usize>().max(1));
    let mut missing = (needed - size.1).max(0.0);
    let nothing = Region {
        rect: Rect::ZERO,
        rows: 1,
    };
    let mut regions = vec![nothing; demands.len()];
    let mut y = GUTTER;
    for (shelf, &rows) in shelves.iter().zip(&rows) {
        let height = shelf_height(rows) + spare * number(rows);
        missing += fill(demands, shelf, rows, (y, height, size.0), &mut regions);
        y += height + GUTTER;
    }
    Arrangement { size, regions, missing }
}

fn shelves(order: &[usize], ends: &[bool]) -> Vec<Vec<usize>> {
    let mut shelves = vec![Vec::new()];
    for (position, &side) in order.iter().enumerate() {
        if let Some(last) = shelves.last_mut() {
            last.push(side);
        }
        if ends[position] && position + 1 < order.len() {
            shelves.push(Vec::new());
        }
    }
    shelves
}

fn fewest_rows(demands: &[Demand], shelf: &[usize], width: f64) -> usize {
    let room = width - GUTTER * number(shelf.len() + 1);
    let needed = |rows: usize| shelf.iter().map(|&side| demands[side].width(rows)).sum::<f64>();
    (1..MOST_ROWS).find(|&rows| needed(rows) <= room).unwrap_or(MOST_ROWS)
}

/// Sets the sides of one shelf side by side, and returns the width that is missing.
fn fill(
    demands: &[Demand],
    shelf: &[usize],
    rows: usize,
    (y, height, width): (f64, f64, f64),
    regions: &mut [Region],
) -> f64 {
    let needed: f64 = shelf.iter().map(|&side| demands[side].width(rows)).sum();
    let room = width - GUTTER * number(shelf.len() + 1);
    let mut x = GUTTER;
    for &side in shelf {
        let share = demands[side].width(rows) * (room / needed).max(1.0);
        let (left, right) = ((x + 0.5).floor(), (x + share + 0.5).floor());
        regions[side] = Region {
            rect: Rect::new(left, (y + 0.5).floor(), right, (y + height + 0.5).floor()),
            rows,
        };
        x += share + GUTTER;
    }
    (needed - room).max(0.0)
}

fn shelf_height(rows: usize) -> f64 {
    TITLE_HEIGHT + PADDING + ROW_HEIGHT * number(rows)
}

#[cfg(test)]
mod tests {
    use super::super::super::geometry::meet;
    use super::super::super::model::Form;
    use super::super::super::params::NAME_ON_MAP;
    use super::*;

    fn demands(members: &[usize]) -> Vec<Demand> {
        let form = Form::new("A name", 0, NAME_ON_MAP, None);
        let nodes = vec![Node { forms: vec![form] }; members.iter().sum()];
        let mut next = 0..nodes.len();
        let demand =
            |(side, count): (usize, &usize)| Demand::new(side, "Side", next.by_ref().take(*count).collect(), &nodes);
        members.iter().enumerate().map(demand).collect()
    }

    #[test]
    fn shelves_fill_the_map_and_regions_do_not_meet() {
        let packed = pack(&demands(&[5, 3, 4]), &[2, 0, 1], &[false, true, true], size(1.0));
        let rects: Vec<Rect> = packed.regions.iter().map(|region| region.rect).collect();
        assert!(packed.missing <= 0.0);
        assert!(!meet(rects[0], rects[1]) && !meet(rects[0], rects[2]) && !meet(rects[1], rects[2]));
        assert!(
            rects[2].x1 < rects[0].x0 && rects[0].y1 < rects[1].y0,
            "in order, shelf by shelf: {rects:?}"
        );
        assert!((rects[1].x1 - (MAP_SIZE.x - GUTTER)).abs() < 1.0 && (rects[1].y1 - (MAP_SIZE.y - GUTTER)).abs() < 1.0);
    }

    #[test]
    fn what_finds_no_room_is_said() {
        let packed = pack(&demands(&[300]), &[0], &[true], size(1.0));
        assert!(packed.missing > 0.0);
    }
}
