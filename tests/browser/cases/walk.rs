//! Walking the questions: Next and Back, keys, the list, the browser's own button, and all at once.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use super::faults::shows_only;
use crate::find::{ALL, BACK, QUESTIONS, question};
use crate::manners::{Fault, Manners};
use crate::reader::{Reader, Viewport};
use crate::wait::until;

pub(crate) async fn next_and_back_reach_every_question(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let questions = &reader.story.questions;
    reader.open_ready(&site.url("/")).await?;
    reader.stands_at(&reader.story.first()?.id).await?;
    for question in &questions[1..] {
        reader
            .next()
            .await
            .with_context(|| format!("on the way to {}", question.id))?;
        reader.has_stepped_to(&question.id).await?;
    }
    for question in questions.iter().rev().skip(1) {
        reader
            .back()
            .await
            .with_context(|| format!("on the way back to {}", question.id))?;
        reader.has_stepped_to(&question.id).await?;
    }
    reader.has_no_trouble().await
}

pub(crate) async fn arrow_keys_step_inside_the_walk(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let [_, second, third, ..] = reader.story.questions.as_slice() else {
        anyhow::bail!("three questions are needed")
    };
    reader.open_ready(&site.url("/")).await?;
    // A step by the button puts the focus inside the walk, as it would for a reader.
    reader.next().await?;
    reader.stands_at(&second.id).await?;
    reader.press(Key::Right).await?;
    reader
        .has_stepped_to(&third.id)
        .await
        .context("after the right arrow")?;
    reader.press(Key::Left).await?;
    reader
        .has_stepped_to(&second.id)
        .await
        .context("after the left arrow")?;
    reader.has_no_trouble().await
}

pub(crate) async fn arrow_keys_elsewhere_do_not_step(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    reader.open_ready(&site.url("/")).await?;
    let first = &reader.story.first()?.id;
    reader.stands_at(first).await?;
    // The header is outside the walk; there the arrow keys belong to the browser.
    let script = "window.__keys = 0;
        addEventListener('keyup', () => { window.__keys += 1; });
        const link = all('header a[href]').find(shown);
        link?.focus();
        return Boolean(link) && document.activeElement === link";
    let is_focused: bool = reader.read(script, vec![]).await?;
    ensure!(is_focused, "no link in the header takes the focus");
    for key in [Key::Right, Key::Left, Key::Right] {
        reader.press(key).await?;
    }
    until("the keys to arrive", async || {
        let keys: u32 = reader.read("return window.__keys", vec![]).await?;
        ensure!(keys == 3, "{keys} of 3 have arrived");
        Ok(())
    })
    .await?;
    reader.stands_at(first).await?;
    reader.has_no_trouble().await
}

pub(crate) async fn the_list_of_questions_leads_to_each(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    reader.open_ready(&site.url("/")).await?;
    for question in reader.story.questions.iter().rev() {
        reader.follow_step(&question.id).await?;
        reader.has_stepped_to(&question.id).await?;
    }
    reader.has_no_trouble().await
}

/// The list would stand between the reader and the answer, also while the app is awaited.
pub(crate) async fn choosing_a_question_closes_the_list(reader: &Reader<'_>) -> Result<()> {
    reader.resize(Viewport::PHONE).await?;
    let [.., before, last] = reader.story.questions.as_slice() else {
        anyhow::bail!("two questions are needed")
    };
    for fault in [Fault::None, Fault::Stalled] {
        let site = reader.site(Manners::with_fault(fault)).await?;
        reader.open(&site.url("/")).await?;
        if fault == Fault::None {
            reader.becomes("ready").await?;
        }
        reader.follow_step(&last.id).await?;
        shows_only(reader, &last.id).await?;
        has_closed_for(reader, &last.id).await?;
        // Also where the question that shows already is chosen, and on a step by another way.
        reader.follow_step(&last.id).await?;
        is_closed(reader).await?;
        reader.click(&format!("details:has({QUESTIONS}) > summary")).await?;
        reader.click(BACK).await?;
        shows_only(reader, &before.id).await?;
        has_closed_for(reader, &before.id).await?;
    }
    Ok(())
}

async fn is_closed(reader: &Reader<'_>) -> Result<()> {
    until("the list of questions to close", async || {
        let open: bool = reader
            .read(
                "return all(arguments[0]).some((list) => list.closest('details').open)",
                vec![json!(QUESTIONS)],
            )
            .await?;
        ensure!(!open, "it is open");
        Ok(())
    })
    .await
}

/// The list of questions is closed, and the question's heading has the focus and is in sight.
async fn has_closed_for(reader: &Reader<'_>, id: &str) -> Result<()> {
    is_closed(reader).await?;
    until(&format!("the heading of {id} in sight"), async || {
        let script = "const [heading] = all(arguments[0]);
            const { top, bottom } = heading.getBoundingClientRect();
            return [top, bottom, innerHeight, heading === document.activeElement]";
        let heading = json!(format!("{} h2", question(id)));
        let (top, bottom, window, focused): (f64, f64, f64, bool) = reader.read(script, vec![heading]).await?;
        ensure!(
            top >= 0.0 && bottom <= window && focused,
            "it runs from {top} to {bottom} in a window of {window} px; focused: {focused}"
        );
        Ok(())
    })
    .await
}

pub(crate) async fn the_browsers_back_button_returns_to_the_question_before(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let [first, second, third, ..] = reader.story.questions.as_slice() else {
        anyhow::bail!("three questions are needed")
    };
    reader.open_ready(&site.url("/")).await?;
    reader.next().await?;
    reader.stands_at(&second.id).await?;
    reader.next().await?;
    reader.stands_at(&third.id).await?;
    reader.read::<()>("history.back()", vec![]).await?;
    reader.stands_at(&second.id).await?;
    reader.read::<()>("history.back()", vec![]).await?;
    reader.stands_at(&first.id).await?;
    reader.read::<()>("history.forward()", vec![]).await?;
    reader.stands_at(&second.id).await?;
    reader.has_no_trouble().await
}

pub(crate) async fn read_it_all_shows_every_question(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let every: Vec<&String> = reader.story.questions.iter().map(|question| &question.id).collect();
    reader.open_ready(&site.url("/")).await?;
    reader.click(ALL).await?;
    reader
        .sees("every question in one column", |view| {
            ensure!(
                view.shown.iter().eq(every.iter().copied()),
                "the questions that can be seen are {:?}",
                view.shown
            );
            Ok(())
        })
        .await?;
    let tops: Vec<f64> = reader
        .read(
            "return all('section[data-question]').map((section) => section.getBoundingClientRect().top)",
            vec![],
        )
        .await?;
    ensure!(
        tops.is_sorted(),
        "the questions do not follow one another down the page: {tops:?}"
    );
    let last = &reader.story.questions.last().context("a question")?.id;
    reader.first_shown(&format!("{} [data-answer]", question(last))).await?;
    reader.has_no_trouble().await
}
