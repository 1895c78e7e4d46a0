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
//! each other. Nothing here reads files or writes to a terminal.

mod fields;
mod ids;
mod log;
mod nearest;
mod net;
mod page;
mod record;
mod refs;
mod reserved;
mod rules;
mod syntax;
mod values;
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
use syntax::Damage;

/// Checks the text of a story file; `file` is the name shown in problems.
///
/// # Errors
/// All problems, sorted by their place in the file.
pub fn check(file: &str, source: &str) -> Result<Story, Vec<Problem>> {
    let log = Log::new(file, source);
    let damage = Damage::find(source);
    let readable = damage.readable(source);
    let (tree, errors) = DeTable::parse_recoverable(&readable);
    syntax::tell_repeats(&errors, &readable, &log);
    let tree = tree.get_ref();
    let ids = Ids::scan(tree, &damage, &log);
    let context = Context {
        log: &log,
        ids,
        sentences: sentences(tree),
        verdicts: verdicts(tree),
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
    ids: Ids<'a>,
    /// Sentences in each paragraph; absent when they cannot be read, and then no locator is held against them.
    sentences: Option<Vec<u8>>,
    /// The verdict of each record note, which a reference to it takes over.
    verdicts: BTreeMap<&'a str, Verdict>,
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

/// Looks ahead at the verdicts, in silence.
fn verdicts<'a>(tree: &'a DeTable<'a>) -> BTreeMap<&'a str, Verdict> {
    let string = |table: &'a DeTable<'a>, name| table.get(name).and_then(|value| value.get_ref().as_str());
    fields::tables(tree, "record")
        .filter_map(|(record, _)| Some((string(record, "id")?, Verdict::from_word(string(record, "verdict")?)?)))
        .collect()
}
