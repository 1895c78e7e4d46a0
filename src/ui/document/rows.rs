//! Actors, ties, events, notes and sources as rows of text: the same things as
//! in the pictures, and what the instruments show in detail.

use yew::prelude::*;

use super::evidence::{independence, mark, note, record_links, reply_links};
use super::text::{date, spans};
use crate::story::ids::{ActorId, EventId};
use crate::story::{Actor, Event, Evidence, Question, Record, RecordRef, Source, Story, Tie};

/// A row; its heading apart, all that is in it is copied into the detail of the instruments.
fn row(id: &str, title: Html, body: Html) -> Html {
    html! {
        <li id={id.to_owned()} data-row={id.to_owned()}>
            <h3>{title}</h3>
            {body}
        </li>
    }
}

fn link(id: &str, words: &str) -> Html {
    html! { <a href={format!("#{id}")}>{words}</a> }
}

/// Links in one line, with a word on what they are.
fn linked<'a>(class: &'static str, lead: &str, links: impl Iterator<Item = (&'a str, &'a str)>) -> Html {
    let links: Vec<Html> = links
        .enumerate()
        .map(|(idx, (id, words))| html! { <>{if idx == 0 { "" } else { ", " }}{link(id, words)}</> })
        .collect();
    html! {
        if !links.is_empty() {
            <p {class}>{lead}{links}</p>
        }
    }
}

/// The questions that concern a thing.
fn asked_in(story: &Story, concerns: impl Fn(&Question) -> bool) -> Html {
    let questions = story.questions.iter().filter(|question| concerns(question));
    linked(
        "asked",
        "Questions: ",
        questions.map(|question| (question.id.as_str(), question.short.as_str())),
    )
}

/// An actor: role, names, ties as sentences, events, questions.
pub fn actor(story: &Story, actor: &Actor) -> Html {
    let ties = || {
        story
            .ties
            .iter()
            .filter(|tie| tie.from == actor.id || tie.to == actor.id)
    };
    let events = story.events.iter().filter(|event| event.actors.contains(&actor.id));
    let side = story.side(&actor.side);
    let body = html! {
        <>
            {mark(&actor.evidence)}
            <p class="row-kind" data-kind={actor.kind.word()} data-tint={side.tint.word()}>
                {format!("{} · on the map under {}", actor.kind.label(), side.name)}
            </p>
            <p>{spans(&actor.role)}</p>
            if !actor.also.is_empty() {
                <p class="also">{format!("Also: {}", actor.also.join(", "))}</p>
            }
            if !actor.evidence.record.is_empty() {
                {record_links(story, &actor.evidence)}
            }
            if ties().next().is_some() {
                <h4>{"Ties"}</h4>
                <ul class="row-ties">{for ties().map(|tie| tie_line(story, tie))}</ul>
            }
            {linked("events", "Events: ", events.map(|event| (event.id.as_str(), event.title.as_str())))}
            {asked_in(story, |question| question.actors.contains(&actor.id))}
        </>
    };
    row(actor.id.as_str(), html! { {&actor.name} }, body)
}

fn tie_line(story: &Story, tie: &Tie) -> Html {
    html! {
        <li data-basis={tie.evidence.basis.word()}>
            {link(tie.id.as_str(), &story.sentence(tie))}{" "}{tie.evidence.basis.label()}
        </li>
    }
}

/// The sentence of a tie, its actors as links.
fn sentence(story: &Story, tie: &Tie) -> Html {
    let named = |id: &ActorId, the: &'static str| {
        let actor = story.actor(id);
        html! { <>{if actor.takes_the { the } else { "" }}{link(id.as_str(), &actor.name)}</> }
    };
    html! { <>{named(&tie.from, "The ")}{" "}{&tie.verb}{" "}{named(&tie.to, "the ")}{"."}</> }
}

fn actors(story: &Story, ids: &[ActorId]) -> Html {
    linked(
        "row-actors",
        "Actors: ",
        ids.iter().map(|id| (id.as_str(), story.actor(id).short.as_str())),
    )
}

/// A tie: when, who says it, rival accounts, the record.
pub fn tie(story: &Story, tie: &Tie) -> Html {
    let body = html! {
        <>
            {mark(&tie.evidence)}
            <p class="row-when">
                if let Some(when) = &tie.date {
                    {date(when, tie.inferred.is_some())}
                } else {
                    {"Undated in the article"}
                }
                if let Some(inferred) = &tie.inferred {
                    {". "}{inferred}
                }
            </p>
            if let Some(text) = &tie.text {
                <p>{spans(text)}</p>
            }
            if !tie.rivals.is_empty() {
                <h4>{"Rival account of the same event"}</h4>
                <ul class="row-ties">{for tie.rivals.iter().map(|id| tie_line(story, story.tie(id)))}</ul>
            }
            {reply_links(story, &tie.evidence)}
            {record_links(story, &tie.evidence)}
            {asked_in(story, |question| question.ties.contains(&tie.id))}
        </>
    };
    row(tie.id.as_str(), sentence(story, tie), body)
}

/// An event: when, what, who, the record.
pub fn event(story: &Story, event: &Event) -> Html {
    let body = html! {
        <>
            {mark(&event.evidence)}
            <p class="row-when">
                if let Some(when) = &event.date {
                    {date(when, event.inferred.is_some())}
                } else {
                    {event.when.as_ref().map_or_else(|| String::from("Undated in the article"), |when| format!("Undated: {when}"))}
                }
                if let Some(inferred) = &event.inferred {
                    {". "}{inferred}
                }
            </p>
            <p>{spans(&event.text)}</p>
            {reply_links(story, &event.evidence)}
            {record_links(story, &event.evidence)}
            {actors(story, &event.actors)}
            {asked_in(story, |question| question.events.contains(&event.id))}
        </>
    };
    row(event.id.as_str(), html! { {&event.title} }, body)
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
    let is_here = |refs: &[RecordRef]| refs.iter().any(|known| known.id == record.id);
    let is_noted = |evidence: &Evidence| is_here(&evidence.record) || evidence.reply.contains(&record.id);
    html! {
        <li class="note" data-verdict={record.verdict.word()} data-row={record.id.to_string()} id={record.id.to_string()}>
            <h3>{&record.title}</h3>
            {note(story, record, record.verdict)}
            {asked_in(story, |question| {
                is_here(&question.since) || question.points.iter().any(|point| is_noted(&point.evidence))
            })}
        </li>
    }
}

/// A source in the list that numbers it: who published it, when, and whether it is independent.
pub fn source(source: &Source) -> Html {
    html! {
        <li id={source.id.to_string()} data-row={source.id.to_string()}>
            // A new window has no opener in the browsers that the page is written for.
            <a href={source.url.clone()} target="_blank">{&source.title}</a>
            {format!(". {}", source.publisher)}
            if let Some(date) = &source.date {
                {", "}{date.phrase()}
            }
            {format!("; {}.", independence(source))}
            if let Some(note) = &source.note {
                {" "}{note}
            }
        </li>
    }
}
