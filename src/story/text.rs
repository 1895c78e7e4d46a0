//! Text with the tiny markup a story may use: emphasis and links to ids.

mod parse;

use std::fmt;

use serde::{Serialize, Serializer};

pub use parse::{Target, TextError, TextFault};

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Words as they are.
    Plain(String),
    /// `*words*`.
    Emphasis(String),
    /// `[words](#id)`; `term` when the id is one of the glossary's.
    Link {
        /// The words shown.
        words: String,
        /// The id named.
        id: String,
        /// Whether it is a term of the glossary.
        term: bool,
    },
}

/// A run of spans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<Span>);

/// As in the story file, with its markup.
impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|span| match span {
            Span::Plain(words) => f.write_str(words),
            Span::Emphasis(words) => write!(f, "*{words}*"),
            Span::Link { words, id, .. } => write!(f, "[{words}](#{id})"),
        })
    }
}

impl Text {
    /// The words without the markup.
    pub fn plain(&self) -> String {
        self.0
            .iter()
            .map(|span| match span {
                Span::Plain(words) | Span::Emphasis(words) | Span::Link { words, .. } => words.as_str(),
            })
            .collect()
    }
}
