//! Dates as the story gives them: EDTF level 1, never made more precise than they are.
//!
//! Reading is left to the `edtf` crate. This module adds what drawing, sorting
//! and reading aloud need: the earliest and the latest day a date can mean, how
//! precise it is, and a phrase for people.

mod day;
mod phrase;

pub use edtf::level_1::Certainty;
use edtf::level_1::{Date, Edtf, Precision as EdtfPrecision, Season, Terminal};
use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use day::Day;
pub use phrase::month_name;

/// Why a date cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DateError {
    /// It is not EDTF level 1.
    #[error("`{0}` is not a date in EDTF level 1")]
    NotEdtf(String),
    /// It is EDTF, but of a kind that no news story needs.
    #[error("`{0}` has a form of date that is not used here")]
    Unsupported(String),
    /// It ends before it starts.
    #[error("`{0}` ends before it starts")]
    Reversed(String),
}

/// How precisely a date is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// One day.
    Day,
    /// One month.
    Month,
    /// One season of one year.
    Season,
    /// One year.
    Year,
    /// One decade.
    Decade,
}

/// One end of a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// A date of its own precision.
    At {
        /// The earliest day it can mean.
        earliest: Day,
        /// The latest day it can mean.
        latest: Day,
        /// How precisely it is given.
        precision: Precision,
        /// Whether it is marked as uncertain (`?`), approximate (`~`) or both (`%`).
        certainty: Certainty,
    },
    /// Goes on, or has always been: `..`.
    Open,
    /// Not known.
    Unknown,
}

impl End {
    fn at(date: Date, source: &str) -> Result<Self, DateError> {
        let (earliest, latest, precision) =
            span(date.precision()).ok_or_else(|| DateError::Unsupported(source.to_owned()))?;
        Ok(Self::At {
            earliest,
            latest,
            precision,
            certainty: date.certainty(),
        })
    }

    fn terminal(terminal: Terminal) -> Self {
        match terminal {
            Terminal::Open => Self::Open,
            Terminal::Unknown => Self::Unknown,
        }
    }

    /// The earliest day it can mean, when it is a date.
    pub fn earliest(self) -> Option<Day> {
        match self {
            Self::At { earliest, .. } => Some(earliest),
            Self::Open | Self::Unknown => None,
        }
    }

    /// The latest day it can mean, when it is a date.
    pub fn latest(self) -> Option<Day> {
        match self {
            Self::At { latest, .. } => Some(latest),
            Self::Open | Self::Unknown => None,
        }
    }

    /// Whether it is marked as uncertain or approximate.
    pub fn is_uncertain(self) -> bool {
        matches!(self, Self::At { certainty, .. } if certainty != Certainty::Certain)
    }
}

/// When something was: a date, or a stretch of time. Never absent: an undated
/// thing has no `When` at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct When {
    edtf: String,
    shape: Shape,
}

/// A date, or a stretch between two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One date; always [`End::At`].
    Date(End),
    /// A stretch; at least one end is a date.
    Interval(End, End),
}

impl When {
    /// Reads an EDTF level 1 date, season or interval.
    ///
    /// # Errors
    /// When it is no such thing, has a form not used here (a time of day, a
    /// year of five digits, a century, some day of a season), or ends before
    /// it starts.
    pub fn parse(source: &str) -> Result<Self, DateError> {
        let edtf = Edtf::parse(source).map_err(|_| DateError::NotEdtf(source.to_owned()))?;
        let shape = match edtf {
            Edtf::Date(date) => Shape::Date(End::at(date, source)?),
            Edtf::Interval(from, to) => Shape::Interval(End::at(from, source)?, End::at(to, source)?),
            Edtf::IntervalFrom(from, to) => Shape::Interval(End::at(from, source)?, End::terminal(to)),
            Edtf::IntervalTo(from, to) => Shape::Interval(End::terminal(from), End::at(to, source)?),
            Edtf::DateTime(_) | Edtf::YYear(_) => return Err(DateError::Unsupported(source.to_owned())),
        };
        if let Shape::Interval(from, to) = shape
            && let (Some(from), Some(to)) = (from.earliest(), to.latest())
            && to < from
        {
            return Err(DateError::Reversed(source.to_owned()));
        }
        Ok(Self {
            edtf: source.to_owned(),
            shape,
        })
    }

    /// The date as it stands in the file.
    pub fn edtf(&self) -> &str {
        &self.edtf
    }

    /// Its shape.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// Its start; of a single date, the date.
    pub fn start(&self) -> End {
        match self.shape {
            Shape::Date(at) | Shape::Interval(at, _) => at,
        }
    }

    /// Its end; of a single date, the date.
    pub fn end(&self) -> End {
        match self.shape {
            Shape::Date(at) | Shape::Interval(_, at) => at,
        }
    }

