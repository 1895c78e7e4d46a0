//! axe-core over every question, in light and dark.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::cases::NotRun;
use crate::manners::Manners;
use crate::reader::Reader;

#[derive(Debug, Deserialize)]
struct Violation {
    id: String,
    impact: Option<String>,
    help: String,
    targets: Vec<String>,
}

pub(crate) async fn axe_finds_nothing_serious_in_light(reader: &Reader<'_>) -> Result<()> {
    every_question(reader, "light").await
}

pub(crate) async fn axe_finds_nothing_serious_in_dark(reader: &Reader<'_>) -> Result<()> {
    every_question(reader, "dark").await
}

async fn every_question(reader: &Reader<'_>, theme: &str) -> Result<()> {
    let path = reader
        .settings
        .axe
        .as_ref()
        .ok_or(NotRun("THROUGHLINE_AXE does not name axe.min.js"))?;
    let axe = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let site = reader.site(Manners::plain()).await?;
    // The same fault on every question is told once, with the places where it was found.
    let mut serious: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for place in places(reader)? {
        reader
            .open_ready(&site.url(&format!("/?theme={theme}#{place}")))
            .await?;
        reader
            .driver
            .execute(axe.as_str(), vec![])
            .await
            .context("axe does not load")?;
        let found: Vec<Violation> = reader.read_later(include_str!("../js/axe.js"), vec![]).await?;
        for violation in found.iter().filter(|violation| is_serious(violation)) {
            serious.entry(told(violation)).or_default().push(place.clone());
        }
    }
    let told: Vec<String> = serious
        .iter()
        .map(|(fault, places)| format!("{fault}\n    at {}", places.join(", ")))
        .collect();
    ensure!(
        told.is_empty(),
        "axe found {} in {theme}\n  {}",
        told.len(),
        told.join("\n  ")
    );
    Ok(())
}

/// Every question, and one place with an open detail, which no question shows by itself.
fn places(reader: &Reader<'_>) -> Result<Vec<String>> {
    let questions = reader.story.questions.iter().map(|question| question.id.clone());
    let busy = reader.story.busy()?;
    let detail = format!("{}&actor={}", busy.id, busy.actors[0]);
    Ok(questions.chain([detail]).collect())
}

fn is_serious(violation: &Violation) -> bool {
    matches!(violation.impact.as_deref(), Some("serious" | "critical"))
}

fn told(violation: &Violation) -> String {
    let impact = violation.impact.as_deref().unwrap_or_default();
    format!(
        "{} ({impact}): {}\n    {}",
        violation.id,
        violation.help,
        violation.targets.join("\n    ")
    )
}
