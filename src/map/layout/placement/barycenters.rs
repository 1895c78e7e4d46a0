//! Barycentres: the first order of rows, each actor near the middle of those whom it is tied to.
//!
//! Sugiyama, Tagawa and Toda (1981). A sweep costs O(n log n + m).

use super::super::geometry::{Point, number};
use super::super::model::Graph;
use super::super::params::SWEEPS;
use super::rows::Rows;

/// Sorts the actors of each region by height into rows and by side within each row, a few times over.
pub fn order(graph: &Graph, regions: &mut [Rows]) {
    let mut at = places(graph, regions);
    for _ in 0..SWEEPS {
        for region in &mut *regions {
            let mut members: Vec<(usize, Point)> = region
                .rows
                .iter()
                .flatten()
                .map(|&node| (node, barycenter(graph, &at, node)))
                .collect();
            members.sort_by(|a, b| a.1.y.total_cmp(&b.1.y).then(a.0.cmp(&b.0)));
            let before = region.rows.clone();
            let mut rest = members.as_slice();
            for (row, before) in region.rows.iter_mut().zip(&before) {
                let (own, others) = rest.split_at(before.len());
                let mut own = own.to_vec();
                own.sort_by(|a, b| a.1.x.total_cmp(&b.1.x).then(a.0.cmp(&b.0)));
                *row = own.into_iter().map(|(node, _)| node).collect();
                rest = others;
            }
            if !(0..region.rows.len()).all(|row| region.fits(row, &graph.nodes)) {
                // Too wide a row: keep who stands in which, and order each by itself.
                region.rows = before;
                for row in &mut region.rows {
                    row.sort_by(|&a, &b| {
                        let x = |node: usize| barycenter(graph, &at, node).x;
                        x(a).total_cmp(&x(b)).then(a.cmp(&b))
                    });
                }
            }
        }
        at = places(graph, regions);
    }
}

/// Where everybody stands.
pub fn places(graph: &Graph, regions: &[Rows]) -> Vec<Point> {
    let mut at = vec![Point::ZERO; graph.nodes.len()];
    for region in regions {
        for row in 0..region.rows.len() {
            region
                .places(row, &graph.nodes)
                .for_each(|(node, place)| at[node] = place);
        }
    }
    at
}

/// The middle of an actor's neighbours; its own place where it has none.
fn barycenter(graph: &Graph, at: &[Point], node: usize) -> Point {
    let ties = &graph.incident[node];
    if ties.is_empty() {
        return at[node];
    }
    let sum = ties.iter().map(|&edge| at[graph.edges[edge].other(node)].to_vec2());
    (sum.fold(super::super::geometry::Vec2::ZERO, |sum, way| sum + way) * (1.0 / number(ties.len()))).to_point()
}
