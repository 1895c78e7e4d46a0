//! Dates in words: in full for reading, short for a label.

use std::fmt;

use super::{Certainty, End, Precision, Shape, When};

impl When {
    /// The date in words: "30 October 2019", "summer 2019", "since 1981",
    /// "until 2009", "from 2013 to 2014". An uncertain date is "probably …", an approximate one
    /// "about …", and years before the first are "45 BC".
    pub fn phrase(&self) -> String {
        self.in_words(false)
    }

    /// As [`When::phrase`], with what is only inferred in brackets: "30 October \[2019\]", "since \[1981\]".
    ///
    /// The day and the month of such a date stand in the article; its year does not.
    pub fn phrase_inferred(&self) -> String {
        self.in_words(true)
    }

    /// The date for a label, as short as it can be told: "30 Oct 2019", "Jul 2018",
    /// "1980s", "2023–2025", "Jun–Jul 2023", "to 2009"; what is inferred in brackets:
    /// "30 Oct \[2019\]", "from \[1981\]".
    ///
    /// Other doubt is a question mark or a "c." before the date: a label has no room for
    /// "probably" or "about", which the detail says.
    pub fn short(&self, inferred: bool) -> String {
        let date = |end: End| written(end, Style::Short, self.is_inferred(end, inferred));
        let year = |end: End| date(year_alone(end));
        match self.shape {
            Shape::Date(at) => date(at),
            Shape::Interval(from, End::Open | End::Unknown) => format!("from {}", year(from)),
            Shape::Interval(End::Open | End::Unknown, to) => format!("to {}", year(to)),
            Shape::Interval(from, to) if year_of(from) == year_of(to) => {
                let year = year(if from.is_uncertain() { from } else { to });
                match (part_of_year(from), part_of_year(to)) {
                    (Some(from), Some(to)) if from == to => format!("{from} {year}"),
                    (Some(from), Some(to)) => format!("{from}–{to} {year}"),
                    _ => year,
                }
            }
            Shape::Interval(from, to) => format!("{}–{}", year(from), year(to)),
        }
    }

    fn in_words(&self, inferred: bool) -> String {
        let words = |end: End| written(end, Style::Full, self.is_inferred(end, inferred));
        match self.shape {
            Shape::Date(at) => words(at),
            Shape::Interval(from, End::Open) => format!("since {}", words(from)),
            Shape::Interval(from, End::Unknown) => format!("from {}, end not given", words(from)),
            Shape::Interval(End::Open | End::Unknown, to) => format!("until {}", words(to)),
            Shape::Interval(from, to) => format!("from {} to {}", words(from), words(to)),
        }
    }

    /// Whether this end is what is inferred in a date: the one that is marked as uncertain, and where none is, both.
    fn is_inferred(&self, end: End, inferred: bool) -> bool {
        inferred && (end.is_uncertain() || !self.is_uncertain())
    }
}

/// How much room a date has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// In a sentence.
    Full,
    /// On a label.
    Short,
}

fn written(end: End, style: Style, inferred: bool) -> String {
    let End::At {
        earliest,
        precision,
        certainty,
        ..
    } = end
    else {
        return String::from("not known");
    };
    let (year, month, day) = earliest.ymd();
    let decade = if precision == Precision::Decade { "s" } else { "" };
    let year = format!("{}{decade}", year_name(year));
    let year = if inferred { format!("[{year}]") } else { year };
    let name = month_name(month);
    let name = if style == Style::Short { &name[..3] } else { name };
    let date = match precision {
        Precision::Day => format!("{day} {name} {year}"),
        Precision::Month => format!("{name} {year}"),
        Precision::Season => format!("{} {year}", season_name(month)),
        Precision::Decade if style == Style::Full => format!("the {year}"),
        Precision::Year | Precision::Decade => year,
    };
    // What is inferred stands in brackets already; that it is no more than about right does not.
    let uncertain = !inferred && matches!(certainty, Certainty::Uncertain | Certainty::ApproximateUncertain);
    let approximate = matches!(certainty, Certainty::Approximate | Certainty::ApproximateUncertain);
    let [probably, about, doubt] = match style {
        Style::Full => ["probably ", "about ", ""],
        Style::Short => ["", "c. ", "?"],
    };
    let said = |words: &'static str, holds: bool| if holds { words } else { "" };
    [
        said(probably, uncertain),
        said(about, approximate),
        &date,
        said(doubt, uncertain),
    ]
    .concat()
}

/// A year as people count it: EDTF counts 1 BC as year 0.
fn year_name(year: i32) -> String {
    if year < 1 {
        format!("{} BC", 1 - year)
    } else {
        year.to_string()
    }
}

/// The same end told by its year, or by its decade when that is all that is known.
fn year_alone(mut end: End) -> End {
    if let End::At { precision, .. } = &mut end
        && *precision != Precision::Decade
    {
        *precision = Precision::Year;
    }
    end
}

