//! What the instruments need of a story: names, verbs, dates, bases and who
//! belongs to what. The prose stays in the document.
//!
//! It travels as inert JSON inside the page, so things refer to each other by
//! their place in the lists.

use std::rc::Rc;

use super::Story;
use super::date::When;
use super::kinds::{Basis, Kind, Tint, Verdict};
use crate::wire::wire;

/// A story in brief.
#[derive(Clone, Debug, PartialEq)]
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
    /// The walk.
    pub questions: Vec<QuestionBrief>,
}

/// A region.
#[derive(Clone, Debug, PartialEq)]
pub struct SideBrief {
    /// Its name.
    pub name: Rc<str>,
    /// Its colour.
    pub tint: Tint,
}

/// An actor.
#[derive(Clone, Debug, PartialEq)]
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
}

/// A tie.
#[derive(Clone, Debug, PartialEq)]
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
    /// Who says it.
    pub basis: Basis,
}

/// An event.
#[derive(Clone, Debug, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
pub struct NoteBrief {
    /// Its id.
    pub id: Rc<str>,
    /// Its label.
    pub title: Rc<str>,
    /// When.
    pub date: When,
    /// How it stands to the article.
    pub verdict: Verdict,
}

/// A question.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionBrief {
    /// Its id.
    pub id: Rc<str>,
    /// The question.
    pub ask: Rc<str>,
    /// The actors it concerns, as places in [`Brief::actors`].
    pub actors: Vec<usize>,
    /// The ties it concerns.
    pub ties: Vec<usize>,
    /// The events it concerns.
    pub events: Vec<usize>,
    /// The later notes it concerns, as places in [`Brief::notes`].
    pub notes: Vec<usize>,
    /// The ids of its points.
    pub points: Vec<Rc<str>>,
}

wire!(Brief {
    headline,
    published,
    sides,
    actors,
    ties,
    events,
    notes,
    questions
});
wire!(SideBrief { name, tint });
wire!(ActorBrief {
    id,
    name,
    takes_the,
    short,
    kind,
    side
});
wire!(TieBrief {
    id,
    from,
    to,
    verb,
    date,
    directed,
    basis
});
wire!(EventBrief {
    id,
    title,
    date,
    inferred,
    basis,
    actors
});
wire!(NoteBrief {
    id,
    title,
    date,
    verdict
});
wire!(QuestionBrief {
    id,
    ask,
    actors,
    ties,
    events,
    notes,
    points
});

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
                .map(|side| SideBrief {
                    name: Rc::from(side.name.as_str()),
                    tint: side.tint,
                })
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

    /// The sentence a tie stands for, without its full stop.
    pub fn sentence(&self, tie: &TieBrief) -> String {
        let named = |idx: usize| (&*self.actors[idx].name, self.actors[idx].takes_the);
        sentence(named(tie.from), &tie.verb, named(tie.to))
    }
}

/// "The European Union listed the Mujahedin-e Khalq": two names, each with
/// whether it takes "the", and the verb between them.
pub(super) fn sentence(from: (&str, bool), verb: &str, to: (&str, bool)) -> String {
    let the = |takes: bool, word: &'static str| if takes { word } else { "" };
    [the(from.1, "The "), from.0, " ", verb, " ", the(to.1, "the "), to.0].concat()
}

fn actors(story: &Story) -> Vec<ActorBrief> {
    story
        .actors
        .iter()
        .map(|actor| ActorBrief {
            id: Rc::from(actor.id.as_str()),
            name: Rc::from(actor.name.as_str()),
            takes_the: actor.takes_the,
            short: Rc::from(actor.short.as_str()),
            kind: actor.kind,
            side: story
                .sides
                .iter()
                .position(|side| side.id == actor.side)
                .unwrap_or_default(),
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
            let refs = question
                .points
                .iter()
                .flat_map(|point| &point.evidence.record)
                .chain(&question.since);
            let mut concerned: Vec<usize> = refs
                .filter_map(|note| notes.iter().position(|known| *known.id == *note.id.as_str()))
                .collect();
            concerned.sort_unstable();
            concerned.dedup();
            QuestionBrief {
                id: Rc::from(question.id.as_str()),
                ask: Rc::from(question.ask.as_str()),
                actors: places(&question.actors, |id| {
                    story.actors.iter().position(|actor| actor.id == *id)
                }),
                ties: places(&question.ties, |id| story.ties.iter().position(|tie| tie.id == *id)),
                events: places(&question.events, |id| {
                    story.events.iter().position(|event| event.id == *id)
                }),
                notes: concerned,
                points: question
                    .points
                    .iter()
                    .map(|point| Rc::from(point.id.as_str()))
                    .collect(),
            }
        })
        .collect()
}
