//! The camera of the map under the reader's hands: fingers, keys and the buttons.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::find::MAP;
use crate::manners::Manners;
use crate::reader::{Reader, Viewport};
use crate::wait::until;

/// The camera of the map, as the way from its picture to what is drawn in it, and its view box.
pub(super) async fn camera(reader: &Reader<'_>) -> Result<(String, String)> {
    reader.comes_to_rest(MAP).await?;
    let script = "const actor = document.querySelector('[data-view=\"map\"] [data-actor]');
        const seen = picture().getScreenCTM().inverse().multiply(actor.parentElement.getScreenCTM());
        // Not `toFixed`, which keeps the sign of what rounds to nothing: where the page stands decides that.
        const rounded = ['a', 'b', 'c', 'd', 'e', 'f'].map((part) => Math.round(seen[part] * 100) / 100 + 0);
        return [rounded.join(), picture().getAttribute('viewBox')]";
    reader.read(script, vec![]).await
}

/// Puts the focus on the actor that the Tab key reaches.
pub(super) async fn focus_on_map(reader: &Reader<'_>) -> Result<String> {
    let script = "const actor = all('[data-view=\"map\"] [data-actor]').find((actor) => actor.tabIndex >= 0);
        actor?.focus({ preventScroll: true });
        return actor && document.activeElement === actor ? actor.dataset.actor : null";
    let actor: Option<String> = reader.read(script, vec![]).await?;
    actor.context("the Tab key reaches no actor of the map")
}

pub(crate) async fn two_fingers_zoom_the_map_and_one_does_not(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    reader.resize(Viewport::PHONE).await?;
    reader.open_ready(&site.url("/")).await?;
    let before = camera(reader).await?;
    let (x, y) = middle_of_map(reader).await?;
    touch(reader, "touchStart", &[(x, y)]).await?;
    touch(reader, "touchMove", &[(x + 30.0, y)]).await?;
    touch(reader, "touchEnd", &[]).await?;
    let now = camera(reader).await?;
    ensure!(
        now == before,
        "one finger drawn sideways has moved the map from {before:?} to {now:?}"
    );
    one_finger_scrolls(reader).await?;
    let now = camera(reader).await?;
    ensure!(
        now == before,
        "one finger drawn up has moved the map from {before:?} to {now:?}"
    );
    pinch(reader).await?;
    let scale: f64 = reader.read("return visualViewport.scale", vec![]).await?;
    ensure!((scale - 1.0).abs() < 0.01, "the page itself is zoomed by {scale}");
    // Touches that a driver makes do not zoom the page; those of a hand would, were that left to the browser.
    let left: String = reader
        .read("return getComputedStyle(picture()).touchAction", vec![])
        .await?;
    ensure!(
        left == "pan-x pan-y",
        "what two fingers do on the map is left to the browser: `{left}`"
    );
    // In the same case: of one session Chromium gives only the first page that is touched two fingers.
    a_key_chooses_at_once(reader).await?;
    reader.has_no_trouble().await
}

/// Draws one finger up the map, which scrolls the page, and goes back.
async fn one_finger_scrolls(reader: &Reader<'_>) -> Result<()> {
    let (x, y) = middle_of_map(reader).await?;
    touch(reader, "touchStart", &[(x, y)]).await?;
    for up in [40.0, 80.0, 120.0] {
        touch(reader, "touchMove", &[(x, y - up)]).await?;
    }
    touch(reader, "touchEnd", &[]).await?;
    until("the page scrolled by one finger", async || {
        let scrolled: f64 = reader.read("return scrollY", vec![]).await?;
        ensure!(scrolled > 20.0, "it is scrolled by {scrolled} px");
        Ok(())
    })
    .await?;
    reader.read("scrollTo({ top: 0, behavior: 'instant' })", vec![]).await
}

async fn middle_of_map(reader: &Reader<'_>) -> Result<(f64, f64)> {
    let script = "const box = picture().getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2]";
    reader.read(script, vec![]).await
}

/// Draws two fingers apart on the map, and waits until it has come nearer.
async fn pinch(reader: &Reader<'_>) -> Result<()> {
    let before = camera(reader).await?;
    let (x, y) = middle_of_map(reader).await?;
    touch(reader, "touchStart", &[(x - 20.0, y), (x + 20.0, y)]).await?;
    for apart in [30.0, 40.0, 50.0, 60.0] {
        touch(reader, "touchMove", &[(x - apart, y), (x + apart, y)]).await?;
    }
    touch(reader, "touchEnd", &[]).await?;
    until("the map zoomed", async || {
        let now = camera(reader).await?;
        ensure!(now != before, "the camera is still {now:?}");
        Ok(())
    })
    .await
}

/// A pinch brings no click, so what is chosen next, by a key too, is a choice.
async fn a_key_chooses_at_once(reader: &Reader<'_>) -> Result<()> {
    let actor = focus_on_map(reader).await?;
    reader.press(Key::Enter).await?;
    reader
        .sees(&format!("{actor} chosen with one press of Enter"), |view| {
            ensure!(view.actors == [actor.as_str()], "data-selected is on {:?}", view.actors);
            Ok(())
        })
        .await?;
    Ok(())
}

pub(super) async fn touch(reader: &Reader<'_>, kind: &str, points: &[(f64, f64)]) -> Result<()> {
    let points: Vec<_> = points
        .iter()
        .enumerate()
        .map(|(id, (x, y))| json!({ "x": x, "y": y, "id": id }))
        .collect();
    let event = json!({ "type": kind, "touchPoints": points });
    reader.driver.cdp().send_raw("Input.dispatchTouchEvent", event).await?;
    Ok(())
}
