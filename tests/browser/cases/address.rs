//! The address: what a link restores, and what a foreign or broken one may not do.

use anyhow::{Context, Result, ensure};

use super::faults::shows_only;
use crate::manners::{Fault, Manners};
use crate::reader::Reader;

pub(crate) async fn a_link_restores_question_and_actor(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = reader.story.busy()?;
    let actor = &busy.actors[0];
    reader
        .open_ready(&site.url(&format!("/#{}&actor={actor}", busy.id)))
        .await?;
    reader.stands_at(&busy.id).await?;
    let name = &reader.story.actor(actor)?.name;
    reader
        .sees("the actor of the link", |view| {
            ensure!(
                view.actors == [actor.as_str()],
                "data-selected is on the actors {:?}",
                view.actors
            );
            let told = view.details.iter().any(|detail| detail.text.contains(name));
            ensure!(told, "no detail names {name}; open are {:?}", view.details);
            ensure!(
                view.place() == Some(busy.id.as_str()),
                "the address became `{}`",
                view.fragment
            );
            ensure!(
                view.carries(&format!("actor={actor}")),
                "the address became `{}`",
                view.fragment
            );
            Ok(())
        })
        .await?;
    reader.has_no_trouble().await
}

pub(crate) async fn a_bare_id_selects_that_thing(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = reader.story.busy()?;
    let (actor, tie) = (&busy.actors[0], &busy.ties[0]);
    let event = &reader.story.dated_event(busy)?.id;
    reader.open_ready(&site.url(&format!("/#{actor}"))).await?;
    reader
        .sees(&format!("#{actor} selected"), |view| {
            ensure!(
                view.actors == [actor.as_str()],
                "data-selected is on the actors {:?}",
                view.actors
            );
            Ok(())
        })
        .await?;
    reader.open_ready(&site.url(&format!("/#{tie}"))).await?;
    reader
        .sees(&format!("#{tie} selected"), |view| {
            ensure!(
                view.ties == [tie.as_str()],
                "data-selected is on the ties {:?}",
                view.ties
            );
            Ok(())
        })
        .await?;
    reader.open_ready(&site.url(&format!("/#{event}"))).await?;
    reader
        .sees(&format!("#{event} selected"), |view| {
            ensure!(
                view.events == [event.as_str()],
                "data-selected is on the events {:?}",
                view.events
            );
            Ok(())
        })
        .await?;
    reader.has_no_trouble().await
}

pub(crate) async fn an_unknown_id_gives_the_first_question(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let first = &reader.story.first()?.id;
    reader.open_ready(&site.url("/#no-such-thing")).await?;
    reader.stands_at(first).await?;
    // Within the page an unknown place changes nothing.
    let busy = &reader.story.busy()?.id;
    reader.open_ready(&site.url(&format!("/#{busy}"))).await?;
    reader.stands_at(busy).await?;
    reader.read::<()>("location.hash = 'no-such-thing'", vec![]).await?;
    reader.stands_at(busy).await?;
    reader.has_no_trouble().await
}

/// Newsletters, messengers and sentences hang on what is no part of an address.
pub(crate) async fn what_is_hung_on_to_an_address_is_ignored(reader: &Reader<'_>) -> Result<()> {
    let busy = reader.story.busy()?;
    let (id, actor) = (&busy.id, &busy.actors[0]);
    let addresses = ["?utm_source=nl", ".", "%20"].map(|hung_on| format!("/#{id}{hung_on}"));
    let awaiting = reader.site(Manners::with_fault(Fault::Stalled)).await?;
    for address in addresses.iter().chain([&format!("/?start={id}.")]) {
        reader.open(&awaiting.url(address)).await?;
        shows_only(reader, id)
            .await
            .with_context(|| format!("{address}, before the app"))?;
    }
    let site = reader.site(Manners::watched()).await?;
    for address in addresses.iter().chain([&format!("/?start={id}.")]) {
        reader.open_ready(&site.url(address)).await?;
        reader.stands_at(id).await.with_context(|| address.clone())?;
    }
    reader.open_ready(&site.url(&format!("/#{id}&actor={actor}."))).await?;
    reader
        .sees("the actor of the link", |view| {
            ensure!(view.actors == [actor.as_str()], "data-selected is on {:?}", view.actors);
            Ok(())
        })
        .await?;
    // Within the page too.
    reader.open_ready(&site.url("/")).await?;
    reader.turn_to_fragment(&format!("{id}?utm_source=nl")).await?;
    reader.stands_at(id).await?;
    reader.has_no_trouble().await
}

pub(crate) async fn a_foreign_fragment_is_harmless(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let first = &reader.story.first()?.id;
    for fragment in [
        "#?secret=abcdefghij",
        "#amp=1",
        "#%E0%A4%A",
        "#&&=&actor=",
        "#/somewhere/else",
    ] {
        let within = || format!("with {fragment}");
        reader
            .open_ready(&site.url(&format!("/{fragment}")))
            .await
            .with_context(within)?;
        reader.stands_at(first).await.with_context(within)?;
        reader.has_no_trouble().await.with_context(within)?;
    }
    // Parameters that pym and newsletters add are no concern of ours either.
    reader
        .open_ready(&site.url("/?childId=a&initialWidth=300&utm_source=x&theme=pink&lang=xx"))
        .await?;
    reader.stands_at(first).await?;
    reader.has_no_trouble().await
}

pub(crate) async fn start_names_the_first_step(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = &reader.story.busy()?.id;
    reader.open_ready(&site.url(&format!("/?start={busy}"))).await?;
    reader.stands_at(busy).await?;
    reader.open_ready(&site.url("/?start=no-such-thing")).await?;
    reader.stands_at(&reader.story.first()?.id).await?;
    reader.has_no_trouble().await
}

pub(crate) async fn theme_gives_the_colours(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    for (theme, is_light) in [("light", true), ("dark", false)] {
        reader.open_ready(&site.url(&format!("/?theme={theme}"))).await?;
        let (paper, ink): (f64, f64) = reader.read(include_str!("../js/brightness.js"), vec![]).await?;
        let fits = if is_light {
            paper > 0.8 && ink < 0.3
        } else {
            paper < 0.2 && ink > 0.7
        };
        ensure!(
            fits,
            "with theme={theme} the paper has brightness {paper:.2} and the ink {ink:.2}"
        );
    }
    reader.has_no_trouble().await
}
