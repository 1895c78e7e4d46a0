//! Which days the calendar has: says of a date that cannot be read what is wrong with it.

use super::super::date::month_name;

/// What is wrong with the first date of `source` that has the form of a day and is none:
/// "`2019-02-31` is no day: February 2019 has 28". Nothing, when no part has that form.
pub(super) fn no_such_day(source: &str) -> Option<String> {
    source.split('/').find_map(|date| {
        let (year, month, day) = ymd(date.trim_end_matches(['?', '~', '%']))?;
        if !(1..=12).contains(&month) {
            return Some(format!("`{date}` is no day: there is no month {month}"));
        }
        let last = last_day(year, month);
        let name = month_name(month);
        (day == 0 || day > last).then(|| format!("`{date}` is no day: {name} {year} has {last}"))
    })
}

/// Year, month and day of a text of the form `YYYY-MM-DD`.
fn ymd(date: &str) -> Option<(u32, u32, u32)> {
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    let number = |digits: &str, len: usize| (digits.len() == len).then(|| digits.parse().ok()).flatten();
    Some((number(year, 4)?, number(month, 2)?, number(day, 2)?))
}

fn last_day(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_the_month_does_not_have_is_told_with_what_it_has() {
        let told = |source| no_such_day(source).unwrap_or_default();
        assert_eq!(told("2019-02-31"), "`2019-02-31` is no day: February 2019 has 28");
        assert_eq!(told("2020-02-30?"), "`2020-02-30?` is no day: February 2020 has 29");
        assert_eq!(told("1900-02-29"), "`1900-02-29` is no day: February 1900 has 28");
        assert_eq!(
            told("2019-04-30/2019-06-31"),
            "`2019-06-31` is no day: June 2019 has 30"
        );
        assert_eq!(told("2019-13-01"), "`2019-13-01` is no day: there is no month 13");
        assert_eq!(told("2019-01-00"), "`2019-01-00` is no day: January 2019 has 31");
    }

    #[test]
    fn of_anything_else_it_says_nothing() {
        for source in ["", "soon", "2019", "2019-22", "2000-02-29", "1981/..", "2019-1-1"] {
            assert_eq!(no_such_day(source), None, "{source}");
        }
    }
}
