//! A place in the article: paragraph and sentence, never the words themselves.

use std::fmt;

use serde::{Serialize, Serializer};
use thiserror::Error;

/// A paragraph, a sentence of it, or a run of sentences.
///
/// Paragraph 0 is the headline; sentences count from 1, and `None` is the
/// whole paragraph. Displays as in the story file: `5.3`, `7.2-7.3`, `0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Locator {
    /// Where it begins.
    pub from: Position,
    /// Where it ends, when it is a run.
    pub to: Option<Position>,
}

/// One paragraph or one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The paragraph; 0 is the headline.
    pub paragraph: u8,
    /// The sentence, counted from 1.
    pub sentence: Option<u8>,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.paragraph)?;
        self.sentence.map_or(Ok(()), |sentence| write!(f, ".{sentence}"))
    }
}

impl Serialize for Locator {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.from)?;
        self.to.map_or(Ok(()), |to| write!(f, "-{to}"))
    }
}

/// Why a locator cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LocatorError {
    /// It is not written as a locator.
    #[error("is no place in the article")]
    Form,
    /// A run that ends where it begins, or before.
    #[error("does not run forward")]
    Backwards,
    /// There is no such paragraph.
    #[error("names paragraph {paragraph}, and the last is {last}")]
    NoParagraph {
        /// The paragraph named.
        paragraph: u8,
        /// The last of the article.
        last: usize,
    },
    /// There is no such sentence.
    #[error("names sentence {sentence} of paragraph {paragraph}, which has {sentences}")]
    NoSentence {
        /// The paragraph named.
        paragraph: u8,
        /// The sentence named.
        sentence: u8,
        /// How many the paragraph has.
        sentences: u8,
    },
}

impl Locator {
    /// Reads `5.3`, `5`, `7.2-7.3`, `5-6` or `0`.
    ///
    /// # Errors
    /// When it is written otherwise, or is a run that does not go forward.
    pub fn parse(source: &str) -> Result<Self, LocatorError> {
        let Some((from, to)) = source.split_once('-') else {
            return Ok(Self {
                from: Position::parse(source)?,
                to: None,
            });
        };
        let (from, to) = (Position::parse(from)?, Position::parse(to)?);
        if from.sentence.is_some() != to.sentence.is_some() {
            return Err(LocatorError::Form);
        }
        if to <= from {
            return Err(LocatorError::Backwards);
        }
        Ok(Self { from, to: Some(to) })
    }

    /// Holds it against the number of sentences in each paragraph, the headline first.
    ///
    /// # Errors
    /// When it names a paragraph or a sentence that is not there.
    pub fn fits(&self, sentences: &[u8]) -> Result<(), LocatorError> {
        self.from.fits(sentences)?;
        self.to.map_or(Ok(()), |to| to.fits(sentences))
    }

    /// Whether some sentence lies in both.
    pub fn meets(&self, other: &Self) -> bool {
        let first = |locator: &Self| (locator.from.paragraph, locator.from.sentence.unwrap_or(0));
        let last = |locator: &Self| {
            let end = locator.to.unwrap_or(locator.from);
            (end.paragraph, end.sentence.unwrap_or(u8::MAX))
        };
        first(self) <= last(other) && first(other) <= last(self)
    }
}

impl Position {
    fn parse(source: &str) -> Result<Self, LocatorError> {
        match source.split_once('.') {
            None => Ok(Self {
                paragraph: number(source)?,
                sentence: None,
            }),
            Some((paragraph, sentence)) => {
                let sentence = number(sentence)?;
                if sentence == 0 {
                    return Err(LocatorError::Form);
                }
                Ok(Self {
                    paragraph: number(paragraph)?,
                    sentence: Some(sentence),
                })
            }
        }
    }

    fn fits(self, sentences: &[u8]) -> Result<(), LocatorError> {
        let Some(&count) = sentences.get(usize::from(self.paragraph)) else {
            let last = sentences.len().saturating_sub(1);
            return Err(LocatorError::NoParagraph {
                paragraph: self.paragraph,
                last,
            });
        };
        match self.sentence {
            Some(sentence) if sentence > count => Err(LocatorError::NoSentence {
                paragraph: self.paragraph,
                sentence,
                sentences: count,
            }),
            _ => Ok(()),
        }
    }
}

/// Digits alone and no leading zero, so that one place has one spelling.
fn number(source: &str) -> Result<u8, LocatorError> {
    let plain = source.bytes().all(|byte| byte.is_ascii_digit()) && (source == "0" || !source.starts_with('0'));
    if plain {
        source.parse().map_err(|_| LocatorError::Form)
    } else {
        Err(LocatorError::Form)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locator_displays_as_it_was_written() {
        for source in ["0", "5", "5.3", "7.2-7.3", "7.5-8.1", "5-6", "12.10"] {
            assert_eq!(
                Locator::parse(source).map(|locator| locator.to_string()),
                Ok(source.to_owned())
            );
        }
    }

    #[test]
    fn what_is_no_locator_is_refused() {
        for source in [
            "", ".", "5.", ".3", "5.0", "05.3", "5.03", "+5", "5,3", "5.3.1", "5.1-", "5.1-6", "300", "p5",
        ] {
            assert_eq!(Locator::parse(source), Err(LocatorError::Form), "{source:?}");
        }
    }

    #[test]
    fn places_meet_where_they_share_a_sentence() {
        let place = |source: &str| Locator::parse(source).expect("it is a place");
        for (one, other, meet) in [
            ("5.3", "5.3-5.5", true),
            ("5.2", "5.3-5.5", false),
            ("5", "5.3", true),
            ("4-5", "5.9-6.1", true),
            ("5.3", "6.3", false),
            ("0", "1", false),
        ] {
            assert_eq!(place(one).meets(&place(other)), meet, "{one} {other}");
            assert_eq!(place(other).meets(&place(one)), meet, "{other} {one}");
        }
    }

    #[test]
    fn a_run_goes_forward() {
        for source in ["7.3-7.2", "7.3-7.3", "8.1-7.9", "6-5"] {
            assert_eq!(Locator::parse(source), Err(LocatorError::Backwards), "{source}");
        }
    }

    #[test]
    fn a_locator_is_held_against_the_article() {
        let fits = |source| Locator::parse(source).unwrap().fits(&[1, 2, 5]);
        assert_eq!(fits("0"), Ok(()));
        assert_eq!(fits("1.2-2.5"), Ok(()));
        assert_eq!(fits("3"), Err(LocatorError::NoParagraph { paragraph: 3, last: 2 }));
        assert_eq!(
            fits("1.3"),
            Err(LocatorError::NoSentence {
                paragraph: 1,
                sentence: 3,
                sentences: 2
            })
        );
        assert_eq!(
            fits("1.2-2.6"),
            Err(LocatorError::NoSentence {
                paragraph: 2,
                sentence: 6,
                sentences: 5
            })
        );
    }
}
