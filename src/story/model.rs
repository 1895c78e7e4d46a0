//! The shapes of a checked story; those of the outside record are in `record`. Plain data with public fields; by
//! convention only the checker makes a [`Story`].

use serde::Serialize;

use super::date::When;
use super::ids::{ActorId, EventId, PointId, QuestionId, RecordId, SideId, SourceId, TermId, TieId};
use super::kinds::{Basis, Kind, Tint};
use super::locator::Locator;
use super::record::{Record, RecordRef, Source};
use super::text::Text;

/// A whole story, checked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Story {
    /// What the page is called and rests on.
    #[serde(flatten)]
    pub meta: Meta,
    /// The article that is explained.
    pub article: Article,
    /// The regions of the map, in order of importance.
    pub sides: Vec<Side>,
    /// The sources of the record.
    pub sources: Vec<Source>,
    /// What the record shows.
    pub records: Vec<Record>,
    /// Who and what takes part.
    pub actors: Vec<Actor>,
    /// Who is tied to whom.
    pub ties: Vec<Tie>,
    /// What happened when.
    pub events: Vec<Event>,
    /// The walk.
    pub questions: Vec<Question>,
    /// Words explained.
    pub terms: Vec<Term>,
    /// About and method.
    pub about: Vec<About>,
    /// What changed on the page since it was published.
    pub changes: Vec<Change>,
}

/// What the page is called and rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Meta {
    /// The folder's name and the story's name in messages.
    pub slug: String,
    /// BCP 47 tag of the text.
    pub lang: String,
    /// The page's heading.
    pub headline: String,
    /// The word above it.
    pub kicker: String,
    /// Whom or what the story is about, in a few words beside the heading; without it the standfirst stands there.
    pub topic: Option<String>,
    /// What the page offers.
    pub standfirst: Text,
    /// The day the record was last read.
    pub checked: When,
    /// The date of the newest page that was read then.
    pub reaches: When,
    /// What the page rests on.
    pub note: Text,
}

/// The article that is explained.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Article {
    /// Its headline.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// Where it appeared.
    pub outlet: String,
    /// When it appeared: the publication line of the timeline.
    pub date: When,
    /// How date and author are known.
    pub note: Text,
    /// The source that shows it.
    pub source: SourceId,
    /// Sentences in each paragraph, the headline first.
    pub sentences: Vec<u8>,
}

/// A region of the map.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Side {
    /// Its id.
    pub id: SideId,
    /// Its name on the map.
    pub name: String,
    /// Its colour.
    #[serde(rename = "color")]
    pub tint: Tint,
}

/// Who says a thing, and where in the article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evidence {
    /// Who says it.
    pub basis: Basis,
    /// The words by which the article holds back.
    pub hedge: Option<String>,
    /// Where; never empty.
    pub at: Vec<Locator>,
    /// What the record shows.
    pub record: Vec<RecordRef>,
    /// Notes with the voice of whom the thing speaks against, or with what was looked for; none of them in `record`.
    pub reply: Vec<RecordId>,
}

/// Who or what takes part.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Actor {
    /// Its id.
    pub id: ActorId,
    /// Its full name.
    pub name: String,
    /// Whether the name takes "the" inside a sentence.
    #[serde(rename = "the")]
    pub takes_the: bool,
    /// Its label on the map.
    pub short: String,
    /// Other names.
    pub also: Vec<String>,
    /// What sort of thing it is.
    pub kind: Kind,
    /// The region it stands in.
    pub side: SideId,
    /// Its part, as the article gives it.
    pub role: Text,
    /// Its evidence; `hedge` and `reply` are empty.
    #[serde(flatten)]
    pub evidence: Evidence,
    /// When it existed.
    pub time: Option<When>,
}

/// A tie between two actors.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tie {
    /// Its id.
    pub id: TieId,
    /// Who acts.
    pub from: ActorId,
    /// On whom.
    pub to: ActorId,
    /// "granted asylum to".
    pub verb: String,
    /// What stands at its line on the map, when the verb is too long there.
    pub label: Option<String>,
    /// One of [`super::kinds::TIE_TYPES`].
    #[serde(rename = "type")]
    pub kind: String,
    /// When.
    pub date: Option<When>,
    /// What in the date is inferred, and how.
    pub inferred: Option<String>,
    /// Whether it has a direction.
    pub directed: bool,
    /// Its evidence.
    #[serde(flatten)]
    pub evidence: Evidence,
    /// A sentence more.
    pub text: Option<Text>,
    /// Other accounts of the same event.
    pub rivals: Vec<TieId>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// Its label on the timeline.
    pub title: String,
    /// When; `None` is undated.
    pub date: Option<When>,
    /// What the article does say of the time of an undated event.
    pub when: Option<String>,
    /// What in the date is inferred, and how.
    pub inferred: Option<String>,
    /// Who took part.
    pub actors: Vec<ActorId>,
    /// Its evidence.
    #[serde(flatten)]
    pub evidence: Evidence,
    /// What happened, in a sentence or two.
    pub text: Text,
}

/// A step of the walk.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// The question as a reader would ask it.
    pub ask: String,
    /// Its short name in lists.
    pub short: String,
    /// The answer in one or two sentences.
    pub answer: Text,
    /// What has overtaken the answer since the article; its links lead to the notes that say so.
    pub since_line: Option<Text>,
    /// Where the record says otherwise than the article on the question itself; its links lead to the notes that say so.
    pub differs_line: Option<Text>,
    /// The points, two to five.
    pub points: Vec<Point>,
    /// What the article does not say, though the record may.
    pub unsaid: Vec<Text>,
    /// What is still open, after the record too; never empty.
    pub open: Vec<Text>,
    /// The actors it concerns.
    pub actors: Vec<ActorId>,
    /// The ties it concerns; their ends are among the actors.
    pub ties: Vec<TieId>,
    /// The events it concerns.
    pub events: Vec<EventId>,
    /// What the record shows on the whole question.
    pub since: Vec<RecordRef>,
    /// What stands beside an actor on the question's picture.
    pub captions: Vec<Caption>,
    /// Ids of things that are no more; readers' links with them lead here.
    pub formerly: Vec<String>,
}

/// Words beside an actor on a question's picture: what became of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Caption {
    /// The actor, one of the question's.
    pub actor: ActorId,
    /// The words, in plain letters.
    pub text: String,
    /// The record note that they rest on.
    pub record: RecordId,
}

/// A point made under a question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// Its id.
    pub id: PointId,
    /// What is said.
    pub text: Text,
    /// Its evidence.
    #[serde(flatten)]
    pub evidence: Evidence,
}

/// A word explained.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Term {
    /// Its id.
    pub id: TermId,
    /// The word.
    pub term: String,
    /// What it means.
    pub text: Text,
}

/// A part of the about section.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct About {
    /// Its heading.
    pub title: String,
    /// Its paragraphs.
    pub text: Vec<Text>,
}

/// A change to the page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// When.
    pub date: When,
    /// What.
    pub text: Text,
}
