//! What the instruments need of a story: names, verbs, dates, bases and who
//! belongs to what. The prose stays in the document.
//!
//! It travels as inert JSON inside the page, so things refer to each other by
//! their place in the lists and fields have short names there.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Story;
use super::date::When;
use super::kinds::{Basis, Kind, Tint, Verdict};

/// A story in brief.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Brief {
    /// The page's heading, for the window's title.
    #[serde(rename = "h")]
    pub headline: Rc<str>,
    /// When the article appeared.
    #[serde(rename = "p")]
    pub published: When,
    /// The regions of the map.
    #[serde(rename = "s")]
    pub sides: Vec<SideBrief>,
    /// The actors.
    #[serde(rename = "a")]
    pub actors: Vec<ActorBrief>,
    /// The ties.
    #[serde(rename = "t")]
    pub ties: Vec<TieBrief>,
    /// The events.
    #[serde(rename = "e")]
    pub events: Vec<EventBrief>,
    /// What happened after the article appeared.
    #[serde(rename = "n")]
    pub notes: Vec<NoteBrief>,
    /// The walk.
    #[serde(rename = "q")]
    pub questions: Vec<QuestionBrief>,
}

/// A region.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SideBrief {
    /// Its name.
    #[serde(rename = "n")]
    pub name: Rc<str>,
    /// Its colour.
    #[serde(rename = "c")]
    pub tint: Tint,
}

/// An actor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ActorBrief {
    /// Its id.
    #[serde(rename = "i")]
    pub id: Rc<str>,
    /// Its full name.
    #[serde(rename = "n")]
    pub name: Rc<str>,
    /// Its label on the map.
    #[serde(rename = "l")]
    pub short: Rc<str>,
    /// What sort of thing it is.
    #[serde(rename = "k")]
    pub kind: Kind,
    /// Its region, as a place in [`Brief::sides`].
    #[serde(rename = "s")]
    pub side: usize,
}

/// A tie.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TieBrief {
    /// Its id.
    #[serde(rename = "i")]
    pub id: Rc<str>,
    /// Who acts, as a place in [`Brief::actors`].
    #[serde(rename = "f")]
    pub from: usize,
    /// On whom, likewise.
    #[serde(rename = "t")]
    pub to: usize,
    /// "granted asylum to".
    #[serde(rename = "v")]
    pub verb: Rc<str>,
    /// When.
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub date: Option<When>,
    /// Whether it has a direction.
    #[serde(rename = "u", default = "yes", skip_serializing_if = "is_yes")]
    pub directed: bool,
    /// Who says it.
    #[serde(rename = "b")]
    pub basis: Basis,
}

/// An event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EventBrief {
    /// Its id.
    #[serde(rename = "i")]
    pub id: Rc<str>,
    /// Its label.
    #[serde(rename = "n")]
    pub title: Rc<str>,
    /// When; undated when absent.
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub date: Option<When>,
    /// Whether something in the date is inferred.
    #[serde(rename = "g", default, skip_serializing_if = "std::ops::Not::not")]
    pub inferred: bool,
    /// Who says it.
    #[serde(rename = "b")]
    pub basis: Basis,
    /// Who took part, as places in [`Brief::actors`].
    #[serde(rename = "a")]
    pub actors: Vec<usize>,
}

