//! What the instruments need of a story: names, verbs, dates, bases and who
//! belongs to what. The prose stays in the document.
//!
//! Things refer to each other by their place in the lists.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::story::date::When;
use crate::story::kinds::{Basis, Kind, Tint, Verdict};

/// A story in brief.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Brief {
    /// The page's heading, for the window's title.
    pub headline: Rc<str>,
    /// When the article appeared.
    pub published: When,
    /// The regions of the map.
    pub sides: Vec<SideBrief>,
    /// The actors.
    pub actors: Vec<ActorBrief>,
    /// The ties.
    pub ties: Vec<TieBrief>,
    /// The events.
    pub events: Vec<EventBrief>,
    /// What happened after the article appeared.
    pub notes: Vec<NoteBrief>,
    /// What no picture shows, and can be opened all the same.
    pub entries: Vec<EntryBrief>,
    /// The walk.
    pub questions: Vec<QuestionBrief>,
}

/// A region.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SideBrief {
    /// Its name.
    pub name: Rc<str>,
    /// Its colour.
    pub tint: Tint,
}

/// An actor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ActorBrief {
    /// Its id.
    pub id: Rc<str>,
    /// Its full name.
    pub name: Rc<str>,
    /// Whether the name takes "the" inside a sentence.
    pub takes_the: bool,
    /// Its label on the map.
    pub short: Rc<str>,
    /// What sort of thing it is.
    pub kind: Kind,
    /// Its region, as a place in [`Brief::sides`].
    pub side: usize,
    /// The weightiest of what the record says of it.
    pub verdict: Option<Verdict>,
}

/// A tie.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TieBrief {
    /// Its id.
    pub id: Rc<str>,
    /// Who acts, as a place in [`Brief::actors`].
    pub from: usize,
    /// On whom, likewise.
    pub to: usize,
    /// "granted asylum to".
    pub verb: Rc<str>,
    /// When.
    pub date: Option<When>,
    /// Whether it has a direction.
    pub directed: bool,
    /// Whether it says that something is refused, disowned, ended or lacking.
    pub denies: bool,
    /// Who says it.
    pub basis: Basis,
    /// The weightiest of what the record says of it.
    pub verdict: Option<Verdict>,
}

/// An event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EventBrief {
    /// Its id.
    pub id: Rc<str>,
    /// Its label.
    pub title: Rc<str>,
    /// When; undated when absent.
    pub date: Option<When>,
    /// Whether something in the date is inferred.
    pub inferred: bool,
    /// Who says it.
    pub basis: Basis,
    /// Who took part, as places in [`Brief::actors`].
    pub actors: Vec<usize>,
}

/// A dated record note later than the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NoteBrief {
    /// Its id.
    pub id: Rc<str>,
    /// Its label.
    pub title: Rc<str>,
    /// When.
    pub date: When,
}

/// A record note that is no later than the article or undated, or a term of the glossary.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntryBrief {
    /// Its id.
    pub id: Rc<str>,
    /// Its title, or the word.
    pub title: Rc<str>,
    /// Whether it is a term.
    pub is_term: bool,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionBrief {
    /// Its id.
    pub id: Rc<str>,
    /// The question.
    pub ask: Rc<str>,
    /// Its short name.
    pub short: Rc<str>,
    /// The actors it concerns, as places in [`Brief::actors`].
    pub actors: Vec<usize>,
    /// The ties it concerns.
    pub ties: Vec<usize>,
    /// The events it concerns.
    pub events: Vec<usize>,
    /// The later notes it concerns, as places in [`Brief::notes`].
    pub notes: Vec<usize>,
    /// The other notes it concerns, as places in [`Brief::entries`].
    pub entries: Vec<usize>,
    /// The ids of its points.
    pub points: Vec<Rc<str>>,
    /// Former ids that lead here.
    pub formerly: Vec<Rc<str>>,
}

impl Brief {
    /// The sentence a tie stands for, without its full stop.
    pub fn sentence(&self, tie: &TieBrief) -> String {
        let named = |idx: usize| (&*self.actors[idx].name, self.actors[idx].takes_the);
        crate::story::sentence::sentence(named(tie.from), &tie.verb, named(tie.to))
    }
}