    /// The earliest day it can mean; `None` when the start is open or unknown.
    pub fn earliest(&self) -> Option<Day> {
        self.start().earliest()
    }

    /// The latest day it can mean; `None` when the end is open or unknown.
    pub fn latest(&self) -> Option<Day> {
        self.end().latest()
    }

    /// Whether either end is marked as uncertain or approximate.
    pub fn is_uncertain(&self) -> bool {
        self.start().is_uncertain() || self.end().is_uncertain()
    }

    /// The order in which things stand: by earliest day, then latest, those
    /// without a start by the day they end.
    pub fn order(&self) -> (Day, Day) {
        let first = self.earliest().or(self.latest()).unwrap_or(Day(i32::MIN));
        (first, self.latest().unwrap_or(Day(i32::MAX)))
    }
}

impl From<When> for String {
    fn from(when: When) -> Self {
        when.edtf
    }
}

impl TryFrom<String> for When {
    type Error = DateError;

    fn try_from(source: String) -> Result<Self, DateError> {
        Self::parse(&source)
    }
}

fn span(precision: EdtfPrecision) -> Option<(Day, Day, Precision)> {
    let months = |year: i32, month: u32, count: u32, precision| {
        let after = month - 1 + count;
        let next = Day::from_ymd(year + i32::try_from(after / 12).unwrap_or(0), after % 12 + 1, 1);
        Some((Day::from_ymd(year, month, 1), Day(next.0 - 1), precision))
    };
    match precision {
        EdtfPrecision::Day(year, month, day) => {
            let at = Day::from_ymd(year, month, day);
            Some((at, at, Precision::Day))
        }
        // `2019-22-XX`, some day of a season, comes as a day of month 22.
        EdtfPrecision::DayOfMonth(_, 13..) | EdtfPrecision::Century(_) => None,
        EdtfPrecision::Month(year, month) | EdtfPrecision::DayOfMonth(year, month) => {
            months(year, month, 1, Precision::Month)
        }
        EdtfPrecision::Season(year, season) => {
            let first = match season {
                Season::Spring => 3,
                Season::Summer => 6,
                Season::Autumn => 9,
                Season::Winter => 12,
            };
            months(year, first, 3, Precision::Season)
        }
        EdtfPrecision::Year(year) | EdtfPrecision::MonthOfYear(year) | EdtfPrecision::DayOfYear(year) => {
            months(year, 1, 12, Precision::Year)
        }
        EdtfPrecision::Decade(year) => months(year, 1, 120, Precision::Decade),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Ymd = (i32, u32, u32);

    fn bounds(source: &str) -> (Option<Ymd>, Option<Ymd>) {
        let when = When::parse(source).expect("the test's own dates are good");
        (when.earliest().map(Day::ymd), when.latest().map(Day::ymd))
    }

    #[test]
    fn each_precision_has_its_earliest_and_latest_day() {
        assert_eq!(bounds("2018-07-02"), (Some((2018, 7, 2)), Some((2018, 7, 2))));
        assert_eq!(bounds("2018-07"), (Some((2018, 7, 1)), Some((2018, 7, 31))));
        assert_eq!(bounds("2020-02"), (Some((2020, 2, 1)), Some((2020, 2, 29))));
        assert_eq!(bounds("2019-22"), (Some((2019, 6, 1)), Some((2019, 8, 31))));
        assert_eq!(bounds("2019-24"), (Some((2019, 12, 1)), Some((2020, 2, 29))));
        assert_eq!(bounds("1981"), (Some((1981, 1, 1)), Some((1981, 12, 31))));
        assert_eq!(bounds("198X"), (Some((1980, 1, 1)), Some((1989, 12, 31))));
    }

    #[test]
    fn an_open_or_unknown_end_has_no_day() {
        assert_eq!(bounds("1981/.."), (Some((1981, 1, 1)), None));
        assert_eq!(bounds("/2009"), (None, Some((2009, 12, 31))));
        assert_eq!(When::parse("1981/..").expect("good").end(), End::Open);
        assert_eq!(When::parse("1981/").expect("good").end(), End::Unknown);
    }

    #[test]
    fn what_is_no_date_is_refused_with_its_text() {
        assert_eq!(When::parse("last year"), Err(DateError::NotEdtf("last year".into())));
        assert_eq!(When::parse("2019-13-01"), Err(DateError::NotEdtf("2019-13-01".into())));
        for unused in ["2019-22-XX", "2018/2019-24-XX", "2019-21-XX/..", "19XX"] {
            assert_eq!(When::parse(unused), Err(DateError::Unsupported(unused.into())));
        }
        assert_eq!(When::parse("2012/2009"), Err(DateError::Reversed("2012/2009".into())));
        assert_eq!(
            When::parse("2019-07-15T01:56:00Z"),
            Err(DateError::Unsupported("2019-07-15T01:56:00Z".into()))
        );
    }
}
