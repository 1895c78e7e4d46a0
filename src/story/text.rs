//! Text with the tiny markup a story may use: emphasis and links to ids.

mod parse;

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
