//! Dates as the story gives them: EDTF level 1, never made more precise than they are.
//!
//! Reading is left to the `edtf` crate. This module adds what drawing, sorting
//! and reading aloud need: the earliest and the latest day a date can mean, how
//! precise it is, and a phrase for people.

use std::fmt;

use edtf::level_1::{Certainty, Date, Edtf, Precision as EdtfPrecision, Season, Terminal};
use thiserror::Error;

use crate::wire::{Source, Token, Wire};

/// A day, counted from 1 January 1970, which is day 0 (proleptic Gregorian).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The day with this year, month (1 to 12) and day of the month (from 1).
    ///
    /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = i32::try_from(month).unwrap_or(1);
        let shifted = (month + 9).rem_euclid(12);
        let day_of_year = (153 * shifted + 2) / 5 + i32::try_from(day).unwrap_or(1) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }

    /// Year, month and day of the month.
    ///
    /// Source: as for [`Day::from_ymd`], `civil_from_days`.
    pub fn ymd(self) -> (i32, u32, u32) {
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_shifted = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_shifted + 2) / 5 + 1;
        let month = if month_shifted < 10 {
            month_shifted + 3
        } else {
            month_shifted - 9
        };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month.unsigned_abs(), day.unsigned_abs())
    }
}

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
    /// A decade or a century.
    Longer,
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
        /// Whether it is marked as uncertain or approximate.
        uncertain: bool,
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
            uncertain: date.certainty() != Certainty::Certain,
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
        matches!(self, Self::At { uncertain: true, .. })
    }
}

/// When something was: a date, or a stretch of time. Never absent: an undated
/// thing has no `When` at all.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// year of five digits), or ends before it starts.
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

    /// The date in words: "30 October 2019", "summer 2019", "since 1981",
    /// "until 2009", "from 2013 to 2014". An uncertain date is "probably …".
    pub fn phrase(&self) -> String {
        match self.shape {
            Shape::Date(at) => words(at),
            Shape::Interval(from, End::Open) => format!("since {}", words(from)),
            Shape::Interval(from, End::Unknown) => format!("from {}, end not given", words(from)),
            Shape::Interval(End::Open | End::Unknown, to) => format!("until {}", words(to)),
            Shape::Interval(from, to) => format!("from {} to {}", words(from), words(to)),
        }
    }
}

impl When {
    /// As [`When::phrase`], with what is only inferred in brackets: "30 October \[2019\]", "\[1981\]".
    ///
    /// The day and the month of such a date stand in the article; its year does not.
    pub fn phrase_inferred(&self) -> String {
        let Shape::Date(End::At {
            earliest, precision, ..
        }) = self.shape
        else {
            return self.phrase();
        };
        let (year, month, day) = earliest.ymd();
        match precision {
            Precision::Day => format!("{day} {} [{year}]", month_name(month)),
            Precision::Month => format!("{} [{year}]", month_name(month)),
            Precision::Season => format!("{} [{year}]", season_name(month)),
            Precision::Year | Precision::Longer => format!("[{year}]"),
        }
    }
}

impl When {
    /// The date for a label, as short as it can be told: "30 Oct 2019", "Jul 2018",
    /// "2023–2025", "to 2009"; what is inferred in brackets: "30 Oct \[2019\]".
    pub fn short(&self, inferred: bool) -> String {
        let year = |end: End| end.earliest().map_or_else(String::new, |day| day.ymd().0.to_string());
        match self.shape {
            Shape::Date(at) => short_words(at, inferred),
            Shape::Interval(from, End::Open | End::Unknown) => format!("from {}", year(from)),
            Shape::Interval(End::Open | End::Unknown, to) => format!("to {}", year(to)),
            Shape::Interval(from, to) if year(from) == year(to) => year(from),
            Shape::Interval(from, to) => format!("{}–{}", year(from), year(to)),
        }
    }
}

fn short_words(end: End, inferred: bool) -> String {
    let End::At {
        earliest, precision, ..
    } = end
    else {
        return String::new();
    };
    let (year, month, day) = earliest.ymd();
    let year = if inferred {
        format!("[{year}]")
    } else {
        year.to_string()
    };
    let month_short = &month_name(month)[..3];
    match precision {
        Precision::Day => format!("{day} {month_short} {year}"),
        Precision::Month => format!("{month_short} {year}"),
        Precision::Season => format!("{} {year}", season_name(month)),
        Precision::Year | Precision::Longer => year,
    }
}

