//! The marks of the timeline: what is dated, in the form of its precision.

use yew::prelude::*;

use super::px;
use crate::nav::{State, Thing};
use crate::timeline::{Form, Label, Mark};
use crate::view_model::brief::Brief;

/// An event of the article.
pub(super) fn event(brief: &Brief, idx: usize, mark: &Mark, state: &State) -> Html {
    let event = &brief.events[idx];
    let scene = &brief.questions[state.question];
    let when = event
        .date
        .as_ref()
        .map_or_else(String::new, |when| when.short(event.inferred));
    html! {
        <a
            class="event"
            key={&*event.id}
            href={format!("#{}", event.id)}
            tabindex="-1"
            aria-label={format!("{when} {}. {}.", event.title, event.basis.label())}
            data-event={event.id.clone()}
            data-basis={event.basis.word()}
            data-precision={mark.form.word()}
            data-inferred={event.inferred.then_some("")}
            data-focus={scene.events.contains(&idx).then_some("")}
            data-selected={(state.selected == Some(Thing::Event(idx))).then_some("")}
        >
            {drawn(mark)}
        </a>
    }
}

/// What happened after the article appeared.
pub(super) fn since(brief: &Brief, idx: usize, mark: &Mark, state: &State) -> Html {
    let note = &brief.notes[idx];
    let focus = brief.questions[state.question].notes.contains(&idx);
    html! {
        <a
            class="since-mark"
            key={&*note.id}
            href={format!("#{}", note.id)}
            tabindex="-1"
            aria-label={format!("{} {}. After the article.", note.date.short(false), note.title)}
            data-record={note.id.clone()}
            data-precision={mark.form.word()}
            data-focus={focus.then_some("")}
            data-selected={(state.selected == Some(Thing::Note(idx))).then_some("")}
        >
            {drawn(mark)}
        </a>
    }
}

/// A mark with its label; the three elements are always there.
fn drawn(mark: &Mark) -> Html {
    let width = mark.to - mark.from;
    let label = mark.label.as_ref();
    html! {
        <>
            <rect class="event-hit" x={px(mark.from - 5.0)} y={px(mark.y - 12.0)} width={px((width + 10.0).max(24.0))} height="24" />
            <path class="event-mark" d={outline(mark)} />
            <g
                key={label.map_or_else(String::new, |label| label.lines.join("\n"))}
                class="event-label"
                text-anchor={label.is_some_and(Label::before).then_some("end")}
            >
                // The space is not drawn: without it the lines would be heard as one word.
                {for label.into_iter().flat_map(|label| label.baselines().map(|(y, line)| html! {
                    <><text x={px(label.at())} y={px(y)}>{line.clone()}</text>{" "}</>
                }))}
            </g>
        </>
    }
}

/// A disc for a day and a bar for a stretch, pointed where its end is open or not known; a line
/// between two limits for what was some time in a month, a season or a year. What is
/// the same in every mark is said in the same words, which take little room in the page.
fn outline(mark: &Mark) -> String {
    let (x0, x1, y) = (px(mark.from), px(mark.to), px(mark.y));
    let top = px(mark.y - 3.5);
    let notch = 8.0_f64.min(mark.to - mark.from);
    match mark.form {
        Form::Day => {
            let left = px(f64::midpoint(mark.from, mark.to) - 3.5);
            format!("M{left} {y}a3.5 3.5 0 1 1 7 0a3.5 3.5 0 1 1 -7 0z")
        }
        Form::Month | Form::Season | Form::Year => format!("M{x0} {top}v7m0 -3.5H{x1}m0 -3.5v7"),
        Form::Interval => format!("M{x0} {top}v7H{x1}v-7z"),
        Form::Open if mark.open_start => format!("M{x0} {y}l{} 3.5H{x1}v-7H{}z", px(notch), px(mark.from + notch)),
        Form::Open => format!("M{x1} {y}l{} 3.5H{x0}v-7H{}z", px(-notch), px(mark.to - notch)),
    }
}

/// The leaders from labels to their marks, behind everything else: where one runs behind a label, the label stays whole.
pub(super) fn leaders(marks: &[Mark]) -> Html {
    let path: String = marks
        .iter()
        .filter_map(|mark| Some((mark, mark.label.as_ref()?)))
        .filter_map(|(mark, label)| Some((mark, label.x, label.baselines().last()?.0)))
        .map(|(mark, x, y)| format!("M{} {}V{}", px(x), px(y + 4.0), px(mark.y)))
        .collect();
    html! { <path class="event-leader" d={path} /> }
}
