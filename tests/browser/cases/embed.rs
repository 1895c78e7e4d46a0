//! In a page of somebody else: plain, sandboxed, and with the loader.

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::find::{NEXT, View, question};
use crate::host::Host;
use crate::manners::Manners;
use crate::reader::Reader;
use crate::wait::until;

/// A frame as an editor would paste it.
pub(super) fn frame(address: &str, more: &str) -> String {
    format!(r#"<iframe src="{address}" title="The explainer" width="100%" height="500" {more}></iframe>"#)
}

/// Goes into the only frame of the page and waits until what is in it has come alive.
pub(super) async fn enter(reader: &Reader<'_>) -> Result<View> {
    until("the page in the frame to come alive", async || {
        reader.try_frame(0).await?;
        let view = reader.view().await?;
        ensure!(
            view.app == "ready",
            "html has data-app=\"{}\", and trouble was {:?}",
            view.app,
            view.trouble
        );
        Ok(view)
    })
    .await
}

pub(super) async fn leave(reader: &Reader<'_>) -> Result<()> {
    reader.leave_frame().await
}

pub(super) async fn is_embedded(reader: &Reader<'_>) -> Result<()> {
    let marked: bool = reader
        .read("return document.documentElement.hasAttribute('data-embed')", vec![])
        .await?;
    ensure!(marked, "html has no data-embed in a frame");
    Ok(())
}

pub(crate) async fn a_plain_frame_can_be_read_and_scrolled(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let host = Host::start(&frame(&site.url("/"), "")).await?;
    reader.open(host.url()).await?;
    enter(reader).await?;
    is_embedded(reader).await?;
    reader.stands_at(&reader.story.first()?.id).await?;
    reader.next().await?;
    reader.stands_at(&reader.story.questions[1].id).await?;
    until("the frame to scroll by itself", async || {
        let script = "scrollTo(0, 200); return [scrollY, document.documentElement.scrollHeight, innerHeight]";
        let (y, content, frame): (f64, f64, f64) = reader.read(script, vec![]).await?;
        ensure!(
            y > 0.0,
            "scrolled to {y} in a document of {content} px in a frame of {frame} px"
        );
        Ok(())
    })
    .await?;
    reader.has_no_trouble().await?;
    leave(reader).await?;
    says_only_what_it_may(&heard(reader).await?)
}

/// Before the host says hello, a page says that it is ready, its height, and what went wrong.
fn says_only_what_it_may(heard: &[Value]) -> Result<()> {
    let ours = heard.iter().filter(|message| message["source"] == "throughline");
    for message in ours {
        let kind = message["type"].as_str().unwrap_or_default();
        ensure!(
            ["ready", "height", "error"].contains(&kind),
            "before any hello the host was told {message}"
        );
        ensure!(message["v"] == 1, "a message without its version: {message}");
    }
    Ok(())
}

pub(super) async fn heard(reader: &Reader<'_>) -> Result<Vec<Value>> {
    reader.read("return window.__heard", vec![]).await
}

pub(crate) async fn a_sandboxed_frame_comes_alive(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched().naming_its_origin()).await?;
    let host = Host::start(&frame(&site.url("/"), r#"sandbox="allow-scripts""#)).await?;
    reader.open(host.url()).await?;
    enter(reader).await?;
    is_embedded(reader).await?;
    let second = &reader.story.questions[1].id;
    reader.next().await?;
    reader.stands_at(second).await?;
    let busy = reader.story.busy()?;
    reader.has_no_trouble().await?;
    // The address counts in an opaque origin too.
    let deep = Host::start(&frame(
        &site.url(&format!("/#{}", busy.id)),
        r#"sandbox="allow-scripts""#,
    ))
    .await?;
    reader.open(deep.url()).await?;
    enter(reader).await?;
    reader.stands_at(&busy.id).await?;
    reader.has_no_trouble().await
}

/// A host that has isolated itself shows only what says that it may be shown there.
pub(crate) async fn a_host_that_isolates_itself_shows_the_explainer(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let (page, loader) = (site.url("/"), site.url("/embed.js"));
    let host = Host::start_with(
        &format!(r#"<div data-throughline="{page}"></div><script async src="{loader}"></script>"#),
        &[("Cross-Origin-Embedder-Policy", "require-corp")],
    )
    .await?;
    reader.open(host.url()).await?;
    enter(reader).await?;
    reader.has_no_trouble().await?;
    leave(reader).await?;
    settled_height(reader, "a frame as high as its page", |height| height > 200.0).await?;
    Ok(())
}

/// The height a page last gave in our own message, and the height of its frame.
#[derive(Debug, Deserialize)]
struct Heights {
    said: Option<f64>,
    frame: f64,
}

pub(super) async fn settled_height(reader: &Reader<'_>, what: &str, fits: impl Fn(f64) -> bool) -> Result<f64> {
    until(what, async || {
        let heights: Heights = reader.read(include_str!("../js/heights.js"), vec![]).await?;
        let Some(said) = heights.said else {
            bail!("no message of type `height` has come; the frame is {heights:?}")
        };
        ensure!(
            said.fract() == 0.0 && said > 0.0,
            "the height is no whole number: {said}"
        );
        ensure!(
            (said - heights.frame).abs() <= 1.0,
            "the page says {said} px, the frame has {} px",
            heights.frame
        );
        ensure!(fits(said), "it is {said} px");
        Ok(said)
    })
    .await
}

pub(crate) async fn the_loader_gives_the_frame_its_height(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = &reader.story.busy()?.id;
    let (page, loader) = (site.url("/"), site.url("/embed.js"));
    let host = Host::start(&format!(
        r#"<div id="column" style="width:700px"><div data-throughline="{page}" data-theme="dark" data-start="{busy}"></div>
        <script async src="{loader}"></script></div>"#
    ))
    .await?;
    reader.open(host.url()).await?;
    enter(reader).await?;
    // The running app shows more of the record: the frame is higher from then on.
    reader.becomes("ready").await?;
    is_embedded(reader).await?;
    reader
        .stands_at(busy)
        .await
        .context("data-start names the first step")?;
    let theme: String = reader
        .read("return new URLSearchParams(location.search).get('theme') ?? ''", vec![])
        .await?;
    ensure!(
        theme == "dark",
        "data-theme=\"dark\" reached the page as theme `{theme}`"
    );
    // What the app fills in once it is ready comes above this.
    reader.comes_to_rest(&format!("{} {NEXT}", question(busy))).await?;
    leave(reader).await?;
    keeps_its_height(reader).await?;
    reader.has_no_trouble().await
}

/// The frame follows its column, and leaves nothing to scroll.
async fn keeps_its_height(reader: &Reader<'_>) -> Result<()> {
    let wide = settled_height(reader, "a frame as high as its page", |height| height > 200.0).await?;
    set_column(reader, 340).await?;
    settled_height(reader, "a higher frame in a narrower column", |height| {
        height > wide + 40.0
    })
    .await?;
    set_column(reader, 700).await?;
    settled_height(reader, &format!("the frame to shrink again to {wide}"), |height| {
        (height - wide).abs() <= 2.0
    })
    .await?;
    enter(reader).await?;
    let (content, inside): (f64, f64) = reader
        .read("return [document.documentElement.scrollHeight, innerHeight]", vec![])
        .await?;
    ensure!(
        content <= inside + 1.0,
        "the frame still scrolls: {content} px of page in {inside} px"
    );
    Ok(())
}

/// The page that ships beside the site to show how it looks in an article.
pub(crate) async fn the_example_page_shows_the_explainer(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    reader.open(&site.url("/embed/")).await?;
    let script = "document.querySelector('iframe')?.scrollIntoView({ block: 'center', behavior: 'instant' })";
    until("a frame in the example page", async || {
        // The frame loads when it comes near, so it is brought there.
        reader.read::<()>(script, vec![]).await?;
        reader.first_shown("iframe").await
    })
    .await?;
    enter(reader).await?;
    is_embedded(reader).await?;
    reader.next().await?;
    reader.stands_at(&reader.story.questions[1].id).await?;
    reader.has_no_trouble().await.context("in the frame")?;
    leave(reader).await?;
    reader.has_no_trouble().await.context("in the example page")
}

async fn set_column(reader: &Reader<'_>, width: u32) -> Result<()> {
    let script = "document.querySelector('#column').style.width = `${arguments[0]}px`";
    reader.read(script, vec![json!(width)]).await
}

pub(crate) async fn a_page_in_pyms_frame_tells_its_height(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let address = site.url("/?initialWidth=700&childId=graphic-1&parentTitle=Host");
    let host = Host::start(&frame(&address, "")).await?;
    reader.open(host.url()).await?;
    enter(reader).await?;
    leave(reader).await?;
    until("the height as pym sends it", async || {
        let heard = heard(reader).await?;
        let said = heard.iter().filter_map(Value::as_str);
        let mut heights = said.filter_map(|text| text.strip_prefix("pymxPYMxgraphic-1xPYMxheightxPYMx"));
        ensure!(
            heights.any(|height| height.parse::<f64>().is_ok_and(|height| height > 100.0)),
            "heard {heard:?}"
        );
        Ok(())
    })
    .await
}
