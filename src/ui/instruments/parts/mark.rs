//! The marks of the timeline: what is dated, in the form of its precision.

use yew::prelude::*;

use super::px;
use crate::timeline::{Form, Label, Mark};
use crate::ui::mark::fixed;
use crate::view_model::ViewModel;
use crate::view_model::brief::{EventBrief, NoteBrief};

/// What a mark is drawn from.
#[derive(Clone, PartialEq)]
pub struct MarkPart {
    /// Its place in the brief's list: of events, or of notes where it came later.
    pub idx: usize,
    /// Whether it happened after the article appeared.
    pub later: bool,
    /// Where and how it is drawn.
    pub mark: Mark,
    /// Whether the question concerns it.
    pub focus: bool,
    /// Whether it is selected.
    pub selected: bool,
}

/// The mark of something dated.
pub fn mark(data: &ViewModel, part: &MarkPart) -> Html {
    if part.later {
        since(&data.brief.notes[part.idx], part)
    } else {
        event(&data.brief.events[part.idx], part)
    }
}

fn event(event: &EventBrief, part: &MarkPart) -> Html {
    let when = || {
        event
            .date
            .as_ref()
            .map_or_else(String::new, |when| when.short(event.inferred))
    };
    html! {
        <a
            class="event"
            href={fixed(|| format!("#{}", event.id))}
            tabindex={fixed(|| "-1")}
            aria-label={fixed(|| format!("{} {}. {}.", when(), event.title, event.basis.label()))}
            data-event={fixed(|| event.id.clone())}
            data-basis={fixed(|| event.basis.word())}
            data-precision={fixed(|| part.mark.form.word())}
            data-inferred={event.inferred.then(|| fixed(|| "")).flatten()}
            data-focus={part.focus.then_some("")}
            data-selected={part.selected.then_some("")}
        >
            {drawn(&part.mark)}
        </a>
    }
}

fn since(note: &NoteBrief, part: &MarkPart) -> Html {
    html! {
        <a
            class="since-mark"
            href={fixed(|| format!("#{}", note.id))}
            tabindex={fixed(|| "-1")}
            aria-label={fixed(|| format!("{} {}. After the article.", note.date.short(false), note.title))}
            data-record={fixed(|| note.id.clone())}
            data-precision={fixed(|| part.mark.form.word())}
            data-focus={part.focus.then_some("")}
            data-selected={part.selected.then_some("")}
        >
            {drawn(&part.mark)}
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
pub fn leaders(marks: &[Mark]) -> Html {
    let path: String = marks
        .iter()
        .filter_map(|mark| Some((mark, mark.label.as_ref()?)))
        .filter_map(|(mark, label)| Some((mark, label.x, label.baselines().last()?.0)))
        .map(|(mark, x, y)| format!("M{} {}V{}", px(x), px(y + 4.0), px(mark.y)))
        .collect();
    html! { <path class="event-leader" d={path} /> }
}
