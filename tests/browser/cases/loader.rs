//! What `embed.js` heeds of what frames say, where it makes one, takes one on, or makes none.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::embed::{enter, heard, leave, settled_height};
use super::heights::fits;
use super::messages::with_loader;
use crate::host::Host;
use crate::manners::Manners;
use crate::reader::{Reader, Viewport};
use crate::wait::until;

/// Tells the host a height, as the page does.
const SAY: &str =
    "parent.postMessage({ source: 'throughline', v: 1, story: 'x', type: 'height', data: arguments[0] }, '*')";

/// Another frame and the host itself tell a height.
async fn others_say_heights(reader: &Reader<'_>) -> Result<()> {
    // Another frame, after the loader's: engines do not count frames in the same order.
    let script = "const other = document.createElement('iframe');
        other.srcdoc = '<p>Another frame</p>';
        document.body.append(other)";
    reader.read::<()>(script, vec![]).await?;
    reader.enter_frame(1).await?;
    reader.read::<()>(SAY, vec![json!({ "height": 4321 })]).await?;
    leave(reader).await?;
    let script = SAY.replace("parent.", "window.");
    reader.read::<()>(&script, vec![json!({ "height": 4321 })]).await?;
    Ok(())
}

/// The loader's own frame tells what is no height, or tells it in words that are not the page's.
async fn its_own_frame_says_bad_heights(reader: &Reader<'_>) -> Result<()> {
    enter(reader).await?;
    for bad in [
        json!(50),
        json!(300_000),
        json!(600.5),
        json!("600"),
        json!(-5),
        Value::Null,
    ] {
        reader.read::<()>(SAY, vec![json!({ "height": bad })]).await?;
    }
    // Something else in the frame may say how high it is, in words of its own.
    for (of, other) in [
        ("source: 'throughline'", "source: 'other'"),
        ("v: 1", "v: 2"),
        ("type: 'height'", "type: 'size'"),
    ] {
        let script = SAY.replace(of, other);
        reader.read::<()>(&script, vec![json!({ "height": 4321 })]).await?;
    }
    Ok(())
}

pub(crate) async fn the_loader_heeds_only_good_heights_of_its_own_frame(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let _host = with_loader(reader, &site.url("/"), &site.url("/embed.js")).await?;
    let height = settled_height(reader, "a frame as high as its page", |height| height > 200.0).await?;
    others_say_heights(reader).await?;
    its_own_frame_says_bad_heights(reader).await?;
    leave(reader).await?;
    // A frame that has gone to another site is no longer the explainer.
    let script = "document.querySelector('iframe').srcdoc = '<p>Elsewhere</p>'";
    reader.read::<()>(script, vec![]).await?;
    until("the page elsewhere", async || {
        reader.try_frame(0).await?;
        let words: String = reader.read("return words(document.body)", vec![]).await?;
        ensure!(words == "Elsewhere", "the frame says {words}");
        Ok(())
    })
    .await?;
    reader.read::<()>(SAY, vec![json!({ "height": 4321 })]).await?;
    leave(reader).await?;
    until("all the heights to be heard", async || {
        let heard = heard(reader).await?;
        let foreign = heard.iter().filter(|message| message["story"] == "x").count();
        ensure!(foreign == 12, "{foreign} of 12 have come");
        Ok(())
    })
    .await?;
    let now: f64 = reader
        .read("return document.querySelector('iframe').clientHeight", vec![])
        .await?;
    ensure!((now - height).abs() < 1.0, "the frame went from {height} to {now} px");
    Ok(())
}

