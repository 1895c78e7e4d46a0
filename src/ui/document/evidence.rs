//! The evidence of a point, tie, event or actor: who says it, where, how sure
//! that voice is, and what the record shows.

use yew::prelude::*;

use super::text::spans;
use crate::story::ids::{RecordId, SourceId};
use crate::story::kinds::Verdict;
use crate::story::locator::{Locator, Position};
use crate::story::{Evidence, Point, Question, Record, RecordRef, Source, Story};

/// Where in the article, short: "¶5.3".
pub fn places_short(at: &[Locator]) -> String {
    let places: Vec<String> = at.iter().map(|locator| locator.to_string().replace('-', "–")).collect();
    format!("¶{}", places.join(", "))
}

fn place_words(place: Position) -> String {
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

/// The place in the article and the hedge: what the mark alone does not say.
pub fn voice(evidence: &Evidence) -> Html {
    html! { <p class="place">{"In "}{places_words(&evidence.at)}{hedge(evidence)}{no_note(evidence)}</p> }
}

/// That the record says nothing to it, where that is so.
fn no_note(evidence: &Evidence) -> &'static str {
    if evidence.record.is_empty() && evidence.reply.is_empty() {
        ". No record note on this."
    } else {
        ""
    }
}

/// Who says it, where, and with what caution, in one line.
pub fn mark(evidence: &Evidence) -> Html {
    html! {
        <p class="mark" data-basis={evidence.basis.word()}>
            {evidence.basis.label()}{", in "}{places_words(&evidence.at)}{hedge(evidence)}
            {no_note(evidence)}
        </p>
    }
}

fn hedge(evidence: &Evidence) -> Html {
    html! {
        if let Some(hedge) = &evidence.hedge {
            {"; its caution: "}<q>{hedge}</q>
        }
    }
}

/// What the record shows on one point, or that nothing is noted.
pub fn record(story: &Story, point: &Point) -> Html {
    listed(&point.evidence, html! { <h3>{RECORD}</h3> }, |reference| {
        at_point(story, point, reference)
    })
}

/// What has come since, below the points of a question.
pub fn since(story: &Story, question: &Question) -> Html {
    let note = |reference: &RecordRef| match Home::of(story, &reference.id) {
        Some(Home::Below(home)) if home.id == question.id => in_full(story, reference),
        _ => link(story, reference),
    };
    html! { <ul class="notes">{for question.since.iter().map(note)}</ul> }
}

fn at_point(story: &Story, point: &Point, reference: &RecordRef) -> Html {
    match Home::of(story, &reference.id) {
        Some(Home::At(home)) if home.id == point.id => in_full(story, reference),
        _ => link(story, reference),
    }
}

/// Where a note stands in full in the walk, but for the other side's voice, which stands in full beside each thing that it
/// answers. Elsewhere a note is referred to, and the instruments fill it in where it is opened.
enum Home<'a> {
    /// Below the points of the first question that has it there.
    Below(&'a Question),
    /// Else at the first point that has it.
    At(&'a Point),
}

impl<'a> Home<'a> {
    fn of(story: &'a Story, id: &RecordId) -> Option<Self> {
        let is_here = |refs: &[RecordRef]| refs.iter().any(|known| known.id == *id);
        let below = story.questions.iter().find(|question| is_here(&question.since));
        let mut points = story.questions.iter().flat_map(|question| &question.points);
        below
            .map(Self::Below)
            .or_else(|| points.find(|point| is_here(&point.evidence.record)).map(Self::At))
    }
}

/// What the record shows on one thing, as links to the notes: their prose stands
/// once in the list of notes, from where the instruments copy it.
pub fn record_links(story: &Story, evidence: &Evidence) -> Html {
    listed(evidence, html! { <h4>{RECORD}</h4> }, |reference| {
        link(story, reference)
    })
}

/// The notes under their heading, which they need where a reply stands above them.
fn listed(evidence: &Evidence, heading: Html, note: impl Fn(&RecordRef) -> Html) -> Html {
    html! {
        if !evidence.record.is_empty() {
            if !evidence.reply.is_empty() {
                {heading}
            }
            <ul class="notes">{for evidence.record.iter().map(note)}</ul>
        }
    }
}

/// The other side's voice on one point, or what was looked for.
pub fn replies(story: &Story, point: &Point) -> Html {
    let reply = &point.evidence.reply;
    html! {
        if !reply.is_empty() {
            <h3>{REPLY}</h3>
            <ul class="notes">{for own_verdicts(story, reply).iter().map(|reference| in_full(story, reference))}</ul>
        }
    }
}

/// As [`replies`], as links to the notes.
pub fn reply_links(story: &Story, evidence: &Evidence) -> Html {
    html! {
        if !evidence.reply.is_empty() {
            <h4>{REPLY}</h4>
            <ul class="notes">{for own_verdicts(story, &evidence.reply).iter().map(|reference| link(story, reference))}</ul>
        }
    }
}

const REPLY: &str = "The other side";
const RECORD: &str = "The record";

/// References to notes with the verdicts that the notes have themselves.
fn own_verdicts(story: &Story, ids: &[RecordId]) -> Vec<RecordRef> {
    let own = |id: &RecordId| RecordRef {
        id: id.clone(),
        verdict: story.record(id).verdict,
    };
    ids.iter().map(own).collect()
}

/// A note by verdict, title and date, with the way to it.
fn link(story: &Story, reference: &RecordRef) -> Html {
    let record = story.record(&reference.id);
    let differs = reference.verdict == Verdict::Contradicts;
    html! {
        <li class={differs.then_some("differs")}>
            {reference.verdict.label()}{": "}<a href={format!("#{}", reference.id)}>{&record.title}</a>
            if let Some(date) = &record.date {
                {", "}{date.phrase()}
            }
        </li>
    }
}

fn in_full(story: &Story, reference: &RecordRef) -> Html {
    let record = story.record(&reference.id);
    html! {
        <li class="note" data-verdict={reference.verdict.word()}>{note(story, record, reference.verdict)}</li>
    }
}

/// What one note says, with its sources.
pub fn note(story: &Story, record: &Record, verdict: Verdict) -> Html {
    html! {
        <>
            <p class="verdict">
                {verdict.label()}
                if let Some(date) = &record.date {
                    {format!(", {}", date.phrase())}
                }
            </p>
            <p>{spans(&record.text)}</p>
            if let (Verdict::NotFound, Some(checked)) = (record.verdict, &record.checked) {
                <p class="note-checked">{format!("Searched: {checked}")}</p>
            }
            if !record.sources.is_empty() {
                <p class="cites">{citations(story, &record.sources)}</p>
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

/// The number of a source: its place in the list of sources, counted from 1.
fn number(story: &Story, id: &SourceId) -> usize {
    story
        .sources
        .iter()
        .position(|source| source.id == *id)
        .map_or(0, |idx| idx + 1)
}

/// The sources of a note, by name and number: "RFE/RL [12], Mehr News [34] (a party)".
fn citations(story: &Story, ids: &[SourceId]) -> Html {
    ids.iter()
        .enumerate()
        .map(|(idx, id)| {
            let source = story.source(id);
            let name = format!("{} [{}]", source.publisher, number(story, id));
            html! {
                <>
                    {if idx == 0 { "" } else { ", " }}
                    <a href={format!("#{id}")}>{name}</a>
                    {if source.independent { "" } else { " (a party)" }}
                </>
            }
        })
        .collect()
}
