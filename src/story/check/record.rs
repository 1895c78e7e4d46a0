//! Reads the sides and the public record: `[[side]]`, `[[source]]`, `[[record]]`.

use super::super::ids::SourceId;
use super::super::kinds::{Tint, Verdict};
use super::super::{Record, Side, Source};
use super::fields::Fields;

/// The labels of the timeline.
pub(super) const MOST_TITLE: usize = 48;

/// The titles of the regions on the map.
const MOST_SIDE_NAME: usize = 32;

/// `[[side]]`
pub(super) fn side(fields: &Fields<'_>) -> Side {
    Side {
        id: fields.id(),
        name: fields.label("name", MOST_SIDE_NAME),
        tint: fields.choice("color", Tint::ALL, Tint::word),
    }
}

/// `[[source]]`
pub(super) fn source(fields: &Fields<'_>) -> Source {
    let (id, publisher, title): (SourceId, _, _) = (fields.id(), fields.words("publisher"), fields.words("title"));
    let (date, url) = (fields.opt_when("date"), address(fields));
    let (independent, party) = standing(fields);
    let (origin, note) = (fields.opt_words("origin"), fields.opt_words("note"));
    let origin = origin.unwrap_or_else(|| id.to_string());
    Source {
        id,
        publisher,
        title,
        date,
        url,
        independent,
        party,
        origin,
        note,
    }
}

fn address(fields: &Fields<'_>) -> String {
    let url = fields.words("url");
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
        .unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if !url.is_empty() && (host.is_empty() || url.contains(|letter: char| letter.is_whitespace() || letter == '"')) {
        let mend = "give the whole address of the page, beginning with `https://` or `http://`, without spaces";
        fields.report(fields.at("url"), format!("`{url}` is no address of a web page"), mend);
    }
    url
}

/// Whether the source is independent, and which party it is when it is not.
fn standing(fields: &Fields<'_>) -> (bool, Option<String>) {
    fields.need_as("independent", || {
        String::from("add `independent = true`, or `false` for a party to the dispute")
    });
    let (independent, party) = (fields.opt_flag("independent"), fields.opt_words("party"));
    match (independent, &party) {
        (Some(false), None) => {
            let what = format!("{} is not independent, and has no `party`", fields.title());
            fields.report(fields.at("independent"), what, "add `party = \"…\"`: who speaks");
        }
        (Some(true), Some(_)) => {
            let what = format!("{} is independent, and has a `party`", fields.title());
            fields.report(fields.at("party"), what, "drop `party`, or write `independent = false`");
        }
        _ => {}
    }
    (independent.unwrap_or_default(), party)
}

/// `[[record]]`
pub(super) fn record(fields: &Fields<'_>) -> Record {
    let (id, title) = (fields.id(), fields.label("title", MOST_TITLE));
    let verdict = fields.choice("verdict", Verdict::ALL, Verdict::word);
    // With a verdict that cannot be read, nothing is known of what else the note needs.
    let known = fields.string_is("verdict", verdict.word());
    let (date, text) = (fields.opt_when("date"), fields.text("text"));
    let sources = fields.opt_references("sources");
    let checked = fields.opt_words("checked");
    match (known, verdict) {
        (false, _) => {}
        (true, Verdict::NotFound) => hold_search(fields),
        (true, _) => hold_finding(fields),
    }
    Record {
        id,
        title,
        verdict,
        date,
        text,
        sources,
        checked,
    }
}

fn hold_search(fields: &Fields<'_>) {
    if !fields.has_members("sources") && !fields.has("checked") {
        let what = format!("{} has neither `sources` nor `checked`", fields.title());
        fields.report(
            fields.at("sources"),
            what,
            "add `checked = \"…\"`: what was searched, or a source",
        );
    }
}

fn hold_finding(fields: &Fields<'_>) {
    if !fields.has_members("sources") {
        let what = format!("{} has no source", fields.title());
        fields.report(
            fields.at("sources"),
            what,
            "add `sources = [\"…\"]`; only a note of verdict `not-found` may go without",
        );
    }
    if !fields.has("date") {
        let what = format!("{} has no `date`", fields.title());
        fields.report(
            fields.at("date"),
            what,
            "add `date = \"…\"`: when it happened; only a note of verdict `not-found` may go without",
        );
    }
    if fields.has("checked") {
        let what = format!("{} has `checked`, and its verdict is not `not-found`", fields.title());
        fields.report(
            fields.at("checked"),
            what,
            "drop `checked`: it tells what was searched when nothing was found",
        );
    }
}
