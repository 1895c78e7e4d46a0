//! One actor on the map: its shape, its name, a link to its row.

use yew::prelude::*;

use super::{Marks, said};
use crate::map::Place;
use crate::ui::mark::{fixed, live, outline};
use crate::view_model::ViewModel;

/// What catches a finger between the shape and its name, in map units round the shape's centre.
const HIT: &str = "M-22 -13H22V30H-22Z";

/// What an actor is drawn from.
#[derive(Clone, Copy, PartialEq)]
pub struct ActorPart {
    /// Its place in the brief's list.
    pub idx: usize,
    /// Where it stands; `None` where the view does not show it.
    pub place: Option<Place>,
    /// How much it stands out.
    pub marks: Marks,
}

/// An actor; kept in the page but not shown where the view has no place for it.
pub fn actor(data: &ViewModel, part: &ActorPart) -> Html {
    let ActorPart { idx, place, marks } = *part;
    let actor = &data.brief.actors[idx];
    let side = &data.brief.sides[actor.side];
    let at = place.map(|place| format!("translate({} {})", place.at.x, place.at.y));
    let (kind, record) = (actor.kind.label(), said(actor.verdict));
    let label = || {
        format!(
            "{}: {}, {kind}, {}{}{record}",
            actor.short,
            actor.name,
            side.name,
            if record.is_empty() { "" } else { "." }
        )
    };
    // The element's structure is the same in every view: two lines, the second one possibly empty.
    let [first, second] = place.map_or(["", ""], |place| place.lines(&actor.short));
    html! {
        <a
            class="node"
            href={fixed(|| format!("#{}", actor.id))}
            transform={at}
            tabindex={fixed(|| "-1")}
            aria-label={live(label)}
            data-actor={fixed(|| actor.id.clone())}
            data-kind={fixed(|| actor.kind.word())}
            data-tint={fixed(|| side.tint.word())}
            data-focus={marks.focus.then_some("")}
            data-selected={marks.selected.then_some("")}
            data-off={place.is_none().then_some("")}
        >
            <path class="node-hit" d={fixed(|| HIT)} />
            <path class="node-shape" d={fixed(|| outline(actor.kind))} />
            <text class="node-label">{first.to_owned()}</text>
            // Not drawn, but the two lines are two words to whoever hears them.
            {" "}
            <text class="node-label">{second.to_owned()}</text>
        </a>
    }
}
