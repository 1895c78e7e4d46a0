//! Regions: which part of the map belongs to which side.
//!
//! Sides are set on shelves like books. Every division into shelves and every
//! number of rows per shelf is tried, and within each the order is improved by
//! swapping sides: sides with many ties between them come close together, all
//! members find room, and little of the map lies idle.

use super::body::Body;
use super::geometry::{Box2, vec2};
use super::metrics::{NODE_RADIUS, TITLE_HEIGHT, TITLE_INSET, TITLE_SIZE};
use super::slots::{count, pack, row_width};
use crate::advance::text_width;

/// The map as drawn beside the text; it grows in these proportions when the actors need it.
const SIZE: (f64, f64) = (720.0, 500.0);
/// Between regions, and around them.
const GUTTER: f64 = 8.0;
/// Between a region's edge and the names in it.
const PADDING: f64 = 5.0;
/// The lowest useful row: a two-line name and some air for ties.
const ROW: f64 = 56.0;
/// Rows tried per shelf.
const MOST_ROWS: usize = 5;
/// Shelves tried.
const MOST_SHELVES: usize = 4;
/// Room beyond the bare minimum, without which no two actors could change places.
const EASE: f64 = 1.04;

/// A side as the arrangement sees it.
#[derive(Clone, Debug)]
pub(super) struct Demand {
    /// Index into the request's sides.
    pub(super) side: usize,
    /// Its name.
    pub(super) name: String,
    /// Its actors.
    pub(super) members: Vec<usize>,
    /// The width it needs with one row, two rows, and so on.
    widths: [f64; MOST_ROWS],
}

impl Demand {
    pub(super) fn new(side: usize, name: &str, members: Vec<usize>, bodies: &[Body]) -> Self {
        let title = title_width(name) + 2.0 * TITLE_INSET;
        let mut widths = [title.max(4.0 * NODE_RADIUS); MOST_ROWS];
        for (index, width) in widths.iter_mut().enumerate() {
            let rows = pack(&members, bodies, index + 1);
            let widest = rows.iter().map(|row| row_width(row, bodies)).fold(0.0, f64::max);
            *width = width.max(widest * EASE + 2.0 * PADDING);
        }
        Self {
            side,
            name: name.to_owned(),
            members,
            widths,
        }
    }
}

/// A side's rectangle and the most rows it can hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground {
    pub(super) rect: Box2,
    pub(super) rows: usize,
}

impl Ground {
    /// Where actors may stand: below the title, inside the padding.
    pub(super) fn inner(&self) -> Box2 {
        Box2 {
            x0: self.rect.x0 + PADDING,
            y0: self.rect.y0 + TITLE_HEIGHT,
            x1: self.rect.x1 - PADDING,
            y1: self.rect.y1 - PADDING,
        }
    }
}

/// Where the title of a region stands on the whole map.
pub(super) fn title(region: Box2, name: &str) -> Box2 {
    let half = title_width(name) / 2.0;
    let middle = vec2(region.x0 + TITLE_INSET + half, region.y0 + TITLE_HEIGHT / 2.0);
    Box2::around(middle, half, TITLE_SIZE * 0.6)
}

/// Titles are set in spaced capitals.
pub(super) fn title_width(name: &str) -> f64 {
    text_width(&name.to_uppercase(), TITLE_SIZE) * 1.1
}

/// A size of the map and the ground of each demand, in the order of the demands.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) size: (f64, f64),
    pub(super) grounds: Vec<Ground>,
}

/// The most promising plans, best first; which is best in the end only the search for slots can tell.
pub(super) fn arrange(demands: &[Demand], bonds: &[Vec<f64>], plans: usize) -> Vec<Plan> {
    let mut size = SIZE;
    if demands.is_empty() {
        return vec![Plan {
            size,
            grounds: Vec::new(),
        }];
    }
    loop {
        let mut found = Arrangement { demands, bonds, size }.attempts();
        // Past this size the actors are given what there is: no story comes near it.
        if size.0 < 8.0 * SIZE.0 {
            found.retain(|attempt| attempt.overflow <= 0.0);
        }
        if !found.is_empty() {
            found.sort_by(|a, b| a.cost.total_cmp(&b.cost));
            found.truncate(plans);
            return found
                .into_iter()
                .map(|attempt| Plan {
                    size,
                    grounds: attempt.grounds,
                })
                .collect();
        }
        size = (size.0 * 1.05, size.1 * 1.05);
    }
}

/// The best order found for one division.
struct Attempt {
    cost: f64,
    overflow: f64,
    grounds: Vec<Ground>,
}

/// One attempt at a given size.
struct Arrangement<'a> {
    demands: &'a [Demand],
    bonds: &'a [Vec<f64>],
    size: (f64, f64),
}

/// A division: how many sides and how many rows each shelf holds.
type Shelves = Vec<(usize, usize)>;

