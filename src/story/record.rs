//! The outside record: its notes, what they rest on, and how other things refer to them.

use serde::Serialize;

use super::date::When;
use super::ids::{RecordId, SourceId};
use super::kinds::Verdict;
use super::text::Text;

/// A source of the record.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Who published it.
    pub publisher: String,
    /// Its headline, or a description.
    pub title: String,
    /// When it appeared.
    pub date: Option<When>,
    /// Its address.
    pub url: String,
    /// Whether it is no party to the dispute.
    pub independent: bool,
    /// Which party it is, when it is one.
    pub party: Option<String>,
    /// The name under which repeats of one report count as one; its own id where it repeats nothing.
    pub origin: String,
    /// "copy of an AP report".
    pub note: Option<String>,
}

/// A note on what the record shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Record {
    /// Its id.
    pub id: RecordId,
    /// Its label on the timeline.
    pub title: String,
    /// How it stands to the article, unless the thing that refers to it says otherwise.
    pub verdict: Verdict,
    /// When it happened.
    pub date: Option<When>,
    /// What it shows.
    pub text: Text,
    /// Where it is shown.
    pub sources: Vec<SourceId>,
    /// What was searched, when nothing was found.
    pub checked: Option<String>,
}

/// A reference to a record note.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RecordRef {
    /// The note.
    pub id: RecordId,
    /// How it stands to the thing that refers to it.
    pub verdict: Verdict,
}
