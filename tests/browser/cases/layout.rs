//! From a phone to a desk: nothing runs off the side, names can be read, controls can be hit.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::find::MAP;
use crate::manners::Manners;
use crate::reader::{Reader, Viewport};

pub(crate) async fn a_phone_needs_no_sideways_scrolling(reader: &Reader<'_>) -> Result<()> {
    fits(reader, Viewport::PHONE).await
}

pub(crate) async fn a_desk_needs_no_sideways_scrolling(reader: &Reader<'_>) -> Result<()> {
    fits(reader, Viewport::DESK).await
}

/// Walks every question in a window of this size and looks at the layout of each.
async fn fits(reader: &Reader<'_>, window: Viewport) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    reader.resize(window).await?;
    reader.open_ready(&site.url("/")).await?;
    let mut complaints = Vec::new();
    for (index, question) in reader.story.questions.iter().enumerate() {
        if index > 0 {
            reader
                .next()
                .await
                .with_context(|| format!("on the way to {}", question.id))?;
        }
        reader.stands_at(&question.id).await?;
        reader
            .comes_to_rest(&format!("{MAP} [data-actor][data-focus]"))
            .await
            .with_context(|| format!("at {}", question.id))?;
        let found: Vec<String> = reader.read(include_str!("../js/layout.js"), vec![]).await?;
        complaints.extend(
            found
                .into_iter()
                .map(|complaint| format!("{}: {complaint}", question.id)),
        );
    }
    ensure!(
        complaints.is_empty(),
        "{} complaints\n  {}",
        complaints.len(),
        complaints.join("\n  ")
    );
    reader.has_no_trouble().await
}

/// Forty-seven letters in every text that a story gives, wherever it stands.
pub(crate) async fn no_word_is_too_long_for_a_phone(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = reader.story.busy()?;
    reader.resize(Viewport::PHONE).await?;
    reader
        .open_ready(&site.url(&format!("/#{}&actor={}", busy.id, busy.actors[0])))
        .await?;
    reader.comes_to_rest(MAP).await?;
    let script = include_str!("../js/long-words.js");
    let changed: usize = reader.read(script, vec![json!("Donau".repeat(10).get(..47))]).await?;
    let story = reader.story;
    let things = story.actors.len() + story.ties.len() + story.events.len() + story.sources.len();
    ensure!(
        changed > things,
        "{changed} texts were changed, and there are {things} things"
    );
    for action in ["show-map", "show-timeline", "all"] {
        reader.click(&format!(r#"[data-action="{action}"]"#)).await?;
        let too_wide: Vec<String> = reader.read(include_str!("../js/too-wide.js"), vec![]).await?;
        ensure!(
            too_wide.is_empty(),
            "after {action} over the edge:\n  {}",
            too_wide.join("\n  ")
        );
    }
    let shown = reader.view().await?.shown;
    ensure!(shown.len() == story.questions.len(), "of all questions {shown:?} show");
    reader.has_no_trouble().await
}

pub(crate) async fn buttons_zoom_and_show_the_whole_map(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    reader.open_ready(&site.url("/")).await?;
    let everyone = format!("{MAP} [data-actor]");
    let zoom = async |action: &str| -> Result<f64> {
        reader.click(&format!(r#"[data-action="{action}"]"#)).await?;
        reader.comes_to_rest(&everyone).await?;
        reader.read(include_str!("../js/spread.js"), vec![]).await
    };
    let whole = zoom("whole-map").await?;
    let outside: Vec<String> = reader.read(include_str!("../js/outside-map.js"), vec![]).await?;
    ensure!(outside.is_empty(), "the whole map leaves out {outside:?}");
    let near = zoom("zoom-in").await?;
    ensure!(
        near > whole * 1.05,
        "zooming in took the actors from {whole:.0} to {near:.0} px apart"
    );
    let far = zoom("zoom-out").await?;
    ensure!(
        far < near / 1.05,
        "zooming out took the actors from {near:.0} to {far:.0} px apart"
    );
    reader.has_no_trouble().await
}

/// The sum of the layout shifts that Chromium has seen; there is to be none, wherever a link leads.
pub(crate) async fn nothing_shifts_while_the_page_comes_alive(reader: &Reader<'_>) -> Result<()> {
    let story = reader.story;
    let (first, busy) = (story.first()?, story.busy()?);
    let mut others = story.questions.iter().flat_map(|question| &question.actors);
    let actor = others
        .find(|id| !first.actors.contains(id))
        .context("the first question concerns every actor")?;
    for window in [Viewport::DESK, Viewport::PHONE] {
        // A tie's row stands lower in the lists: what folds above it is seen to move.
        let things = [&busy.id, actor, &busy.ties[0]].map(|id| format!("/#{id}"));
        for place in ["/".to_owned()].into_iter().chain(things) {
            let site = reader.site(Manners::watched()).await?;
            reader.resize(window).await?;
            reader.open_ready(&site.url(&place)).await?;
            reader.comes_to_rest(MAP).await?;
            let shifts: Vec<String> = reader.read_later(include_str!("../js/shifts.js"), vec![]).await?;
            ensure!(
                shifts.is_empty(),
                "at {place} in a window of {} px\n  {}",
                window.width,
                shifts.join("\n  ")
            );
        }
    }
    Ok(())
}