pub(crate) async fn the_loader_makes_no_frame_without_an_address(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let (page, loader) = (site.url("/"), site.url("/embed.js"));
    let host = Host::start(&format!(
        r#"<script>window.__said = []; console.error = (...words) => __said.push(words.map(String).join(" "));</script>
        <div data-throughline id="empty"></div><div data-throughline><iframe data-throughline title="Bare"></iframe></div>
        <div data-throughline="{page}" id="good"></div>
        <script async src="{loader}"></script><script defer src="{loader}"></script>"#
    ))
    .await?;
    reader.open(host.url()).await?;
    until("a frame where there is an address, and only there", async || {
        let script = "return ['#good iframe', '#empty iframe', 'iframe'].map((selector) => all(selector).length)";
        let counts: Vec<u32> = reader.read(script, vec![]).await?;
        ensure!(counts == [1, 0, 2], "frames: {counts:?}");
        let is_loaded: bool = reader.read("return document.readyState === 'complete'", vec![]).await?;
        ensure!(is_loaded, "the second loader has yet to come");
        Ok(())
    })
    .await?;
    let said: Vec<String> = reader.read("return window.__said", vec![]).await?;
    ensure!(said.len() == 2, "the console was told {said:?}");
    let is_clear = said.iter().all(|line| line.contains("data-throughline=\"https://"));
    ensure!(is_clear, "the console was told {said:?}");
    Ok(())
}

/// What an earlier loader left behind when a page was saved: the marks, a height of then, and no scrolling.
fn saved(origin: &str) -> String {
    format!(
        r#"<div data-throughline="{origin}/" data-throughline-mounted=""><iframe title="Explainer" src="{origin}/"
          style="width: 1px; min-width: 100%; border: 0px; display: block; height: 1234px;" scrolling="no"
          loading="lazy"></iframe><a href="{origin}/">The explainer</a></div>"#
    )
}

/// One frame, fitted, also after a step.
async fn is_taken_on(reader: &Reader<'_>) -> Result<()> {
    fits(reader).await?;
    enter(reader).await?;
    let second = reader.story.questions.get(1).context("a second question")?;
    reader
        .read::<()>("document.querySelector('[data-action=next]').click()", vec![])
        .await?;
    reader.stands_at(&second.id).await?;
    fits(reader).await?;
    let frames: u32 = reader.read("return all('iframe').length", vec![]).await?;
    ensure!(frames == 1, "there are {frames} frames");
    Ok(())
}

pub(crate) async fn a_frame_in_a_saved_page_is_taken_on(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let loader = site.url("/embed.js");
    reader
        .resize(Viewport {
            width: 420,
            height: 860,
        })
        .await?;
    let script = format!(r#"<script async src="{loader}"></script><p>The end.</p>"#);
    let host = Host::start(&format!("{}{script}", saved(site.origin()))).await?;
    reader.open(host.url()).await?;
    is_taken_on(reader).await.context("from an earlier loader")?;
    // What this loader leaves, put back as text: with the script still there, and in a page that runs it anew.
    let body: String = reader.read("return document.body.innerHTML", vec![]).await?;
    let script = "document.body.innerHTML = ''; document.body.innerHTML = arguments[0]";
    reader.read::<()>(script, vec![json!(body)]).await?;
    is_taken_on(reader).await.context("put back")?;
    let again = Host::start(&body).await?;
    reader.open(again.url()).await?;
    is_taken_on(reader).await.context("opened again")
}

pub(crate) async fn an_element_that_comes_late_gets_its_frame(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let (page, loader) = (site.url("/"), site.url("/embed.js"));
    let host = Host::start(&format!(
        r#"<div id="slot"></div><script async src="{loader}"></script>"#
    ))
    .await?;
    reader.open(host.url()).await?;
    until("the loader", async || {
        let is_loaded: bool = reader.read("return document.readyState === 'complete'", vec![]).await?;
        ensure!(is_loaded, "it has yet to come");
        Ok(())
    })
    .await?;
    let script = "document.querySelector('#slot').innerHTML = `<div data-throughline=\"${arguments[0]}\"></div>`";
    reader.read::<()>(script, vec![json!(page)]).await?;
    is_taken_on(reader).await
}

/// A script inside the element has the loader look around before the parser comes to the frame.
pub(crate) async fn a_frame_that_the_parser_has_yet_to_reach_is_taken_on(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let (page, loader) = (site.url("/"), site.url("/embed.js"));
    let host = Host::start(&format!(
        r#"<script src="{loader}"></script>
        <div data-throughline><script>0</script><iframe data-throughline src="{page}" title="The explainer"></iframe></div>"#
    ))
    .await?;
    reader.open(host.url()).await?;
    is_taken_on(reader).await
}
