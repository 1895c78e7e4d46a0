//! What the timeline is asked to draw.

use super::WIDTH;
use crate::nav::{State, Thing};
use crate::story::date::{Day, When};
use crate::timeline::{Choice, Item, Layout, Picture, Request};
use crate::view_model::brief::Brief;

/// The dated things of a story at one width, in the order of the picture's marks: events first,
/// then later notes.
#[derive(PartialEq)]
pub(super) struct Dated {
    /// The dated events, as places in the brief.
    pub(super) events: Vec<usize>,
    layout: Layout,
}

impl Dated {
    /// The dated things of a story.
    pub(super) fn of(brief: &Brief, width: f64) -> Self {
        let (events, mut items): (Vec<usize>, Vec<Item>) = brief
            .events
            .iter()
            .enumerate()
            .filter_map(|(idx, event)| Some((idx, item(event.date.as_ref()?, &event.title, event.inferred, false))))
            .unzip();
        items.extend(
            brief
                .notes
                .iter()
                .map(|note| item(&note.date, &note.title, false, true)),
        );
        let scenes = brief.questions.iter().map(|question| {
            let notes = question.notes.iter().map(|note| events.len() + note);
            let place = |event: &usize| events.iter().position(|idx| idx == event);
            question.events.iter().filter_map(place).chain(notes).collect()
        });
        let request = Request {
            width,
            items,
            scenes: scenes.collect(),
            published: brief.published.earliest().unwrap_or(Day(0)),
        };
        let layout = Layout::of(request.clone());
        // A wider one needs fewer lines. It keeps the height that the page came with, so that nothing moves.
        let layout = if width > WIDTH {
            layout.as_high_as(&Layout::of(Request {
                width: WIDTH,
                ..request
            }))
        } else {
            layout
        };
        Self { events, layout }
    }

    /// What of a state the picture depends on.
    pub(super) fn choice(&self, state: &State) -> Choice {
        Choice {
            scene: state.pictured(),
            selected: match &state.selected {
                Some(Thing::Event(event)) => self.events.iter().position(|idx| idx == event),
                Some(Thing::Note(note)) => Some(self.events.len() + note),
                _ => None,
            },
            asof: state.asof.as_ref().and_then(|when| when.earliest().or(when.latest())),
        }
    }

    /// The picture of that.
    pub(super) fn picture(&self, choice: Choice) -> Picture {
        self.layout.picture(choice)
    }
}

fn item(when: &When, title: &str, inferred: bool, later: bool) -> Item {
    Item {
        when: when.clone(),
        later,
        label: format!("{} {title}", when.short(inferred)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::check;

    fn shipped() -> Brief {
        let source = include_str!("../../../../static/stories/france-mek/story.toml");
        Brief::of(&check::check("story.toml", source).expect("it has no problem"))
    }

    #[test]
    fn a_wider_picture_is_as_high_as_the_one_in_the_page() {
        let brief = shipped();
        let height = |width| Dated::of(&brief, width).picture(Choice::default()).height;
        assert_eq!(height(900.0).to_bits(), height(WIDTH).to_bits());
    }

    #[test]
    fn nothing_the_shipped_story_asks_about_goes_without_its_whole_label() {
        let brief = shipped();
        for width in [288.0, 328.0, 360.0, 430.0, 560.0, 680.0] {
            let dated = Dated::of(&brief, width);
            for (question, asked) in brief.questions.iter().enumerate() {
                let picture = dated.picture(Choice {
                    scene: question,
                    ..Choice::default()
                });
                let events = asked
                    .events
                    .iter()
                    .filter_map(|event| dated.events.iter().position(|idx| idx == event));
                let notes = asked.notes.iter().map(|note| dated.events.len() + note);
                for mark in events.chain(notes) {
                    let label = picture.marks[mark].label.as_ref();
                    let label = label.unwrap_or_else(|| panic!("mark {mark} of {} at {width}", asked.id));
                    assert!(!label.lines.concat().ends_with('…'), "{label:?} at {width}");
                    assert!(
                        label.from > 0.0 && label.to() < width && label.y > 12.0,
                        "{label:?} at {width}"
                    );
                }
            }
        }
    }
}
