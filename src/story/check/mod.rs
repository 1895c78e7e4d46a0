//! Reads a story file and makes a [`Story`] of it, or lists all its problems.
//!
//! What is read never stops at the first problem: a field that cannot be used
//! is told and replaced by an empty stand-in, so that the rest of its thing, and
//! what refers to it, is still checked. No stand-in gets out, since one problem
//! is enough to withhold the story.
//!
//! The order: `syntax` sees what of the file is damaged, `ids` collects
//! what can be named, `page`, `record`, `net` and `walk` read the tables
//! by means of `fields` and `values`, and `rules` holds the things against
//! each other. What the file cannot know, its folder and the day, is held by
//! `setting`; `stories` checks all the files of a site. Nothing here reads
//! files or clocks, or writes to a terminal.

mod calendar;
mod fields;
mod ids;
mod lines;
mod log;
mod names;
mod nearest;
mod net;
mod page;
mod reading;
mod record;
mod refs;
mod reserved;
mod rules;
mod setting;
mod sorts;
mod stories;
mod syntax;
mod values;
mod visible;
mod walk;

use std::collections::BTreeMap;

use toml::de::DeTable;

use super::Story;
use super::kinds::Verdict;
use super::problem::Problem;
use fields::{Fields, Placed};
use ids::Ids;
use log::Log;
pub use reserved::is_reserved;
use setting::Setting;
pub use stories::{Folder, Stories, Unread};
use syntax::Damage;

/// Checks the text of a story file by itself; `file` is the name shown in problems.
///
/// # Errors
/// All problems, sorted by their place in the file.
pub fn check(file: &str, source: &str) -> Result<Story, Vec<Problem>> {
    check_in(file, source, None)
}

/// As [`check`], and held against where the file lies and what day it is.
fn check_in(file: &str, source: &str, setting: Option<Setting<'_>>) -> Result<Story, Vec<Problem>> {
    let log = Log::new(file, source);
    let damage = Damage::find(source);
    let readable = damage.readable(source);
    let (tree, errors) = DeTable::parse_recoverable(&readable);
    for (at, what, mend) in syntax::repeats(&errors, &readable) {
        log.add(at, what, mend);
    }
    let tree = tree.get_ref();
    let ids = Ids::scan(tree, &damage, &log);
    let context = Context {
        log: &log,
        setting,
        ids,
        lang: lang(tree),
        sentences: sentences(tree),
        verdicts: verdicts(tree),
        actor_names: actor_names(tree),
    };
    let story = story(&context, tree);
    let problems = log.problems(&damage);
    match story {
        Some(story) if problems.is_empty() => Ok(story),
        _ => Err(problems),
    }
}

/// What is known of the whole file before its tables are read.
struct Context<'a> {
    log: &'a Log<'a>,
    setting: Option<Setting<'a>>,
    ids: Ids<'a>,
    /// The language of the text, as it stands in the file; empty when it cannot be read.
    lang: &'a str,
    /// Sentences in each paragraph; absent when they cannot be read, and then no locator is held against them.
    sentences: Option<Vec<u8>>,
    /// The verdict of each record note, which a reference to it takes over.
    verdicts: BTreeMap<&'a str, Verdict>,
    /// The full name of each actor under its short one.
    actor_names: BTreeMap<&'a str, &'a str>,
}

impl Context<'_> {
    /// Whether rules on English words can be held.
    fn is_english(&self) -> bool {
        self.lang == "en" || self.lang.starts_with("en-")
    }
}

fn story<'a>(context: &'a Context<'a>, tree: &'a DeTable<'a>) -> Option<Story> {
    let root = Fields::root(context, tree);
    let meta = root.one("story", "[story]", page::meta);
    let article = root.one("article", "[article]", page::article);
    let sides = root.each("side", "[[side]]", record::side);
    let sources = root.each("source", "[[source]]", record::source);
    let records = root.each("record", "[[record]]", record::record);
    let actors = root.each("actor", "[[actor]]", net::actor);
    let ties = root.each("tie", "[[tie]]", net::tie);
    let events = root.each("event", "[[event]]", net::event);
    let questions = root.each("question", "[[question]]", walk::question);
    let terms = root.each("term", "[[term]]", page::term);
    let about = root.each("about", "[[about]]", page::about);
    let changes = root.each("change", "[[change]]", page::change);
    root.close();
    for header in ["side", "actor", "question"] {
        root.want(header);
    }
    rules::hold(&sides, &actors, &ties, &events, &questions);
    reading::hold(meta.as_ref().and_then(Option::as_ref), &sources, &records);
    lines::hold(article.as_ref().and_then(Option::as_ref), &records, &questions);
    names::apart(&sides, &actors, &questions);
    context.ids.tell(context.log);
    Some(Story {
        meta: meta.flatten()?,
        article: article.flatten()?,
        sides: values(sides),
        sources: values(sources),
        records: values(records),
        actors: values(actors),
        ties: values(ties),
        events: values(events),
        questions: values(questions),
        terms: values(terms),
        about: values(about),
        changes: values(changes).into_iter().flatten().collect(),
    })
}

fn values<T>(placed: Vec<Placed<'_, T>>) -> Vec<T> {
    placed.into_iter().map(|placed| placed.value).collect()
}

/// Looks ahead at `[story] lang`, in silence.
fn lang<'a>(tree: &'a DeTable<'a>) -> &'a str {
    let story = tree.get("story").and_then(|story| story.get_ref().as_table());
    story.and_then(|story| string(story, "lang")).unwrap_or_default()
}

/// Looks ahead at `[article] sentences`, in silence: what is wrong with it is told when the article is read.
fn sentences(tree: &DeTable<'_>) -> Option<Vec<u8>> {
    let article = tree.get("article")?.get_ref().as_table()?;
    let counts = article.get("sentences")?.get_ref().as_array()?;
    let counts: Option<Vec<u8>> = counts
        .iter()
        .map(|count| values::whole_number(count.get_ref()))
        .collect();
    counts.filter(|counts| !counts.is_empty())
}

/// The words of a field, when it has words.
fn string<'a>(table: &'a DeTable<'a>, name: &str) -> Option<&'a str> {
    table.get(name).and_then(|value| value.get_ref().as_str())
}

/// Looks ahead at the names of the actors, in silence.
fn actor_names<'a>(tree: &'a DeTable<'a>) -> BTreeMap<&'a str, &'a str> {
    fields::tables(tree, "actor")
        .filter_map(|(actor, _)| Some((string(actor, "short")?, string(actor, "name")?)))
        .collect()
}

/// Looks ahead at the verdicts, in silence.
fn verdicts<'a>(tree: &'a DeTable<'a>) -> BTreeMap<&'a str, Verdict> {
    fields::tables(tree, "record")
        .filter_map(|(record, _)| Some((string(record, "id")?, Verdict::from_word(string(record, "verdict")?)?)))
        .collect()
}