/// The month or season of an end, when it is known so exactly: of a stretch within
/// one year the year alone would seem to last all of it.
fn part_of_year(end: End) -> Option<&'static str> {
    let End::At {
        earliest, precision, ..
    } = end
    else {
        return None;
    };
    let (_, month, _) = earliest.ymd();
    match precision {
        Precision::Day | Precision::Month => Some(&month_name(month)[..3]),
        Precision::Season => Some(season_name(month)),
        Precision::Year | Precision::Decade => None,
    }
}

fn year_of(end: End) -> Option<i32> {
    end.earliest().map(|day| day.ymd().0)
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
        assert_eq!(phrase("198X/.."), "since the 1980s");
    }

    #[test]
    fn what_is_about_right_is_not_called_probable() {
        let phrase = |source| When::parse(source).expect("good").phrase();
        assert_eq!(phrase("1981~"), "about 1981");
        assert_eq!(phrase("1982?"), "probably 1982");
        assert_eq!(phrase("1983%"), "probably about 1983");
        assert_eq!(phrase("1984~/2004?"), "from about 1984 to probably 2004");
        assert_eq!(phrase("198X~"), "about the 1980s");
        assert_eq!(phrase("2019-22~"), "about summer 2019");
    }

    #[test]
    fn years_before_the_first_are_told_as_people_count_them() {
        let phrase = |source| When::parse(source).expect("good").phrase();
        assert_eq!(phrase("-0044"), "45 BC");
        assert_eq!(phrase("-0044-03-15"), "15 March 45 BC");
        assert_eq!(phrase("0000"), "1 BC");
        assert_eq!(phrase("0622"), "622");
        assert_eq!(phrase("-0500/-0400"), "from 501 BC to 401 BC");
        assert_eq!(phrase("/-0044"), "until 45 BC");
    }

    #[test]
    fn a_label_tells_a_date_shortly() {
        let short = |source, inferred| When::parse(source).expect("good").short(inferred);
        assert_eq!(short("2019-10-30?", true), "30 Oct [2019]");
        assert_eq!(short("2018-07", false), "Jul 2018");
        assert_eq!(short("1981/..", false), "from 1981");
        assert_eq!(short("/2009", false), "to 2009");
        assert_eq!(short("2023-06/2025-02", false), "2023–2025");
    }

    #[test]
    fn a_stretch_within_one_year_is_told_by_its_months() {
        let short = |source, inferred| When::parse(source).expect("good").short(inferred);
        assert_eq!(short("2023-06-15/2023-07-01", false), "Jun–Jul 2023");
        assert_eq!(short("2013-12/2013-12-30", false), "Dec 2013");
        assert_eq!(short("2019-21/2019-07", false), "spring–Jul 2019");
        assert_eq!(short("2019/2019-07", false), "2019");
        assert_eq!(short("2019-10-30?/2019-11-05?", true), "Oct–Nov [2019]");
        assert_eq!(short("2019-01/2019-11?", false), "Jan–Nov 2019?");
    }

    #[test]
    fn a_label_claims_no_more_than_is_known() {
        let short = |source, inferred| When::parse(source).expect("good").short(inferred);
        assert_eq!(short("198X", false), "1980s");
        assert_eq!(short("198X/..", false), "from 1980s");
        assert_eq!(short("198X?", true), "[1980s]");
        assert_eq!(short("2021?", false), "2021?");
        assert_eq!(short("2021-03-04~", false), "c. 4 Mar 2021");
        assert_eq!(short("1983%", false), "c. 1983?");
        assert_eq!(short("2019-22?", false), "summer 2019?");
        assert_eq!(short("1981?/..", false), "from 1981?");
        assert_eq!(short("1981?/..", true), "from [1981]");
        assert_eq!(short("/2009?", true), "to [2009]");
        assert_eq!(short("2012/2014?", false), "2012–2014?");
        assert_eq!(short("2012/2014?", true), "2012–[2014]");
    }

    #[test]
    fn what_is_inferred_stands_in_brackets() {
        let phrase = |source| When::parse(source).expect("good").phrase_inferred();
        assert_eq!(phrase("2019-10-30?"), "30 October [2019]");
        assert_eq!(phrase("1981?"), "[1981]");
        assert_eq!(phrase("198X?"), "the [1980s]");
        assert_eq!(phrase("1981?/.."), "since [1981]");
        assert_eq!(phrase("2012/2013?"), "from 2012 to [2013]");
        assert_eq!(
            phrase("2019-10-30?/2019-11-05?"),
            "from 30 October [2019] to 5 November [2019]"
        );
        assert_eq!(phrase("1986"), "[1986]", "told to be inferred, though not marked so");
    }
}
