//! How a dated thing stands to the pinned date.

use crate::story::date::{Day, End, Shape, When};

/// How a tie stands to the pinned date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It held then; without a pinned date every dated tie does.
    InForce,
    /// It had ended.
    Over,
    /// It had not begun.
    NotBegun,
    /// Its dates do not say.
    Perhaps,
    /// It has no date.
    Undated,
}

impl Status {
    /// The word in the page's attributes.
    pub fn word(self) -> &'static str {
        match self {
            Self::InForce => "in-force",
            Self::Over => "over",
            Self::NotBegun => "not-begun",
            Self::Perhaps => "perhaps",
            Self::Undated => "undated",
        }
    }

    /// The word said after a tie's name while a date is pinned; what held then needs none.
    pub fn remark(self) -> &'static str {
        match self {
            Self::InForce => "",
            Self::Over => " Over by then.",
            Self::NotBegun => " Not begun by then.",
            Self::Perhaps => " Perhaps in force then.",
            Self::Undated => " Undated.",
        }
    }

    /// How a thing of this date stands to the pinned one.
    ///
    /// A pinned year stands for the whole year: what held on any day of it held
    /// in it. An end that is open never comes; one that is not known makes the
    /// thing `Perhaps` on that side.
    pub fn of(date: Option<&When>, asof: Option<&When>) -> Self {
        let Some(date) = date else { return Self::Undated };
        let Some(asof) = asof else { return Self::InForce };
        let first = asof.earliest().unwrap_or(Day(i32::MIN));
        let last = asof.latest().unwrap_or(Day(i32::MAX));
        if date.earliest().is_some_and(|start| last < start) {
            return Self::NotBegun;
        }
        if date.latest().is_some_and(|end| end < first) {
            return Self::Over;
        }
        // It held for certain on the day of either end, whichever that was, and from the one to the other.
        let within =
            |end: End| end.earliest().is_some_and(|day| first <= day) && end.latest().is_some_and(|day| day <= last);
        let is_sure = match date.shape() {
            Shape::Date(at) => within(at),
            Shape::Interval(from, to) => {
                let between = sure_start(from).zip(sure_end(to));
                within(from) || within(to) || between.is_some_and(|(start, end)| start <= last && first <= end)
            }
        };
        if is_sure { Self::InForce } else { Self::Perhaps }
    }
}

fn sure_start(end: End) -> Option<Day> {
    match end {
        End::At { latest, .. } => Some(latest),
        End::Open => Some(Day(i32::MIN)),
        End::Unknown => None,
    }
}

fn sure_end(end: End) -> Option<Day> {
    match end {
        End::At { earliest, .. } => Some(earliest),
        End::Open => Some(Day(i32::MAX)),
        End::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(date: &str, asof: &str, expected: Status) {
        let date = When::parse(date).expect("good");
        let asof = When::parse(asof).expect("good");
        assert_eq!(
            Status::of(Some(&date), Some(&asof)),
            expected,
            "{date:?} as of {asof:?}"
        );
    }

    #[test]
    fn a_pinned_year_stands_for_the_whole_year() {
        check("1986", "1986", Status::InForce);
        check("1986-06-07", "1986", Status::InForce);
        check("1986", "1985", Status::NotBegun);
        check("1986", "1987", Status::Over);
        check("1986", "1986-06", Status::Perhaps);
    }

    #[test]
    fn an_open_end_is_never_over() {
        check("1981/..", "2024", Status::InForce);
        check("1981/..", "1980", Status::NotBegun);
        check("../2009", "1950", Status::InForce);
        check("../2009", "2010", Status::Over);
    }

    #[test]
    fn an_end_that_is_not_known_leaves_its_side_open_to_doubt() {
        check("/2009", "2005", Status::Perhaps);
        check("/2009", "2010", Status::Over);
        check("1981/", "1990", Status::Perhaps);
        check("1981/", "1980", Status::NotBegun);
    }

    #[test]
    fn on_the_day_of_its_known_end_it_held_for_certain() {
        check("/2012", "2012", Status::InForce);
        check("1981/", "1981", Status::InForce);
        check("/2012", "2012-06", Status::Perhaps);
    }

    #[test]
    fn an_uncertain_date_stands_as_the_same_date_would() {
        check("2019-11-05?", "2019-11-03", Status::NotBegun);
        check("2019-11-05?", "2019-11-05", Status::InForce);
        check("2019-11-05?", "2021", Status::Over);
        check("2018?", "2018-07", Status::Perhaps);
        check("2019-10-30?/2019-11-05?", "2019-10-29", Status::NotBegun);
        check("2019-10-30?/2019-11-05?", "2019-11-03", Status::InForce);
        check("1981?/..", "2021", Status::InForce);
    }

    #[test]
    fn without_a_date_a_tie_is_undated_and_without_a_pin_it_is_in_force() {
        let date = When::parse("1986").expect("good");
        assert_eq!(Status::of(None, Some(&date)), Status::Undated);
        assert_eq!(Status::of(Some(&date), None), Status::InForce);
    }
}