impl Wire for When {
    fn write(&self, out: &mut Vec<Token>) {
        self.edtf.write(out);
    }

    fn read(source: &mut impl Source) -> Option<Self> {
        Self::parse(&source.text()?).ok()
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.phrase())
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a month, 1 to 12.
pub fn month_name(month: u32) -> &'static str {
    let idx = usize::try_from(month).unwrap_or(1).clamp(1, 12) - 1;
    MONTHS[idx]
}

fn words(end: End) -> String {
    let End::At {
        earliest,
        precision,
        uncertain,
        ..
    } = end
    else {
        return String::from("not known");
    };
    let (year, month, day) = earliest.ymd();
    let exact = match precision {
        Precision::Day => format!("{day} {} {year}", month_name(month)),
        Precision::Month => format!("{} {year}", month_name(month)),
        Precision::Season => format!("{} {year}", season_name(month)),
        Precision::Year => year.to_string(),
        Precision::Longer => format!("the {year}s"),
    };
    if uncertain { format!("probably {exact}") } else { exact }
}

/// Seasons are drawn as calendar quarters shifted to begin in March; winter belongs to the year in which it begins.
fn season_name(first_month: u32) -> &'static str {
    match first_month {
        3 => "spring",
        6 => "summer",
        9 => "autumn",
        _ => "winter",
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
        EdtfPrecision::Decade(year) => months(year, 1, 120, Precision::Longer),
        EdtfPrecision::Century(year) => months(year, 1, 1_200, Precision::Longer),
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
    fn days_count_from_1970_and_back_again() {
        assert_eq!(Day::from_ymd(1970, 1, 1), Day(0));
        assert_eq!(Day::from_ymd(2000, 3, 1), Day(11_017));
        for day in (-40_000..40_000).step_by(37) {
            let (y, m, d) = Day(day).ymd();
            assert_eq!(Day::from_ymd(y, m, d), Day(day), "day {day} comes back");
        }
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
    fn a_date_reads_as_a_person_would_say_it() {
        let phrase = |source| When::parse(source).expect("good").phrase();
        assert_eq!(phrase("2019-11-05"), "5 November 2019");
        assert_eq!(phrase("2019-10-30?"), "probably 30 October 2019");
        assert_eq!(phrase("2019-22"), "summer 2019");
        assert_eq!(phrase("1981/.."), "since 1981");
        assert_eq!(phrase("/2009"), "until 2009");
        assert_eq!(phrase("2013-12/2014-04"), "from December 2013 to April 2014");
        assert_eq!(phrase("198X"), "the 1980s");
    }

    #[test]
    fn a_label_tells_a_date_shortly() {
        let short = |source, inferred| When::parse(source).expect("good").short(inferred);
        assert_eq!(short("2019-10-30?", true), "30 Oct [2019]");
        assert_eq!(short("2018-07", false), "Jul 2018");
        assert_eq!(short("1981/..", false), "from 1981");
        assert_eq!(short("/2009", false), "to 2009");
        assert_eq!(short("2023-06/2025-02", false), "2023–2025");
        assert_eq!(short("2013-12/2013-12-30", false), "2013");
    }

    #[test]
    fn what_is_inferred_stands_in_brackets() {
        let phrase = |source| When::parse(source).expect("good").phrase_inferred();
        assert_eq!(phrase("2019-10-30?"), "30 October [2019]");
        assert_eq!(phrase("1981?"), "[1981]");
        assert_eq!(phrase("1981?/.."), "since probably 1981");
    }

    #[test]
    fn what_is_no_date_is_refused_with_its_text() {
        assert_eq!(When::parse("last year"), Err(DateError::NotEdtf("last year".into())));
        assert_eq!(When::parse("2019-13-01"), Err(DateError::NotEdtf("2019-13-01".into())));
        assert_eq!(When::parse("2012/2009"), Err(DateError::Reversed("2012/2009".into())));
        assert_eq!(
            When::parse("2019-07-15T01:56:00Z"),
            Err(DateError::Unsupported("2019-07-15T01:56:00Z".into()))
        );
    }
}
