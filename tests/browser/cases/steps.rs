//! What a step changes, when it does so, and what it leaves alone.

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::json;

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

/// Who moves on the map and who fades in after a step.
#[derive(Debug, Deserialize)]
struct Motion {
    travelling: Vec<String>,
    fading: Vec<String>,
}

pub(crate) async fn who_stays_on_the_map_travels_and_who_comes_fades_in(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let [first, second, ..] = reader.story.questions.as_slice() else {
        anyhow::bail!("the story has one question")
    };
    for setting in ["no-preference", "reduce"] {
        let features = json!({ "features": [{ "name": "prefers-reduced-motion", "value": setting }] });
        let cdp = reader.driver.cdp();
        cdp.send_raw("Emulation.setEmulatedMedia", features).await?;
        reader.open_ready(&site.url(&format!("/#{}", first.id))).await?;
        reader.stands_at(&first.id).await?;
        let motion: Motion = reader.read_later(include_str!("../js/motion.js"), vec![]).await?;
        let both = |id: &String| first.actors.contains(id) && second.actors.contains(id);
        let comes = |id: &String| !first.actors.contains(id) && second.actors.contains(id);
        if setting == "reduce" {
            ensure!(
                motion.travelling.is_empty() && motion.fading.is_empty(),
                "with motion to be reduced: {motion:?}"
            );
        } else {
            ensure!(!motion.travelling.is_empty(), "nobody travels");
            ensure!(motion.travelling.iter().all(both), "travelling: {motion:?}");
            let newcomers = second.actors.iter().filter(|id| comes(id)).count();
            ensure!(
                motion.fading.len() == newcomers && motion.fading.iter().all(comes),
                "fading, of {newcomers}: {motion:?}"
            );
        }
        reader.stands_at(&second.id).await?;
    }
    let cdp = reader.driver.cdp();
    cdp.send_raw("Emulation.setEmulatedMedia", json!({ "features": [] }))
        .await?;
    reader.has_no_trouble().await
}
