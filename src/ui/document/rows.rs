//! Actors, ties, events, notes and sources as rows of text: the same things as
//! in the pictures, and what the instruments show in detail.

use yew::prelude::*;

use super::evidence::{independence, mark, note, places_short, record_links, reply_links, voice};
use super::text::{spans, time};
use crate::story::ids::{ActorId, EventId};
use crate::story::{Actor, Event, Evidence, Question, Record, RecordRef, Source, Story, Tie};
use crate::ui::mark::shape;

fn row(id: &str, evidence: Option<&Evidence>, title: Html, body: Html) -> Html {
    html! {
        <li class="row" id={id.to_owned()} data-row={id.to_owned()} data-basis={evidence.map(|evidence| evidence.basis.word())}>
            <h3>{title}</h3>
            if let Some(evidence) = evidence {
                <p class="mark">{mark(evidence)}</p>
            }
            <div class="row-body">{body}</div>
        </li>
    }
}

fn link(id: &str, words: &str) -> Html {
    html! { <a href={format!("#{id}")}>{words}</a> }
}

fn asked_in<'a>(story: &'a Story, concerns: impl Fn(&Question) -> bool + 'a) -> Html {
    let questions: Vec<&Question> = story.questions.iter().filter(|question| concerns(question)).collect();
    html! {
        if !questions.is_empty() {
            <div class="row-part">
                <h4>{"In the questions"}</h4>
                <ul>{for questions.into_iter().map(|question| html! { <li>{link(question.id.as_str(), &question.short)}</li> })}</ul>
            </div>
        }
    }
}

/// An actor: role, names, ties as sentences, events, questions.
pub fn actor(story: &Story, actor: &Actor) -> Html {
    let ties: Vec<&Tie> = story
        .ties
        .iter()
        .filter(|tie| tie.from == actor.id || tie.to == actor.id)
        .collect();
    let events: Vec<&Event> = story
        .events
        .iter()
        .filter(|event| event.actors.contains(&actor.id))
        .collect();
    let side = story.side(&actor.side);
    let body = html! {
        <>
            <p class="row-kind" data-tint={side.tint.word()}>
                {shape(actor.kind)}<span>{format!("{} · on the map under {}", actor.kind.label(), side.name)}</span>
            </p>
            <p class="role">{spans(&actor.role)}{" "}<span class="at">{places_short(&actor.evidence.at)}</span></p>
            if !actor.also.is_empty() {
                <p class="also">{format!("Also: {}", actor.also.join(", "))}</p>
            }
            if !actor.evidence.record.is_empty() {
                {record_links(story, &actor.evidence)}
            }
            if !ties.is_empty() {
                <div class="row-part">
                    <h4>{"Ties"}</h4>
                    <ul class="row-ties">{for ties.into_iter().map(|tie| tie_line(story, tie))}</ul>
                </div>
            }
            if !events.is_empty() {
                <div class="row-part">
                    <h4>{"Events"}</h4>
                    <ul>{for events.into_iter().map(|event| html! { <li>{link(event.id.as_str(), &event.title)}</li> })}</ul>
                </div>
            }
            {asked_in(story, |question| question.actors.contains(&actor.id))}
        </>
    };
    row(actor.id.as_str(), Some(&actor.evidence), html! { {&actor.name} }, body)
}

fn tie_line(story: &Story, tie: &Tie) -> Html {
    html! {
        <li data-basis={tie.evidence.basis.word()}>
            {crate::ui::mark::line(tie.evidence.basis)}
            <a href={format!("#{}", tie.id)}>{story.sentence(tie)}</a>
            <span class="row-note">{tie.evidence.basis.label()}</span>
        </li>
    }
}

fn actor_links(story: &Story, actors: &[ActorId]) -> Html {
    actors
        .iter()
        .map(|id| html! { <li>{link(id.as_str(), &story.actor(id).short)}</li> })
        .collect()
}

