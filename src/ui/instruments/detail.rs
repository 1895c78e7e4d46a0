//! The detail of what is selected: a copy of its row in the lists, so that the
//! prose is in the page once and never in the wasm.

use yew::prelude::*;

use super::{StoreProps, hooks};
use crate::nav::{Action, Index, Thing};
use crate::ui::mark::changing;

/// The panel; hidden while nothing is selected.
#[component]
pub fn Detail(props: &StoreProps) -> Html {
    let state = &props.store.state;
    let brief = &props.store.data.brief;
    let body = use_node_ref();
    let shown = state.selected.as_ref();
    let title = match shown {
        Some(Thing::Actor(idx)) => brief.actors[*idx].name.to_string(),
        Some(Thing::Tie(idx)) => format!("{}.", brief.sentence(&brief.ties[*idx])),
        Some(Thing::Event(idx)) => brief.events[*idx].title.to_string(),
        Some(Thing::Note(idx)) => brief.notes[*idx].title.to_string(),
        Some(Thing::Entry(idx)) => brief.entries[*idx].title.to_string(),
        // Hidden, but no heading is empty.
        None => String::from("Nothing selected"),
    };
    hooks::use_copied_row(body.clone(), shown.map(|thing| Index(brief).id(thing)));
    let onclick = {
        let store = props.store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(Action::Close))
    };
    html! {
        <div class="detail" data-view="detail" role="region" aria-labelledby="detail-title" hidden={shown.is_none()}>
            <div class="detail-head">
                <h3 id="detail-title" tabindex="-1">{changing(&title)}</h3>
                <button type="button" class="control" data-action="close" {onclick}>{"Close"}</button>
            </div>
            <div class="detail-body" ref={body}></div>
        </div>
    }
}
