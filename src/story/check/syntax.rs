//! What of a file cannot be read as TOML, and how far the damage reaches.
//!
//! The parser goes on after an error, but what it makes of the damaged table is
//! a guess. So a table with an error in it is told only that error, and nothing
//! is said to be missing because of it.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::Error;

/// The errors of the syntax and the tables they stand in.
pub(super) struct Damage {
    errors: Vec<SyntaxError>,
    tables: Vec<Range<usize>>,
    lost: BTreeSet<String>,
}

/// A place that is no TOML.
pub(super) struct SyntaxError {
    /// Bytes from the start of the file.
    pub(super) at: usize,
    /// What is wrong.
    pub(super) what: String,
    /// What to do.
    pub(super) mend: String,
}

impl Damage {
    /// Sorts out the errors of the parser. One fault often makes it stumble
    /// several times in the same line; the first time says what it is.
    pub(super) fn new(source: &str, errors: Vec<Error>) -> Self {
        let (repeats, errors): (Vec<_>, Vec<_>) = errors.into_iter().partition(|error| error.message() == REPEAT);
        let mut ats: Vec<_> = errors
            .iter()
            .map(|error| (start(error, source), error.message()))
            .collect();
        ats.sort_unstable();
        ats.dedup_by_key(|(at, _)| source[..*at].matches('\n').count());
        let tables: Vec<_> = tables(source)
            .filter(|table| ats.iter().any(|(at, _)| touches(table, *at, source)))
            .collect();
        let quoted = tables
            .iter()
            .flat_map(|table| source[table.clone()].split('"').skip(1).step_by(2));
        let lost = quoted.map(str::to_owned).collect();
        let repeats = repeats.iter().map(|error| repeat(error, source));
        let errors = ats
            .into_iter()
            .map(|(at, message)| broken(at, message))
            .chain(repeats)
            .collect();
        Self { errors, tables, lost }
    }

    /// Whether a problem found at this place may be no more than a result of the damage.
    pub(super) fn hides(&self, at: usize, elsewhere: bool) -> bool {
        let damaged = !self.tables.is_empty();
        (elsewhere && damaged) || self.tables.iter().any(|table| table.contains(&at))
    }

    /// Whether these words stand in quotes in a damaged table, where they may well be an id.
    pub(super) fn may_declare(&self, id: &str) -> bool {
        self.lost.contains(id)
    }

    /// The errors themselves.
    pub(super) fn into_errors(self) -> Vec<SyntaxError> {
        self.errors
    }
}

/// The parser's word for a key that is given twice; the first one stands, so nothing else is damaged.
const REPEAT: &str = "duplicate key";

fn start(error: &Error, source: &str) -> usize {
    error.span().map_or(source.len(), |span| span.start)
}

fn repeat(error: &Error, source: &str) -> SyntaxError {
    let span = error.span().unwrap_or_default();
    let name = source.get(span.clone()).unwrap_or_default();
    SyntaxError {
        at: span.start,
        what: format!("`{name}` is given twice"),
        mend: String::from(
            "keep one of the two; a table that may stand many times has two brackets, as in `[[actor]]`",
        ),
    }
}

fn broken(at: usize, message: &str) -> SyntaxError {
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
    SyntaxError {
        at,
        what: format!("this is not TOML: {message}"),
        mend: mend.to_owned(),
    }
}

/// The stretches of the file from the head of one table to the next.
fn tables(source: &str) -> impl Iterator<Item = Range<usize>> {
    let mut starts = vec![0];
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        if line.starts_with('[') && at > 0 {
            starts.push(at);
        }
        at += line.len();
    }
    starts.push(source.len());
    (1..starts.len()).map(move |idx| starts[idx - 1]..starts[idx])
}

/// Whether an error is in this stretch; one at the end of the file is in the last.
fn touches(table: &Range<usize>, at: usize, source: &str) -> bool {
    table.contains(&at) || (at == source.len() && table.end == at)
}
