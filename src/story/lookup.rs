//! What a checked story holds under an id.

use super::ids::{ActorId, EventId, RecordId, SideId, SourceId, TieId};
use super::model::{Actor, Event, Side, Story, Tie};
use super::record::{Record, Source};

/// The one of a list with an id; the checker has made sure that there is one.
fn named<T>(list: &[T], is_named: impl Fn(&T) -> bool) -> &T {
    list.iter()
        .find(|thing| is_named(thing))
        .expect("a checked story has everything it names")
}

impl Story {
    /// The actor with this id.
    ///
    /// # Panics
    /// When the id is not of this story.
    pub fn actor(&self, id: &ActorId) -> &Actor {
        named(&self.actors, |actor| actor.id == *id)
    }

    /// The tie with this id.
    ///
    /// # Panics
    /// When the id is not of this story.
    pub fn tie(&self, id: &TieId) -> &Tie {
        named(&self.ties, |tie| tie.id == *id)
    }

    /// The event with this id.
    ///
    /// # Panics
    /// When the id is not of this story.
    pub fn event(&self, id: &EventId) -> &Event {
        named(&self.events, |event| event.id == *id)
    }

    /// The record note with this id.
    ///
    /// # Panics
    /// When the id is not of this story.
    pub fn record(&self, id: &RecordId) -> &Record {
        named(&self.records, |record| record.id == *id)
    }

    /// The source with this id.
    ///
    /// # Panics
    /// When the id is not of this story.
    pub fn source(&self, id: &SourceId) -> &Source {
        named(&self.sources, |source| source.id == *id)
    }

    /// The side with this id.
    ///
    /// # Panics
    /// When the id is not of this story.
    pub fn side(&self, id: &SideId) -> &Side {
        named(&self.sides, |side| side.id == *id)
    }

    /// The sentence a tie stands for: "France granted asylum to Massoud Rajavi."
    pub fn sentence(&self, tie: &Tie) -> String {
        let name = |id| {
            let actor = self.actor(id);
            (actor.name.as_str(), actor.takes_the)
        };
        format!(
            "{}.",
            super::sentence::sentence(name(&tie.from), &tie.verb, name(&tie.to))
        )
    }
}
