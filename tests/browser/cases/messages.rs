//! What the page and its host say to each other, and what neither may heed.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use super::embed::{enter, frame, heard, leave, settled_height};
use crate::host::Host;
use crate::manners::Manners;
use crate::reader::Reader;
use crate::wait::until;

const SEED: u32 = 20_240_229;
const N_FOREIGN: u32 = 200;

/// Sends a message from the host to the page in its first frame.
async fn tell(reader: &Reader<'_>, message: Value) -> Result<()> {
    let script = "frames[0].postMessage(arguments[0], '*')";
    reader.read(script, vec![message]).await
}

async fn tell_type(reader: &Reader<'_>, kind: &str, data: Value) -> Result<()> {
    tell(
        reader,
        json!({ "target": "throughline", "v": 1, "type": kind, "data": data }),
    )
    .await
}

async fn heard_of(reader: &Reader<'_>, kind: &str) -> Result<Vec<Value>> {
    let heard = heard(reader).await?.into_iter();
    Ok(heard
        .filter(|message| message["source"] == "throughline" && message["type"] == kind)
        .collect())
}

/// Says hello and waits for the height that answers it: whatever was said before has been taken up then.
async fn greet(reader: &Reader<'_>) -> Result<()> {
    let before = heard_of(reader, "height").await?.len();
    tell_type(reader, "hello", json!({})).await?;
    until("an answer to the host's hello", async || {
        let now = heard_of(reader, "height").await?.len();
        ensure!(now > before, "no height has come since");
        Ok(())
    })
    .await
}

pub(crate) async fn hello_and_theme_from_the_host_work(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let host = Host::start(&frame(&site.url("/"), "")).await?;
    reader.open(host.url()).await?;
    enter(reader).await?;
    leave(reader).await?;
    greet(reader).await?;
    for (theme, is_light) in [("dark", false), ("light", true)] {
        tell_type(reader, "theme", json!({ "theme": theme })).await?;
        enter(reader).await?;
        until(&format!("the theme {theme}"), async || {
            let (paper, _): (f64, f64) = reader.read(include_str!("../js/brightness.js"), vec![]).await?;
            ensure!((paper > 0.5) == is_light, "the paper has brightness {paper:.2}");
            Ok(())
        })
        .await?;
        reader.has_no_trouble().await?;
        leave(reader).await?;
    }
    Ok(())
}

pub(crate) async fn foreign_messages_change_nothing(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let sibling = "<iframe srcdoc=\"<p>Another frame</p>\" title=\"Another\"></iframe>";
    let host = Host::start(&format!("{}{sibling}", frame(&site.url("/"), ""))).await?;
    reader.open(host.url()).await?;
    enter(reader).await?;
    let before: Vec<String> = reader.read(include_str!("../js/look.js"), vec![]).await?;
    leave(reader).await?;
    let foreign = vec![json!(SEED), json!(N_FOREIGN)];
    let messages: Vec<Value> = reader.read(include_str!("../js/foreign.js"), foreign).await?;
    for message in &messages {
        tell(reader, message.clone()).await?;
    }
    // To a frame beside it the page does not listen at all, however good the message.
    reader.enter_frame(1).await?;
    let good = json!({ "target": "throughline", "v": 1, "type": "theme", "data": { "theme": "dark" } });
    for message in messages.iter().chain([&good]) {
        let script = "parent.frames[0].postMessage(arguments[0], '*')";
        reader.read::<()>(script, vec![message.clone()]).await?;
    }
    leave(reader).await?;
    greet(reader).await?;
    enter(reader).await?;
    let after: Vec<String> = reader.read(include_str!("../js/look.js"), vec![]).await?;
    ensure!(before == after, "{before:?} became {after:?}");
    reader.has_no_trouble().await
}

/// A page of somebody else with the loader, and room to scroll above and below the explainer.
pub(crate) async fn with_loader(reader: &Reader<'_>, page: &str, loader: &str) -> Result<Host> {
    let host = Host::start(&format!(
        r#"<div style="height:1500px"></div><div data-throughline="{page}"></div><div style="height:1500px"></div>
        <script async src="{loader}"></script>"#
    ))
    .await?;
    reader.open(host.url()).await?;
    let script = "document.querySelector('iframe')?.scrollIntoView({ behavior: 'instant' })";
    until("the loader's frame", async || {
        // The frame loads when it comes near, so it is brought there.
        reader.read::<()>(script, vec![]).await?;
        reader.first_shown("iframe").await
    })
    .await?;
    enter(reader).await?;
    leave(reader).await?;
    Ok(host)
}

/// Stands in for the app, which tells of its reader's step in this way, and hears whether the host takes it on.
const REVEAL: &str = "const options = { bubbles: true, cancelable: true };
    const target = document.querySelector('section[data-current] h2');
    return !target.dispatchEvent(new Event('throughline-reveal', options))";

