//! The camera of the map under the reader's hands: fingers, keys and the buttons.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use crate::find::{MAP, actor_on_map};
use crate::manners::Manners;
use crate::reader::{Reader, Viewport};
use crate::wait::until;

const WHOLE: &str = r#"[data-action="whole-map"]"#;

/// The camera of the map, as the way from its picture to what is drawn in it, and its view box.
pub(super) async fn camera(reader: &Reader<'_>) -> Result<(String, String)> {
    reader.comes_to_rest(MAP).await?;
    let script = "const actor = document.querySelector('[data-view=\"map\"] [data-actor]');
        const seen = picture().getScreenCTM().inverse().multiply(actor.parentElement.getScreenCTM());
        // Not `toFixed`, which keeps the sign of what rounds to nothing: where the page stands decides that.
        const rounded = ['a', 'b', 'c', 'd', 'e', 'f'].map((part) => Math.round(seen[part] * 100) / 100 + 0);
        return [rounded.join(), picture().getAttribute('viewBox')]";
    reader.read(script, vec![]).await
}

/// Puts the focus on the actor that the Tab key reaches.
pub(super) async fn focus_on_map(reader: &Reader<'_>) -> Result<String> {
    let script = "const actor = all('[data-view=\"map\"] [data-actor]').find((actor) => actor.tabIndex >= 0);
        actor?.focus({ preventScroll: true });
        return actor && document.activeElement === actor ? actor.dataset.actor : null";
    let actor: Option<String> = reader.read(script, vec![]).await?;
    actor.context("the Tab key reaches no actor of the map")
}

pub(crate) async fn two_fingers_zoom_the_map_and_one_does_not(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    reader.resize(Viewport::PHONE).await?;
    reader.open_ready(&site.url("/")).await?;
    let before = camera(reader).await?;
    let (x, y) = middle_of_map(reader).await?;
    touch(reader, "touchStart", &[(x, y)]).await?;
    touch(reader, "touchMove", &[(x + 30.0, y)]).await?;
    touch(reader, "touchEnd", &[]).await?;
    let now = camera(reader).await?;
    ensure!(
        now == before,
        "one finger drawn sideways has moved the map from {before:?} to {now:?}"
    );
    one_finger_scrolls(reader).await?;
    let now = camera(reader).await?;
    ensure!(
        now == before,
        "one finger drawn up has moved the map from {before:?} to {now:?}"
    );
    pinch(reader).await?;
    let scale: f64 = reader.read("return visualViewport.scale", vec![]).await?;
    ensure!((scale - 1.0).abs() < 0.01, "the page itself is zoomed by {scale}");
    // Touches that a driver makes do not zoom the page; those of a hand would, were that left to the browser.
    let left: String = reader
        .read("return getComputedStyle(picture()).touchAction", vec![])
        .await?;
    ensure!(
        left == "pan-x pan-y",
        "what two fingers do on the map is left to the browser: `{left}`"
    );
    // In the same case: of one session Chromium gives only the first page that is touched two fingers.
    a_key_chooses_at_once(reader).await?;
    reader.has_no_trouble().await
}

/// Draws one finger up the map, which scrolls the page, and goes back.
async fn one_finger_scrolls(reader: &Reader<'_>) -> Result<()> {
    let (x, y) = middle_of_map(reader).await?;
    touch(reader, "touchStart", &[(x, y)]).await?;
    for up in [40.0, 80.0, 120.0] {
        touch(reader, "touchMove", &[(x, y - up)]).await?;
    }
    touch(reader, "touchEnd", &[]).await?;
    until("the page scrolled by one finger", async || {
        let scrolled: f64 = reader.read("return scrollY", vec![]).await?;
        ensure!(scrolled > 20.0, "it is scrolled by {scrolled} px");
        Ok(())
    })
    .await?;
    reader.read("scrollTo({ top: 0, behavior: 'instant' })", vec![]).await
}

async fn middle_of_map(reader: &Reader<'_>) -> Result<(f64, f64)> {
    let script = "const box = picture().getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2]";
    reader.read(script, vec![]).await
}

/// Draws two fingers apart on the map, and waits until it has come nearer.
async fn pinch(reader: &Reader<'_>) -> Result<()> {
    let before = camera(reader).await?;
    let (x, y) = middle_of_map(reader).await?;
    touch(reader, "touchStart", &[(x - 20.0, y), (x + 20.0, y)]).await?;
    for apart in [30.0, 40.0, 50.0, 60.0] {
        touch(reader, "touchMove", &[(x - apart, y), (x + apart, y)]).await?;
    }
    touch(reader, "touchEnd", &[]).await?;
    until("the map zoomed", async || {
        let now = camera(reader).await?;
        ensure!(now != before, "the camera is still {now:?}");
        Ok(())
    })
    .await
}

/// A pinch brings no click, so what is chosen next, by a key too, is a choice.
async fn a_key_chooses_at_once(reader: &Reader<'_>) -> Result<()> {
    let actor = focus_on_map(reader).await?;
    reader.press(Key::Enter).await?;
    reader
        .sees(&format!("{actor} chosen with one press of Enter"), |view| {
            ensure!(view.actors == [actor.as_str()], "data-selected is on {:?}", view.actors);
            Ok(())
        })
        .await?;
    Ok(())
}

pub(super) async fn touch(reader: &Reader<'_>, kind: &str, points: &[(f64, f64)]) -> Result<()> {
    let points: Vec<_> = points
        .iter()
        .enumerate()
        .map(|(id, (x, y))| json!({ "x": x, "y": y, "id": id }))
        .collect();
    let event = json!({ "type": kind, "touchPoints": points });
    reader.driver.cdp().send_raw("Input.dispatchTouchEvent", event).await?;
    Ok(())
}

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
