//! One actor on the map: its shape, its name, a link to its row.

use yew::prelude::*;

use super::Marks;
use crate::map::Place;
use crate::ui::mark::outline;
use crate::view_model::ViewModel;

/// What catches a finger between the shape and its name, in map units round the shape's centre.
const HIT: &str = "M-22 -13H22V30H-22Z";

/// An actor; kept in the page but not shown where the view has no place for it.
pub fn node(data: &ViewModel, idx: usize, place: Option<&Place>, marks: Marks) -> Html {
    let actor = &data.brief.actors[idx];
    let side = &data.brief.sides[actor.side];
    let at = place.map(|place| format!("translate({} {})", place.at.x, place.at.y));
    let label = format!("{}: {}, {}, {}", actor.short, actor.name, actor.kind.label(), side.name);
    // The element's structure is the same in every view: two lines, the second one possibly empty.
    let [first, second] = place.map_or(["", ""], |place| place.lines(&actor.short));
    html! {
        <a
            class="node"
            key={&*actor.id}
            href={format!("#{}", actor.id)}
            transform={at}
            tabindex="-1"
            aria-label={label}
            data-actor={actor.id.clone()}
            data-kind={actor.kind.word()}
            data-tint={side.tint.word()}
            data-focus={marks.focus.then_some("")}
            data-selected={marks.selected.then_some("")}
            data-covered={marks.covered.then_some("")}
            data-off={place.is_none().then_some("")}
        >
            <path class="node-hit" d={HIT} />
            <path class="node-shape" d={outline(actor.kind)} />
            <text class="node-label">{first.to_owned()}</text>
            // Not drawn, but the two lines are two words to whoever hears them.
            {" "}
            <text class="node-label">{second.to_owned()}</text>
        </a>
    }
}
