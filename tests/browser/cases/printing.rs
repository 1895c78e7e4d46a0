//! On paper nothing can be scrolled, so nothing may be cut off.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::manners::Manners;
use crate::reader::{Reader, Viewport};
use crate::wait::until;

/// The width between the margins, in CSS pixels: A4, Letter, A4 across, and a sheet as wide as a desk's window.
const SHEETS: [(&str, u32); 4] = [("A4", 680), ("Letter", 703), ("A4 across", 1009), ("A2 across", 1280)];

pub(crate) async fn nothing_is_cut_off_on_paper(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let undated = reader.story.events.iter().filter(|event| event.date.is_none()).count();
    ensure!(undated > 0, "the story dates every event");
    reader.resize(Viewport::DESK).await?;
    reader.open_ready(&site.url("/")).await?;
    emulate(reader, "print").await?;
    let result = every_sheet_shows_everything(reader, undated).await;
    emulate(reader, "").await?;
    result
}

async fn every_sheet_shows_everything(reader: &Reader<'_>, undated: usize) -> Result<()> {
    for (sheet, width) in SHEETS {
        reader.resize(Viewport { width, height: 900 }).await?;
        until(&format!("{sheet} to show everything"), async || {
            let (cut, seen): (Vec<String>, usize) = reader.read(include_str!("../js/cut-off.js"), vec![]).await?;
            ensure!(cut.is_empty(), "cut off: {}", cut.join(", "));
            ensure!(seen == undated, "{seen} of {undated} undated events are there");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// Has the page laid out for this medium, or for the screen again.
async fn emulate(reader: &Reader<'_>, media: &str) -> Result<()> {
    let parameters = json!({ "media": media });
    reader
        .driver
        .cdp()
        .send_raw("Emulation.setEmulatedMedia", parameters)
        .await?;
    Ok(())
}
