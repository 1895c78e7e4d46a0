//! What a state means for the document around the instruments. One function
//! says it; `browser.rs` only carries it out.

use std::rc::Rc;

use crate::story::brief::Brief;

use super::index::{Index, Thing};
use super::state::{Moved, State};

/// What the document shows in a state.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    /// The id of the question that is current.
    pub question: Rc<str>,
    /// Whether every question shows.
    pub all: bool,
    /// The title of the window.
    pub title: String,
    /// What is said to a screen reader; empty when the page has just opened.
    pub announcement: String,
    /// The id of what is selected: its row is marked.
    pub selected: Option<Rc<str>>,
    /// The id of the point whose evidence is open.
    pub claim: Option<Rc<str>>,
    /// The words of the bases that the lens hides; empty shows all.
    pub hidden: Vec<&'static str>,
}

impl Projection {
    /// What the document shows in this state.
    pub fn of(state: &State, brief: &Brief) -> Self {
        let question = &brief.questions[state.question];
        let title = if state.question == 0 && state.moved == Moved::Load {
            brief.headline.to_string()
        } else {
            format!("{} · {}", question.ask, brief.headline)
        };
        Self {
            question: question.id.clone(),
            all: state.all,
            title,
            announcement: announcement(state, brief),
            selected: state.selected.as_ref().map(|thing| Index(brief).id(thing)),
            claim: match &state.selected {
                Some(Thing::Claim(_, id)) => Some(id.clone()),
                _ => None,
            },
            hidden: crate::story::kinds::Basis::ALL
                .iter()
                .filter(|basis| !state.lens.is_empty() && !state.lens.contains(basis))
                .map(|basis| basis.word())
                .collect(),
        }
    }
}

fn announcement(state: &State, brief: &Brief) -> String {
    let selected = match &state.selected {
        Some(Thing::Actor(idx)) => Some(brief.actors[*idx].name.to_string()),
        Some(Thing::Tie(idx)) => Some(brief.sentence(&brief.ties[*idx])),
        Some(Thing::Event(idx)) => Some(brief.events[*idx].title.to_string()),
        Some(Thing::Claim(..)) | None => None,
    };
    match (selected, state.moved) {
        (_, Moved::Load) if !state.ready => String::new(),
        (Some(name), _) => format!("Details shown: {name}"),
        (None, Moved::Step(_)) => {
            let question = &brief.questions[state.question];
            format!(
                "Question {} of {}: {}",
                state.question + 1,
                brief.questions.len(),
                question.ask
            )
        }
        (None, Moved::Load) => String::new(),
    }
}
