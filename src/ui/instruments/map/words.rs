//! The words on a scene: what ties say, the tags of the record, captions.
//!
//! Lines stand round a point, and the style sheet moves each by so many half lines: their size stays while the map is zoomed.

use yew::prelude::*;

use crate::map::{Place, PlacedCaption, TieLabel};
use crate::story::kinds::Verdict;
use crate::units::Coord;
use crate::view_model::brief::{ActorBrief, TieBrief};

/// What a tie says, and its tag.
pub fn of_tie(label: &TieLabel, tie: &TieBrief) -> Vec<Html> {
    let place = (label.at.x, label.at.y);
    let tag = label.tag_at().zip(tie.verdict);
    let tag = tag.map(|(row, verdict)| tag_at(&tie.id, verdict, place, row));
    let lines = label.lines();
    lines
        .map(|(row, words)| line(None, &tie.id, place, row, words))
        .chain(tag)
        .collect()
}

/// The tag of an actor, under its name.
pub fn of_actor(place: &Place, actor: &ActorBrief) -> Option<Html> {
    let row = if place.first > 0 {
        UNDER_TWO_LINES
    } else {
        UNDER_ONE_LINE
    };
    Some(tag_at(&actor.id, actor.verdict?, (place.at.x, place.at.y), row))
}

/// What stands beside an actor.
pub fn of_caption(caption: &PlacedCaption, actor: &ActorBrief) -> Vec<Html> {
    let place = (caption.at.x, caption.at.y);
    let lines = caption.lines();
    lines
        .map(|(row, words)| line(Some("caption"), &actor.id, place, row, words))
        .collect()
}

/// Rows that the style sheet counts from an actor's shape, and not from the middle of a text.
const UNDER_ONE_LINE: i8 = 8;
const UNDER_TWO_LINES: i8 = 9;

/// A tag: the sign of the verdict, and its word.
fn tag_at(id: &str, verdict: Verdict, place: (Coord, Coord), row: i8) -> Html {
    line(Some(verdict.word()), id, place, row, verdict.tag())
}

/// A line of words; `note` says what it is, when it is not of a tie: a caption, or a verdict.
fn line(note: Option<&'static str>, id: &str, (x, y): (Coord, Coord), row: i8, words: &str) -> Html {
    html! {
        <text
            class="tie-label"
            key={format!("{id} {row}")}
            data-label={note.is_none().then(|| id.to_owned())}
            data-note={note}
            data-line={row.to_string()}
            x={x.to_string()}
            y={y.to_string()}
        >
            {words.to_owned()}
        </text>
    }
}
