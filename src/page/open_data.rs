//! `story.json`: the whole story as open data, in the shape of the public contract.

use serde_json::{Value, json};

use crate::story::date::When;
use crate::story::kinds::Verdict;
use crate::story::text::{Span, Text};
use crate::story::{Evidence, Question, Record, RecordRef, Source, Story};

/// The story as JSON.
pub fn open_data(story: &Story) -> Value {
    json!({
        "slug": story.meta.slug,
        "lang": story.meta.lang,
        "headline": story.meta.headline,
        "kicker": story.meta.kicker,
        "standfirst": markup(&story.meta.standfirst),
        "checked": story.meta.checked.edtf(),
        "reaches": story.meta.reaches.edtf(),
        "note": markup(&story.meta.note),
        "article": {
            "title": story.article.title,
            "author": story.article.author,
            "outlet": story.article.outlet,
            "date": story.article.date.edtf(),
            "note": markup(&story.article.note),
            "source": story.article.source.as_str(),
            "sentences": story.article.sentences,
        },
        "sides": story.sides.iter().map(|side| json!({
            "id": side.id.as_str(), "name": side.name, "color": side.tint.word(),
        })).collect::<Vec<_>>(),
        "sources": story.sources.iter().map(source).collect::<Vec<_>>(),
        "records": story.records.iter().map(|note| record(note, note.verdict)).collect::<Vec<_>>(),
        "actors": actors(story),
        "ties": ties(story),
        "events": events(story),
        "questions": story.questions.iter().map(|each| question(story, each)).collect::<Vec<_>>(),
        "terms": story.terms.iter().map(|term| json!({
            "id": term.id.as_str(), "term": term.term, "text": markup(&term.text),
        })).collect::<Vec<_>>(),
        "about": story.about.iter().map(|about| json!({
            "title": about.title, "text": about.text.iter().map(markup).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "changes": story.changes.iter().map(|change| json!({
            "date": change.date.edtf(), "text": markup(&change.text),
        })).collect::<Vec<_>>(),
    })
}

/// Text with its markup, as in the story file.
fn markup(text: &Text) -> String {
    text.0
        .iter()
        .map(|span| match span {
            Span::Plain(words) => words.clone(),
            Span::Emphasis(words) => format!("*{words}*"),
            Span::Link { words, id, .. } => format!("[{words}](#{id})"),
        })
        .collect()
}

fn places(evidence: &Evidence) -> Vec<String> {
    evidence.at.iter().map(ToString::to_string).collect()
}

fn ids<Id: std::fmt::Display>(ids: &[Id]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

fn records(story: &Story, refs: &[RecordRef]) -> Vec<Value> {
    refs.iter()
        .map(|reference| record(story.record(&reference.id), reference.verdict))
        .collect()
}

/// A note with the verdict it has where it stands.
fn record(record: &Record, verdict: Verdict) -> Value {
    json!({
        "id": record.id.as_str(),
        "title": record.title,
        "verdict": verdict.word(),
        "date": record.date.as_ref().map(When::edtf),
        "text": markup(&record.text),
        "sources": ids(&record.sources),
        "checked": record.checked,
    })
}

fn source(source: &Source) -> Value {
    json!({
        "id": source.id.as_str(),
        "publisher": source.publisher,
        "title": source.title,
        "date": source.date.as_ref().map(When::edtf),
        "url": source.url,
        "independent": source.independent,
        "party": source.party,
        "origin": source.origin(),
        "note": source.note,
    })
}

fn actors(story: &Story) -> Vec<Value> {
    story
        .actors
        .iter()
        .map(|actor| {
            json!({
                "id": actor.id.as_str(),
                "name": actor.name,
                "the": actor.takes_the,
                "short": actor.short,
                "also": actor.also,
                "kind": actor.kind.word(),
                "side": actor.side.as_str(),
                "role": markup(&actor.role),
                "time": actor.time.as_ref().map(When::edtf),
                "at": places(&actor.evidence),
                "basis": actor.evidence.basis.word(),
                "record": records(story, &actor.evidence.record),
            })
        })
        .collect()
}

fn ties(story: &Story) -> Vec<Value> {
    story
        .ties
        .iter()
        .map(|tie| {
            json!({
                "id": tie.id.as_str(),
                "from": tie.from.as_str(),
                "to": tie.to.as_str(),
                "verb": tie.verb,
                "label": tie.label,
                "type": tie.kind,
                "directed": tie.directed,
                "date": tie.date.as_ref().map(When::edtf),
                "inferred": tie.inferred,
                "basis": tie.evidence.basis.word(),
                "at": places(&tie.evidence),
                "hedge": tie.evidence.hedge,
                "text": tie.text.as_ref().map(markup),
                "rivals": ids(&tie.rivals),
                "record": records(story, &tie.evidence.record),
                "reply": ids(&tie.evidence.reply),
            })
        })
        .collect()
}

fn events(story: &Story) -> Vec<Value> {
    story
        .events
        .iter()
        .map(|event| {
            json!({
                "id": event.id.as_str(),
                "title": event.title,
                "date": event.date.as_ref().map(When::edtf),
                "when": event.when,
                "inferred": event.inferred,
                "actors": ids(&event.actors),
                "basis": event.evidence.basis.word(),
                "at": places(&event.evidence),
                "hedge": event.evidence.hedge,
                "text": markup(&event.text),
                "record": records(story, &event.evidence.record),
                "reply": ids(&event.evidence.reply),
            })
        })
        .collect()
}

fn question(story: &Story, question: &Question) -> Value {
    json!({
        "id": question.id.as_str(),
        "ask": question.ask,
        "short": question.short,
        "answer": markup(&question.answer),
        "points": question.points.iter().map(|point| json!({
            "id": point.id.as_str(),
            "text": markup(&point.text),
            "basis": point.evidence.basis.word(),
            "at": places(&point.evidence),
            "hedge": point.evidence.hedge,
            "record": records(story, &point.evidence.record),
            "reply": ids(&point.evidence.reply),
        })).collect::<Vec<_>>(),
        "unsaid": question.unsaid.iter().map(markup).collect::<Vec<_>>(),
        "open": question.open.iter().map(markup).collect::<Vec<_>>(),
        "actors": ids(&question.actors),
        "ties": ids(&question.ties),
        "events": ids(&question.events),
        "since": records(story, &question.since),
        "formerly": question.formerly,
    })
}
