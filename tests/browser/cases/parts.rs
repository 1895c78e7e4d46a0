//! One part of the page alone, as a host may ask for it: what shows, and that nothing is lost with it.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::embed::{enter, frame};
use crate::find::ALL;
use crate::host::Host;
use crate::manners::{Fault, Manners};
use crate::reader::Reader;
use crate::wait::until;

/// The parts, by the word in the address and what can be seen of each.
const PARTS: [(&str, &str); 3] = [
    ("map", r#"[data-view="map"]"#),
    ("timeline", r#"[data-view="timeline"]"#),
    ("walk", "section[data-question]"),
];

pub(crate) async fn a_part_alone_is_that_part(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    for (view, selector_of) in PARTS {
        reader.open_ready(&site.url(&format!("/?view={view}"))).await?;
        until(&format!("view={view} alone"), async || {
            for (part, selector) in PARTS {
                let shows = is_shown(reader, selector).await?;
                ensure!(shows == (part == view), "the {part} can be seen: {shows}");
            }
            let lists = is_shown(reader, "[data-list]:not([data-list=questions])").await?;
            ensure!(!lists, "a list can be seen that nobody asked for");
            let script = "const [part] = arguments;
                return all('h1, h2, p').filter(shown).filter((e) => !e.closest(part)).map(words).filter(Boolean)";
            // A part keeps the progress, beside its control, and the steps.
            let own = format!("{selector_of}, [data-notice], :has(> {ALL}), nav");
            let other: Vec<String> = reader.read(script, vec![json!(own)]).await?;
            ensure!(other.is_empty(), "there is more than the part: {other:?}");
            Ok(())
        })
        .await?;
        reader.has_no_trouble().await.with_context(|| format!("view={view}"))?;
    }
    Ok(())
}

pub(crate) async fn a_link_to_a_list_shows_it_below_the_part(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    // In the whole page the list is folded, and the link unfolds it.
    reader.open_ready(&site.url("/")).await?;
    ensure!(
        !is_shown(reader, r#"[data-list="ties"]"#).await?,
        "the list is not folded"
    );
    reader.click(r##"[data-view="map"] a[href="#list-ties"]"##).await?;
    until("the ties unfolded", async || {
        ensure!(is_shown(reader, r#"[data-list="ties"]"#).await?, "they cannot be seen");
        Ok(())
    })
    .await?;
    reader.open_ready(&site.url("/?view=map")).await?;
    shows_the_list_on_request(reader).await?;
    let host = Host::start(&frame(&site.url("/?view=map"), "")).await?;
    reader.open(host.url()).await?;
    enter(reader).await?;
    shows_the_list_on_request(reader).await.context("in a frame")
}

async fn shows_the_list_on_request(reader: &Reader<'_>) -> Result<()> {
    reader.click(r##"[data-view="map"] a[href="#list-ties"]"##).await?;
    until("the list of ties and no other", async || {
        ensure!(
            is_shown(reader, r#"[data-list="ties"]"#).await?,
            "the ties cannot be seen"
        );
        let others = is_shown(
            reader,
            r#"[data-list]:not([data-list="ties"], [data-list="questions"])"#,
        )
        .await?;
        ensure!(!others, "another list can be seen");
        ensure!(is_shown(reader, PARTS[0].1).await?, "the map is gone");
        Ok(())
    })
    .await?;
    reader.has_no_trouble().await
}

pub(crate) async fn a_part_alone_is_the_whole_page_when_the_app_fails(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::with_fault(Fault::Missing)).await?;
    for (view, _) in PARTS {
        reader.open(&site.url(&format!("/?view={view}"))).await?;
        reader.becomes("failed").await?;
        until(&format!("everything, with view={view}"), async || {
            reader.can_read_everything().await?;
            for (part, selector) in PARTS {
                ensure!(is_shown(reader, selector).await?, "the {part} cannot be seen");
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn is_shown(reader: &Reader<'_>, selector: &str) -> Result<bool> {
    reader
        .read("return all(arguments[0]).some(shown)", vec![json!(selector)])
        .await
}
