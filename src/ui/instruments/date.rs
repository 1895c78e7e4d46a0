//! The date of both pictures: typed, or stepped to the next change.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Store;
use crate::nav::Action;
use crate::story::date::When;

/// Asks for a date, and takes it back.
pub fn date_button(store: &UseReducerHandle<Store>) -> Html {
    let onclick = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(Action::Dating))
    };
    html! {
        <button type="button" data-action="date" aria-pressed={store.state.has_date_bar().to_string()} {onclick}>{"Date"}</button>
    }
}

/// The field for a date, with the ways to the change before and after it.
pub fn date_bar(store: &UseReducerHandle<Store>) -> Html {
    let press = |word: &'static str, name: &'static str, sign: &'static str, action: fn() -> Action| {
        let store = store.clone();
        let onclick = Callback::from(move |_: MouseEvent| store.dispatch(action()));
        html! { <button type="button" class="control" data-action={word} aria-label={name} {onclick}>{sign}</button> }
    };
    let onchange = {
        let store = store.clone();
        Callback::from(move |event: Event| {
            let field = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(field) = field {
                take_up(&store, &field);
            }
        })
    };
    let asof = store.state.asof.as_ref().map_or("", When::edtf);
    html! {
        <div class="panel-head" role="group" aria-label="Date">
            {press("date-back", "To the change before", "‹", || Action::Change { forward: false })}
            <input class="control" name="asof" aria-label="As of" size="7" autocomplete="off" placeholder="1990" value={asof.to_owned()} {onchange} />
            {press("date-next", "To the next change", "›", || Action::Change { forward: true })}
            {press("release-date", "No date", "✕", || Action::ReleaseDate)}
        </div>
    }
}

/// Takes up what was typed; what is no date the browser itself refuses at the field, and what had been chosen stays.
fn take_up(store: &UseReducerHandle<Store>, field: &HtmlInputElement) {
    let typed = field.value();
    let (action, wrong) = match When::parse(typed.trim()) {
        Ok(when) => (Some(Action::Date(when)), ""),
        Err(_) if typed.trim().is_empty() => (Some(Action::ReleaseDate), ""),
        Err(_) => (
            None,
            "Type a year, a month or a day, such as 1990, 2018-07 or 2019-11-05.",
        ),
    };
    field.set_custom_validity(wrong);
    match action {
        Some(action) => store.dispatch(action),
        None => {
            field.report_validity();
        }
    }
}
