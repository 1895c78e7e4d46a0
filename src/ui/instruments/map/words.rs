//! The words on a scene: what ties say, the tags of the record, captions.
//!
//! Lines stand round a point, and the style sheet moves each by so many half lines: their size stays while the map is zoomed.

use yew::prelude::*;

use crate::advance::text_width;
use crate::map::{Place, PlacedCaption, TieLabel};
use crate::story::kinds::Verdict;
use crate::units::Coord;
use crate::view_model::brief::{ActorBrief, TieBrief};

/// The size of a tag's word, and the width of its shape with the air beside it, in units of the map.
const TAG: (f64, f64) = (12.0, 15.0);

/// What a tie says, and its tag.
pub fn of_tie(label: &TieLabel, tie: &TieBrief) -> Vec<Html> {
    let place = (label.at.x, label.at.y);
    let lines = label
        .lines()
        .map(|(row, line)| text("tie-label", &tie.id, place, row, line));
    let tag = label.tag_at().zip(tie.verdict);
    let tag = tag.map(|(row, verdict)| tag_at(&tie.id, verdict, place, ("data-line", row.to_string())));
    let back = std::iter::once(background(label, &tie.id));
    back.chain(lines).chain(tag).collect()
}

/// Paper behind the lines of a tie's words: its own line is not seen between them.
fn background(label: &TieLabel, id: &str) -> Html {
    let widths = label.text.lines().map(|line| text_width(line, TAG.0));
    let (width, rows) = widths.fold((0.0_f64, 0), |(most, rows), width| (most.max(width), rows + 1));
    let height = 14.0 * f64::from(rows + i32::from(label.tag)) - 4.0;
    html! {
        <rect
            class="words-back"
            key={format!("back {id}")}
            x={Coord::new(label.at.x.get() - width / 2.0).to_string()}
            y={Coord::new(label.at.y.get() - height / 2.0).to_string()}
            width={Coord::new(width).to_string()}
            height={Coord::new(height).to_string()}
        />
    }
}

/// The tag of an actor, under its name.
pub fn of_actor(place: &Place, actor: &ActorBrief) -> Option<Html> {
    let lines = if place.first > 0 { "2" } else { "1" };
    let at = (place.at.x, place.at.y);
    Some(tag_at(&actor.id, actor.verdict?, at, ("data-under", lines.to_owned())))
}

/// What stands beside an actor.
pub fn of_caption(caption: &PlacedCaption, actor: &ActorBrief) -> Vec<Html> {
    let place = (caption.at.x, caption.at.y);
    caption
        .lines()
        .map(|(row, line)| text("caption", &actor.id, place, row, line))
        .collect()
}

fn text(class: &'static str, id: &str, (x, y): (Coord, Coord), row: i8, line: &str) -> Html {
    html! {
        <text
            {class}
            key={format!("{class} {id} {row}")}
            data-label={id.to_owned()}
            data-line={row.to_string()}
            x={x.to_string()}
            y={y.to_string()}
        >
            {line.to_owned()}
        </text>
    }
}

/// A tag round a point: a shape, and the verdict's word.
fn tag_at(id: &str, verdict: Verdict, (x, y): (Coord, Coord), (row, value): (&'static str, String)) -> Html {
    let word = verdict.tag();
    let left = -(TAG.1 + text_width(word, TAG.0)) / 2.0;
    let (line, under) = if row == "data-line" {
        (Some(value), None)
    } else {
        (None, Some(value))
    };
    html! {
        <g
            class="tag"
            key={format!("tag {id}")}
            transform={format!("translate({} {y})", Coord::new(x.get() + left))}
            data-verdict={verdict.word()}
            data-line={line}
            data-under={under}
        >
            <path d={outline(verdict)} />
            <text x="13">{word}</text>
        </g>
    }
}

/// The shape of a verdict, ten units across, its left edge at the origin.
fn outline(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supports => "M1 0l3 3.5l5 -7",
        Verdict::Contradicts => "M5 -4.5L10 4H0Z",
        Verdict::Completes => "M5 -4.5V4.5M.5 0H9.5",
        Verdict::Supersedes => "M0 0H9M5.5 -3.5L9 0L5.5 3.5",
        Verdict::NotFound => "M.5 0A4.5 4.5 0 1 1 9.5 0A4.5 4.5 0 1 1 .5 0Z",
    }
}
