//! Progress through the walk, and the steps back and on. Links, so that they
//! lead somewhere before the wasm has arrived.

use yew::prelude::*;

use super::ShellProps;
use crate::nav::Action;
use crate::ui::mark::changing;

/// "3 of 12", a bar a question, and the switch to read it all.
#[component]
pub fn Progress(props: &ShellProps) -> Html {
    let state = &props.shell.state;
    let questions = &props.shell.data.brief.questions;
    let onclick = {
        let shell = props.shell.clone();
        Callback::from(move |_: MouseEvent| shell.dispatch(Action::All))
    };
    let release = {
        let shell = props.shell.clone();
        Callback::from(move |_: MouseEvent| shell.dispatch(Action::ReleaseLens))
    };
    let shown: Vec<&str> = state.lens.iter().map(|basis| basis.label()).collect();
    html! {
        <div class="progress">
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

/// Back and Next, named by where they lead.
#[component]
pub fn Steps(props: &ShellProps) -> Html {
    let here = props.shell.state.question;
    let questions = &props.shell.data.brief.questions;
    let before = here.checked_sub(1).and_then(|idx| questions.get(idx));
    let after = questions.get(here + 1);
    // Its own element is replaced with its text; the loader writes into it too, so nothing is nested in it.
    let ask_before = before.map_or_else(String::new, |question| format!(": {}", question.ask));
    let href =
        |question: Option<&crate::story::brief::QuestionBrief>| question.map(|question| format!("#{}", question.id));
    html! {
        <nav class="steps" aria-label="Steps">
            <a class="step-back" data-action="back" href={href(before)} hidden={before.is_none()}>
                <span class="step-word">{"Back"}</span>
                <span key={ask_before.clone()} class="visually-hidden">{ask_before}</span>
            </a>
            <a class="step-next" data-action="next" href={href(after)} hidden={after.is_none()}>
                {changing(&after.map_or_else(String::new, |question| format!("Next: {}", question.ask)))}
            </a>
        </nav>
    }
}
