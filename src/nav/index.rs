//! Finds things by id, and the question that a thing belongs to.

use std::rc::Rc;

use super::address::Address;
use crate::view_model::brief::Brief;

/// What an id can name in an address. Numbers are places in the brief's lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    /// An actor.
    Actor(usize),
    /// A tie.
    Tie(usize),
    /// An event.
    Event(usize),
    /// A note on what happened after the article appeared.
    Note(usize),
    /// Another note, or a term: what no picture shows.
    Entry(usize),
}

/// Where an address leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The question it names.
    pub question: Option<usize>,
    /// What it selects.
    pub selected: Option<Thing>,
    /// The point whose evidence it opens: its question and its id.
    pub claim: Option<(usize, Rc<str>)>,
}

/// Looks ids up in a brief.
#[derive(Clone, Copy, Debug)]
pub struct Index<'a>(pub &'a Brief);

impl Index<'_> {
    /// The question with this id, or the one that a former id leads to.
    pub fn question(self, id: &str) -> Option<usize> {
        self.0
            .questions
            .iter()
            .position(|question| *question.id == *id || question.formerly.iter().any(|former| **former == *id))
    }

    /// The actor with this id.
    pub fn actor(self, id: &str) -> Option<Thing> {
        self.0
            .actors
            .iter()
            .position(|actor| *actor.id == *id)
            .map(Thing::Actor)
    }

    /// The tie with this id.
    pub fn tie(self, id: &str) -> Option<Thing> {
        self.0.ties.iter().position(|tie| *tie.id == *id).map(Thing::Tie)
    }

    /// The event with this id.
    pub fn event(self, id: &str) -> Option<Thing> {
        self.0
            .events
            .iter()
            .position(|event| *event.id == *id)
            .map(Thing::Event)
    }

    /// The later note with this id.
    pub fn note(self, id: &str) -> Option<Thing> {
        self.0.notes.iter().position(|note| *note.id == *id).map(Thing::Note)
    }

    /// The other note or the term with this id.
    pub fn entry(self, id: &str) -> Option<Thing> {
        self.0
            .entries
            .iter()
            .position(|entry| *entry.id == *id)
            .map(Thing::Entry)
    }

    /// The point with this id, after its question.
    pub fn claim(self, id: &str) -> Option<(usize, Rc<str>)> {
        self.0.questions.iter().enumerate().find_map(|(idx, question)| {
            question
                .points
                .iter()
                .find(|point| ***point == *id)
                .map(|point| (idx, point.clone()))
        })
    }

    /// Whatever has this id, questions and points apart.
    pub fn thing(self, id: &str) -> Option<Thing> {
        self.actor(id)
            .or_else(|| self.tie(id))
            .or_else(|| self.event(id))
            .or_else(|| self.note(id))
            .or_else(|| self.entry(id))
    }

    /// Where an address leads; `None` when that is nowhere in this story: a list, a
    /// source, a foreign fragment.
    pub fn resolve(self, address: &Address) -> Option<Resolved> {
        let named = address.id.as_deref();
        let question = named.and_then(|id| self.question(id));
        let bare = named.filter(|_| question.is_none());
        let (thing, point) = (bare.and_then(|id| self.thing(id)), bare.and_then(|id| self.claim(id)));
        if bare.is_some() && thing.is_none() && point.is_none() {
            return None;
        }
        let claim = || address.claim.as_deref().and_then(|id| self.claim(id));
        let found = Resolved {
            question,
            selected: thing.or_else(|| self.selected(address)),
            claim: point.or_else(claim),
        };
        let leads = found.question.is_some() || found.selected.is_some() || found.claim.is_some();
        leads.then_some(found)
    }

    fn selected(self, address: &Address) -> Option<Thing> {
        let tie = || address.tie.as_deref().and_then(|id| self.tie(id));
        let event = || address.event.as_deref().and_then(|id| self.event(id));
        let actor = || address.actor.as_deref().and_then(|id| self.actor(id));
        let words = [&address.record, &address.term].into_iter().flatten();
        let mut words = words.filter_map(|id| self.note(id).or_else(|| self.entry(id)));
        tie().or_else(event).or_else(actor).or_else(|| words.next())
    }

    /// Whether the question concerns the thing.
    pub fn concerns(self, question: usize, thing: &Thing) -> bool {
        let Some(question_brief) = self.0.questions.get(question) else {
            return false;
        };
        match thing {
            Thing::Actor(idx) => question_brief.actors.contains(idx),
            Thing::Tie(idx) => question_brief.ties.contains(idx),
            Thing::Event(idx) => question_brief.events.contains(idx),
            Thing::Note(idx) => question_brief.notes.contains(idx),
            Thing::Entry(idx) => question_brief.entries.contains(idx),
        }
    }

    /// The question to show a thing under: the current one when it concerns it, else the first that does.
    pub fn home(self, thing: &Thing, current: usize) -> usize {
        if self.concerns(current, thing) {
            return current;
        }
        (0..self.0.questions.len())
            .find(|idx| self.concerns(*idx, thing))
            .unwrap_or(current)
    }

    /// The id of a thing.
    pub fn id(self, thing: &Thing) -> Rc<str> {
        match thing {
            Thing::Actor(idx) => self.0.actors[*idx].id.clone(),
            Thing::Tie(idx) => self.0.ties[*idx].id.clone(),
            Thing::Event(idx) => self.0.events[*idx].id.clone(),
            Thing::Note(idx) => self.0.notes[*idx].id.clone(),
            Thing::Entry(idx) => self.0.entries[*idx].id.clone(),
        }
    }
}
