//! Annealing: the search that lowers the objective, whatever it is that changes.
//!
//! A change is drawn by lot and kept when the drawing gets better or only a little worse; the little shrinks to nothing.
//! Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983; for graphs Davidson and Harel 1996) in the form of threshold
//! accepting (Dueck and Scheuer 1990), which needs no exponential function. A step that touches k things costs
//! O(k · (n + m)).

use super::change::Touched;
use super::drawing::Drawing;
use super::geometry::number;
use super::objective;
use super::random::Random;

/// How long a search lasts, and how bold it is.
#[derive(Clone, Copy, Debug)]
pub struct Schedule {
    /// Changes that are tried.
    pub steps: usize,
    /// How much worse a drawing may get by one change at the beginning.
    pub tolerance: f64,
}

/// What a search may change.
pub trait Moves {
    /// One change.
    type Move;

    /// A change drawn by lot; the less is `left` of the search, the smaller. `None` where the lot is void.
    fn draw(&self, drawing: &Drawing<'_>, random: &mut Random, left: f64) -> Option<Self::Move>;

    /// Marks what a change touches.
    fn touch(&self, drawing: &Drawing<'_>, change: &Self::Move, touched: &mut Touched);

    /// Makes a change; what follows from it is drawn anew by the search.
    fn apply(&self, drawing: &mut Drawing<'_>, change: &Self::Move);

    /// Is told that a change is kept.
    fn keep(&mut self, _change: Self::Move) {}
}

/// Improves a drawing, and returns what it costs then.
pub fn anneal<M: Moves>(drawing: &mut Drawing<'_>, mut moves: M, schedule: &Schedule, seed: u64) -> f64 {
    let mut random = Random::new(seed);
    let mut touched = Touched::none(drawing.graph);
    let mut cost = objective::total(drawing);
    let (mut best, mut least) = (drawing.clone(), cost);
    for step in 0..schedule.steps {
        let left = 1.0 - number(step) / number(schedule.steps);
        let Some(change) = moves.draw(drawing, &mut random, left) else {
            continue;
        };
        touched.clear();
        moves.touch(drawing, &change, &mut touched);
        let before = objective::part(drawing, &touched);
        let saved = drawing.saved(&touched);
        moves.apply(drawing, &change);
        drawing.update(&touched);
        let limit = before + schedule.tolerance * left * left * left;
        let after = objective::part_below(drawing, &touched, limit);
        if after < limit {
            moves.keep(change);
            cost += after - before;
            if cost + 0.01 < least && left < 0.5 {
                least = cost;
                best.clone_from(drawing);
            }
        } else {
            drawing.restore(&saved);
        }
    }
    *drawing = best;
    least
}
