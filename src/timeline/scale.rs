//! From days to pixels. The years round the article get more room than those
//! far off: a news story has decades of background and weeks of news.

use crate::story::date::Day;

use super::tenth;

/// Room at either end.
const MARGIN: f64 = 10.0;

/// A scale of several straight parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Where each part begins and the last one ends; days rise, and so do pixels.
    knots: Vec<(Day, f64)>,
}

impl Scale {
    /// A scale over a span of days with more room from the year before
    /// publication to the year after it.
    pub fn around(published: Day, span: &(Day, Day), width: f64) -> Self {
        let (year, _, _) = published.ymd();
        let first = span.0.ymd().0.min(year - 1);
        let last = span.1.ymd().0.max(year + 1) + 1;
        let years = [first, year - 1, year + 2, last];
        let shares = [0.36, 0.32, 0.32];
        let parts: Vec<(i32, i32, f64)> = (0..3)
            .map(|idx| (years[idx], years[idx + 1].min(last), shares[idx]))
            .filter(|(from, to, _)| from < to)
            .collect();
        let total: f64 = parts.iter().map(|part| part.2).sum();
        let room = (width - 2.0 * MARGIN).max(1.0);
        let mut x = MARGIN;
        let mut knots = vec![(Day::from_ymd(first, 1, 1), x)];
        for (_, to, share) in parts {
            x += room * share / total;
            knots.push((Day::from_ymd(to, 1, 1), x));
        }
        Self { knots }
    }

    /// The pixel of a day, kept within the scale.
    pub fn x(&self, day: Day) -> f64 {
        let day = day.max(self.knots[0].0).min(self.knots[self.knots.len() - 1].0);
        let part = self
            .knots
            .windows(2)
            .find(|part| day <= part[1].0)
            .unwrap_or(&self.knots[..2]);
        let share = f64::from(day.0 - part[0].0.0) / f64::from(part[1].0.0 - part[0].0.0);
        part[0].1 + (part[1].1 - part[0].1) * share
    }

    /// The first pixel.
    pub fn left(&self) -> f64 {
        self.knots[0].1
    }

    /// The last pixel.
    pub fn right(&self) -> f64 {
        self.knots[self.knots.len() - 1].1
    }

    /// Where one part meets the next.
    pub fn breaks(&self) -> Vec<f64> {
        self.knots[1..self.knots.len() - 1]
            .iter()
            .map(|knot| tenth(knot.1))
            .collect()
    }

    /// The parts: first and last year, and pixels a year.
    pub(super) fn parts(&self) -> impl Iterator<Item = (i32, i32, f64)> {
        self.knots.windows(2).map(|part| {
            let (from, to) = (part[0].0.ymd().0, part[1].0.ymd().0);
            (from, to, (part[1].1 - part[0].1) / f64::from(to - from))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale() -> Scale {
        let span = (Day::from_ymd(1979, 1, 1), Day::from_ymd(2025, 2, 8));
        Scale::around(Day::from_ymd(2019, 11, 7), &span, 700.0)
    }

    #[test]
    fn every_day_stands_right_of_the_day_before() {
        let scale = scale();
        let days = (Day::from_ymd(1979, 1, 1).0..Day::from_ymd(2025, 2, 8).0).map(Day);
        for day in days {
            assert!(scale.x(day) < scale.x(Day(day.0 + 1)), "{:?}", day.ymd());
        }
    }

    #[test]
    fn the_years_round_the_article_are_wider() {
        let widths: Vec<f64> = scale().parts().map(|part| part.2).collect();
        assert_eq!(widths.len(), 3);
        assert!(widths[1] > widths[0] * 3.0 && widths[1] > widths[2], "{widths:?}");
    }

    #[test]
    fn days_beyond_the_scale_stay_at_its_ends() {
        let scale = scale();
        assert!((scale.x(Day(-100_000)) - scale.left()).abs() < f64::EPSILON);
        assert!((scale.x(Day(100_000)) - scale.right()).abs() < f64::EPSILON);
    }

    #[test]
    fn a_story_of_one_year_has_a_scale_too() {
        let day = Day::from_ymd(2019, 11, 7);
        let scale = Scale::around(day, &(day, day), 300.0);
        assert!(scale.x(day) > scale.left() && scale.x(day) < scale.right());
        assert!(scale.breaks().is_empty());
    }
}
