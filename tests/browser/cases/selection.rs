//! Choosing an actor, a tie, an event or a point, and what opens then.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use super::map::focus_on_map;
use crate::find::{View, actor_on_map, event_on_timeline, question};
use crate::manners::Manners;
use crate::reader::Reader;
use crate::story::{Point, Question, Tie};

/// A busy question, opened on a watched site.
pub(super) async fn open_busy<'a>(reader: &'a Reader<'_>, site: &crate::site::Site) -> Result<&'a Question> {
    let busy = reader.story.busy()?;
    reader.open_ready(&site.url(&format!("/#{}", busy.id))).await?;
    reader.stands_at(&busy.id).await?;
    Ok(busy)
}

pub(crate) async fn an_actor_opens_its_ties_as_sentences(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = open_busy(reader, &site).await?;
    let actor = &busy.actors[0];
    reader.point_at(&actor_on_map(actor)).await?;
    reader
        .sees(&format!("the detail of {actor}"), |view| {
            ensure!(
                view.actors == [actor.as_str()],
                "data-selected is on the actors {:?}",
                view.actors
            );
            ensure!(
                view.carries(&format!("actor={actor}")),
                "the address says `{}`",
                view.fragment
            );
            ensure!(
                view.place() == Some(busy.id.as_str()),
                "the address says `{}`",
                view.fragment
            );
            for tie in reader.story.ties_of(actor) {
                ensure!(
                    tells(reader, view, tie)?,
                    "no detail tells {}; open are {:?}",
                    tie.id,
                    view.details
                );
            }
            Ok(())
        })
        .await?;
    reader.has_no_trouble().await
}

/// Whether a detail has the sentence of a tie: one end, the verb, the other end, under either of their names.
fn tells(reader: &Reader<'_>, view: &View, tie: &Tie) -> Result<bool> {
    let (from, to) = (reader.story.actor(&tie.from)?, reader.story.actor(&tie.to)?);
    let mut sentences = Vec::new();
    for subject in [&from.name, &from.short] {
        for object in [&to.name, &to.short] {
            let article = if to.the { "the " } else { "" };
            sentences.push(format!("{subject} {} {article}{object}", tie.verb));
        }
    }
    Ok(view
        .details
        .iter()
        .any(|detail| sentences.iter().any(|sentence| detail.text.contains(sentence))))
}

pub(crate) async fn an_actor_can_be_chosen_by_keyboard(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    open_busy(reader, &site).await?;
    let actor = focus_on_map(reader).await?;
    reader.press(Key::Enter).await?;
    reader
        .sees(&format!("{actor} chosen with Enter"), |view| is_chosen(view, &actor))
        .await?;
    reader.has_no_trouble().await
}

fn is_chosen(view: &View, actor: &str) -> Result<()> {
    ensure!(
        view.actors == [actor],
        "data-selected is on the actors {:?}",
        view.actors
    );
    ensure!(
        view.carries(&format!("actor={actor}")),
        "the address says `{}`",
        view.fragment
    );
    Ok(())
}