/// A dated record note later than the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NoteBrief {
    /// Its id.
    #[serde(rename = "i")]
    pub id: Rc<str>,
    /// Its label.
    #[serde(rename = "n")]
    pub title: Rc<str>,
    /// When.
    #[serde(rename = "d")]
    pub date: When,
    /// How it stands to the article.
    #[serde(rename = "v")]
    pub verdict: Verdict,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionBrief {
    /// Its id.
    #[serde(rename = "i")]
    pub id: Rc<str>,
    /// The question.
    #[serde(rename = "n")]
    pub ask: Rc<str>,
    /// The actors it concerns, as places in [`Brief::actors`].
    #[serde(rename = "a")]
    pub actors: Vec<usize>,
    /// The ties it concerns.
    #[serde(rename = "t")]
    pub ties: Vec<usize>,
    /// The events it concerns.
    #[serde(rename = "e")]
    pub events: Vec<usize>,
    /// The later notes it concerns, as places in [`Brief::notes`].
    #[serde(rename = "r")]
    pub notes: Vec<usize>,
    /// The ids of its points.
    #[serde(rename = "p")]
    pub points: Vec<Rc<str>>,
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn is_yes(value: &bool) -> bool {
    *value
}

fn places<Id: PartialEq>(wanted: &[Id], mut place: impl FnMut(&Id) -> Option<usize>) -> Vec<usize> {
    wanted.iter().filter_map(&mut place).collect()
}

impl Brief {
    /// What the instruments need of this story.
    pub fn of(story: &Story) -> Self {
        let actor = |id: &super::ids::ActorId| story.actors.iter().position(|actor| actor.id == *id);
        let notes = later_notes(story);
        Self {
            headline: Rc::from(story.meta.headline.as_str()),
            published: story.article.date.clone(),
            sides: story
                .sides
                .iter()
                .map(|side| SideBrief { name: Rc::from(side.name.as_str()), tint: side.tint })
                .collect(),
            actors: actors(story),
            ties: story
                .ties
                .iter()
                .map(|tie| TieBrief {
                    id: Rc::from(tie.id.as_str()),
                    from: actor(&tie.from).unwrap_or_default(),
                    to: actor(&tie.to).unwrap_or_default(),
                    verb: Rc::from(tie.verb.as_str()),
                    date: tie.date.clone(),
                    directed: tie.directed,
                    basis: tie.evidence.basis,
                })
                .collect(),
            events: story
                .events
                .iter()
                .map(|event| EventBrief {
                    id: Rc::from(event.id.as_str()),
                    title: Rc::from(event.title.as_str()),
                    date: event.date.clone(),
                    inferred: event.inferred.is_some(),
                    basis: event.evidence.basis,
                    actors: places(&event.actors, actor),
                })
                .collect(),
            questions: questions(story, &notes),
            notes,
        }
    }

    /// The sentence a tie stands for.
    pub fn sentence(&self, tie: &TieBrief) -> String {
        format!("{} {} {}", self.actors[tie.from].name, tie.verb, self.actors[tie.to].name)
    }
}

fn actors(story: &Story) -> Vec<ActorBrief> {
    story
        .actors
        .iter()
        .map(|actor| ActorBrief {
            id: Rc::from(actor.id.as_str()),
            name: Rc::from(actor.name.as_str()),
            short: Rc::from(actor.short.as_str()),
            kind: actor.kind,
            side: story.sides.iter().position(|side| side.id == actor.side).unwrap_or_default(),
        })
        .collect()
}

/// The record notes whose date is certainly later than the article's, in order.
fn later_notes(story: &Story) -> Vec<NoteBrief> {
    let published = story.article.date.latest();
    let mut notes: Vec<NoteBrief> = story
        .records
        .iter()
        .filter_map(|record| {
            let date = record.date.clone()?;
            (date.earliest() > published).then(|| NoteBrief {
                id: Rc::from(record.id.as_str()),
                title: Rc::from(record.title.as_str()),
                date,
                verdict: record.verdict,
            })
        })
        .collect();
    notes.sort_by_key(|note| note.date.order());
    notes
}

fn questions(story: &Story, notes: &[NoteBrief]) -> Vec<QuestionBrief> {
    story
        .questions
        .iter()
        .map(|question| {
            let refs = question.points.iter().flat_map(|point| &point.evidence.record).chain(&question.since);
            let mut concerned: Vec<usize> =
                refs.filter_map(|note| notes.iter().position(|known| *known.id == *note.id.as_str())).collect();
            concerned.sort_unstable();
            concerned.dedup();
            QuestionBrief {
                id: Rc::from(question.id.as_str()),
                ask: Rc::from(question.ask.as_str()),
                actors: places(&question.actors, |id| story.actors.iter().position(|actor| actor.id == *id)),
                ties: places(&question.ties, |id| story.ties.iter().position(|tie| tie.id == *id)),
                events: places(&question.events, |id| story.events.iter().position(|event| event.id == *id)),
                notes: concerned,
                points: question.points.iter().map(|point| Rc::from(point.id.as_str())).collect(),
            }
        })
        .collect()
}
