//! What a state means for the document around the instruments. One function
//! says it; `browser` only carries it out.

use std::rc::Rc;

use crate::view_model::brief::Brief;

use super::index::{Index, Thing};
use super::state::{Attention, State};

/// What the document shows in a state.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    /// The id of the question that is current.
    pub question: Rc<str>,
    /// Whether every question shows.
    pub all: bool,
    /// Where the stage stands.
    pub stage: Stage,
    /// Whether the picture stays in sight below its strip.
    pub pinned: bool,
    /// The title of the window.
    pub title: String,
    /// What is said to a screen reader of the last move; empty when the page has just opened.
    pub announcement: String,
    /// The id of what is selected: its row is marked.
    pub selected: Option<Rc<str>>,
    /// The id of the point whose evidence was opened last.
    pub claim: Option<Rc<str>>,
    /// The words of the bases that the lens hides; empty shows all.
    pub hidden: Vec<&'static str>,
}

/// Where the stage stands, and with it all of the instruments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Beside the text, and on paper after it: in the place that it has in the file.
    Beside,
    /// In the current question, between its answer and its points.
    InQuestion,
    /// Above all the questions, where every one shows.
    OverQuestions,
}

impl Stage {
    fn of(state: &State) -> Self {
        if state.viewport.beside || state.viewport.paper {
            Self::Beside
        } else if state.all {
            Self::OverQuestions
        } else {
            Self::InQuestion
        }
    }
}

impl Projection {
    /// What the document shows in this state.
    pub fn of(state: &State, brief: &Brief) -> Self {
        let question = &brief.questions[state.question];
        let title = if state.question == 0 && state.turn.count == 0 {
            brief.headline.to_string()
        } else {
            format!("{} · {}", question.ask, brief.headline)
        };
        Self {
            question: question.id.clone(),
            all: state.all,
            stage: Stage::of(state),
            pinned: state.pinned,
            title,
            announcement: announcement(state, brief),
            selected: state.selected.as_ref().map(|thing| Index(brief).id(thing)),
            claim: state.claim.as_ref().map(|(_, id)| id.clone()),
            hidden: crate::story::kinds::Basis::ALL
                .iter()
                .filter(|basis| !state.lens.is_empty() && !state.lens.contains(basis))
                .map(|basis| basis.word())
                .collect(),
        }
    }
}

fn announcement(state: &State, brief: &Brief) -> String {
    match (state.turn.to, &state.selected) {
        (Attention::Question, _) => {
            let question = &brief.questions[state.question];
            let (number, of) = (state.question + 1, brief.questions.len());
            format!("Question {number} of {of}: {}", question.ask)
        }
        (Attention::Detail, Some(thing)) => format!("Details shown: {}", name(thing, brief)),
        _ => String::new(),
    }
}

fn name(thing: &Thing, brief: &Brief) -> String {
    match thing {
        Thing::Actor(idx) => brief.actors[*idx].name.to_string(),
        Thing::Tie(idx) => brief.sentence(&brief.ties[*idx]),
        Thing::Event(idx) => brief.events[*idx].title.to_string(),
        Thing::Note(idx) => brief.notes[*idx].title.to_string(),
        Thing::Entry(idx) => brief.entries[*idx].title.to_string(),
    }
}
