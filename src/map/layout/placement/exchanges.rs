//! Moves in rows: two actors of a region change places, or one goes to another row.
//!
//! A step moves the actors of one or two rows, k of them with d lines each: O(k · d · (n + m)).

use super::super::annealing::Moves;
use super::super::change::Touched;
use super::super::drawing::Drawing;
use super::super::geometry::Point;
use super::super::random::Random;
use super::rows::Rows;

/// The rows of each region, which the moves keep.
pub struct Exchanges(pub Vec<Rows>);

/// One region after a change, and who stands elsewhere then.
pub struct Exchange {
    region: usize,
    after: Rows,
    moved: Vec<(usize, Point)>,
}

impl Moves for Exchanges {
    type Move = Exchange;

    fn draw(&self, drawing: &Drawing<'_>, random: &mut Random, _left: f64) -> Option<Exchange> {
        let (region, after, rows) = change(&self.0, drawing, random)?;
        let moved = moved(drawing, &after, rows);
        Some(Exchange { region, after, moved })
    }

    fn touch(&self, drawing: &Drawing<'_>, change: &Exchange, touched: &mut Touched) {
        change
            .moved
            .iter()
            .for_each(|(node, _)| touched.node(drawing.graph, *node));
    }

    fn apply(&self, drawing: &mut Drawing<'_>, change: &Exchange) {
        change.moved.iter().for_each(|(node, at)| drawing.at[*node] = *at);
    }

    fn keep(&mut self, change: Exchange) {
        self.0[change.region] = change.after;
    }
}

fn change(regions: &[Rows], drawing: &Drawing<'_>, random: &mut Random) -> Option<(usize, Rows, [usize; 2])> {
    let index = random.below(regions.len());
    let mut region = regions.get(index)?.clone();
    let (from, to) = (random.below(region.rows.len()), random.below(region.rows.len()));
    let i = random.below(region.rows[from].len());
    let node = *region.rows[from].get(i)?;
    let j = random.below(region.rows[to].len().max(1));
    if random.below(3) > 0 {
        let other = *region.rows[to].get(j)?;
        region.rows[to][j] = node;
        region.rows[from][i] = other;
    } else {
        // The last of a row stays: an empty row would be dead space.
        if region.rows[from].len() == 1 {
            return None;
        }
        region.rows[from].remove(i);
        let end = region.rows[to].len();
        region.rows[to].insert(j.min(end), node);
    }
    let nodes = &drawing.graph.nodes;
    (region.fits(from, nodes) && region.fits(to, nodes)).then_some((index, region, [from, to]))
}

/// Who stands elsewhere after a change of these rows, and where.
fn moved(drawing: &Drawing<'_>, region: &Rows, rows: [usize; 2]) -> Vec<(usize, Point)> {
    let nodes = &drawing.graph.nodes;
    let both = rows.into_iter().take(if rows[0] == rows[1] { 1 } else { 2 });
    both.flat_map(|row| region.places(row, nodes))
        .filter(|(node, at)| drawing.at[*node] != *at)
        .collect()
}
