//! Where the stage stands in the question: the answer comes first, a strip stays, what is opened is a sheet that leaves
//! the page where it was.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use crate::find::{MAP, question};
use crate::manners::Manners;
use crate::reader::{Reader, Viewport};
use crate::wait::until;

const SHOW_MAP: &str = r#"[data-action="show-map"]"#;

/// A box in the window, in CSS pixels.
#[derive(Debug, Clone, Copy, Deserialize)]
struct Bounds {
    top: f64,
    bottom: f64,
}

async fn bounds(reader: &Reader<'_>, selector: &str) -> Result<Bounds> {
    let script = "const box = all(arguments[0]).find(shown)?.getBoundingClientRect();
        return box ? { top: box.top, bottom: box.bottom } : null";
    let found: Option<Bounds> = reader.read(script, vec![json!(selector)]).await?;
    found.with_context(|| format!("{selector} cannot be seen"))
}

async fn scrolled(reader: &Reader<'_>) -> Result<f64> {
    reader.read("return scrollY", vec![]).await
}

/// Brings something into the middle of the window, as a reader does who scrolls to it.
async fn scroll_to(reader: &Reader<'_>, selector: &str) -> Result<()> {
    let script = "all(arguments[0]).find(shown).scrollIntoView({ block: 'center', behavior: 'instant' })";
    reader.read(script, vec![json!(selector)]).await
}

pub(crate) async fn the_answer_is_on_a_phones_first_screen(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    reader.resize(Viewport::PHONE).await?;
    reader.open_ready(&site.url("/")).await?;
    let header = bounds(reader, "h1").await?;
    ensure!(
        header.bottom - header.top < 30.0,
        "the header has more than one line: {header:?}"
    );
    for (idx, asked) in reader.story.questions.iter().enumerate() {
        if idx > 0 {
            reader.next().await?;
            reader.has_stepped_to(&asked.id).await?;
        }
        let answer = bounds(reader, &format!("{} [data-answer]", question(&asked.id))).await?;
        let map = bounds(reader, MAP).await?;
        ensure!(
            answer.top > 0.0 && answer.bottom < f64::from(Viewport::PHONE.height),
            "the answer to {} is at {answer:?}",
            asked.id
        );
        ensure!(
            map.top > answer.bottom,
            "the map at {map:?} comes before the answer to {}",
            asked.id
        );
        let point = bounds(reader, &format!("{} [data-claim]", question(&asked.id))).await?;
        ensure!(point.top > map.top, "the points of {} come before its map", asked.id);
    }
    reader.has_no_trouble().await
}

pub(crate) async fn a_strip_stays_and_brings_the_picture_back(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = reader.story.busy()?;
    reader.resize(Viewport::PHONE).await?;
    reader.open_ready(&site.url(&format!("/#{}", busy.id))).await?;
    reader.stands_at(&busy.id).await?;
    scroll_to(reader, &format!("{} [data-claim]:last-child", question(&busy.id))).await?;
    let strip = bounds(reader, SHOW_MAP).await?;
    ensure!(
        strip.top.abs() < 3.0 && strip.bottom < 64.0,
        "the strip is at {strip:?}"
    );
    let before = scrolled(reader).await?;
    let is_out = bounds(reader, MAP).await?.bottom < strip.bottom;
    ensure!(is_out, "the map is still in sight");
    reader.click(SHOW_MAP).await?;
    until("the map below the strip", async || {
        let map = bounds(reader, MAP).await?;
        ensure!((map.top - strip.bottom).abs() < 3.0, "it is at {map:?}");
        Ok(())
    })
    .await?;
    reader.click(SHOW_MAP).await?;
    until("the map gone again", async || {
        let map = bounds(reader, MAP).await?;
        ensure!(map.bottom < strip.bottom, "it is at {map:?}");
        Ok(())
    })
    .await?;
    ensure!(
        (scrolled(reader).await? - before).abs() < 1.0,
        "the page has moved from {before}"
    );
    reader.has_no_trouble().await
}

/// How a reader closes what is open.
#[derive(Debug, Clone, Copy)]
enum Way {
    Back,
    Escape,
    Button,
}