impl Arrangement<'_> {
    /// One attempt for each division that is low enough.
    fn attempts(&self) -> Vec<Attempt> {
        let low = divisions(self.demands.len())
            .into_iter()
            .filter(|shelves| self.missing_height(shelves) <= 0.0);
        low.map(|shelves| {
            let (cost, order) = self.descend(&shelves);
            let (overflow, grounds) = self.ground(&shelves, &order);
            Attempt {
                cost,
                overflow,
                grounds,
            }
        })
        .collect()
    }

    /// Swaps sides as long as that helps.
    fn descend(&self, shelves: &Shelves) -> (f64, Vec<usize>) {
        let mut order: Vec<usize> = (0..self.demands.len()).collect();
        let mut cost = self.cost(shelves, &order);
        loop {
            let before = cost;
            for i in 0..order.len() {
                for j in i + 1..order.len() {
                    order.swap(i, j);
                    let swapped = self.cost(shelves, &order);
                    if swapped < cost {
                        cost = swapped;
                    } else {
                        order.swap(i, j);
                    }
                }
            }
            if cost >= before {
                return (cost, order);
            }
        }
    }

    /// Overflow is forbidden in all but name; then long ties, then idle space.
    fn cost(&self, shelves: &Shelves, order: &[usize]) -> f64 {
        let (overflow, ground) = self.ground(shelves, order);
        let mut cost = overflow * 1e4;
        for (i, a) in ground.iter().enumerate() {
            for (j, b) in ground.iter().enumerate().skip(i + 1) {
                cost += self.bonds[i][j] * a.rect.centre().minus(b.rect.centre()).length();
            }
        }
        cost + self.idle(&ground)
    }

    /// Uneven room per actor: the square of each region's area per member against the map's.
    fn idle(&self, ground: &[Ground]) -> f64 {
        let members: usize = self.demands.iter().map(|demand| demand.members.len()).sum();
        let fair = self.size.0 * self.size.1 / count(members.max(1));
        let each = self.demands.iter().zip(ground).map(|(demand, ground)| {
            let share = ground.rect.width() * ground.rect.height() / count(demand.members.len().max(1)) / fair;
            (share - 1.0) * (share - 1.0) * count(demand.members.len())
        });
        each.sum::<f64>() * 250.0
    }

    fn missing_height(&self, shelves: &Shelves) -> f64 {
        let needed: f64 = shelves.iter().map(|&(_, rows)| shelf_height(rows) + GUTTER).sum();
        needed + GUTTER - self.size.1
    }

    /// The rectangles of a division and an order, and the width that is missing.
    fn ground(&self, shelves: &Shelves, order: &[usize]) -> (f64, Vec<Ground>) {
        let all_rows: usize = shelves.iter().map(|&(_, rows)| rows).sum();
        let spare = -self.missing_height(shelves) / count(all_rows.max(1));
        let nothing = Ground {
            rect: Box2::sized(0.0, 0.0),
            rows: 0,
        };
        let mut ground = vec![nothing; order.len()];
        let (mut overflow, mut y, mut first) = (0.0, GUTTER, 0);
        for &(sides, rows) in shelves {
            let row = &order[first..first + sides];
            let height = shelf_height(rows) + spare * count(rows);
            overflow += self.fill(row, rows, (y, height), &mut ground);
            y += height + GUTTER;
            first += sides;
        }
        (overflow, ground)
    }

    /// Sets the sides of one shelf side by side; what is left over is shared in proportion.
    fn fill(&self, row: &[usize], rows: usize, (y, height): (f64, f64), ground: &mut [Ground]) -> f64 {
        let width = |side: usize| self.demands[side].widths[rows - 1];
        let needed: f64 = row.iter().map(|&side| width(side)).sum();
        let room = self.size.0 - GUTTER * count(row.len() + 1);
        let mut x = GUTTER;
        for &side in row {
            let share = width(side) * (room / needed).max(1.0);
            ground[side] = Ground {
                rect: Box2 {
                    x0: x,
                    y0: y,
                    x1: x + share,
                    y1: y + height,
                },
                rows,
            };
            x += share + GUTTER;
        }
        (needed - room).max(0.0)
    }
}

fn shelf_height(rows: usize) -> f64 {
    TITLE_HEIGHT + PADDING + ROW * count(rows)
}

/// Every way to divide so many sides into shelves with so many rows.
fn divisions(sides: usize) -> Vec<Shelves> {
    let mut done = Vec::new();
    let mut open: Vec<(usize, Shelves)> = vec![(sides, Vec::new())];
    while let Some((left, shelves)) = open.pop() {
        if left == 0 {
            if !shelves.is_empty() {
                done.push(shelves);
            }
            continue;
        }
        if shelves.len() == MOST_SHELVES {
            continue;
        }
        for sides in 1..=left {
            for rows in 1..=MOST_ROWS {
                let mut longer = shelves.clone();
                longer.push((sides, rows));
                open.push((left - sides, longer));
            }
        }
    }
    done
}
