//! What the arrow keys mean, inside the walk and inside the pictures.

use super::state::Action;

/// What a key does inside the walk; `None` leaves it to the browser.
pub fn walk(key: &str, right_to_left: bool) -> Option<Action> {
    match (key, right_to_left) {
        ("ArrowRight", false) | ("ArrowLeft", true) => Some(Action::Next),
        ("ArrowLeft", false) | ("ArrowRight", true) => Some(Action::Back),
        _ => None,
    }
}

/// The item to move to from `at` among items at these points, in the direction
/// of an arrow key; `Home` and `End` go to the first and the last.
///
/// The nearest item counts that lies more along the arrow than across it;
/// distance across counts double, so that a row is walked before it is left.
pub fn neighbour(key: &str, points: &[(f64, f64)], at: usize) -> Option<usize> {
    let (dx, dy) = match key {
        "ArrowRight" => (1.0, 0.0),
        "ArrowLeft" => (-1.0, 0.0),
        "ArrowDown" => (0.0, 1.0),
        "ArrowUp" => (0.0, -1.0),
        "Home" => return (!points.is_empty()).then_some(0),
        "End" => return points.len().checked_sub(1),
        _ => return None,
    };
    let (x, y) = *points.get(at)?;
    let mut best: Option<(f64, usize)> = None;
    for (idx, point) in points.iter().enumerate() {
        let along = (point.0 - x) * dx + (point.1 - y) * dy;
        let across = ((point.0 - x) * dy).abs() + ((point.1 - y) * dx).abs();
        if idx == at || along <= 0.0 || across > along * 2.0 {
            continue;
        }
        let cost = along + across * 2.0;
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, idx));
        }
    }
    best.map(|(_, idx)| idx)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_step_in_reading_direction() {
        assert_eq!(walk("ArrowRight", false), Some(Action::Next));
        assert_eq!(walk("ArrowRight", true), Some(Action::Back));
        assert_eq!(walk("a", false), None);
        assert_eq!(walk("End", false), None, "it goes to the end of the page");
        assert_eq!(walk("Home", false), None, "it goes to the head of the page");
    }

    #[test]
    fn an_arrow_moves_to_the_nearest_item_that_way() {
        let points = [(0.0, 0.0), (10.0, 0.0), (20.0, 1.0), (0.0, 10.0)];
        assert_eq!(neighbour("ArrowRight", &points, 0), Some(1));
        assert_eq!(neighbour("ArrowRight", &points, 1), Some(2));
        assert_eq!(neighbour("ArrowDown", &points, 0), Some(3));
        assert_eq!(neighbour("ArrowUp", &points, 0), None);
        assert_eq!(neighbour("End", &points, 0), Some(3));
        assert_eq!(neighbour("ArrowRight", &[], 0), None);
    }
}