/// A tie: when, who says it, rival accounts, the record.
pub fn tie(story: &Story, tie: &Tie) -> Html {
    let body = html! {
        <>
            <p class="row-when">
                if let Some(date) = &tie.date {
                    {time(date, tie.inferred.is_some())}
                } else {
                    <span>{"Undated in the article"}</span>
                }
                if let Some(inferred) = &tie.inferred {
                    <span class="inferred">{inferred}</span>
                }
            </p>
            if let Some(text) = &tie.text {
                <p>{spans(text)}</p>
            }
            {voice(&tie.evidence)}
            if !tie.rivals.is_empty() {
                <div class="row-part rivals">
                    <h4>{"Rival account of the same event"}</h4>
                    <ul class="row-ties">{for tie.rivals.iter().map(|id| tie_line(story, story.tie(id)))}</ul>
                </div>
            }
            {reply_links(story, &tie.evidence)}
            {record_links(story, &tie.evidence)}
            <ul class="row-actors">{actor_links(story, &[tie.from.clone(), tie.to.clone()])}</ul>
            {asked_in(story, |question| question.ties.contains(&tie.id))}
        </>
    };
    row(
        tie.id.as_str(),
        Some(&tie.evidence),
        html! { {story.sentence(tie)} },
        body,
    )
}

/// An event: when, what, who, the record.
pub fn event(story: &Story, event: &Event) -> Html {
    let body = html! {
        <>
            <p class="row-when">
                if let Some(date) = &event.date {
                    {time(date, event.inferred.is_some())}
                } else {
                    <span>{event.when.as_ref().map_or_else(|| String::from("Undated in the article"), |when| format!("Undated: {when}"))}</span>
                }
                if let Some(inferred) = &event.inferred {
                    <span class="inferred">{inferred}</span>
                }
            </p>
            <p>{spans(&event.text)}</p>
            {voice(&event.evidence)}
            {reply_links(story, &event.evidence)}
            {record_links(story, &event.evidence)}
            if !event.actors.is_empty() {
                <ul class="row-actors">{actor_links(story, &event.actors)}</ul>
            }
            {asked_in(story, |question| question.events.contains(&event.id))}
        </>
    };
    row(event.id.as_str(), Some(&event.evidence), html! { {&event.title} }, body)
}

/// Events in the order of their dates, then the undated in the order of the file.
pub fn in_order(story: &Story) -> Vec<EventId> {
    let mut dated: Vec<&Event> = story.events.iter().filter(|event| event.date.is_some()).collect();
    dated.sort_by_key(|event| event.date.as_ref().map(crate::story::date::When::order));
    dated
        .into_iter()
        .chain(story.events.iter().filter(|event| event.date.is_none()))
        .map(|event| event.id.clone())
        .collect()
}

/// A note of the record, with its anchor.
pub fn record_note(story: &Story, record: &Record) -> Html {
    let reference = RecordRef {
        id: record.id.clone(),
        verdict: record.verdict,
    };
    let is_here = |refs: &[RecordRef]| refs.iter().any(|known| known.id == record.id);
    let is_noted = |evidence: &Evidence| is_here(&evidence.record) || evidence.reply.contains(&record.id);
    html! {
        <li class="note" data-verdict={record.verdict.word()} data-row={record.id.to_string()} id={record.id.to_string()}>
            {note(story, &reference)}
            {asked_in(story, |question| {
                is_here(&question.since) || question.points.iter().any(|point| is_noted(&point.evidence))
            })}
        </li>
    }
}

/// A source: who published it, when, and whether it is independent.
pub fn source(source: &Source) -> Html {
    let title = html! { <a href={source.url.clone()} target="_blank" rel="noopener">{&source.title}</a> };
    let body = html! {
        <p>
            {&source.publisher}
            if let Some(date) = &source.date {
                {", "}{time(date, false)}
            }
            {"; "}<span class="independence">{independence(source)}</span>
            if let Some(note) = &source.note {
                {"; "}{note}
            }
            <span class="address">{&source.url}</span>
        </p>
    };
    row(source.id.as_str(), None, title, body)
}
