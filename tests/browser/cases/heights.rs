//! The host's style has the last word on how high a frame is: what it leaves out of sight can be scrolled to.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use super::embed::{enter, frame, leave};
use super::map::touch;
use crate::host::Host;
use crate::manners::Manners;
use crate::reader::Reader;
use crate::wait::until;

/// Style sheets of hosts that give a frame less than it asks for, each with what it is.
const STYLES: [(&str, &str); 6] = [
    ("an important height", "iframe { height: 400px !important }"),
    ("a largest height", "iframe { max-height: 80vh }"),
    (
        "a wrapper for videos",
        ".wrapper { position: relative; height: 0; padding-bottom: 56.25% }
         .wrapper iframe { position: absolute; inset: 0; width: 100%; height: 100% }",
    ),
    (
        "a wrapper for videos that cuts off, and an important height",
        ".wrapper { position: relative; height: 0; padding-bottom: 56.25%; overflow: hidden }
         .wrapper iframe { position: absolute; inset: 0; width: 100%; height: 100% !important }",
    ),
    (
        "a wrapper that cuts off",
        ".wrapper { height: 500px; overflow: hidden }",
    ),
    (
        "a column that shrinks what is in it",
        ".wrapper, .wrapper div { display: flex; flex-direction: column; height: 450px } iframe { min-height: 0 }",
    ),
];

/// A host with such a style sheet and a column at its foot.
async fn host(reader: &Reader<'_>, origin: &str, style: &str) -> Result<Host> {
    let host = Host::start(&format!(
        r#"<style>{style}</style>
        <div class="wrapper"><div data-throughline="{origin}/"><a href="{origin}/">The explainer</a></div></div>
        <p>The article goes on.</p>
        <script async src="{origin}/embed.js"></script>"#
    ))
    .await?;
    reader.open(host.url()).await?;
    Ok(host)
}

/// How far down the content the frame shows, and how far there is to go.
async fn depth(reader: &Reader<'_>) -> Result<(f64, f64)> {
    let script = "return [scrollY + innerHeight, document.documentElement.scrollHeight]";
    reader.read(script, vec![]).await
}

/// Goes on until the frame, in which the reader is, shows the end of its content.
async fn gets_to_the_end(what: &str, reader: &Reader<'_>, goes_on: impl AsyncFn() -> Result<()>) -> Result<()> {
    until(&format!("the end of the frame by {what}"), async || {
        goes_on().await?;
        let (shown, end) = depth(reader).await?;
        ensure!(shown >= end - 1.0, "{shown} px of {end} px are seen");
        Ok(())
    })
    .await
}

/// The key is pressed once: pressed again it would begin its way again.
async fn gets_to_the_end_by_key(reader: &Reader<'_>) -> Result<()> {
    reader.click("h1").await?;
    reader.press(Key::End).await?;
    gets_to_the_end("the key End", reader, async || Ok(())).await
}

async fn to_the_start(reader: &Reader<'_>) -> Result<()> {
    let script = "scrollTo({ top: 0, behavior: 'instant' })";
    reader.read(script, vec![]).await
}

/// Neither the wrapper nor the foot of the article lies over the frame.
async fn is_seen_whole(reader: &Reader<'_>) -> Result<()> {
    until("the whole frame in its wrapper", async || {
        let script = "return ['iframe', '.wrapper', 'p'].map((one) => {
            const box = document.querySelector(one).getBoundingClientRect();
            return [box.top, box.bottom];
        })";
        let [frame, wrapper, foot]: [(f64, f64); 3] = reader.read(script, vec![]).await?;
        let end = wrapper.1.min(foot.0);
        ensure!(
            frame.0 >= wrapper.0 - 1.0 && frame.1 <= end + 1.0,
            "the frame runs to {}, what is seen of it to {end}",
            frame.1
        );
        ensure!(frame.1 - frame.0 > 150.0, "it is {} px high", frame.1 - frame.0);
        Ok(())
    })
    .await
}

/// The frame is as high as its content.
pub(super) async fn fits(reader: &Reader<'_>) -> Result<()> {
    until("a frame as high as its content", async || {
        enter(reader).await?;
        let script = "return [document.documentElement.getBoundingClientRect().height, innerHeight]";
        let (content, frame): (f64, f64) = reader.read(script, vec![]).await?;
        leave(reader).await?;
        ensure!((content - frame).abs() <= 1.0, "{content} px in a frame of {frame} px");
        Ok(())
    })
    .await
}

