//! Reads the tables about the page and the article: `[story]`, `[article]`,
//! `[[term]]`, `[[about]]`, `[[change]]`.

use super::super::text::Text;
use super::super::{About, Article, Change, Meta, Term};
use super::fields::Fields;
use super::setting;
use super::values::whole_number;

/// It stands beside the headline, on one line with it where there is room.
const MOST_TOPIC: usize = 60;

/// `[story]`
pub(super) fn meta(fields: &Fields<'_>) -> Option<Meta> {
    let slug = fields.words("slug");
    fields.hold_id("slug", &slug);
    setting::hold_slug(fields, &slug);
    let (lang, headline, kicker) = (language(fields), fields.words("headline"), fields.words("kicker"));
    let (topic, standfirst) = (fields.opt_label("topic", MOST_TOPIC), fields.text("standfirst"));
    let (checked, reaches) = (fields.one_date("checked"), fields.one_date("reaches"));
    let note = fields.text("note");
    explain_headline(fields, &headline, &standfirst);
    if let (Some(checked), Some(reaches)) = (&checked, &reaches)
        && checked.latest() < reaches.earliest()
    {
        let what = format!(
            "`reaches`, `{}`, is after `checked`, `{}`",
            reaches.edtf(),
            checked.edtf()
        );
        let mend = "give in `reaches` the date of the newest page that was read, and in `checked` the day of reading";
        fields.report(fields.at("reaches"), what, mend);
    }
    setting::hold_day(fields, "checked", checked.as_ref());
    Some(Meta {
        slug,
        lang,
        headline,
        kicker,
        topic,
        standfirst,
        checked: checked?,
        reaches: reaches?,
        note,
    })
}

/// What the headline abbreviates is explained right under it: who opens the page learns at once whom it is about.
fn explain_headline(fields: &Fields<'_>, headline: &str, standfirst: &Text) {
    let standfirst = standfirst.plain();
    let is_abbreviation = |word: &&str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    let words = headline.split(|letter: char| !letter.is_alphanumeric());
    for word in words.filter(is_abbreviation) {
        let Some(name) = fields.context.actor_names.get(word) else {
            continue;
        };
        if !standfirst.contains(name) {
            let what = format!("the headline says `{word}`, and the standfirst does not say who that is");
            let mend = format!("write `{name}` into the standfirst, with a word or two on who that is");
            fields.report(fields.at("standfirst"), what, mend);
        }
    }
}

/// A tag such as `en` or `pt-BR`.
fn language(fields: &Fields<'_>) -> String {
    let lang = fields.words("lang");
    let mut parts = lang.split('-');
    let first = parts
        .next()
        .is_some_and(|part| matches!(part.len(), 2..=3) && part.bytes().all(|b| b.is_ascii_lowercase()));
    let rest = parts.all(|part| matches!(part.len(), 2..=8) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    let tag = first && rest;
    if !tag && !lang.is_empty() {
        fields.report(
            fields.at("lang"),
            format!("`{lang}` is no language tag"),
            "write it as in `en` or `pt-BR` (BCP 47)",
        );
    }
    lang
}

/// `[article]`
pub(super) fn article(fields: &Fields<'_>) -> Option<Article> {
    let (title, author, outlet) = (fields.words("title"), fields.words("author"), fields.words("outlet"));
    let (date, note, source) = (fields.one_date("date"), fields.text("note"), fields.reference("source"));
    let sentences = sentences(fields);
    Some(Article {
        title,
        author,
        outlet,
        date: date?,
        note,
        source,
        sentences,
    })
}

fn sentences(fields: &Fields<'_>) -> Vec<u8> {
    let counts = fields.some("sentences", "[1, 2, 5]");
    let read = counts.iter().map(|count| {
        let number = whole_number(count.get_ref());
        if number.is_none() {
            let what = "a number of sentences is a whole number from 1 to 255";
            fields.report(
                count.span().start,
                what,
                "count the sentences of the paragraph, and of the headline first",
            );
        }
        number.unwrap_or_default()
    });
    read.collect()
}

/// `[[term]]`
pub(super) fn term(fields: &Fields<'_>) -> Term {
    Term {
        id: fields.id(),
        term: fields.words("term"),
        text: fields.text("text"),
    }
}

/// `[[about]]`
pub(super) fn about(fields: &Fields<'_>) -> About {
    About {
        title: fields.words("title"),
        text: fields.texts("text"),
    }
}

/// `[[change]]`
pub(super) fn change(fields: &Fields<'_>) -> Option<Change> {
    let (date, text) = (fields.one_date("date"), fields.text("text"));
    setting::hold_day(fields, "date", date.as_ref());
    Some(Change { date: date?, text })
}