pub(crate) async fn a_detail_can_be_closed(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = reader.story.busy()?;
    let actor = &busy.actors[0];
    reader
        .open_ready(&site.url(&format!("/#{}&actor={actor}", busy.id)))
        .await?;
    reader
        .sees(&format!("{actor} chosen by the link"), |view| is_chosen(view, actor))
        .await?;
    reader.click(r#"[data-action="close"]"#).await?;
    reader
        .sees("nothing chosen", |view| {
            ensure!(
                view.actors.is_empty(),
                "data-selected is on the actors {:?}",
                view.actors
            );
            ensure!(
                !view.fragment.contains("actor="),
                "the address says `{}`",
                view.fragment
            );
            ensure!(view.details.is_empty(), "still open: {:?}", view.details);
            Ok(())
        })
        .await?;
    reader.stands_at(&busy.id).await?;
    reader.has_no_trouble().await
}

pub(crate) async fn a_tie_opens_its_evidence(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = open_busy(reader, &site).await?;
    let id = reader.point_at(r#"[data-view="map"] [data-tie][data-focus]"#).await?;
    ensure!(
        busy.ties.contains(&id),
        "the tie {id} has data-focus, but {} does not name it",
        busy.id
    );
    let tie = reader.story.tie(&id)?;
    reader
        .sees(&format!("the evidence of {id}"), |view| {
            ensure!(
                view.ties == [id.as_str()],
                "data-selected is on the ties {:?}",
                view.ties
            );
            ensure!(
                view.carries(&format!("tie={id}")),
                "the address says `{}`",
                view.fragment
            );
            let shows = |view: &View| view.details.iter().any(|detail| detail.bases.contains(&tie.basis));
            ensure!(
                shows(view),
                "no detail has data-basis=\"{}\"; open are {:?}",
                tie.basis,
                view.details
            );
            ensure!(
                tells(reader, view, tie)?,
                "no detail tells {id}; open are {:?}",
                view.details
            );
            Ok(())
        })
        .await?;
    reader.has_no_trouble().await
}

pub(crate) async fn an_event_shows_its_actors_on_the_map(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = open_busy(reader, &site).await?;
    let event = reader.story.dated_event(busy)?;
    let id = &event.id;
    reader.point_at(&event_on_timeline(id)).await?;
    reader
        .sees(&format!("the detail of {id}"), |view| {
            ensure!(
                view.events == [id.as_str()],
                "data-selected is on the events {:?}",
                view.events
            );
            ensure!(
                view.carries(&format!("event={id}")),
                "the address says `{}`",
                view.fragment
            );
            let told = view.details.iter().any(|detail| detail.text.contains(&event.title));
            ensure!(told, "no detail says `{}`; open are {:?}", event.title, view.details);
            Ok(())
        })
        .await?;
    for actor in &event.actors {
        let selector = actor_on_map(actor);
        reader.comes_to_rest(&selector).await?;
        let is_inside: bool = reader
            .read(include_str!("../js/inside-map.js"), vec![json!(selector)])
            .await?;
        ensure!(
            is_inside,
            "{selector} takes part in {id} and is outside the visible part of the map"
        );
    }
    reader.has_no_trouble().await
}

/// Whether a text gives a place of the article, as it is written in the story (`5.3-5.4`) or in words.
fn says_place(text: &str, place: &str) -> bool {
    let (first, last) = place.split_once('-').unwrap_or((place, place));
    let (paragraph, sentence) = first.split_once('.').unwrap_or((first, ""));
    let (_, end) = last.split_once('.').unwrap_or((last, ""));
    let in_words = match (paragraph, sentence) {
        ("0", _) => "headline".to_owned(),
        (paragraph, "") => format!("paragraph {paragraph}"),
        (paragraph, sentence) if sentence == end => format!("paragraph {paragraph}, sentence {sentence}"),
        (paragraph, sentence) => format!("paragraph {paragraph}, sentences {sentence} to {end}"),
    };
    text.contains(place) || text.contains(&in_words)
}

/// The mark of a point, and what has opened for it.
#[derive(Debug, Deserialize)]
struct Opened {
    basis: Option<String>,
    text: String,
}

/// A point with a hedge has the most to show; the first one stands in for a story without any.
fn with_most_to_show<'a>(reader: &'a Reader<'_>) -> Result<(&'a Question, &'a Point)> {
    let story = reader.story;
    let has_hedge = |question: &&Question| question.points.iter().any(|point| point.hedge.is_some());
    let asked = story
        .questions
        .iter()
        .find(has_hedge)
        .map_or_else(|| story.first(), Ok)?;
    let hedged = asked.points.iter().find(|point| point.hedge.is_some());
    Ok((asked, hedged.or(asked.points.first()).context("a point")?))
}

pub(crate) async fn a_point_opens_its_evidence(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let (asked, point) = with_most_to_show(reader)?;
    reader.open_ready(&site.url(&format!("/#{}", asked.id))).await?;
    reader.stands_at(&asked.id).await?;
    let claim = format!(r#"{} [data-claim="{}"]"#, question(&asked.id), point.id);
    reader
        .click(&format!(
            "{claim} :is(button, summary):is([data-basis], :has([data-basis]))"
        ))
        .await?;
    let what = format!("the evidence of {}", point.id);
    crate::wait::until(&what, async || {
        let opened: Opened = reader.read(include_str!("../js/opened.js"), vec![json!(claim)]).await?;
        ensure!(
            opened.basis.as_ref() == Some(&point.basis),
            "its mark has data-basis {:?}",
            opened.basis
        );
        if let Some(part) = &point.hedge {
            ensure!(
                opened.text.contains(part),
                "what opened does not say `{part}`: `{}`",
                opened.text
            );
        }
        for place in &point.at {
            ensure!(
                says_place(&opened.text, place),
                "what opened does not say the place {place}: `{}`",
                opened.text
            );
        }
        Ok(())
    })
    .await?;
    reader.has_no_trouble().await
}
