//! The adapter from a checked story to what the browser needs. Native only.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::ViewModel;
use super::brief::{ActorBrief, Brief, EntryBrief, EventBrief, NoteBrief, QuestionBrief, SideBrief, TieBrief};
use super::map_request::map_request;
use crate::map::Layout;
use crate::map::layout::layout;
use crate::story::ids::{ActorId, RecordId, SideId};
use crate::story::kinds::{TIE_TYPES_THAT_DENY, Verdict};
use crate::story::{Actor, Event, RecordRef, Side, Story, Tie};

fn places<Id: PartialEq>(wanted: &[Id], mut place: impl FnMut(&Id) -> Option<usize>) -> Vec<usize> {
    wanted.iter().filter_map(&mut place).collect()
}

/// The place of an actor in the lists.
fn actor(story: &Story, id: &ActorId) -> Option<usize> {
    story.actors.iter().position(|actor| actor.id == *id)
}

impl ViewModel {
    /// What the browser needs of a story, with the map laid out.
    pub fn of(story: &Story) -> Self {
        Self::with_map(story, layout(&map_request(story)))
    }

    /// The same with a map that was laid out before, from an equal request.
    pub fn with_map(story: &Story, map: Layout) -> Self {
        Self {
            brief: Brief::of(story),
            map,
        }
        .received()
    }

    /// The values that the browser will read: the page is rendered from these, so that both draw the same.
    fn received(self) -> Self {
        let read = self.to_bytes().ok().and_then(|bytes| Self::from_bytes(&bytes));
        read.unwrap_or(self)
    }
}

impl Brief {
    /// What the instruments need of this story.
    pub fn of(story: &Story) -> Self {
        let notes = later_notes(story);
        let entries = entries(story, &notes);
        Self {
            headline: Rc::from(story.meta.headline.as_str()),
            published: story.article.date.clone(),
            sides: sides(story),
            actors: actors(story),
            ties: ties(story),
            events: events(story),
            questions: questions(story, &notes, &entries),
            notes,
            entries,
        }
    }
}

fn sides(story: &Story) -> Vec<SideBrief> {
    let brief = |side: &Side| SideBrief {
        name: Rc::from(side.name.as_str()),
        tint: side.tint,
    };
    story.sides.iter().map(brief).collect()
}

fn actors(story: &Story) -> Vec<ActorBrief> {
    let side = |id: &SideId| story.sides.iter().position(|side| side.id == *id);
    let brief = |actor: &Actor| ActorBrief {
        id: Rc::from(actor.id.as_str()),
        name: Rc::from(actor.name.as_str()),
        takes_the: actor.takes_the,
        short: Rc::from(actor.short.as_str()),
        kind: actor.kind,
        side: side(&actor.side).unwrap_or_default(),
        verdict: verdict(&actor.evidence.record),
    };
    story.actors.iter().map(brief).collect()
}

fn ties(story: &Story) -> Vec<TieBrief> {
    let brief = |tie: &Tie| TieBrief {
        id: Rc::from(tie.id.as_str()),
        from: actor(story, &tie.from).unwrap_or_default(),
        to: actor(story, &tie.to).unwrap_or_default(),
        verb: Rc::from(tie.verb.as_str()),
        date: tie.date.clone(),
        directed: tie.directed,
        denies: TIE_TYPES_THAT_DENY.contains(&tie.kind.as_str()),
        basis: tie.evidence.basis,
        verdict: verdict(&tie.evidence.record),
    };
    story.ties.iter().map(brief).collect()
}

/// What the record says of a thing, where it says something: the weightiest.
fn verdict(record: &[RecordRef]) -> Option<Verdict> {
    Verdict::weightiest(record.iter().map(|note| note.verdict))
}

fn events(story: &Story) -> Vec<EventBrief> {
    let brief = |event: &Event| EventBrief {
        id: Rc::from(event.id.as_str()),
        title: Rc::from(event.title.as_str()),
        date: event.date.clone(),
        inferred: event.inferred.is_some(),
        basis: event.evidence.basis,
        actors: places(&event.actors, |id| actor(story, id)),
    };
    story.events.iter().map(brief).collect()
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
            })
        })
        .collect();
    notes.sort_by_key(|note| note.date.order());
    notes
}

/// The other notes, then the terms.
fn entries(story: &Story, later: &[NoteBrief]) -> Vec<EntryBrief> {
    let others = story
        .records
        .iter()
        .filter(|record| !later.iter().any(|note| *note.id == *record.id.as_str()));
    let entry = |id: &str, title: &str, is_term: bool| EntryBrief {
        id: Rc::from(id),
        title: Rc::from(title),
        is_term,
    };
    let notes = others.map(|record| entry(record.id.as_str(), &record.title, false));
    let terms = story.terms.iter().map(|term| entry(term.id.as_str(), &term.term, true));
    notes.chain(terms).collect()
}

fn questions(story: &Story, notes: &[NoteBrief], entries: &[EntryBrief]) -> Vec<QuestionBrief> {
    story
        .questions
        .iter()
        .map(|question| {
            let points = || question.points.iter().map(|point| &point.evidence);
            let shown = points().flat_map(|evidence| &evidence.record).chain(&question.since);
            let replies = points().flat_map(|evidence| &evidence.reply);
            let concerned: Vec<&RecordId> = shown.map(|note| &note.id).chain(replies).collect();
            let among = |place: &dyn Fn(&str) -> Option<usize>| {
                let places: BTreeSet<usize> = concerned.iter().filter_map(|id| place(id.as_str())).collect();
                places.into_iter().collect()
            };
            QuestionBrief {
                id: Rc::from(question.id.as_str()),
                ask: Rc::from(question.ask.as_str()),
                short: Rc::from(question.short.as_str()),
                actors: places(&question.actors, |id| actor(story, id)),
                ties: places(&question.ties, |id| story.ties.iter().position(|tie| tie.id == *id)),
                events: places(&question.events, |id| {
                    story.events.iter().position(|event| event.id == *id)
                }),
                notes: among(&|id| notes.iter().position(|known| *known.id == *id)),
                entries: among(&|id| entries.iter().position(|known| *known.id == *id)),
                points: question
                    .points
                    .iter()
                    .map(|point| Rc::from(point.id.as_str()))
                    .collect(),
                formerly: question.formerly.iter().map(|id| Rc::from(id.as_str())).collect(),
            }
        })
        .collect()
}