/// Without a bar of its own, which would come and go while a new height is on its way.
async fn leaves_scrolling_to_its_host(reader: &Reader<'_>) -> Result<()> {
    enter(reader).await?;
    until("a frame that does not scroll", async || {
        let script = "return getComputedStyle(document.documentElement).overflowY";
        let flow: String = reader.read(script, vec![]).await?;
        ensure!(flow == "hidden", "its overflow is {flow}");
        Ok(())
    })
    .await?;
    leave(reader).await
}

/// With each style in turn the frame is seen whole, and the reader does something in it.
async fn in_every_style(reader: &Reader<'_>, does: impl AsyncFn() -> Result<()>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    for (name, style) in STYLES {
        let _host = host(reader, site.origin(), style).await?;
        let in_it = async {
            enter(reader).await?;
            leave(reader).await?;
            is_seen_whole(reader).await?;
            enter(reader).await?;
            does().await?;
            reader.has_no_trouble().await
        };
        in_it.await.context(name)?;
    }
    Ok(())
}

pub(crate) async fn keys_reach_the_end_whatever_height_the_host_allows(reader: &Reader<'_>) -> Result<()> {
    in_every_style(reader, async || gets_to_the_end_by_key(reader).await).await
}

pub(crate) async fn wheel_and_fingers_reach_the_end_whatever_height_the_host_allows(reader: &Reader<'_>) -> Result<()> {
    let goes_twice = async || {
        gets_to_the_end("the wheel", reader, async || turn_wheel(reader, 2000).await).await?;
        to_the_start(reader).await?;
        gets_to_the_end("a finger", reader, async || draw_up(reader).await).await
    };
    in_every_style(reader, goes_twice).await
}

/// Turns the wheel over the frame's upper part.
async fn turn_wheel(reader: &Reader<'_>, down: i32) -> Result<()> {
    let event = json!({ "type": "mouseWheel", "x": 200, "y": 60, "deltaX": 0, "deltaY": down });
    reader.driver.cdp().send_raw("Input.dispatchMouseEvent", event).await?;
    Ok(())
}

/// Draws what is under a finger up.
async fn draw_up(reader: &Reader<'_>) -> Result<()> {
    touch(reader, "touchStart", &[(20.0, 300.0)]).await?;
    for y in [240.0, 160.0, 80.0, 10.0] {
        touch(reader, "touchMove", &[(20.0, y)]).await?;
    }
    touch(reader, "touchEnd", &[]).await
}

pub(crate) async fn the_wheel_over_a_fitted_frame_scrolls_its_host(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let _host = host(reader, site.origin(), "").await?;
    fits(reader).await?;
    // Its frame is far higher than the host's window.
    until("the host to scroll", async || {
        turn_wheel(reader, 120).await?;
        let scroll: f64 = reader.read("return scrollY", vec![]).await?;
        ensure!(scroll > 0.0, "it is still at its start");
        Ok(())
    })
    .await
}

/// A host changes its layout while the page is read: a media query, a panel that is opened, "read more".
pub(crate) async fn a_frame_follows_when_the_host_allows_more_or_less(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let restyle = "document.querySelector('style').textContent = arguments[0]";
    let _host = host(reader, site.origin(), "").await?;
    fits(reader).await?;
    leaves_scrolling_to_its_host(reader).await?;
    for (name, style) in STYLES {
        reader.read::<()>(restyle, vec![json!(style)]).await?;
        is_seen_whole(reader).await.context(name)?;
        enter(reader).await?;
        gets_to_the_end_by_key(reader).await.context(name)?;
        to_the_start(reader).await?;
        leave(reader).await?;
        reader.read::<()>(restyle, vec![json!("")]).await?;
        fits(reader).await.context(name)?;
    }
    Ok(())
}

/// Without a loader a frame may be as high as its content for a while, until a step makes that higher.
pub(crate) async fn a_frame_that_no_host_fits_scrolls_when_it_grows(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let host = Host::start(&frame(&site.url("/"), "")).await?;
    reader.open(host.url()).await?;
    enter(reader).await?;
    let script = "return Math.ceil(document.documentElement.getBoundingClientRect().height)";
    let height: u32 = reader.read(script, vec![]).await?;
    leave(reader).await?;
    let script = "document.querySelector('iframe').height = arguments[0]";
    reader.read::<()>(script, vec![json!(height)]).await?;
    fits(reader).await?;
    leaves_scrolling_to_its_host(reader).await?;
    enter(reader).await?;
    let script = "const more = document.createElement('p');
        more.style.height = '900px';
        document.body.append(more)";
    reader.read::<()>(script, vec![]).await?;
    until("a frame that scrolls", async || {
        let script = "return getComputedStyle(document.documentElement).overflowY";
        let flow: String = reader.read(script, vec![]).await?;
        ensure!(flow != "hidden", "its overflow is {flow}");
        Ok(())
    })
    .await
}
