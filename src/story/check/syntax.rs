//! What of a file cannot be read as TOML, and how far the damage reaches.
//!
//! A parser that goes on after an error guesses, and one forgotten bracket can
//! swallow the rest of the file. So each table is read alone first: a damaged
//! one is told by its own errors and taken out, and the others are checked as
//! if nothing had happened.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::{DeTable, Error};

/// The tables that cannot be read.
#[derive(Default)]
pub(super) struct Damage {
    tables: Vec<Range<usize>>,
    /// What stands in quotes in them; it may well be an id.
    lost: BTreeSet<String>,
    errors: Vec<(usize, String)>,
}

impl Damage {
    /// Looks for tables that cannot be read.
    pub(super) fn find(source: &str) -> Self {
        let mut damage = Self::default();
        if DeTable::parse(source).is_ok() {
            return damage;
        }
        for table in tables(source) {
            let text = &source[table.clone()];
            let errors = errors_of(text);
            if !errors.is_empty() {
                damage
                    .lost
                    .extend(text.split('"').skip(1).step_by(2).map(str::to_owned));
                damage
                    .errors
                    .extend(errors.into_iter().map(|(at, message)| (table.start + at, message)));
                damage.tables.push(table);
            }
        }
        damage
    }

    /// The file without its damaged tables: blanks stand in their place, so
    /// that everything else keeps its own. A head that can be read stays, for
    /// the points of a question belong to the question before them.
    pub(super) fn readable<'s>(&self, source: &'s str) -> Cow<'s, str> {
        if self.tables.is_empty() {
            return Cow::Borrowed(source);
        }
        let mut bytes = source.as_bytes().to_vec();
        for table in &self.tables {
            let head = source[table.clone()].lines().next().unwrap_or_default();
            let kept = if DeTable::parse(head).is_ok() { head.len() } else { 0 };
            let damaged = &mut bytes[table.start + kept..table.end];
            damaged
                .iter_mut()
                .filter(|byte| **byte != b'\n')
                .for_each(|byte| *byte = b' ');
        }
        Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Whether a problem found at this place may be no more than a result of the damage.
    pub(super) fn hides(&self, at: usize, elsewhere: bool) -> bool {
        (elsewhere && !self.tables.is_empty()) || self.tables.iter().any(|table| table.contains(&at))
    }

    /// Whether these words stand in quotes in a damaged table, where they may well be an id.
    pub(super) fn may_declare(&self, id: &str) -> bool {
        self.lost.contains(id)
    }

    /// The errors themselves: place, what and mend.
    pub(super) fn errors(&self) -> impl Iterator<Item = (usize, String, &'static str)> {
        self.errors.iter().map(|(at, message)| {
            let (what, mend) = not_toml(message);
            (*at, what, mend)
        })
    }
}

/// What can be read and still is no file, fields and tables that stand twice: place, what and mend.
pub(super) fn repeats(errors: &[Error], readable: &str) -> impl Iterator<Item = (usize, String, &'static str)> {
    errors.iter().map(|error| {
        let span = error.span().unwrap_or(0..0);
        let (what, mend) = if error.message() == REPEAT {
            let name = readable.get(span.clone()).unwrap_or_default();
            let mend = "keep one; what may stand many times has two brackets, as in `[[actor]]`";
            (format!("`{name}` is given twice"), mend)
        } else {
            not_toml(error.message())
        };
        (span.start, what, mend)
    })
}

const REPEAT: &str = "duplicate key";

/// The errors of one table. One fault often makes the parser stumble several
/// times in a line, and after an open list or string on every line that follows:
/// the first time says what it is.
fn errors_of(table: &str) -> Vec<(usize, String)> {
    let end = table.trim_end().len();
    let (_, errors) = DeTable::parse_recoverable(table);
    let errors = errors.into_iter().filter(|error| error.message() != REPEAT);
    let mut errors: Vec<_> = errors
        .map(|error| {
            (
                error.span().map_or(end, |span| span.start.min(end)),
                error.message().to_owned(),
            )
        })
        .collect();
    errors.sort();
    errors.dedup_by_key(|(at, _)| table[..*at].matches('\n').count());
    let open = |message: &str| {
        ["array", "multi-line", "inline table"]
            .iter()
            .any(|word| message.contains(word))
    };
    let first_open = errors.iter().position(|(_, message)| open(message));
    errors.truncate(first_open.map_or(errors.len(), |idx| idx + 1));
    errors
}

/// What a message of the parser says, and how to mend it.
fn not_toml(message: &str) -> (String, &'static str) {
    let mend = if message.contains("must be quoted") {
        "put the words in quotes: `\"…\"`"
    } else if message.contains("basic string") {
        "close the string with `\"`; a quote inside it is written `\\\"`"
    } else if message.contains("array table") {
        "write the head of the table as `[[actor]]`, alone on its line"
    } else if message.contains("array") {
        "write the list as `[\"…\", \"…\"]`, with a comma between two values and a `]` at the end"
    } else {
        "write each field as `name = value` on a line of its own, words in quotes, lists in brackets"
    };
    (format!("this is not TOML: {message}"), mend)
}

/// The stretches of the file from the head of one table to the next.
fn tables(source: &str) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        if at > 0 && is_head(line) {
            starts.push(at);
        }
        at += line.len();
    }
    starts.push(source.len());
    starts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// Whether a line is the head of a table, also when a bracket of it is missing.
/// A list or a text may go on with `[` too, but not with a name alone.
fn is_head(line: &str) -> bool {
    let name = line.trim_start_matches('[');
    let rest = name.trim_start_matches(|letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_'));
    let after = rest.trim_start_matches(']').trim();
    line.starts_with('[') && rest.len() < name.len() && (after.is_empty() || after.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_known_also_with_a_bracket_missing() {
        for line in [
            "[story]\n",
            "[[actor]]",
            "[[question.point]] # the first",
            "[[actor]",
            "[[actor",
        ] {
            assert!(is_head(line), "{line}");
        }
        for line in [
            "",
            "id = \"a\"",
            "[words](#id) go on",
            "[\"a\"]",
            "[1, 2],",
            " [story]",
            "[",
            "]",
        ] {
            assert!(!is_head(line), "{line}");
        }
    }

    #[test]
    fn what_is_left_of_a_damaged_file_keeps_its_place() {
        let source = "[[a]]\nx = é\n[[b]]\nx = \"1\"\n[[c\nx = \"2\"\n";
        let damage = Damage::find(source);
        let readable = damage.readable(source);
        assert_eq!(readable, "[[a]]\n      \n[[b]]\nx = \"1\"\n   \n       \n");
        assert_eq!(readable.len(), source.len());
        assert!(damage.may_declare("2") && !damage.may_declare("1"));
    }

    #[test]
    fn a_file_without_damage_is_left_as_it_is() {
        let source = "[[a]]\nx = 1\n";
        assert_eq!(Damage::find(source).readable(source), source);
    }
}
