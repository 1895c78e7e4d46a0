//! The wheel over the map: alone it scrolls the page, with Ctrl it zooms.

use anyhow::{Result, ensure};
use serde_json::json;

use super::map::camera;
use crate::find::{MAP, actor_on_map};
use crate::manners::Manners;
use crate::reader::{Reader, Viewport};
use crate::site::Site;
use crate::wait::until;

/// Turns the wheel with Ctrl held over an actor, by script: not every driver can hold a key meanwhile.
async fn turn_wheel_over(reader: &Reader<'_>, actor: &str, across: f64, down: f64) -> Result<()> {
    let script = "const [selector, deltaX, deltaY] = arguments;
        const [clientX, clientY] = standing(all(selector).find(shown));
        const options = { clientX, clientY, deltaX, deltaY, ctrlKey: true, bubbles: true, cancelable: true };
        document.elementFromPoint(clientX, clientY).dispatchEvent(new WheelEvent('wheel', options))";
    reader
        .read(script, vec![json!(actor), json!(across), json!(down)])
        .await
}

/// Where an actor stands in the window.
async fn stands(reader: &Reader<'_>, actor: &str) -> Result<(f64, f64)> {
    reader.comes_to_rest(actor).await?;
    let script = "return standing(all(arguments[0]).find(shown))";
    reader.read(script, vec![json!(actor)]).await
}

/// Opens the page in a window far wider than high: the frame has other proportions than the map.
async fn open_wide(reader: &Reader<'_>, site: &Site) -> Result<()> {
    let window = Viewport {
        width: 1600,
        height: 717,
    };
    reader.resize(window).await?;
    reader.open_ready(&site.url("/")).await?;
    reader.comes_to_rest(&format!("{MAP} [data-actor][data-focus]")).await
}

pub(crate) async fn the_wheel_keeps_what_lies_under_the_pointer(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    open_wide(reader, &site).await?;
    for actor in outermost(reader).await? {
        let here = actor_on_map(&actor);
        let before = stands(reader, &here).await?;
        let zoom = camera(reader).await?;
        turn_wheel_over(reader, &here, 0.0, -100.0).await?;
        turn_wheel_over(reader, &here, 0.0, -100.0).await?;
        let after = stands(reader, &here).await?;
        ensure!(camera(reader).await? != zoom, "the wheel has not zoomed");
        let apart = (before.0 - after.0).abs().max((before.1 - after.1).abs());
        ensure!(
            apart < 4.0,
            "{actor} went from {before:?} to {after:?} under the pointer"
        );
        turn_wheel_over(reader, &here, 0.0, 100.0).await?;
        turn_wheel_over(reader, &here, 0.0, 100.0).await?;
    }
    reader.has_no_trouble().await
}

pub(crate) async fn a_sideways_turn_of_the_wheel_does_not_zoom(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    open_wide(reader, &site).await?;
    for actor in outermost(reader).await? {
        let here = actor_on_map(&actor);
        for across in [60.0, -60.0] {
            let before = camera(reader).await?;
            turn_wheel_over(reader, &here, across, 0.0).await?;
            let after = camera(reader).await?;
            ensure!(after == before, "the camera went from {before:?} to {after:?}");
        }
    }
    reader.has_no_trouble().await
}

/// The actors drawn farthest to each side, of those that a pointer meets.
async fn outermost(reader: &Reader<'_>) -> Result<Vec<String>> {
    let ids: Vec<String> = reader.read(include_str!("../js/outermost.js"), vec![]).await?;
    ensure!(ids.len() > 1, "a pointer meets only {ids:?}");
    Ok(ids)
}

pub(crate) async fn the_wheel_over_the_map_scrolls_the_page(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    reader.open_ready(&site.url("/")).await?;
    let focused = format!("{MAP} [data-actor][data-focus]");
    reader.comes_to_rest(&focused).await?;
    let before = look(reader, &focused).await?;
    turn_wheel(reader, 0).await?;
    until("the page to scroll", async || {
        let now = look(reader, &focused).await?;
        ensure!(now.scroll > before.scroll, "it is still at {}", now.scroll);
        Ok(())
    })
    .await?;
    reader.comes_to_rest(&focused).await?;
    let before = look(reader, &focused).await?;
    // With Ctrl held the same wheel zooms the map, and the page stays.
    turn_wheel(reader, CTRL).await?;
    until("the map to zoom", async || {
        let now = look(reader, &focused).await?;
        let is_larger = (now.width - before.width).abs() > 0.5 || (now.x - before.x).abs() > 0.5;
        ensure!(is_larger, "an actor is where it was, {now:?}");
        ensure!(
            (now.scroll - before.scroll).abs() < 1.0,
            "the page scrolled to {}",
            now.scroll
        );
        Ok(())
    })
    .await?;
    reader.has_no_trouble().await
}

/// The bit of the Ctrl key in the modifiers of an input event.
const CTRL: u32 = 2;

#[derive(Debug, serde::Deserialize)]
struct Look {
    scroll: f64,
    x: f64,
    width: f64,
}

async fn look(reader: &Reader<'_>, selector: &str) -> Result<Look> {
    let script = "const box = all(arguments[0]).find(shown).getBoundingClientRect();
        return { scroll: scrollY, x: box.x, width: box.width }";
    reader.read(script, vec![json!(selector)]).await
}

/// Turns the wheel by one notch, away from the reader's start, over the middle of the map.
async fn turn_wheel(reader: &Reader<'_>, modifiers: u32) -> Result<()> {
    let script = "const box = all(arguments[0]).find(shown).getBoundingClientRect();
        return [Math.round(box.x + box.width / 2), Math.round(Math.min(box.y + box.height / 2, innerHeight - 20))]";
    let (x, y): (i64, i64) = reader.read(script, vec![json!(MAP)]).await?;
    let event = json!({
        "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": 120, "modifiers": modifiers,
    });
    reader.driver.cdp().send_raw("Input.dispatchMouseEvent", event).await?;
    Ok(())
}
