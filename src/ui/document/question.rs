//! The walk: the list of questions, and each question with its points.

use yew::prelude::*;

use super::DocumentProps;
use super::evidence::{places_short, record, replies, since, voice};
use super::text::spans;
use crate::story::kinds::Verdict;
use crate::story::text::Text;
use crate::story::{Evidence, Point, Question, Story};

/// Every question in order; the first is the current one.
#[component]
pub fn Walk(props: &DocumentProps) -> Html {
    let story = &props.story;
    html! {
        <div class="walk" id="walk" data-view="walk" tabindex="-1">
            <nav class="contents" aria-label="Questions">
                <details>
                    <summary>{"Questions"}</summary>
                    <ol data-list="questions">{for story.questions.iter().enumerate().map(|(idx, question)| entry(question, idx == 0))}</ol>
                </details>
            </nav>
            <div class="slot" />
            {for story.questions.iter().enumerate().map(|(idx, question)| section(story, question, idx))}
        </div>
    }
}

fn entry(question: &Question, current: bool) -> Html {
    html! {
        <li><a href={format!("#{}", question.id)} aria-current={current.then_some("step")}>{&question.ask}</a></li>
    }
}

fn section(story: &Story, question: &Question, idx: usize) -> Html {
    let id = question.id.to_string();
    html! {
        <section class="question" id={id.clone()} data-question={id} data-current={(idx == 0).then_some("")}>
            {for question.formerly.iter().map(|id| html! { <span id={id.clone()} /> })}
            <h2 class="ask" tabindex="-1">{&question.ask}</h2>
            <p class="answer" data-answer="">{spans(&question.answer)}</p>
            {update(Verdict::Supersedes, question.since_line.as_ref())}
            {update(Verdict::Contradicts, question.differs_line.as_ref())}
            <div class="slot" />
            <ol class="points">{for question.points.iter().map(|point| self::point(story, point))}</ol>
            if !question.unsaid.is_empty() {
                {left_open("unsaid", "Not in the article", &question.unsaid)}
            }
            {left_open("still-open", "Still open", &question.open)}
            if !question.since.is_empty() {
                <section class="since">
                    <h3>{"The record shows"}</h3>
                    {since(story, question)}
                </section>
            }
            {concerns(story, question)}
            {steps(story, idx)}
        </section>
    }
}

/// What a reader of the answer alone must know too, with the way to the note that says it in full.
fn update(verdict: Verdict, text: Option<&Text>) -> Html {
    html! {
        if let Some(text) = text {
            <p class="update" data-verdict={verdict.word()}><b>{verdict.label()}{": "}</b>{spans(text)}</p>
        }
    }
}

fn left_open(class: &'static str, heading: &str, texts: &[Text]) -> Html {
    html! {
        <div {class}>
            <h3>{heading}</h3>
            <ul>{for texts.iter().map(|text| html! { <li>{spans(text)}</li> })}</ul>
        </div>
    }
}

/// Back and Next at the end of a question, named by where they lead. Links, so that they lead there before the wasm
/// has arrived; in the question, so that the keyboard comes to them after its last part.
fn steps(story: &Story, idx: usize) -> Html {
    let before = idx.checked_sub(1).and_then(|idx| story.questions.get(idx));
    let after = story.questions.get(idx + 1);
    html! {
        <nav class="steps" aria-label={format!("Steps {}", idx + 1)}>
            if let Some(question) = before {
                <a class="step-back" data-action="back" href={format!("#{}", question.id)} aria-label={format!("Back: {}", question.ask)}>{"Back"}</a>
            }
            if let Some(question) = after {
                <a class="step-next" data-action="next" href={format!("#{}", question.id)}>
                    {format!("Next: {}", question.ask)}
                </a>
            }
        </nav>
    }
}

fn point(story: &Story, point: &Point) -> Html {
    let evidence = &point.evidence;
    let id = point.id.to_string();
    html! {
        <li class="point" id={id.clone()} data-claim={id} data-basis={evidence.basis.word()}>
            <p class="point-text">
                {spans(&point.text)}{" "}
                <span class="at">{places_short(&evidence.at)}</span>
            </p>
            <details class="evidence">
                <summary class="mark" data-basis={evidence.basis.word()}>
                    <span class="mark-word">{evidence.basis.label()}</span>
                    {notes(evidence)}
                </summary>
                <div data-view="detail">
                    {voice(evidence)}
                    {replies(story, point)}
                    {record(story, point)}
                </div>
            </details>
        </li>
    }
}

/// What the record says to a point: the weightiest verdict, and how many notes there are.
fn notes(evidence: &Evidence) -> Html {
    let verdict = Verdict::weightiest(evidence.record.iter().map(|note| note.verdict));
    let count = evidence.record.len() + evidence.reply.len();
    let words = verdict.map_or("The other side", Verdict::mark);
    html! {
        if count > 0 {
            <span class="mark-notes" data-verdict={verdict.map(Verdict::word)}>
                {format!("{words}\u{a0}·\u{a0}{count}")}
            </span>
        }
    }
}

fn concerns(story: &Story, question: &Question) -> Html {
    html! {
        <div class="concerns">
            <h3>{"On the map and the timeline"}</h3>
            <ul class="chips">
                {for question.actors.iter().map(|id| {
                    let actor = story.actor(id);
                    html! {
                        <li>
                            <a href={format!("#{id}")} data-kind={actor.kind.word()} data-tint={story.side(&actor.side).tint.word()}>
                                {&actor.short}
                            </a>
                        </li>
                    }
                })}
                {for question.events.iter().map(|id| {
                    let event = story.event(id);
                    html! {
                        <li><a href={format!("#{id}")}>{&event.title}</a></li>
                    }
                })}
            </ul>
        </div>
    }
}
