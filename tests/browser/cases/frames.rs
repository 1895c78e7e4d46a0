//! A frame leaves its host in peace: no focus taken, nothing scrolled, no history; and its links work before the app does.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use super::embed::{enter, frame, is_embedded, leave};
use super::faults::shows_only;
use crate::find::question;
use crate::host::Host;
use crate::manners::{Fault, Manners};
use crate::reader::{Reader, Viewport};
use crate::wait::until;

pub(crate) async fn a_frame_takes_no_focus_and_moves_nothing(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = reader.story.busy()?;
    let host = Host::start(
        r#"<input id="field" aria-label="A field"><div style="height:1500px"></div><div id="place"></div>"#,
    )
    .await?;
    let actor = format!("/#{}&actor={}", busy.id, busy.actors[0]);
    for place in ["/", &actor, "/#list-sources"] {
        reader.open(host.url()).await?;
        reader.click("#field").await?;
        let script = "document.querySelector('#place').innerHTML = arguments[0]";
        reader
            .read::<()>(script, vec![json!(frame(&site.url(place), ""))])
            .await?;
        enter(reader).await?;
        leave(reader).await?;
        reader.comes_to_rest("#field").await?;
        let script = "return [named(document.activeElement), scrollY]";
        let (focus, scroll): (String, f64) = reader.read(script, vec![]).await?;
        ensure!(
            focus.contains("field"),
            "with {place} the focus of the host went to {focus}"
        );
        ensure!(scroll == 0.0, "with {place} the host was scrolled to {scroll}");
    }
    Ok(())
}

pub(crate) async fn steps_in_a_frame_add_no_history(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let host = Host::start(&frame(&site.url("/"), "")).await?;
    reader
        .resize(Viewport {
            width: 1000,
            height: 700,
        })
        .await?;
    reader.open(host.url()).await?;
    enter(reader).await?;
    leave(reader).await?;
    let before: u32 = reader.read("return history.length", vec![]).await?;
    enter(reader).await?;
    for question in reader.story.questions.iter().skip(1).take(5) {
        reader.next().await?;
        reader.stands_at(&question.id).await?;
    }
    reader.has_no_trouble().await?;
    leave(reader).await?;
    let after: u32 = reader.read("return history.length", vec![]).await?;
    ensure!(
        before == after,
        "five steps in the frame took the host's history from {before} to {after} entries"
    );
    // A long history stops counting, so the proof is that one step back leaves the host.
    reader.read::<()>("history.back()", vec![]).await?;
    until("one step back to leave the host's page", async || {
        let here: String = reader.read("return location.href", vec![]).await?;
        ensure!(here != host.url(), "it only went back in the frame");
        Ok(())
    })
    .await
}

/// A frame as high as a list would be many windows high: the list scrolls by itself, and the keyboard reaches it.
pub(crate) async fn a_list_in_a_frame_scrolls_in_a_box(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let host = Host::start(&frame(&site.url("/"), "")).await?;
    reader.open(host.url()).await?;
    enter(reader).await?;
    let height = "return document.documentElement.getBoundingClientRect().height";
    for list in ["ties", "events"] {
        let before: f64 = reader.read(height, vec![]).await?;
        reader
            .click(&format!(
                r##":is([data-view="map"], [data-view="timeline"]) a[href="#list-{list}"]"##
            ))
            .await?;
        reader.first_shown(&format!(r#"[data-list="{list}"]"#)).await?;
        let after: f64 = reader.read(height, vec![]).await?;
        ensure!(
            after < before + 800.0,
            "the list of {list} took the page from {before} to {after} px"
        );
        let script = "const box = document.querySelector(arguments[0]);
            box.focus({ preventScroll: true });
            const name = document.getElementById(box.getAttribute('aria-labelledby'));
            return [document.activeElement === box, words(name), box.scrollHeight - box.clientHeight]";
        let id = json!(format!(r#"details:has([data-list="{list}"])"#));
        let (focused, name, beyond): (bool, String, f64) = reader.read(script, vec![id.clone()]).await?;
        ensure!(focused && !name.is_empty(), "the keyboard reaches `{name}`: {focused}");
        ensure!(beyond > 0.0, "there is nothing to scroll in it");
        reader.press(Key::End).await?;
        until(&format!("the end of the list of {list}"), async || {
            let script = "const box = document.querySelector(arguments[0]);
                return box.scrollHeight - box.clientHeight - box.scrollTop";
            let left: f64 = reader.read(script, vec![id.clone()]).await?;
            ensure!(left < 2.0, "{left} px are left below");
            Ok(())
        })
        .await?;
    }
    reader.has_no_trouble().await
}

/// While the app is awaited, the frame alone brings the question that Next names into sight.
pub(crate) async fn next_in_a_frame_leads_on_before_the_app_runs(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::with_fault(Fault::Stalled)).await?;
    let host = Host::start(&frame(&site.url("/"), "")).await?;
    reader.open(host.url()).await?;
    reader.enter_frame(0).await?;
    for pair in reader.story.questions.windows(2).take(3) {
        shows_only(reader, &pair[0].id).await?;
        reader.next().await?;
        shows_only(reader, &pair[1].id).await?;
        heading_in_sight(reader, &pair[1].id).await?;
    }
    is_embedded(reader).await
}

async fn heading_in_sight(reader: &Reader<'_>, id: &str) -> Result<()> {
    until(&format!("the heading of {id} in sight"), async || {
        let script = "const box = all(arguments[0]).find(shown)?.getBoundingClientRect();
            return box ? [box.top, box.bottom, innerHeight] : null";
        let heading = json!(format!("{} h2", question(id)));
        let seen: Option<(f64, f64, f64)> = reader.read(script, vec![heading]).await?;
        let (top, bottom, frame) = seen.context("it cannot be seen")?;
        ensure!(
            top >= 0.0 && bottom <= frame,
            "it runs from {top} to {bottom} in a frame of {frame} px"
        );
        Ok(())
    })
    .await
}