pub(crate) async fn a_fitted_frame_has_its_host_scroll(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let _host = with_loader(reader, &site.url("/"), &site.url("/embed.js")).await?;
    settled_height(reader, "a frame as high as its page", |height| height > 200.0).await?;
    reader
        .read::<()>("scrollTo({ top: 1e6, behavior: 'instant' })", vec![])
        .await?;
    let taken = reveal(reader).await?;
    ensure!(taken, "the page did not leave it to the host");
    let before = until("the question in the host's window, and the page at rest", async || {
        let rest = include_str!("../js/rest.js");
        let rested: bool = reader.read_later(rest, vec![json!("iframe")]).await?;
        ensure!(rested, "the page still scrolls");
        let (top, window, scroll) = whereabouts(reader).await?;
        ensure!(
            top > 20.0 && top < 200.0,
            "its top is at {top} in a window of {window} px"
        );
        Ok(scroll)
    })
    .await?;
    // What is in view already moves nothing, wherever in the window it is.
    reader
        .read::<()>("scrollBy({ top: -150, behavior: 'instant' })", vec![])
        .await?;
    let before = before - 150.0;
    reveal(reader).await?;
    until("a second word of it", async || {
        let n_told = heard_of(reader, "reveal").await?.len();
        ensure!(n_told == 2, "{n_told} times");
        Ok(())
    })
    .await?;
    let rest = include_str!("../js/rest.js");
    let rested: bool = reader.read_later(rest, vec![json!("iframe")]).await?;
    ensure!(rested, "the page still scrolls");
    let after: f64 = reader.read("return scrollY", vec![]).await?;
    ensure!((before - after).abs() < 2.0, "it moved from {before} to {after}");
    Ok(())
}

/// The same with the app's own step: Next stands at the foot of a frame far higher than the host's window.
pub(crate) async fn a_step_in_a_fitted_frame_is_seen(reader: &Reader<'_>) -> Result<()> {
    a_step_is_seen_from(reader, "auto", 0.0).await
}

/// A host with a high bar says how much room it takes, as browsers heed it too.
pub(crate) async fn a_step_is_seen_below_the_bar_of_its_host(reader: &Reader<'_>) -> Result<()> {
    a_step_is_seen_from(reader, "150px", 140.0).await
}

async fn a_step_is_seen_from(reader: &Reader<'_>, padding: &str, least: f64) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let _host = with_loader(reader, &site.url("/"), &site.url("/embed.js")).await?;
    settled_height(reader, "a frame as high as its page", |height| height > 1200.0).await?;
    let script = "document.documentElement.style.scrollPaddingTop = arguments[0]";
    reader.read::<()>(script, vec![json!(padding)]).await?;
    enter(reader).await?;
    reader.becomes("ready").await?;
    reader.next().await?;
    let second = reader.story.questions.get(1).context("a second question")?;
    reader.stands_at(&second.id).await?;
    leave(reader).await?;
    until("the new question in the host's window", async || {
        let (top, window, _) = whereabouts(reader).await?;
        ensure!(
            top >= least && top < window / 2.0,
            "its top is at {top} in a window of {window} px"
        );
        Ok(())
    })
    .await
}

async fn reveal(reader: &Reader<'_>) -> Result<bool> {
    enter(reader).await?;
    let taken = reader.read(REVEAL, vec![]).await?;
    leave(reader).await?;
    Ok(taken)
}

/// Where the question is in the host's window, how high the window is, and how far it is scrolled.
async fn whereabouts(reader: &Reader<'_>) -> Result<(f64, f64, f64)> {
    let told = heard_of(reader, "reveal").await?;
    if told
        .last()
        .and_then(|message| message["data"]["top"].as_i64())
        .is_none()
    {
        bail!("no message of type `reveal` with a whole top has come")
    }
    enter(reader).await?;
    let script = "return document.querySelector('section[data-current] h2').getBoundingClientRect().top";
    let top: f64 = reader.read(script, vec![]).await?;
    leave(reader).await?;
    let script =
        "return [document.querySelector('iframe').getBoundingClientRect().top + arguments[0], innerHeight, scrollY]";
    reader.read(script, vec![json!(top)]).await
}

pub(crate) async fn a_frame_that_scrolls_by_itself_asks_for_nothing(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let host = Host::start(&frame(&site.url("/"), "")).await?;
    reader.open(host.url()).await?;
    let script = "document.querySelector('iframe').style.height = arguments[0]";
    // Neither before the host has said hello, though the frame is high enough, nor after it where the frame is low.
    reader.read::<()>(script, vec![json!("9000px")]).await?;
    let taken = reveal(reader).await?;
    ensure!(!taken, "the page left it to the host");
    reader.read::<()>(script, vec![json!("300px")]).await?;
    greet(reader).await?;
    let taken = reveal(reader).await?;
    ensure!(!taken, "the page left it to the host");
    greet(reader).await?;
    let told = heard_of(reader, "reveal").await.context("the host's ear")?;
    ensure!(told.is_empty(), "the host was told {told:?}");
    Ok(())
}
