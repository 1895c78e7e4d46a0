//! Progress through the walk, and the switches that concern all of it.

use yew::prelude::*;

use super::StoreProps;
use crate::nav::Action;
use crate::ui::mark::changing;

/// "3 of 12", a bar a question, and the switch to read it all.
#[component]
pub fn Progress(props: &StoreProps) -> Html {
    let state = &props.store.state;
    let questions = &props.store.data.brief.questions;
    let onclick = {
        let store = props.store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(Action::All))
    };
    let release = {
        let store = props.store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(Action::ReleaseLens))
    };
    let shown: Vec<&str> = state.lens.iter().map(|basis| basis.label()).collect();
    html! {
        <div class="progress" data-filtered={(!shown.is_empty()).then_some("")}>
            <p class="progress-text">{changing(&format!("{} of {}", state.question + 1, questions.len()))}</p>
            <button type="button" class="control" data-filter="lens" hidden={shown.is_empty()} onclick={release}>
                {changing(&format!("Only: {} ✕", shown.join(", ")))}
            </button>
            <div class="progress-bars" aria-hidden="true">
                {for questions.iter().enumerate().map(|(idx, question)| html! {
                    <span
                        key={&*question.id}
                        data-done={(idx < state.question).then_some("")}
                        data-here={(idx == state.question).then_some("")}
                    />
                })}
            </div>
            <button type="button" class="control" data-action="all" aria-pressed={state.all.to_string()} {onclick}>
                {"Read it all"}
            </button>
        </div>
    }
}
