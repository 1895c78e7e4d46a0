//! The published `story.json`, as far as the cases need it: what must be on the page, and what hangs together.

use std::fs::File;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub(crate) struct Story {
    pub(crate) questions: Vec<Question>,
    pub(crate) actors: Vec<Actor>,
    pub(crate) ties: Vec<Tie>,
    pub(crate) events: Vec<Event>,
    pub(crate) sources: Vec<Source>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Question {
    pub(crate) id: String,
    pub(crate) points: Vec<Point>,
    pub(crate) actors: Vec<String>,
    pub(crate) ties: Vec<String>,
    pub(crate) events: Vec<String>,
    /// What the record shows since, beside the notes of the points.
    pub(crate) since: Vec<Note>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Point {
    pub(crate) id: String,
    pub(crate) basis: String,
    pub(crate) at: Vec<String>,
    pub(crate) hedge: Option<String>,
    pub(crate) record: Vec<Note>,
}

/// A note of the record.
#[derive(Debug, Deserialize)]
pub(crate) struct Note {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) text: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Actor {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) short: String,
    /// Whether the name takes "the" inside a sentence.
    pub(crate) the: bool,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Tie {
    pub(crate) id: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) verb: String,
    pub(crate) date: Option<String>,
    pub(crate) basis: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Event {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) date: Option<String>,
    pub(crate) actors: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Source {
    pub(crate) id: String,
}

impl Question {
    /// The notes of its points, and then its own.
    pub(crate) fn notes(&self) -> impl Iterator<Item = &Note> {
        let of_points = self.points.iter().flat_map(|point| &point.record);
        of_points.chain(&self.since)
    }
}

impl Story {
    pub(crate) fn read(dist: &Path) -> Result<Self> {
        let path = dist.join("story.json");
        let file = File::open(&path).with_context(|| format!("{} cannot be opened", path.display()))?;
        serde_json::from_reader(file).with_context(|| format!("{} is not the published story", path.display()))
    }

    pub(crate) fn first(&self) -> Result<&Question> {
        self.questions.first().context("the story has no question")
    }

    /// A question after the first that concerns actors, ties and a dated event, so that all three views have work.
    pub(crate) fn busy(&self) -> Result<&Question> {
        let is_busy = |question: &&Question| {
            question.actors.len() > 1 && !question.ties.is_empty() && question.events.iter().any(|id| self.is_dated(id))
        };
        self.questions
            .iter()
            .skip(1)
            .find(is_busy)
            .context("no question concerns actors, a tie and a dated event")
    }

    pub(crate) fn actor(&self, id: &str) -> Result<&Actor> {
        self.actors
            .iter()
            .find(|actor| actor.id == id)
            .with_context(|| format!("the story has no actor {id}"))
    }

    pub(crate) fn tie(&self, id: &str) -> Result<&Tie> {
        self.ties
            .iter()
            .find(|tie| tie.id == id)
            .with_context(|| format!("the story has no tie {id}"))
    }

    pub(crate) fn event(&self, id: &str) -> Result<&Event> {
        self.events
            .iter()
            .find(|event| event.id == id)
            .with_context(|| format!("the story has no event {id}"))
    }

    /// The actors that a question does not concern, in the order of the story.
    pub(crate) fn actors_beyond<'a>(&'a self, question: &'a Question) -> impl Iterator<Item = &'a Actor> {
        self.actors.iter().filter(|actor| !question.actors.contains(&actor.id))
    }

    pub(crate) fn ties_of<'a>(&'a self, actor: &'a str) -> impl Iterator<Item = &'a Tie> {
        self.ties.iter().filter(move |tie| tie.from == actor || tie.to == actor)
    }

    /// The first dated event that this question concerns.
    pub(crate) fn dated_event(&self, question: &Question) -> Result<&Event> {
        let dated = question.events.iter().find(|id| self.is_dated(id));
        self.event(dated.with_context(|| format!("{} concerns no dated event", question.id))?)
    }

    fn is_dated(&self, event: &str) -> bool {
        self.event(event).is_ok_and(|event| event.date.is_some())
    }
}
