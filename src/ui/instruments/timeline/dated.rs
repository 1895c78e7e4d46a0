//! What the timeline is asked to draw.

use super::super::Shell;
use crate::nav::Thing;
use crate::story::brief::Brief;
use crate::story::date::{Day, When};
use crate::timeline::{Item, Request};

/// The dated things, in the order of the picture's items: events first, then later notes.
pub(super) struct Dated {
    /// The dated events, as places in the brief.
    pub(super) events: Vec<usize>,
    items: Vec<Item>,
}

impl Dated {
    /// The dated things of a story.
    pub(super) fn of(brief: &Brief) -> Self {
        let label = |when: &When, title: &str, inferred: bool| format!("{} {title}", when.short(inferred));
        let (events, mut items): (Vec<usize>, Vec<Item>) = brief
            .events
            .iter()
            .enumerate()
            .filter_map(|(idx, event)| {
                let when = event.date.clone()?;
                let label = label(&when, &event.title, event.inferred);
                Some((idx, Item { when, label }))
            })
            .unzip();
        items.extend(brief.notes.iter().map(|note| Item {
            when: note.date.clone(),
            label: label(&note.date, &note.title, false),
        }));
        Self { events, items }
    }

    /// What the picture depends on in a state.
    pub(super) fn request(&self, shell: &Shell, width: f64) -> Request {
        let brief = &shell.data.brief;
        let state = &shell.state;
        let item = |event: &usize| self.events.iter().position(|idx| idx == event);
        let scenes = brief.questions.iter().map(|question| {
            let notes = question.notes.iter().map(|note| self.events.len() + note);
            question.events.iter().filter_map(item).chain(notes).collect()
        });
        Request {
            width,
            items: self.items.clone(),
            scenes: scenes.collect(),
            scene: state.question,
            selected: match &state.selected {
                Some(Thing::Event(event)) => item(event),
                Some(Thing::Note(note)) => Some(self.events.len() + note),
                _ => None,
            },
            published: brief.published.earliest().unwrap_or(Day(0)),
            asof: state.asof.as_ref().and_then(|when| when.earliest().or(when.latest())),
        }
    }
}
