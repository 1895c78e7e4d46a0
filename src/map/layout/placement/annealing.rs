//! Annealing: who stands in which row, and where in it.
//!
//! Two actors of a region change places, or one moves to another row, and the change is kept when the picture gets better
//! or only a little worse; the little shrinks to nothing. Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) in
//! the form of threshold accepting (Dueck and Scheuer 1990), which needs no exponential function.

use super::super::change::Touched;
use super::super::drawing::Drawing;
use super::super::geometry::{Point, number};
use super::super::objective;
use super::super::params::TOLERANCE;
use super::super::random::Random;
use super::rows::Rows;

/// Improves the rows in so many steps, the drawing with them, and returns what it costs then.
pub fn anneal(drawing: &mut Drawing<'_>, regions: &mut Vec<Rows>, steps: usize, tolerance: f64, seed: u64) -> f64 {
    let mut random = Random::new(seed);
    let mut touched = Touched::none(drawing.graph);
    let mut cost = objective::total(drawing);
    let (mut best, mut least, mut best_drawing) = (regions.clone(), cost, drawing.clone());
    for step in 0..steps {
        let left = 1.0 - number(step) / number(steps);
        let Some((region, changed, rows)) = change(regions, drawing, &mut random) else {
            continue;
        };
        let moved = moved(drawing, &changed, rows);
        touched.clear();
        for (node, _) in &moved {
            touched.node(drawing.graph, *node);
        }
        let before = objective::part(drawing, &touched);
        let saved = drawing.saved(&touched);
        for (node, at) in &moved {
            drawing.at[*node] = *at;
        }
        drawing.update(&touched);
        let gain = before - objective::part(drawing, &touched);
        if gain + TOLERANCE * tolerance * left * left > 0.0 {
            cost -= gain;
            regions[region] = changed;
            if cost + 0.01 < least && 4 * step > steps {
                least = cost;
                best.clone_from(regions);
                best_drawing.clone_from(drawing);
            }
        } else {
            drawing.restore(&saved);
        }
    }
    *regions = best;
    *drawing = best_drawing;
    least
}

/// A random change to one region: the region after it, and the two rows that it concerns.
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
