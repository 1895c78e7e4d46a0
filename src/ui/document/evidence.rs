//! The evidence of a point, tie, event or actor: who says it, where, how sure
//! that voice is, and what the record shows.

use yew::prelude::*;

use super::text::{spans, time};
use crate::story::ids::RecordId;
use crate::story::kinds::Verdict;
use crate::story::locator::{Locator, Place};
use crate::story::{Evidence, Question, RecordRef, Source, Story};
use crate::ui::mark;

/// The mark: line sample and reader's word.
pub fn mark(evidence: &Evidence) -> Html {
    html! {
        <>{mark::line(evidence.basis)}<span class="mark-word">{evidence.basis.label()}</span></>
    }
}

/// Where in the article, short: "¶5.3".
pub fn places_short(at: &[Locator]) -> String {
    let places: Vec<String> = at.iter().map(|locator| locator.to_string().replace('-', "–")).collect();
    format!("¶{}", places.join(", "))
}

fn place_words(place: Place) -> String {
    match (place.paragraph, place.sentence) {
        (0, _) => String::from("the headline"),
        (paragraph, None) => format!("paragraph {paragraph}"),
        (paragraph, Some(sentence)) => format!("paragraph {paragraph}, sentence {sentence}"),
    }
}

/// Where in the article, in words: "paragraph 5, sentence 3".
fn places_words(at: &[Locator]) -> String {
    let words: Vec<String> = at
        .iter()
        .map(|locator| match locator.to {
            None => place_words(locator.from),
            Some(to) if to.paragraph == locator.from.paragraph => format!(
                "{} to {}",
                place_words(locator.from).replacen("sentence", "sentences", 1),
                to.sentence.map_or_else(String::new, |sentence| sentence.to_string())
            ),
            Some(to) => format!("{} to {}", place_words(locator.from), place_words(to)),
        })
        .collect();
    words.join("; ")
}

/// Hedge and place: what the mark alone does not say.
pub fn voice(evidence: &Evidence) -> Html {
    html! {
        <>
            if let Some(hedge) = &evidence.hedge {
                <p class="hedge"><span>{"The article’s caution: "}</span><q>{hedge}</q></p>
            }
            <p class="place">{format!("In the article: {}", places_words(&evidence.at))}</p>
        </>
    }
}

/// What the record shows on one point, or that nothing is noted. A note that stands in full below the
/// points of the question is referred to.
pub fn record(story: &Story, question: &Question, evidence: &Evidence) -> Html {
    if evidence.record.is_empty() {
        return no_note(evidence);
    }
    let is_below = |reference: &RecordRef| question.since.iter().any(|below| below.id == reference.id);
    html! {
        <ul class="notes">
            {for evidence.record.iter().map(|reference| if is_below(reference) {
                link(story, reference)
            } else {
                html! { <li class="note" data-verdict={reference.verdict.word()}>{note(story, reference)}</li> }
            })}
        </ul>
    }
}

/// The other side's voice on one thing, or what was looked for.
pub fn replies(story: &Story, evidence: &Evidence) -> Html {
    html! {
        if !evidence.reply.is_empty() {
            <div class="reply">
                <h3>{REPLY}</h3>
                {notes(story, &own_verdicts(story, &evidence.reply))}
            </div>
        }
    }
}

/// As [`replies`], as links to the notes.
pub fn reply_links(story: &Story, evidence: &Evidence) -> Html {
    html! {
        if !evidence.reply.is_empty() {
            <div class="row-part reply">
                <h4>{REPLY}</h4>
                {links(story, &own_verdicts(story, &evidence.reply))}
            </div>
        }
    }
}

const REPLY: &str = "The other side";

/// References to notes with the verdicts that the notes have themselves.
fn own_verdicts(story: &Story, ids: &[RecordId]) -> Vec<RecordRef> {
    let own = |id: &RecordId| RecordRef {
        id: id.clone(),
        verdict: story.record(id).verdict,
    };
    ids.iter().map(own).collect()
}

fn no_note(evidence: &Evidence) -> Html {
    html! {
        if evidence.reply.is_empty() {
            <p class="no-note">{"No record note on this."}</p>
        }
    }
}

/// What the record shows on one thing, as links to the notes: their prose stands
/// once in the list of notes, from where the instruments copy it.
pub fn record_links(story: &Story, evidence: &Evidence) -> Html {
    if evidence.record.is_empty() {
        return no_note(evidence);
    }
    links(story, &evidence.record)
}

fn links(story: &Story, refs: &[RecordRef]) -> Html {
    html! { <ul class="notes">{for refs.iter().map(|reference| link(story, reference))}</ul> }
}

/// A note by verdict and title, with the way to it.
fn link(story: &Story, reference: &RecordRef) -> Html {
    html! {
        <li class="note" data-verdict={reference.verdict.word()}>
            <p class="note-verdict">
                <span>{reference.verdict.label()}</span>
                <a href={format!("#{}", reference.id)}>{&story.record(&reference.id).title}</a>
            </p>
        </li>
    }
}

/// A list of notes.
pub fn notes(story: &Story, refs: &[RecordRef]) -> Html {
    html! {
        <ul class="notes">
            {for refs.iter().map(|reference| html! {
                <li class="note" data-verdict={reference.verdict.word()}>{note(story, reference)}</li>
            })}
        </ul>
    }
}

/// What one note says, with its sources.
pub fn note(story: &Story, reference: &RecordRef) -> Html {
    let record = story.record(&reference.id);
    html! {
        <>
            <p class="note-verdict">
                <span>{reference.verdict.label()}</span>
                if let Some(date) = &record.date {
                    <span class="note-date">{time(date, false)}</span>
                }
            </p>
            <p class="note-text">{spans(&record.text)}</p>
            if let (Verdict::NotFound, Some(checked)) = (record.verdict, &record.checked) {
                <p class="note-checked">{format!("Searched: {checked}")}</p>
            }
            if !record.sources.is_empty() {
                <ul class="note-sources">{for record.sources.iter().map(|id| source_line(story.source(id)))}</ul>
            }
        </>
    }
}

/// Whether a source is independent, in words.
pub fn independence(source: &Source) -> String {
    source.party.as_ref().map_or_else(
        || String::from("independent"),
        |party| format!("not independent: {party}"),
    )
}

fn source_line(source: &Source) -> Html {
    html! {
        <li data-independent={source.independent.to_string()}>
            <a href={source.url.clone()} target="_blank" rel="noopener">{&source.publisher}</a>
            if let Some(date) = &source.date {
                {", "}{time(date, false)}
            }
            <span class="independence">{independence(source)}</span>
        </li>
    }
}
