//! Dates in words: in full for reading, short for a label.

use std::fmt;

use super::{End, Precision, Shape, When};

impl When {
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
