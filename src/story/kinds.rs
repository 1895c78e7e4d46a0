//! The closed lists of the evidence model and of the map, with the words readers see.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$vdoc])* $variant,)+
        }

        impl $name {
            /// All values, in the order in which readers meet them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word used in the story file, in addresses and in the page's attributes.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// The value with this word.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }
        }

        /// As its word for people, and as its place in the list for the app.
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if serializer.is_human_readable() {
                    serializer.serialize_str(self.word())
                } else {
                    serializer.serialize_u8(*self as u8)
                }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let place = u8::deserialize(deserializer)?;
                let value = Self::ALL.get(usize::from(place)).copied();
                value.ok_or_else(|| D::Error::custom("a word beyond its list"))
            }
        }
    };
}

closed_list! {
    /// Who says it, in the article.
    Basis {
        /// The author asserts it flatly.
        Stated = "stated",
        /// Reported, alleged or sourced to somebody else: the hedge is kept.
        Attributed = "attributed",
        /// Inference, forecast or judgement of the author.
        View = "view",
        /// The article itself reports that it is denied.
        Disowned = "disowned",
        /// A question without an answer, or a hypothetical.
        Open = "open",
    }
}

impl Basis {
    /// The words a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Self::Stated => "The author states",
            Self::Attributed => "Said by others",
            Self::View => "The author’s view",
            Self::Disowned => "Disowned or denied",
            Self::Open => "Left open",
        }
    }
}

closed_list! {
    /// How a record note stands to what the article says.
    Verdict {
        /// The record bears it out.
        Supports = "supports",
        /// The record says otherwise.
        Contradicts = "contradicts",
        /// The record adds what the article leaves out.
        Completes = "completes",
        /// Later events have overtaken it.
        Supersedes = "supersedes",
        /// Looked for and not found.
        NotFound = "not-found",
    }
}

impl Verdict {
    /// The words a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Self::Supports => "The record agrees",
            Self::Contradicts => "The record differs",
            Self::Completes => "The record adds",
            Self::Supersedes => "Since then",
            Self::NotFound => "Not found in the record",
        }
    }

    /// The words of a mark, where all that the record says to a thing has one line.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Supports => "Record agrees",
            Self::Contradicts => "Record differs",
            Self::Completes => "Record adds",
            Self::Supersedes => "Since then",
            Self::NotFound => "Not found",
        }
    }

    /// Its tag on the map: a sign and a word.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Supports => "= agrees",
            Self::Contradicts => "≠ differs",
            Self::Completes => "+ adds",
            Self::Supersedes => "→ since",
            Self::NotFound => "– not found",
        }
    }

    /// The one that a reader must not miss, of several on one thing.
    pub fn weightiest(verdicts: impl IntoIterator<Item = Self>) -> Option<Self> {
        const BY_WEIGHT: [Verdict; 5] = [
            Verdict::Contradicts,
            Verdict::Supersedes,
            Verdict::Supports,
            Verdict::Completes,
            Verdict::NotFound,
        ];
        let place = |verdict: &Self| BY_WEIGHT.iter().position(|other| other == verdict);
        verdicts.into_iter().min_by_key(place)
    }
}

closed_list! {
    /// What sort of thing an actor is; drawn as its shape.
    Kind {
        /// One human being.
        Person = "person",
        /// Several people who are not an organisation.
        Group = "group",
        /// A party, a movement, a company, a union of states.
        Organisation = "organisation",
        /// A body of a state or of a union of states.
        Institution = "institution",
        /// A state.
        State = "state",
        /// What actors act on: an agreement, a gathering, a text, the plot.
        Thing = "thing",
        /// Whoever it was: one human being or several.
        Unknown = "unknown",
    }
}

impl Kind {
    /// The word a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Self::Person => "Person",
            Self::Group => "Group of people",
            Self::Organisation => "Organisation",
            Self::Institution => "Institution",
            Self::State => "State",
            Self::Thing => "Agreement, text or event",
            Self::Unknown => "Unknown: one person or several",
        }
    }
}

closed_list! {
    /// The colour of a side; a token of the style sheet, never a literal.
    Tint {
        /// Blue.
        Blue = "blue",
        /// Green.
        Green = "green",
        /// Amber.
        Amber = "amber",
        /// Violet.
        Violet = "violet",
        /// Teal.
        Teal = "teal",
        /// Grey.
        Grey = "grey",
    }
}

/// The types a tie can have.
pub const TIE_TYPES: &[&str] = &[
    "office",
    "leads",
    "part-of",
    "names",
    "lists",
    "asylum",
    "presence",
    "ally",
    "rival",
    "speaks",
    "lawyer",
    "pays",
    "backs",
    "targets",
    "stages",
    "doubts",
    "travels",
    "presses",
    "refuses",
    "seeks",
    "engages",
    "holds",
    "frees",
    "deal",
    "expels",
    "moves",
    "hosts",
    "brokers",
    "lobbies",
    "gathers",
    "funds",
    "breaks",
    "absent",
    "presents",
    "dismisses",
    "writes",
    "disowns",
    "suspends",
    "friction",
    "compares",
];

/// The types by which a deed that would be a crime or a breach of rules is laid at somebody's door:
/// such a tie has the reply of the accused, or what was looked for.
pub const TIE_TYPES_THAT_ACCUSE: &[&str] = &["stages", "funds"];

/// The types by which one refuses, ends or lacks what a tie would be: drawn like
/// any other, such a tie would say the opposite.
pub const TIE_TYPES_THAT_DENY: &[&str] = &["refuses", "breaks", "absent", "dismisses", "disowns", "suspends"];
