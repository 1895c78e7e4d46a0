//! A place in the article: paragraph and sentence, never the words themselves.

use std::fmt;

/// A paragraph, a sentence of it, or a run of sentences.
///
/// Paragraph 0 is the headline; sentences count from 1, and `None` is the
/// whole paragraph. Displays as in the story file: `5.3`, `7.2-7.3`, `0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Locator {
    /// Where it begins.
    pub from: Place,
    /// Where it ends, when it is a run.
    pub to: Option<Place>,
}

/// One paragraph or one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The paragraph; 0 is the headline.
    pub paragraph: u8,
    /// The sentence, counted from 1.
    pub sentence: Option<u8>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.paragraph)?;
        self.sentence.map_or(Ok(()), |sentence| write!(f, ".{sentence}"))
    }
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.from)?;
        self.to.map_or(Ok(()), |to| write!(f, "-{to}"))
    }
}
