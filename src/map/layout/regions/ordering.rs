//! Ordering: which sides share a shelf, and in what order they stand.
//!
//! Local search from many random orders, as for the quadratic assignment problem (Koopmans and Beckmann 1957): the cost
//! is the ties between two sides times their distance, and unevenness.

use rayon::prelude::*;

use super::super::geometry::number;
use super::super::params::{MAP_GROWTH, MAP_LARGEST, MAP_SIZE, MISSING_ROOM, ORDERINGS, UNEVEN};
use super::super::random::Random;
use super::packing::{Arrangement, Demand, pack, size};

/// The most promising arrangements, the best first; which is best in the end only the placement can tell.
///
/// `ties[a][b]` says how strongly two demands are tied. The map grows until all find room.
pub fn arrangements(demands: &[Demand], ties: &[Vec<f64>], most: usize) -> Vec<Arrangement> {
    let mut scale = least_scale(demands);
    loop {
        let search = Search {
            demands,
            ties,
            size: size(scale),
        };
        let mut found = search.all();
        if scale < MAP_LARGEST {
            found.retain(|(_, arrangement)| arrangement.missing <= 0.0);
        }
        if !found.is_empty() {
            found.truncate(most);
            return found.into_iter().map(|(_, arrangement)| arrangement).collect();
        }
        scale *= MAP_GROWTH;
    }
}

/// The scale at which actors that stand as close as rows allow would fill the map; it is never enough.
fn least_scale(demands: &[Demand]) -> f64 {
    let area: f64 = demands.iter().map(Demand::area).sum();
    (area / (MAP_SIZE.x * MAP_SIZE.y)).sqrt().max(1.0)
}

/// The search at one size of the map.
struct Search<'a> {
    demands: &'a [Demand],
    ties: &'a [Vec<f64>],
    size: (f64, f64),
}

/// An order of the sides, and after which of them a shelf ends.
#[derive(Clone, PartialEq)]
struct Order {
    sides: Vec<usize>,
    ends: Vec<bool>,
}

impl Search<'_> {
    /// The best of each start with its cost, the cheapest first, none twice.
    fn all(&self) -> Vec<(f64, Arrangement)> {
        let seeds = 0..u64::try_from(ORDERINGS.0).unwrap_or_default();
        let mut found: Vec<(f64, Order)> = seeds.into_par_iter().map(|seed| self.descend(seed)).collect();
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        found.dedup_by(|a, b| a.1 == b.1);
        let arranged = |(cost, order): (f64, Order)| (cost, pack(self.demands, &order.sides, &order.ends, self.size));
        found.into_iter().map(arranged).collect()
    }

    /// Changes a random order as long as that helps.
    fn descend(&self, seed: u64) -> (f64, Order) {
        let (mut random, count) = (Random::new(seed), self.demands.len());
        let mut order = Order {
            sides: (0..count).collect(),
            ends: (0..count).map(|_| random.below(3) == 0).collect(),
        };
        (1..count).for_each(|last| order.sides.swap(last, random.below(last + 1)));
        let mut cost = self.cost(&order);
        for _ in 0..(ORDERINGS.1 * count).min(ORDERINGS.2) {
            let mut changed = order.clone();
            let (a, b) = (random.below(count), random.below(count));
            match random.below(4) {
                0 => changed.ends[a] = !changed.ends[a],
                1 => changed.ends.swap(a, b),
                _ => changed.sides.swap(a, b),
            }
            let new = self.cost(&changed);
            if new < cost {
                (cost, order) = (new, changed);
            }
        }
        (cost, order)
    }

    /// Missing room is forbidden in all but name; then long ties, then uneven room.
    fn cost(&self, order: &Order) -> f64 {
        let arrangement = pack(self.demands, &order.sides, &order.ends, self.size);
        let mut cost = arrangement.missing * MISSING_ROOM;
        for (i, a) in arrangement.regions.iter().enumerate() {
            for (j, b) in arrangement.regions.iter().enumerate().skip(i + 1) {
                cost += self.ties[i][j] * (a.rect.center() - b.rect.center()).hypot();
            }
        }
        cost / self.size.0 * MAP_SIZE.x + self.uneven(&arrangement)
    }

    /// The square of each region's area per member against the map's.
    fn uneven(&self, arrangement: &Arrangement) -> f64 {
        let members: usize = self.demands.iter().map(|demand| demand.members.len()).sum();
        let fair = self.size.0 * self.size.1 / number(members.max(1));
        let each = self.demands.iter().zip(&arrangement.regions).map(|(demand, region)| {
            let share = region.rect.area() / number(demand.members.len().max(1)) / fair;
            (share - 1.0) * (share - 1.0) * number(demand.members.len())
        });
        each.sum::<f64>() * UNEVEN
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::model::{Form, Node};
    use super::super::super::params::NAME_ON_MAP;
    use super::*;

    #[test]
    fn sides_with_ties_between_them_lie_side_by_side() {
        let nodes = vec![
            Node {
                forms: vec![Form::new("A name", 0, NAME_ON_MAP, None)]
            };
            24
        ];
        let members = |side: usize| (side * 4..side * 4 + 4).collect();
        let demands: Vec<Demand> = (0..6)
            .map(|side| Demand::new(side, "Side", members(side), &nodes))
            .collect();
        let mut ties = vec![vec![0.0; 6]; 6];
        (ties[0][5], ties[5][0]) = (9.0, 9.0);
        let best = arrangements(&demands, &ties, 1).remove(0);
        let middle = |side: usize| best.regions[side].rect.center();
        let apart = |a: usize, b: usize| (middle(a) - middle(b)).hypot();
        assert!((1..5).all(|other| apart(0, 5) <= apart(0, other) + 1.0), "{best:?}");
    }

    #[test]
    fn no_sides_give_an_empty_map() {
        assert!(arrangements(&[], &[], 3)[0].regions.is_empty());
    }
}
