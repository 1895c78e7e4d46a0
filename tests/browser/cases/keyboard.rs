//! Keys: the way of Tab follows what is seen, what is in sight stays where it is, and what is reached comes into sight.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use super::map::focus_on_map;
use crate::find::{MAP, question};
use crate::manners::Manners;
use crate::reader::{Reader, Viewport};
use crate::wait::until;

const WINDOWS: [Viewport; 2] = [
    Viewport::PHONE,
    Viewport {
        width: 1280,
        height: 900,
    },
];
/// More tab stops than the stage has.
const MOST_STOPS: usize = 80;

/// What has the focus, and where the page stands.
#[derive(Debug, Deserialize)]
struct Stop {
    what: String,
    action: Option<String>,
    in_stage: bool,
    /// In the answer, or in what has come since.
    in_answer: bool,
    in_sight: bool,
    scroll: f64,
}

async fn stop(reader: &Reader<'_>) -> Result<Stop> {
    let script = "const here = document.activeElement;
        const box = here.getBoundingClientRect();
        const strip = document.querySelector('[data-action=\"show-map\"]').getBoundingClientRect();
        const covered = strip.height > 0 && strip.top < 2 && !here.dataset.action ? strip.bottom : 0;
        return {
            what: named(here), action: here.dataset.action ?? null, scroll: scrollY,
            in_stage: document.querySelector('[data-view=\"map\"]').parentElement.contains(here),
            in_answer: here.closest('.answer, .update') !== null,
            in_sight: box.bottom > covered && box.top < innerHeight,
        }";
    reader.read(script, vec![]).await
}

async fn tab(reader: &Reader<'_>) -> Result<Stop> {
    reader.press(Key::Tab).await?;
    stop(reader).await
}

/// Brings the last link of a question before its steps into sight and gives it the focus.
async fn focus_last_part(reader: &Reader<'_>, id: &str) -> Result<()> {
    let script = "const link = all(arguments[0]).filter((link) => shown(link) && !link.dataset.action).at(-1);
        link?.scrollIntoView({ block: 'center', behavior: 'instant' });
        link?.focus({ preventScroll: true });
        return Boolean(link) && document.activeElement === link";
    let links = json!(format!("{} :is(a, summary)", question(id)));
    ensure!(
        reader.read::<bool>(script, vec![links]).await?,
        "{id} has no link to focus"
    );
    Ok(())
}

pub(crate) async fn after_the_last_part_of_a_question_come_its_steps(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    for window in WINDOWS {
        reader.resize(window).await?;
        for (idx, asked) in reader.story.questions.iter().enumerate().take(3) {
            reader.open_ready(&site.url(&format!("/#{}", asked.id))).await?;
            reader.stands_at(&asked.id).await?;
            reader.comes_to_rest(MAP).await?;
            focus_last_part(reader, &asked.id).await?;
            let expected: &[&str] = if idx == 0 { &["next"] } else { &["back", "next"] };
            for action in expected {
                let here = tab(reader).await?;
                ensure!(
                    here.action.as_deref() == Some(action) && here.in_sight,
                    "at {} Tab led to {here:?}, not to {action}",
                    asked.id
                );
            }
        }
    }
    reader.has_no_trouble().await
}

pub(crate) async fn tab_through_the_stage_moves_nothing(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = reader.story.busy()?;
    reader.resize(WINDOWS[1]).await?;
    // Also with something selected, whose detail sticks to the window beside the stage.
    for place in [busy.id.clone(), format!("{}&actor={}", busy.id, busy.actors[0])] {
        reader.open_ready(&site.url(&format!("/#{place}"))).await?;
        reader.stands_at(&busy.id).await?;
        stays_through_the_stage(reader, &busy.id)
            .await
            .with_context(|| format!("at {place}"))?;
    }
    reader.has_no_trouble().await
}

