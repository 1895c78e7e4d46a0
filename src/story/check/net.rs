//! Reads the net and the timeline: `[[actor]]`, `[[tie]]`, `[[event]]`.

use super::super::date::When;
use super::super::ids::ActorId;
use super::super::kinds::{Kind, TIE_TYPES};
use super::super::{Actor, Event, Tie};
use super::fields::Fields;
use super::record::MOST_TITLE;

const MOST_NAME: usize = 40;
const MOST_SHORT: usize = 22;
const MOST_LABEL: usize = 24;

/// `[[actor]]`
pub(super) fn actor(fields: &Fields<'_>) -> Actor {
    Actor {
        id: fields.id(),
        name: fields.label("name", MOST_NAME),
        takes_the: fields.opt_flag("the").unwrap_or(false),
        short: fields.label("short", MOST_SHORT),
        also: fields.opt_words_list("also"),
        kind: fields.choice("kind", Kind::ALL, Kind::word),
        side: fields.reference("side"),
        role: fields.text("role"),
        evidence: fields.evidence(),
        time: fields.opt_when("time"),
    }
}

/// `[[tie]]`
pub(super) fn tie(fields: &Fields<'_>) -> Tie {
    let id = fields.id();
    let (from, to): (ActorId, ActorId) = (fields.reference("from"), fields.reference("to"));
    let (verb, label) = (verb(fields), fields.opt_label("label", MOST_LABEL));
    let kind = fields.choice("type", TIE_TYPES, |word| word).to_owned();
    let date = fields.opt_when("date");
    let inferred = inferred(fields, date.as_ref());
    let directed = fields.opt_flag("directed").unwrap_or(true);
    let (evidence, text) = (fields.hedged_evidence(), fields.opt_text("text"));
    let rivals = fields.opt_references("rivals");
    if from == to && !from.as_str().is_empty() {
        let what = format!("{} ties `{from}` to itself", fields.title());
        fields.report(fields.at("to"), what, "name another actor at one of the ends");
    }
    Tie {
        id,
        from,
        to,
        verb,
        label,
        kind,
        date,
        inferred,
        directed,
        evidence,
        text,
        rivals,
    }
}

/// The verb stands between two names, and the page adds the full stop.
fn verb(fields: &Fields<'_>) -> String {
    let verb = fields.words("verb");
    if verb.ends_with(['.', '!', '?']) {
        let mend = "drop the mark: `<from> <verb> <to>.` must read as a sentence";
        fields.report(
            fields.at("verb"),
            format!("the verb `{verb}` ends like a sentence"),
            mend,
        );
    }
    verb
}

/// What in the date is inferred; to be told of each date that is uncertain.
fn inferred(fields: &Fields<'_>, date: Option<&When>) -> Option<String> {
    let inferred = fields.opt_words("inferred");
    if let (Some(date), None) = (date.filter(|date| date.is_uncertain()), &inferred) {
        let what = format!("the date `{}` is uncertain, and nothing says why", date.edtf());
        fields.report(
            fields.at("date"),
            what,
            "add `inferred = \"…\"`: what in the date is inferred, and how",
        );
    }
    if inferred.is_some() && !fields.has("date") {
        let what = format!("{} has `inferred`, and no `date`", fields.title());
        fields.report(fields.at("inferred"), what, "add the `date`, or drop `inferred`");
    }
    inferred
}

/// `[[event]]`
pub(super) fn event(fields: &Fields<'_>) -> Event {
    let (id, title) = (fields.id(), fields.label("title", MOST_TITLE));
    let (date, when) = (fields.opt_when("date"), fields.opt_words("when"));
    let inferred = inferred(fields, date.as_ref());
    hold_time(fields);
    let (actors, evidence, text) = (
        fields.references("actors"),
        fields.hedged_evidence(),
        fields.text("text"),
    );
    Event {
        id,
        title,
        date,
        when,
        inferred,
        actors,
        evidence,
        text,
    }
}

/// An event has a date, or says in words what is known of its time: never both, never neither.
fn hold_time(fields: &Fields<'_>) {
    match (fields.has("date"), fields.has("when")) {
        (true, true) => {
            let what = format!("{} has both `date` and `when`", fields.title());
            fields.report(
                fields.at("when"),
                what,
                "keep `date`; `when` is for an event without a date",
            );
        }
        (false, false) => {
            let what = format!("{} has neither `date` nor `when`", fields.title());
            fields.report(
                fields.at("date"),
                what,
                "add `date = \"…\"`, or `when = \"…\"`: what the article does say of the time",
            );
        }
        _ => {}
    }
}
