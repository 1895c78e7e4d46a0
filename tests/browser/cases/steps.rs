//! What a step changes, when it does so, and what it leaves alone.

use anyhow::{Result, ensure};

use crate::manners::Manners;
use crate::reader::Reader;

/// On a machine so slow that Yew yields to the browser wherever it can.
pub(crate) async fn a_step_needs_one_frame_however_slow_the_machine(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let [first, second, ..] = reader.story.questions.as_slice() else {
        anyhow::bail!("the story has one question")
    };
    reader.open_ready(&site.url(&format!("/#{}", first.id))).await?;
    let (current, step, fragment, focused): (String, String, String, String) =
        reader.read_later(include_str!("../js/one-frame.js"), vec![]).await?;
    ensure!(current == second.id, "the question is {current}");
    ensure!(step == format!("#{}", second.id), "the list marks {step}");
    ensure!(fragment == format!("#{}", second.id), "the address says {fragment}");
    ensure!(focused == second.id, "the focus is in {focused}");
    reader.stands_at(&second.id).await?;
    reader.has_no_trouble().await
}

pub(crate) async fn everything_on_the_pictures_keeps_its_link_and_its_name(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let first = &reader.story.questions[0].id;
    reader.open_ready(&site.url(&format!("/#{first}"))).await?;
    for question in &reader.story.questions[1..] {
        reader.next().await?;
        reader.stands_at(&question.id).await?;
    }
    let nameless: Vec<String> = reader.read(include_str!("../js/nameless.js"), vec![]).await?;
    ensure!(nameless.is_empty(), "without link or name: {nameless:?}");
    reader.has_no_trouble().await
}
