//! The whole map: how it is asked for, entered, and named in the address.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use super::map::{camera, focus_on_map};
use crate::find::{MAP, actor_on_map};
use crate::manners::Manners;
use crate::reader::{Reader, Viewport};
use crate::wait::until;

const WHOLE: &str = r#"[data-action="whole-map"]"#;

/// Presses the button, which says afterwards whether the whole map shows.
async fn presses_whole_map(reader: &Reader<'_>, shows: bool) -> Result<()> {
    reader.click(WHOLE).await?;
    says_whole_map(reader, shows).await
}

async fn says_whole_map(reader: &Reader<'_>, shows: bool) -> Result<()> {
    until("the button for the whole map to say what shows", async || {
        let script = "return all(arguments[0]).find(shown)?.getAttribute('aria-pressed')";
        let pressed: Option<String> = reader.read(script, vec![json!(WHOLE)]).await?;
        ensure!(pressed == Some(shows.to_string()), "aria-pressed is {pressed:?}");
        Ok(())
    })
    .await
}

/// With the smaller map the tab stop may not stay with an actor that it does not draw.
pub(crate) async fn the_smaller_map_keeps_one_tab_stop_that_is_drawn(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let first = reader.story.first()?;
    let window = Viewport {
        width: 800,
        height: 900,
    };
    reader.resize(window).await?;
    reader.open_ready(&site.url("/")).await?;
    presses_whole_map(reader, true).await?;
    let mut here = focus_on_map(reader).await?;
    let mut keys = [Key::Left, Key::Up, Key::Right, Key::Down].iter().cycle().take(40);
    while first.actors.contains(&here) {
        let key = keys
            .next()
            .context("the arrow keys reach only what the question concerns")?;
        reader.press(key.clone()).await?;
        here = reader
            .read("return document.activeElement.dataset.actor ?? ''", vec![])
            .await?;
        ensure!(!here.is_empty(), "an arrow key left the map");
    }
    presses_whole_map(reader, false).await?;
    until("one tab stop among the actors that are drawn", async || {
        let script = "return all(arguments[0]).map((actor) => [actor.dataset.actor, shown(actor)])";
        let stops = json!(format!(r#"{MAP} [data-actor][tabindex="0"]"#));
        let stops: Vec<(String, bool)> = reader.read(script, vec![stops]).await?;
        ensure!(
            matches!(stops.as_slice(), [(_, true)]),
            "the stops, and whether drawn: {stops:?}"
        );
        Ok(())
    })
    .await?;
    reader.has_no_trouble().await
}

/// The name of an actor as it is drawn: its size, and whether it lies in the frame of the map.
#[derive(Debug, Deserialize)]
struct Name {
    px: f64,
    inside: bool,
    /// How many others stand in the frame.
    others: usize,
    /// How many of these have a name too.
    named: usize,
}

pub(crate) async fn a_phone_shows_where_an_actor_of_another_question_stands(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let first = reader.story.first()?;
    reader
        .resize(Viewport {
            width: 390,
            height: 844,
        })
        .await?;
    let beyond: Vec<_> = reader.story.actors_beyond(first).collect();
    for actor in beyond.iter().step_by(beyond.len() / 3 + 1) {
        reader
            .open_ready(&site.url(&format!("/#{}&actor={}", first.id, actor.id)))
            .await?;
        reader.stands_at(&first.id).await?;
        let selector = actor_on_map(&actor.id);
        reader.comes_to_rest(&selector).await?;
        let name: Option<Name> = reader
            .read(include_str!("../js/name-on-map.js"), vec![json!(selector)])
            .await?;
        let name = name.with_context(|| format!("{} has no name on the map", actor.id))?;
        let is_readable = name.px > 11.9 && name.inside;
        ensure!(is_readable, "{} is drawn with {name:?}", actor.id);
        // One name among bare shapes tells nobody where that is. A few may give way to what the ties say.
        ensure!(
            2 * name.named > name.others,
            "{} stands among shapes without names: {name:?}",
            actor.id
        );
        says_whole_map(reader, false).await?;
        presses_whole_map(reader, true).await?;
        reader.comes_to_rest(&selector).await?;
        let outside: Vec<String> = reader.read(include_str!("../js/outside-map.js"), vec![]).await?;
        ensure!(outside.is_empty(), "the whole map leaves out {outside:?}");
    }
    reader.has_no_trouble().await
}

/// What a region's button has brought into the frame.
#[derive(Debug, Deserialize)]
struct Entered {
    /// How many of the region's actors stand in the frame.
    inside: usize,
    /// How many the region has, by its button.
    count: usize,
    /// The smallest name on the map, in CSS pixels.
    smallest: f64,
    /// How many actors of the map have no name.
    nameless: usize,
}

pub(crate) async fn on_a_phone_the_whole_map_is_entered_by_its_regions(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    reader.resize(Viewport::PHONE).await?;
    reader.open_ready(&site.url("/")).await?;
    reader.click(WHOLE).await?;
    let regions = r#"[data-action="region"]"#;
    let above = "const [way, map] = [...arguments].map((part) => all(part)[0].getBoundingClientRect());
        return way.bottom <= map.top";
    let picture = format!("{MAP} :has(> svg)");
    ensure!(
        reader.read::<bool>(above, vec![json!(regions), json!(picture)]).await?,
        "the ways into the map stand below it"
    );
    let too_wide: Vec<String> = reader.read(include_str!("../js/too-wide.js"), vec![]).await?;
    ensure!(too_wide.is_empty(), "over the edge:\n  {}", too_wide.join("\n  "));
    let n_regions = "return all(arguments[0]).filter(shown).length";
    let n_regions: usize = reader.read(n_regions, vec![json!(regions)]).await?;
    ensure!(n_regions > 2, "there are {n_regions} regions to enter");
    for number in 1..=n_regions {
        let button = format!("{regions}:nth-child({number})");
        reader.click(&button).await?;
        let entered: Entered = reader
            .read(include_str!("../js/entered-region.js"), vec![json!(button)])
            .await?;
        ensure!(
            entered.inside > 0 && entered.inside <= entered.count && 2 * entered.inside >= entered.count.min(4),
            "region {number}: {entered:?}"
        );
        ensure!(
            entered.smallest > 11.9 && entered.nameless == 0,
            "region {number}: {entered:?}"
        );
    }
    reader.has_no_trouble().await
}

pub(crate) async fn the_ties_of_an_actor_elsewhere_are_offered_on_the_whole_map(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let asked = reader.story.busy()?;
    let outside = |actor: &String| {
        let ties = ties_of(reader, actor).into_iter();
        ties.filter(|id| !asked.ties.contains(id)).count()
    };
    let actor = asked.actors.iter().max_by_key(|actor| outside(actor));
    let actor = actor.context("nobody is there")?;
    let more = outside(actor);
    ensure!(more > 1, "{actor} has no ties outside its scene");
    reader
        .open_ready(&site.url(&format!("/#{}&actor={actor}", asked.id)))
        .await?;
    let offer = offered(reader).await?;
    ensure!(
        offer.contains(&format!("+{more}")),
        "the button says {offer:?}, and {more} are elsewhere"
    );
    reader.click(WHOLE).await?;
    let expected = ties_of(reader, actor);
    reader
        .sees("every tie of the actor", |view| {
            let mut ties = view.ties.clone();
            ties.sort_unstable();
            ensure!(ties == expected, "data-selected is on {ties:?}");
            Ok(())
        })
        .await?;
    let offer = offered(reader).await?;
    ensure!(!offer.contains('+'), "on the whole map the button says {offer:?}");
    let place: String = reader.read("return location.hash", vec![]).await?;
    ensure!(
        place == format!("#{}&actor={actor}&map=whole", asked.id),
        "the address is {place}"
    );
    reader.open_ready(&site.url(&format!("/{place}"))).await?;
    says_whole_map(reader, true).await?;
    reader.has_no_trouble().await
}

/// The ties of an actor, in the order of their ids.
fn ties_of(reader: &Reader<'_>, actor: &str) -> Vec<String> {
    let ties = reader.story.ties.iter();
    let of = ties.filter(|tie| tie.from == actor || tie.to == actor);
    let mut ids: Vec<String> = of.map(|tie| tie.id.clone()).collect();
    ids.sort_unstable();
    ids
}

/// What the button of the whole map says.
async fn offered(reader: &Reader<'_>) -> Result<String> {
    reader
        .read("return all(arguments[0])[0].innerText", vec![json!(WHOLE)])
        .await
}

/// Whether it was asked for or has come with what is selected, the whole map can be had anew.
pub(crate) async fn whole_map_pressed_twice_ends_a_zoom_by_hand(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let first = reader.story.first()?;
    let beyond = reader.story.actors_beyond(first).next();
    let beyond = beyond.context("the first question concerns every actor")?;
    for place in ["/".to_owned(), format!("/#{}&actor={}", first.id, beyond.id)] {
        reader.open_ready(&site.url(&place)).await?;
        if place == "/" {
            presses_whole_map(reader, true).await?;
        }
        let whole = camera(reader).await?;
        for _ in 0..2 {
            reader.click(r#"[data-action="zoom-in"]"#).await?;
        }
        ensure!(camera(reader).await? != whole, "zooming in moved nothing");
        reader.click(WHOLE).await?;
        reader.click(WHOLE).await?;
        until(&format!("the whole map again at {place}"), async || {
            let now = camera(reader).await?;
            ensure!(now == whole, "the camera is {now:?}, and was {whole:?} before any zoom");
            Ok(())
        })
        .await?;
        says_whole_map(reader, true).await?;
    }
    reader.has_no_trouble().await
}
