//! Reads the walk: `[[question]]` and its `[[question.point]]`.

use super::super::ids::ActorId;
use super::super::readability::Measure;
use super::super::text::Text;
use super::super::{Caption, Point, Question};
use super::fields::Fields;

const MOST_SHORT: usize = 28;
const MOST_ACTORS: usize = 12;
/// Three short lines beside an actor.
const MOST_CAPTION: usize = 60;
const MOST_SENTENCES: usize = 2;
const MOST_WORDS: usize = 22;
const HARDEST_GRADE: f64 = 10.5;
const FEWEST_POINTS: usize = 2;
const MOST_POINTS: usize = 5;

/// `[[question]]`
pub(super) fn question(fields: &Fields<'_>) -> Question {
    Question {
        id: fields.id(),
        ask: ask(fields),
        short: fields.label("short", MOST_SHORT),
        answer: answer(fields),
        since_line: line(fields, "since_line"),
        differs_line: line(fields, "differs_line"),
        points: points(fields),
        unsaid: fields.opt_texts("unsaid"),
        open: fields.texts("open"),
        actors: actors(fields),
        ties: fields.opt_references("ties"),
        events: fields.opt_references("events"),
        since: fields.records("since"),
        captions: captions(fields),
        formerly: formerly(fields),
    }
}

fn ask(fields: &Fields<'_>) -> String {
    let ask = fields.words("ask");
    if !ask.is_empty() && !is_question(&ask, fields.context.lang) {
        fields.report(
            fields.at("ask"),
            format!("`{ask}` is no question"),
            "write it as a reader would ask it, with a `?`",
        );
    }
    ask
}

/// Whether words end with the question mark of their language, in quotation marks or not.
fn is_question(ask: &str, lang: &str) -> bool {
    let ask = ask.trim_end_matches([
        '"', '\'', '”', '’', '»', '›', '“', '‘', '」', '』', ')', ' ', '\u{a0}', '\u{202f}',
    ]);
    // A semicolon is the question mark of Greek, and of no other language.
    let is_greek = lang == "el" || lang.starts_with("el-");
    ask.ends_with(['?', '？', '؟', '\u{37e}', '՞', '⁇', '‽']) || is_greek && ask.ends_with(';')
}

/// The words of the page that are read most: short, and not hard.
fn answer(fields: &Fields<'_>) -> Text {
    let answer = fields.text("answer");
    is_plain(fields, "answer", &answer);
    answer
}

/// A line under the answer, which is read as much.
fn line(fields: &Fields<'_>, name: &'static str) -> Option<Text> {
    let line = fields.opt_text(name)?;
    is_plain(fields, name, &line);
    Some(line)
}

fn is_plain(fields: &Fields<'_>, name: &str, text: &Text) {
    let measure = Measure::of(&text.plain());
    let refuse = |what: String, mend: &str| fields.report(fields.at(name), what, mend);
    if measure.n_sentences > MOST_SENTENCES {
        let what = format!(
            "`{name}` has {} sentences, and {MOST_SENTENCES} is the most",
            measure.n_sentences
        );
        refuse(what, "say the rest in the points");
    } else if measure.n_words > MOST_WORDS * measure.n_sentences {
        let what = format!(
            "`{name}` has {} words in {}, and {MOST_WORDS} a sentence is the most",
            measure.n_words,
            if measure.n_sentences == 1 {
                "one sentence"
            } else {
                "two sentences"
            }
        );
        refuse(what, "cut it, make two sentences of it, or say the rest in the points");
    } else if fields.context.is_english() && measure.n_words > 0 && measure.grade() > HARDEST_GRADE {
        let what = format!(
            "`{name}` reads at grade {:.1} (Flesch-Kincaid), and {HARDEST_GRADE} is the hardest",
            measure.grade()
        );
        refuse(what, "write shorter words and shorter sentences");
    }
}

/// What stands beside actors of the question's picture, once beside each.
fn captions(fields: &Fields<'_>) -> Vec<Caption> {
    let present: Vec<ActorId> = fields.quiet_ids("actors");
    let mut found: Vec<Caption> = Vec::new();
    for placed in fields.each("captions", "[[question.captions]]", caption) {
        let (caption, at) = (placed.value, placed.fields.at("actor"));
        let id = &caption.actor;
        if !id.as_str().is_empty() && !present.contains(id) {
            let what = format!("`{id}` has a caption, and is not among the question's actors");
            fields.report(
                at,
                what,
                format!("add `{id}` to the `actors` of the question, or drop the caption"),
            );
        } else if found.iter().any(|other| other.actor == *id) {
            fields.report(
                at,
                format!("`{id}` has a second caption"),
                "keep one: there is room for one beside an actor",
            );
        }
        found.push(caption);
    }
    found
}

fn caption(fields: &Fields<'_>) -> Caption {
    Caption {
        actor: fields.reference("actor"),
        text: fields.label("text", MOST_CAPTION),
        record: fields.reference("record"),
    }
}

/// The ids that lead here still.
fn formerly(fields: &Fields<'_>) -> Vec<String> {
    let ids = fields.opt_words_list("formerly");
    for id in &ids {
        fields.hold_new_id("formerly", id);
    }
    ids
}

fn points(fields: &Fields<'_>) -> Vec<Point> {
    let points = fields.each("point", "[[question.point]]", point);
    if !(FEWEST_POINTS..=MOST_POINTS).contains(&points.len()) {
        let count = match points.len() {
            0 => String::from("no points"),
            1 => String::from("only one point"),
            many => format!("{many} points"),
        };
        let what = format!("{} has {count}", fields.title());
        let mend = format!("give {FEWEST_POINTS} to {MOST_POINTS}, each under `[[question.point]]`");
        // A damaged head of a question gives its points to the question before it.
        fields.report_missing(fields.head(), what, mend);
    }
    points.into_iter().map(|point| point.value).collect()
}

fn point(fields: &Fields<'_>) -> Point {
    Point {
        id: fields.id(),
        text: fields.text("text"),
        evidence: fields.hedged_evidence(),
    }
}

fn actors<T: super::sorts::Id>(fields: &Fields<'_>) -> Vec<T> {
    let actors: Vec<T> = fields.references("actors");
    if actors.len() > MOST_ACTORS {
        let what = format!("`actors` names {}, and {MOST_ACTORS} is the most", actors.len());
        fields.report(
            fields.at("actors"),
            what,
            "keep those that the question is about; more cannot stand out on the map",
        );
    }
    actors
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_question_mark() {
        for (ask, lang) in [
            ("Who?", "en"),
            ("Who said “we closed it?”", "en"),
            ("Wer sagte: „Geschlossen?“", "de"),
            ("Qui a dit « fermé ? »", "fr"),
            ("چه کسی پل را بست؟", "fa"),
            ("誰が閉じた？", "ja"),
            ("Ποιος;", "el"),
            ("Ποιος\u{37e}", "el"),
            ("Ո՞վ ՞", "hy"),
        ] {
            assert!(is_question(ask, lang), "{ask}");
        }
    }

    #[test]
    fn anything_else_is_no_question() {
        for ask in ["", "It is so.", "Who said “why?” once.", "Who;", "?!."] {
            assert!(!is_question(ask, "en"), "{ask}");
        }
    }
}
