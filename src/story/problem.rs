//! What is wrong with a story file, where, and what to do about it.
//!
//! It knows nothing of how problems are found, nor of where they are shown.

use std::fmt;

use thiserror::Error;

/// One problem of a story file. Problems sort by file and place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Error)]
#[error("{}: {what}\n    mend: {mend}", self.address())]
pub struct Problem {
    /// The file's name as it is shown.
    pub file: String,
    /// Where in the file; nowhere when the problem is that the file is there, or is not.
    pub place: Option<LineColumn>,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub mend: String,
}

impl Problem {
    /// The file with the place in it, in the form that editors open: `story.toml:12:8`.
    pub fn address(&self) -> String {
        match self.place {
            Some(place) => format!("{}:{place}", self.file),
            None => self.file.clone(),
        }
    }
}

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
}

impl fmt::Display for LineColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}
