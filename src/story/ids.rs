//! Ids of the things in a story, one type a kind, so that they cannot be mixed up.
//!
//! The text of an id is unique across all kinds: a bare `#id` in an address
//! names one thing.

use std::fmt;
use std::rc::Rc;

use serde::Serialize;

/// Whether a text can be an id: a lower-case letter, then lower-case letters,
/// digits and hyphens. Such a text is safe in an address and in a selector.
pub fn is_id(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

macro_rules! id {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub struct $name(Rc<str>);

        impl $name {
            /// The id as it stands in the file and in addresses.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(Rc::from(text))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

id! {
    /// A question of the walk.
    QuestionId,
    /// A point made under a question.
    PointId,
    /// An actor on the map.
    ActorId,
    /// A tie between two actors.
    TieId,
    /// An event on the timeline.
    EventId,
    /// A note on what the public record shows.
    RecordId,
    /// A source of the record.
    SourceId,
    /// A region of the map.
    SideId,
    /// A term of the glossary.
    TermId,
}

#[cfg(test)]
mod tests {
    use super::is_id;

    #[test]
    fn an_id_begins_with_a_letter_and_goes_on_with_letters_digits_and_hyphens() {
        for id in ["a", "t-asylum-1981", "e-5"] {
            assert!(is_id(id), "{id}");
        }
        for text in ["", "1981", "-a", "A", "aB", "a b", "a_b", "a\"]", "é"] {
            assert!(!is_id(text), "{text}");
        }
    }
}
