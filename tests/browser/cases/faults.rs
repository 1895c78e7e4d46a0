//! A wasm file that is missing, broken or never comes, and a browser that knows no wasm: the page stays a page.

use std::time::Duration;

use anyhow::{Context, Result, ensure};

use crate::manners::{Manners, Wasm};
use crate::reader::Reader;
use crate::wait::{until, within};

pub(crate) async fn a_missing_wasm_file_leaves_the_page_readable(reader: &Reader<'_>) -> Result<()> {
    fails_readably(reader, Manners::with_fault(Wasm::Missing)).await
}

pub(crate) async fn a_broken_wasm_file_leaves_the_page_readable(reader: &Reader<'_>) -> Result<()> {
    fails_readably(reader, Manners::with_fault(Wasm::Truncated)).await
}

pub(crate) async fn a_browser_without_wasm_can_read_the_page(reader: &Reader<'_>) -> Result<()> {
    fails_readably(reader, Manners::without_wasm()).await
}

async fn fails_readably(reader: &Reader<'_>, manners: Manners) -> Result<()> {
    let site = reader.site(manners).await?;
    reader.open(&site.url("/")).await?;
    reader.becomes("failed").await?;
    says_so_in_one_line(reader).await?;
    until("everything to be readable", async || reader.can_read_everything().await).await?;
    let last = &reader.story.questions.last().context("a question")?.id;
    reader.jumps_to(last).await
}

pub(crate) async fn a_stalled_wasm_file_leaves_the_page_readable(reader: &Reader<'_>) -> Result<()> {
    let [first, .., last] = reader.story.questions.as_slice() else {
        anyhow::bail!("two questions are needed")
    };
    // While the file is awaited, the style sheet alone shows the question that a link names.
    let slow = reader.site(Manners::with_fault(Wasm::Stalled)).await?;
    reader.open(&slow.url("/")).await?;
    shows_only(reader, &first.id).await?;
    reader.follow_step(&last.id).await?;
    shows_only(reader, &last.id).await?;
    let notices = reader.view().await?.notices;
    ensure!(
        notices.is_empty(),
        "a notice is shown before anything has failed: {notices:?}"
    );
    // Once the page has waited long enough, it says so.
    let hurried = reader.site(Manners::with_fault(Wasm::Stalled).hurried()).await?;
    reader.open(&hurried.url("/")).await?;
    within(
        Duration::from_secs(30),
        "a notice that the file does not come",
        async || {
            ensure!(
                !reader.view().await?.notices.is_empty(),
                "there is no visible [data-notice]"
            );
            Ok(())
        },
    )
    .await?;
    says_so_in_one_line(reader).await?;
    reader.jumps_to(&last.id).await
}

async fn shows_only(reader: &Reader<'_>, id: &str) -> Result<()> {
    reader
        .sees(&format!("only {id}, by the style sheet"), |view| {
            ensure!(
                view.shown == [id],
                "the questions that can be seen are {:?}",
                view.shown
            );
            Ok(())
        })
        .await?;
    Ok(())
}

async fn says_so_in_one_line(reader: &Reader<'_>) -> Result<()> {
    until("one notice in one line", async || {
        let lines: Vec<u32> = reader.read(include_str!("../js/notice-lines.js"), vec![]).await?;
        ensure!(lines == [1], "the visible notices have {lines:?} lines");
        Ok(())
    })
    .await
}
