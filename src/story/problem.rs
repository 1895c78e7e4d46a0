//! What is wrong with a story file, where, and what to do about it.
//!
//! It knows nothing of how problems are found, nor of where they are shown.

use thiserror::Error;

/// One problem of a story file. Problems sort by their place in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Error)]
#[error("{file}:{line}:{column}: {what}\n    mend: {mend}")]
pub struct Problem {
    /// The file's name as it is shown.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub mend: String,
}
