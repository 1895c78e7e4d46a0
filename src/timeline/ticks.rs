//! The ticks of the scale: whole years, as close as their numbers allow.

use crate::story::date::Day;

use super::scale::Scale;
use super::tenth;

/// Least distance between two numbers.
const APART: f64 = 40.0;
const STEPS: [i32; 6] = [1, 2, 5, 10, 20, 50];

/// A tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where it stands.
    pub x: f64,
    /// Its year.
    pub year: i32,
    /// Whether there is room for its number.
    pub numbered: bool,
}

/// The ticks of a scale, from left to right, one a year at most.
pub fn of(scale: &Scale) -> Vec<Tick> {
    let mut ticks: Vec<Tick> = Vec::new();
    for (from, to, width) in scale.parts() {
        let step = STEPS
            .into_iter()
            .find(|step| f64::from(*step) * width >= APART)
            .unwrap_or(50);
        ticks.extend((from..=to).filter(|year| year % step == 0).map(|year| Tick {
            x: tenth(scale.x(Day::from_ymd(year, 1, 1))),
            year,
            numbered: true,
        }));
    }
    ticks.dedup_by_key(|tick| tick.year);
    // Where two parts of the scale meet, their numbers can come too close.
    let mut last = f64::NEG_INFINITY;
    for tick in &mut ticks {
        tick.numbered = tick.x - last >= APART * 0.95 && tick.x >= 14.0 && tick.x <= scale.right() - 8.0;
        if tick.numbered {
            last = tick.x;
        }
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_distance_at_any_width() {
        let span = (Day::from_ymd(1979, 1, 1), Day::from_ymd(2025, 2, 8));
        for width in [280.0, 340.0, 690.0, 1_200.0] {
            let ticks = of(&Scale::around(Day::from_ymd(2019, 11, 7), &span, width));
            let numbered: Vec<&Tick> = ticks.iter().filter(|tick| tick.numbered).collect();
            assert!(numbered.len() >= 4, "{width}: {numbered:?}");
            for pair in numbered.windows(2) {
                assert!(pair[1].x - pair[0].x >= 30.0, "{width}: {pair:?}");
                assert!(pair[0].year < pair[1].year);
            }
        }
    }
}