pub(crate) async fn a_sheet_closes_where_the_reader_was(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = reader.story.busy()?;
    let here = question(&busy.id);
    reader.resize(Viewport::PHONE).await?;
    reader.open_ready(&site.url(&format!("/#{}", busy.id))).await?;
    reader.stands_at(&busy.id).await?;
    let evidence = format!("{here} [data-claim]:last-of-type summary");
    let chip = format!(r##"{here} a[href="#{}"]:not([data-actor])"##, busy.actors[0]);
    let term = format!(r##"{here} a[href^="#g-"]"##);
    let note = format!(r##"{here} a[href^="#r-"]"##);
    let openers = [
        (&evidence, "details[open] [data-view=detail]"),
        (&chip, "[data-view=detail]:has([data-action=close])"),
        (&term, "[data-view=detail]:has([data-action=close])"),
        (&note, "[data-view=detail]:has([data-action=close])"),
    ];
    for (opener, sheet) in openers {
        for way in [Way::Back, Way::Escape, Way::Button] {
            closes_where_it_was(reader, opener, sheet, way)
                .await
                .with_context(|| format!("{opener}, closed by {way:?}"))?;
            reader.stands_at(&busy.id).await?;
        }
    }
    reader.has_no_trouble().await
}

async fn closes_where_it_was(reader: &Reader<'_>, opener: &str, sheet: &str, way: Way) -> Result<()> {
    scroll_to(reader, opener).await?;
    // The press itself needs it where nothing covers it.
    reader.first_shown(opener).await?;
    let before = scrolled(reader).await?;
    reader.click(opener).await?;
    until("a sheet at the foot of the window", async || {
        let sheet = bounds(reader, sheet).await?;
        let high = f64::from(Viewport::PHONE.height);
        ensure!(
            sheet.bottom > high - 60.0 && sheet.top > 0.25 * high,
            "it is at {sheet:?}"
        );
        Ok(())
    })
    .await?;
    let opened = scrolled(reader).await?;
    ensure!(
        (opened - before).abs() < 2.0,
        "opening it took the page from {before} to {opened}"
    );
    close(reader, opener, sheet, way).await?;
    let after = scrolled(reader).await?;
    ensure!((after - before).abs() < 2.0, "the page went from {before} to {after}");
    until("the focus back where it was", async || {
        let is_focused = "return document.activeElement.matches(arguments[0])";
        ensure!(
            reader.read::<bool>(is_focused, vec![json!(opener)]).await?,
            "it is on {}",
            reader.view().await?.focus
        );
        Ok(())
    })
    .await
}

async fn close(reader: &Reader<'_>, opener: &str, sheet: &str, way: Way) -> Result<()> {
    match way {
        Way::Back => reader.driver.back().await?,
        Way::Escape => reader.press(Key::Escape).await?,
        // The mark that opened evidence is the head of its sheet.
        Way::Button if sheet.starts_with("details") => reader.click(opener).await?,
        Way::Button => reader.click("[data-action=close]").await?,
    }
    until("the sheet closed", async || {
        let open = "return all(arguments[0]).filter(shown).length";
        let open: usize = reader.read(open, vec![json!(sheet)]).await?;
        ensure!(open == 0, "it is open");
        let fragment: String = reader.read("return location.hash", vec![]).await?;
        ensure!(!fragment.contains('&'), "the address is {fragment}");
        Ok(())
    })
    .await
}

pub(crate) async fn beside_the_text_the_stage_stands_from_900_px_on(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    for (width, height) in [(900, 900), (1024, 768), (1280, 720)] {
        reader.resize(Viewport { width, height }).await?;
        reader.open_ready(&site.url("/")).await?;
        let script = "const [text, map] = ['.answer', '[data-view=\"map\"]'].map((one) => all(one).find(shown).getBoundingClientRect());
            return [map.left - text.right, map.top, map.bottom]";
        let (apart, top, bottom): (f64, f64, f64) = reader.read(script, vec![]).await?;
        ensure!(
            apart > 0.0,
            "in {width} × {height} the map begins {apart} px beside the text"
        );
        ensure!(
            top > 0.0 && bottom <= f64::from(height),
            "in {width} × {height} the map runs from {top} to {bottom}"
        );
    }
    reader.has_no_trouble().await
}

pub(crate) async fn where_every_question_shows_the_pictures_follow_the_reader(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    for window in [Viewport::PHONE, Viewport::DESK] {
        reader.resize(window).await?;
        reader.open_ready(&site.url("/")).await?;
        reader.click(r#"[data-action="all"]"#).await?;
        for asked in reader.story.questions.iter().skip(1).step_by(5) {
            let heading = format!("{} h2", question(&asked.id));
            let script = "all(arguments[0])[0].scrollIntoView({ block: 'start', behavior: 'instant' })";
            reader.read::<()>(script, vec![json!(heading)]).await?;
            until(&format!("the map of {}", asked.id), async || {
                let drawn = "return all('[data-view=\"map\"] [data-actor][data-focus]').map((actor) => actor.dataset.actor).sort()";
                let drawn: Vec<String> = reader.read(drawn, vec![]).await?;
                let mut expected = asked.actors.clone();
                expected.sort();
                ensure!(drawn == expected, "it shows {drawn:?}");
                Ok(())
            })
            .await?;
        }
        let first = &reader.story.first()?.id;
        let view = reader.view().await?;
        ensure!(view.current == [first.as_str()], "current is {:?}", view.current);
    }
    reader.has_no_trouble().await
}

pub(crate) async fn a_detail_opened_from_the_text_takes_the_focus(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = reader.story.busy()?;
    reader.open_ready(&site.url(&format!("/#{}", busy.id))).await?;
    reader.stands_at(&busy.id).await?;
    let chip = format!(r##"{} a[href="#{}"]"##, question(&busy.id), busy.actors[0]);
    scroll_to(reader, &chip).await?;
    reader.click(&chip).await?;
    until("the focus in the detail, in sight", async || {
        let script = "const here = document.activeElement;
            const box = here.getBoundingClientRect();
            return here.closest('[data-view=detail]') !== null && box.top >= 0 && box.bottom <= innerHeight";
        ensure!(
            reader.read::<bool>(script, vec![]).await?,
            "it is on {}",
            reader.view().await?.focus
        );
        Ok(())
    })
    .await?;
    reader.press(Key::Escape).await?;
    until("the focus back on the link", async || {
        let script = "return document.activeElement.matches(arguments[0])";
        ensure!(
            reader.read::<bool>(script, vec![json!(chip)]).await?,
            "it is on {}",
            reader.view().await?.focus
        );
        Ok(())
    })
    .await?;
    reader.has_no_trouble().await
}
