//! Collects problems by their place in the file and puts them in order.

use std::cell::RefCell;

use super::super::problem::{LineColumn, Problem};
use super::syntax::Damage;

/// All problems found so far. Those who read tables share it, hence the cell.
pub(super) struct Log<'a> {
    file: &'a str,
    source: &'a str,
    found: RefCell<Vec<Found>>,
}

struct Found {
    at: usize,
    what: String,
    mend: String,
    /// Whether it is about something missing elsewhere, which damage may have hidden.
    elsewhere: bool,
}

impl<'a> Log<'a> {
    /// An empty log.
    pub(super) fn new(file: &'a str, source: &'a str) -> Self {
        Self {
            file,
            source,
            found: RefCell::default(),
        }
    }

    /// The text of the file.
    pub(super) fn source(&self) -> &'a str {
        self.source
    }

    /// Notes a problem; `at` counts bytes.
    pub(super) fn add(&self, at: usize, what: impl Into<String>, mend: impl Into<String>) {
        self.push(Found {
            at,
            what: what.into(),
            mend: mend.into(),
            elsewhere: false,
        });
    }

    /// Notes that something is not there that should be elsewhere in the file.
    /// It is told only of a file without damage.
    pub(super) fn add_missing(&self, at: usize, what: impl Into<String>, mend: impl Into<String>) {
        self.push(Found {
            at,
            what: what.into(),
            mend: mend.into(),
            elsewhere: true,
        });
    }

    fn push(&self, found: Found) {
        self.found.borrow_mut().push(found);
    }

    /// The line and the column of a byte, both from 1, the column in characters.
    pub(super) fn place(&self, at: usize) -> (usize, usize) {
        let before = self.source.get(..at).unwrap_or(self.source);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (
            before.matches('\n').count() + 1,
            before[line_start..].chars().count() + 1,
        )
    }

    /// The problems in order: those of the syntax, and of the rest what the damage cannot have caused.
    pub(super) fn problems(&self, damage: &Damage) -> Vec<Problem> {
        let found = self.found.borrow();
        let told = found.iter().filter(|found| !damage.hides(found.at, found.elsewhere));
        let mut problems: Vec<_> = told
            .map(|found| self.problem(found.at, &found.what, &found.mend))
            .collect();
        problems.extend(damage.errors().map(|(at, what, mend)| self.problem(at, &what, mend)));
        problems.sort();
        problems
    }

    fn problem(&self, at: usize, what: &str, mend: &str) -> Problem {
        let (line, column) = self.place(at);
        Problem {
            file: self.file.to_owned(),
            place: Some(LineColumn { line, column }),
            what: what.to_owned(),
            mend: mend.to_owned(),
        }
    }
}
