//! Puts marks that would touch into lanes of their own.

use super::Mark;

/// Room between two marks of a lane.
const GAP: f64 = 2.0;

/// Gives each mark its lane, as a whole number in `y`, 0 at the top; returns
/// how many lanes there are. Long stretches come first, so that they lie
/// together at the bottom and marks of days above them.
pub fn assign(marks: &mut [Mark]) -> u32 {
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order.sort_by(|a, b| {
        let width = |idx: usize| marks[idx].to - marks[idx].from;
        let long = |idx: usize| width(idx) > 60.0;
        long(*b)
            .cmp(&long(*a))
            .then(marks[*a].from.total_cmp(&marks[*b].from))
            .then(a.cmp(b))
    });
    let mut lanes: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut of = vec![0; marks.len()];
    for idx in order {
        let (from, to) = (marks[idx].from - GAP, marks[idx].to + GAP);
        let free = lanes
            .iter()
            .position(|lane| lane.iter().all(|taken| to <= taken.0 || from >= taken.1));
        let lane = free.unwrap_or_else(|| {
            lanes.push(Vec::new());
            lanes.len() - 1
        });
        lanes[lane].push((marks[idx].from, marks[idx].to));
        of[idx] = lane;
    }
    let n_lanes = u32::try_from(lanes.len()).unwrap_or(u32::MAX);
    for (mark, lane) in marks.iter_mut().zip(of) {
        mark.y = f64::from(n_lanes - 1 - u32::try_from(lane).unwrap_or_default());
    }
    n_lanes
}
