//! A pinned date: how each tie of the map stands to it, and that one sees it.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;

use crate::find::MAP;
use crate::manners::Manners;
use crate::reader::Reader;
use crate::story::Tie;
use crate::wait::until;

/// How a tie is drawn.
#[derive(Debug, Deserialize)]
struct Drawn {
    id: String,
    state: String,
    label: String,
    shown: bool,
    opacity: f64,
    has_words: bool,
}

async fn ties(reader: &Reader<'_>) -> Result<Vec<Drawn>> {
    let script = "return all(`${arguments[0]} [data-tie]`).map((tie) => ({
        id: tie.dataset.tie, state: tie.dataset.state, label: tie.getAttribute('aria-label'), shown: shown(tie),
        opacity: Number(getComputedStyle(tie).opacity),
        has_words: all(`${arguments[0]} [data-label=\"${tie.dataset.tie}\"]`).some(shown),
    }))";
    reader.read(script, vec![json!(MAP)]).await
}

/// The first and the last year of a date of the story: without bound where it is open, none where it is not known.
fn years(date: &str) -> Result<[Option<i32>; 2]> {
    let year = |end: &str, open: i32| match end {
        ".." => Ok(Some(open)),
        "" => Ok(None),
        _ => anyhow::Ok(Some(end.get(..4).context("a year")?.parse()?)),
    };
    let (from, to) = date.split_once('/').unwrap_or((date, date));
    Ok([year(from, i32::MIN)?, year(to, i32::MAX)?])
}

/// Three years: early and in the middle of those that the dates of ties name, and after all of them.
fn years_to_ask(ties: &[Tie]) -> Result<[i32; 3]> {
    let mut named = Vec::new();
    for date in ties.iter().filter_map(|tie| tie.date.as_deref()) {
        named.extend(
            years(date)?
                .into_iter()
                .flatten()
                .filter(|year| year.unsigned_abs() < 10_000),
        );
    }
    named.sort_unstable();
    let last = named.last().context("no tie is dated")?;
    Ok([named[named.len() / 4], named[named.len() / 2], last + 1])
}

/// How a tie stands to a whole year, as the contract has it.
fn standing(date: Option<&str>, asof: i32) -> Result<&'static str> {
    let Some(date) = date else { return Ok("undated") };
    Ok(match years(date)? {
        [Some(from), _] if from > asof => "not-begun",
        [_, Some(to)] if to < asof => "over",
        [None, Some(to)] if to > asof => "perhaps",
        [Some(from), None] if from < asof => "perhaps",
        _ => "in-force",
    })
}

pub(crate) async fn at_a_pinned_date_each_tie_stands_as_its_dates_say(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let asked = years_to_ask(&reader.story.ties)?;
    let mut seen = BTreeSet::new();
    for question in &reader.story.questions {
        for asof in asked {
            reader
                .open_ready(&site.url(&format!("/#{}&asof={asof}", question.id)))
                .await?;
            let drawn = until(&format!("the ties of {} as of {asof}", question.id), async || {
                let drawn = ties(reader).await?;
                for tie in &drawn {
                    let date = reader.story.tie(&tie.id)?.date.as_deref();
                    let expected = standing(date, asof)?;
                    ensure!(tie.state == expected, "{date:?} is {expected}, and there is {tie:?}");
                }
                Ok(drawn)
            })
            .await?;
            for tie in drawn {
                looks_so(&tie, question.ties.contains(&tie.id))
                    .with_context(|| format!("{} as of {asof}", question.id))?;
                seen.insert(tie.state);
            }
        }
    }
    for state in ["in-force", "over", "not-begun"] {
        ensure!(seen.contains(state), "no tie was {state} in {asked:?}");
    }
    reader.has_no_trouble().await
}

fn looks_so(tie: &Drawn, is_asked: bool) -> Result<()> {
    match tie.state.as_str() {
        "not-begun" => ensure!(!tie.shown && !tie.has_words, "it shows before it began: {tie:?}"),
        "in-force" => ensure!(tie.opacity > 0.99 && (tie.shown || !is_asked), "it held: {tie:?}"),
        _ => {
            ensure!(
                tie.opacity < 0.8 && (tie.shown || !is_asked),
                "it does not step back: {tie:?}"
            );
            let word = tie.state.split('-').next().unwrap_or_default();
            ensure!(
                tie.label.to_lowercase().contains(word),
                "its name does not say so: {tie:?}"
            );
        }
    }
    Ok(())
}

pub(crate) async fn without_a_date_no_tie_steps_back(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    reader.open_ready(&site.url("/")).await?;
    for tie in ties(reader).await? {
        let expected = match reader.story.tie(&tie.id)?.date {
            Some(_) => "in-force",
            None => "undated",
        };
        ensure!(
            tie.state == expected && tie.opacity > 0.99,
            "{tie:?} is to be {expected}"
        );
        ensure!(
            !tie.label.ends_with("Undated."),
            "its name speaks of a date that nobody asked for: {tie:?}"
        );
    }
    reader.has_no_trouble().await
}