/// What is seen first comes first: the answer, the strip, the picture, the points. Nothing is reached under the strip.
pub(crate) async fn on_a_phone_tab_comes_from_the_answer_to_the_picture(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = reader.story.busy()?;
    reader.resize(Viewport::PHONE).await?;
    reader.open_ready(&site.url(&format!("/#{}", busy.id))).await?;
    reader.stands_at(&busy.id).await?;
    for panel in ["show-map", "show-timeline"] {
        reader.click(&format!(r#"[data-action="{panel}"]"#)).await?;
        let heading = format!("{} h2", question(&busy.id));
        reader
            .read::<()>("all(arguments[0])[0].focus()", vec![json!(heading)])
            .await?;
        let mut here = stop(reader).await?;
        let mut n_stops = 0;
        while n_stops == 0 || here.in_stage {
            here = tab(reader).await?;
            ensure!(here.in_sight, "{panel}: {} is out of sight", here.what);
            n_stops += usize::from(here.in_stage);
            ensure!(
                here.in_stage || n_stops > 0 || here.in_answer,
                "{panel}: from the answer Tab led to {here:?}"
            );
            ensure!(n_stops < MOST_STOPS, "Tab does not leave the stage: {here:?}");
        }
        ensure!(n_stops > 4, "{panel}: Tab found only {n_stops} stops in the stage");
    }
    reader.has_no_trouble().await
}

/// Walks through the stage from the end of the question with the Tab key: the page stays, and all is in sight.
async fn stays_through_the_stage(reader: &Reader<'_>, asked: &str) -> Result<()> {
    focus_last_part(reader, asked).await?;
    let mut here = stop(reader).await?;
    while !here.in_stage {
        here = tab(reader).await?;
        ensure!(
            here.in_stage || here.action.is_some(),
            "Tab led to {here:?} before it came to the stage"
        );
    }
    let from = here.scroll;
    ensure!(from > 0.0, "the page is at its head, where nothing can move it");
    let mut n_stops = 0;
    while here.in_stage {
        ensure!(here.in_sight, "{} is out of sight", here.what);
        ensure!(
            (here.scroll - from).abs() < 1.0,
            "the page went from {from} to {here:?}"
        );
        n_stops += 1;
        ensure!(n_stops < MOST_STOPS, "Tab does not leave the stage: {here:?}");
        here = tab(reader).await?;
    }
    ensure!(n_stops > 4, "Tab found only {n_stops} stops in the stage");
    // Then what is selected, and the switch at the head of the text: both stay in the window.
    for _ in 0..MOST_STOPS {
        if here.action.as_deref() == Some("all") || (here.scroll - from).abs() > 1.0 {
            break;
        }
        here = tab(reader).await?;
    }
    ensure!(
        here.action.as_deref() == Some("all") && here.in_sight && (here.scroll - from).abs() < 1.0,
        "after the stage, with the page at {from}, comes {here:?}"
    );
    Ok(())
}

/// What the strip covers counts: a page further begins where the reader has come to.
pub(crate) async fn a_page_further_skips_nothing(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = &reader.story.busy()?.id;
    reader.resize(Viewport::PHONE).await?;
    reader.open_ready(&site.url(&format!("/#{busy}"))).await?;
    let heading = format!("{} h2", question(busy));
    reader.comes_to_rest(&heading).await?;
    let look =
        "return [scrollY, innerHeight - all('[data-action=\"show-map\"]').find(shown).getBoundingClientRect().bottom]";
    reader.read::<()>("scrollTo(0, 900)", vec![]).await?;
    let (from, free): (f64, f64) = reader.read(look, vec![]).await?;
    reader.press(Key::Space).await?;
    until("the page to scroll", async || {
        let (to, _): (f64, f64) = reader.read(look, vec![]).await?;
        ensure!(to > from, "it is still at {to}");
        Ok(())
    })
    .await?;
    reader.comes_to_rest(&heading).await?;
    let (to, _): (f64, f64) = reader.read(look, vec![]).await?;
    ensure!(
        to - from < free,
        "it went {} px on, and {free} are to be read",
        to - from
    );
    reader.has_no_trouble().await
}

pub(crate) async fn what_the_keyboard_reaches_on_the_map_is_in_sight(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = reader.story.busy()?;
    reader.open_ready(&site.url(&format!("/#{}", busy.id))).await?;
    reader.comes_to_rest(MAP).await?;
    reader.click(r#"[data-action="zoom-in"]"#).await?;
    let mut here = focus_on_map(reader).await?;
    let mut reached = vec![here.clone()];
    for key in [Key::Left, Key::Up, Key::Right, Key::Down, Key::Home, Key::End] {
        for _ in 0..4 {
            reader.press(key.clone()).await?;
            here = reader
                .read("return document.activeElement.dataset.actor ?? ''", vec![])
                .await?;
            ensure!(!here.is_empty(), "an arrow key left the map");
            let focused = json!(format!(r#"{MAP} [data-actor="{here}"]"#));
            let inside: bool = reader.read(include_str!("../js/inside-map.js"), vec![focused]).await?;
            ensure!(inside, "{here} has the focus and is out of sight");
            if !reached.contains(&here) {
                reached.push(here.clone());
            }
        }
    }
    ensure!(reached.len() > 4, "the arrow keys reached only {reached:?}");
    reader.has_no_trouble().await
}

pub(crate) async fn home_and_end_stay_with_the_page(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let first = reader.story.first()?;
    reader.open_ready(&site.url("/")).await?;
    reader.stands_at(&first.id).await?;
    let focus =
        "const heading = all(arguments[0]).find(shown); heading.focus(); return document.activeElement === heading";
    let heading = json!(format!("{} h2", question(&first.id)));
    ensure!(
        reader.read::<bool>(focus, vec![heading]).await?,
        "the heading takes no focus"
    );
    reader.press(Key::End).await?;
    until("the end of the page", async || {
        let scrolled: f64 = reader.read("return scrollY", vec![]).await?;
        ensure!(scrolled > 0.0, "it has not scrolled");
        Ok(())
    })
    .await?;
    reader.stands_at(&first.id).await?;
    reader.comes_to_rest(&format!("{} h2", question(&first.id))).await?;
    reader.press(Key::Home).await?;
    until("the head of the page", async || {
        let scrolled: f64 = reader.read("return scrollY", vec![]).await?;
        ensure!(scrolled == 0.0, "it is scrolled by {scrolled} px");
        Ok(())
    })
    .await?;
    reader.stands_at(&first.id).await?;
    reader.has_no_trouble().await
}
