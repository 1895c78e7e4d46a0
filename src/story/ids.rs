//! Ids of the things in a story, one type a kind, so that they cannot be mixed up.
//!
//! The text of an id is unique across all kinds: a bare `#id` in an address
//! names one thing.

use std::fmt;
use std::rc::Rc;

macro_rules! id {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
