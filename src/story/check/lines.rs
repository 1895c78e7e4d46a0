//! Holds the lines under an answer against the notes that they lead to: a line says in short what a note says in full.

use super::super::ids::RecordId;
use super::super::kinds::Verdict;
use super::super::text::{Span, Text};
use super::super::{Article, Question, Record};
use super::fields::Placed;

const MOST_CHARACTERS: usize = 200;

/// Tells of lines that lead nowhere, or to a note that does not say what the line is there for.
pub(super) fn hold(article: Option<&Article>, records: &[Placed<'_, Record>], questions: &[Placed<'_, Question>]) {
    for question in questions {
        let Question {
            since_line,
            differs_line,
            ..
        } = &question.value;
        if let Some(line) = since_line {
            since(question, line, article, records);
        }
        if let Some(line) = differs_line {
            differs(question, line);
        }
    }
}

/// What came after the article has notes with a later date.
fn since(question: &Placed<'_, Question>, line: &Text, article: Option<&Article>, records: &[Placed<'_, Record>]) {
    let notes = notes(question, "since_line", line);
    let Some(article) = article else { return };
    for id in notes {
        let Some(date) = records
            .iter()
            .find(|record| record.value.id.as_str() == id)
            .and_then(|record| record.value.date.as_ref())
        else {
            continue;
        };
        if date.earliest() <= article.date.latest() {
            let what = format!("`since_line` leads to `{id}`, which is not later than the article");
            let mend = "lead to a note on what came after it, or say it as a `differs_line` or in a point";
            question.fields.report(question.fields.at("since_line"), what, mend);
        }
    }
}

/// Where the record differs, a note of the question has that verdict.
fn differs(question: &Placed<'_, Question>, line: &Text) {
    for id in notes(question, "differs_line", line) {
        let contradicts =
            shown(&question.value).any(|note| note.0.as_str() == id && note.1 == Some(Verdict::Contradicts));
        if !contradicts {
            let what = format!("`differs_line` leads to `{id}`, which contradicts nothing in this question");
            let mend = "lead to a note of verdict `contradicts`, or say it in a point";
            question.fields.report(question.fields.at("differs_line"), what, mend);
        }
    }
}

/// The notes of the question that a line leads to.
fn notes<'a>(question: &Placed<'_, Question>, name: &str, line: &'a Text) -> Vec<&'a str> {
    let tell = |what: String, mend: &str| question.fields.report(question.fields.at(name), what, mend);
    let n_characters = line.plain().chars().count();
    if n_characters > MOST_CHARACTERS {
        let what = format!("`{name}` has {n_characters} characters, and {MOST_CHARACTERS} is the most");
        tell(what, "cut it: the note says the rest");
    }
    let links = line.0.iter().filter_map(|span| match span {
        Span::Link { id, .. } => Some(id.as_str()),
        _ => None,
    });
    let notes: Vec<&str> = links
        .filter(|id| shown(&question.value).any(|note| note.0.as_str() == *id))
        .collect();
    if notes.is_empty() && n_characters > 0 {
        let what = format!("`{name}` leads to no record note of its question");
        let mend =
            "make some of its words a link, as in `[a court convicted four](#r-…)`, to a note in `since` or at a point";
        tell(what, mend);
    }
    notes
}

/// The notes that a question shows, with their verdicts there; a reply has none.
fn shown(question: &Question) -> impl Iterator<Item = (&RecordId, Option<Verdict>)> {
    let evidence = || question.points.iter().map(|point| &point.evidence);
    let noted = evidence().flat_map(|evidence| &evidence.record).chain(&question.since);
    let replies = evidence().flat_map(|evidence| &evidence.reply);
    noted
        .map(|note| (&note.id, Some(note.verdict)))
        .chain(replies.map(|id| (id, None)))
}
