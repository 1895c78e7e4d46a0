//! Reading without the app: no script at all, and a page that the browser has translated.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::manners::Manners;
use crate::reader::Reader;
use crate::wait::until;

pub(crate) async fn without_scripts_everything_can_be_read(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::scriptless()).await?;
    reader.open(&site.url("/")).await?;
    everything_is_there(reader).await
}

/// A policy stops scripts from running, but only a browser told to run none shows what is meant for such a browser.
pub(crate) async fn with_scripting_switched_off_everything_can_be_read(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::plain()).await?;
    let switch = async |off: bool| {
        reader
            .driver
            .cdp()
            .send_raw("Emulation.setScriptExecutionDisabled", json!({ "value": off }))
            .await
    };
    switch(true).await?;
    let result = async {
        reader.open(&site.url("/")).await?;
        everything_is_there(reader).await
    };
    let result = result.await;
    switch(false).await?;
    result
}

async fn everything_is_there(reader: &Reader<'_>) -> Result<()> {
    until("everything to be readable", async || reader.can_read_everything().await).await?;
    let app = reader.view().await?.app;
    ensure!(app == "static", "no script ran, and html has data-app=\"{app}\"");
    let pictures: u32 = reader
        .read(
            "return all('[data-view] svg, svg[data-view]').filter(shown).length",
            vec![],
        )
        .await?;
    ensure!(pictures >= 2, "{pictures} of the two pictures can be seen");
    // The fragment links of the list are what a reader has to move with.
    let last = &reader.story.questions.last().context("a question")?.id;
    reader.jumps_to(last).await
}

pub(crate) async fn a_translated_page_can_still_be_walked(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    reader.open_ready(&site.url("/")).await?;
    reader.stands_at(&reader.story.first()?.id).await?;
    reader.translate().await?;
    for question in &reader.story.questions[1..] {
        reader.next().await?;
        reader.has_stepped_to(&question.id).await?;
    }
    ensure!(
        reader.view().await?.app == "ready",
        "the app did not survive the translation"
    );
    reader.has_no_trouble().await
}
