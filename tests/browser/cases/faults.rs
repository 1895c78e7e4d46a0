//! A file of the app that is missing, broken or never comes, and a browser that knows no wasm: the page stays a page.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::find::ALL;
use crate::manners::{Fault, Manners};
use crate::reader::Reader;
use crate::story::{Question, Story};
use crate::wait::until;

/// What a panic looks like to the page: an error out of the app's own file.
pub(super) const STOP: &str = "const { js } = document.querySelector('script[data-js]').dataset;
    dispatchEvent(new ErrorEvent('error', { filename: new URL(js, document.baseURI).href }))";

pub(crate) async fn a_missing_wasm_file_leaves_the_page_readable(reader: &Reader<'_>) -> Result<()> {
    fails_readably(reader, Manners::with_fault(Fault::Missing)).await
}

pub(crate) async fn a_broken_wasm_file_leaves_the_page_readable(reader: &Reader<'_>) -> Result<()> {
    fails_readably(reader, Manners::with_fault(Fault::Truncated)).await
}

pub(crate) async fn missing_data_leave_the_page_readable(reader: &Reader<'_>) -> Result<()> {
    fails_readably(reader, Manners::with_fault_in_data(Fault::Missing)).await
}

pub(crate) async fn cut_or_foreign_data_leave_the_page_readable(reader: &Reader<'_>) -> Result<()> {
    for fault in [Fault::Truncated, Fault::Foreign] {
        fails_readably(reader, Manners::with_fault_in_data(fault)).await?;
    }
    Ok(())
}

pub(crate) async fn a_browser_without_wasm_can_read_the_page(reader: &Reader<'_>) -> Result<()> {
    fails_readably(reader, Manners::without_wasm()).await
}

async fn fails_readably(reader: &Reader<'_>, manners: Manners) -> Result<()> {
    let site = reader.site(manners).await?;
    reader.open(&site.url("/")).await?;
    reader.becomes("failed").await?;
    says_so_in_one_line(reader).await?;
    until("everything to be readable", async || reader.can_read_everything().await).await?;
    let last = &reader.story.questions.last().context("a question")?.id;
    reader.jumps_to(last).await
}

pub(crate) async fn a_stalled_wasm_file_leaves_the_page_readable(reader: &Reader<'_>) -> Result<()> {
    let [first, .., last] = reader.story.questions.as_slice() else {
        anyhow::bail!("two questions are needed")
    };
    // While the file is awaited, the style sheet alone shows the question that a link names.
    let slow = reader.site(Manners::with_fault(Fault::Stalled)).await?;
    reader.open(&slow.url("/")).await?;
    shows_only(reader, &first.id).await?;
    reader.follow_step(&last.id).await?;
    shows_only(reader, &last.id).await?;
    let notices = reader.view().await?.notices;
    ensure!(
        notices.is_empty(),
        "a notice is shown before anything has failed: {notices:?}"
    );
    // Once the page has waited long enough, it gives up and shows everything.
    let hurried = reader.site(Manners::with_fault(Fault::Stalled).hurried()).await?;
    reader.open(&hurried.url(&format!("/#{}", last.id))).await?;
    reader.becomes("failed").await?;
    until("a way to try again", async || {
        reader.first_shown("[data-notice] a").await.map(drop)
    })
    .await?;
    says_so_in_one_line(reader).await?;
    until("everything to be readable", async || reader.can_read_everything().await).await?;
    reader.jumps_to(&first.id).await
}

/// A browser that translates at once changes the page while the app is still on its way.
pub(crate) async fn a_page_translated_before_the_app_comes_still_starts(reader: &Reader<'_>) -> Result<()> {
    starts_after(reader, async || reader.translate().await).await
}

/// So does an extension that puts elements of its own in the place of others; their number stays.
pub(crate) async fn a_page_with_swapped_elements_still_starts(reader: &Reader<'_>) -> Result<()> {
    for script in [SWAP, REORDER] {
        let change = async || {
            let changed: u32 = reader.read(script, vec![]).await?;
            ensure!(changed > 0, "the page has nothing to change");
            Ok(())
        };
        starts_after(reader, change).await?;
    }
    Ok(())
}

/// Who has gone into the instruments meanwhile is still there once the app has come.
pub(crate) async fn the_focus_stays_while_a_translated_page_starts(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::with_fault(Fault::Stalled)).await?;
    reader.open(&site.url("/")).await?;
    shows_only(reader, &reader.story.first()?.id).await?;
    let focus = "document.querySelector(arguments[0]).focus()";
    reader.read::<()>(focus, vec![json!(ALL)]).await?;
    reader.translate().await?;
    site.let_through();
    reader.becomes("ready").await?;
    let focus = reader.view().await?.focus;
    ensure!(focus.contains("\"all\""), "the focus went to {focus}");
    Ok(())
}

/// Puts other elements in the place of the links beside the pictures.
const SWAP: &str =
    "const links = all(':is([data-view=map], [data-view=timeline]) a').filter((link) => !link.ownerSVGElement);
    for (const link of links) {
      const own = document.createElement('x-link');
      own.append(...link.childNodes);
      link.replaceWith(own);
    }
    return links.length";
/// Puts the last of those links before the first.
const REORDER: &str =
    "const links = all(':is([data-view=map], [data-view=timeline]) a').filter((link) => !link.ownerSVGElement);
    links[0].before(links.at(-1));
    return links.length - 1";

/// Something changes the page while the app is on its way.
async fn starts_after(reader: &Reader<'_>, change: impl AsyncFn() -> Result<()>) -> Result<()> {
    let mut manners = Manners::watched();
    manners.fault = Fault::Stalled;
    let site = reader.site(manners).await?;
    let busy = &reader.story.busy()?.id;
    reader.open(&site.url(&format!("/#{busy}"))).await?;
    shows_only(reader, busy).await?;
    change().await?;
    site.let_through();
    reader.becomes("ready").await?;
    reader.stands_at(busy).await?;
    reader.back().await?;
    reader.next().await?;
    reader.has_stepped_to(busy).await?;
    reader.has_no_trouble().await
}

/// Servers add a charset to every type, or do not know this one.
pub(crate) async fn the_app_starts_whatever_type_its_file_is_said_to_have(reader: &Reader<'_>) -> Result<()> {
    for kind in [
        "application/wasm; charset=utf-8",
        "application/wasm;",
        "Application/WASM",
        "application/octet-stream",
        "text/plain",
        "",
    ] {
        let mut manners = Manners::watched();
        manners.fault = Fault::Typed(kind);
        let site = reader.site(manners).await?;
        reader
            .open_ready(&site.url("/"))
            .await
            .with_context(|| kind.to_owned())?;
        reader.has_no_trouble().await?;
    }
    Ok(())
}

/// A server that answers a folder's name with its page, and does not lead to the name with a slash.
pub(crate) async fn the_app_starts_in_a_folder_named_without_its_slash(reader: &Reader<'_>) -> Result<()> {
    let folder = "/2019/11/story";
    let site = reader.site(Manners::plain().in_folder(folder)).await?;
    let busy = &reader.story.busy()?.id;
    reader
        .driver
        .goto(site.url(&format!("{folder}?theme=dark#{busy}")))
        .await?;
    reader.becomes("ready").await?;
    reader.stands_at(busy).await?;
    // From here the other links of the page lead into the folder too.
    let here: String = reader.read("return location.href", vec![]).await?;
    ensure!(
        here == site.url(&format!("{folder}/?theme=dark#{busy}")),
        "the address is {here}"
    );
    Ok(())
}

/// The app stops while it hides points, folds the lists and has moved the map: all of it comes back.
pub(crate) async fn an_app_that_stops_hides_nothing(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::plain()).await?;
    let busy = &reader.story.busy()?.id;
    reader.open_ready(&site.url(&format!("/#{busy}&lens=open"))).await?;
    reader.stands_at(busy).await?;
    reader.click("[data-action=\"zoom-in\"]").await?;
    let hidden = reader.unreadable().await?;
    ensure!(!hidden.is_empty(), "nothing was hidden before the app stopped");
    reader.read::<()>(STOP, vec![]).await?;
    reader.becomes("failed").await?;
    says_so_in_one_line(reader).await?;
    until("everything to be readable", async || reader.can_read_everything().await).await?;
    until("the whole map", async || {
        let outside: Vec<String> = reader.read(include_str!("../js/outside-map.js"), vec![]).await?;
        ensure!(outside.is_empty(), "the map leaves out {outside:?}");
        Ok(())
    })
    .await
}

/// While the app is awaited, the page stands where the app will open.
pub(crate) async fn the_loader_opens_where_the_app_will(reader: &Reader<'_>) -> Result<()> {
    let places = openings(reader.story)?;
    let awaiting = reader.site(Manners::with_fault(Fault::Stalled)).await?;
    for (place, home) in &places {
        reader.open(&awaiting.url(place)).await?;
        shows_only(reader, home).await.with_context(|| place.clone())?;
    }
    Ok(())
}

/// The same addresses lead the app to the same questions. A case of its own: each address is a page to load.
pub(crate) async fn the_app_opens_where_the_loader_did(reader: &Reader<'_>) -> Result<()> {
    let places = openings(reader.story)?;
    let site = reader.site(Manners::plain()).await?;
    let first = &reader.story.first()?.id;
    let (things, others): (Vec<_>, Vec<_>) = places.iter().partition(|(place, _)| place.starts_with("/#"));
    // The app opens at the first question by itself.
    let elsewhere = things.into_iter().filter(|(_, home)| home != first).take(6);
    for (place, home) in others.into_iter().chain(elsewhere) {
        reader.open_ready(&site.url(place)).await?;
        let within = || format!("{place}, with the app");
        shows_only(reader, home).await.with_context(within)?;
    }
    Ok(())
}

/// Addresses, each with the question that it opens at: for a thing the first that concerns it.
fn openings(story: &Story) -> Result<Vec<(String, String)>> {
    let (first, busy) = (story.first()?.id.clone(), story.busy()?.id.clone());
    let mut places = vec![
        (format!("/?start={busy}#list-sources"), busy.clone()),
        (format!("/?start={busy}#no-such-thing"), busy),
        ("/#no-such-thing".to_owned(), first),
    ];
    let kinds: [fn(&Question) -> &Vec<String>; 3] = [
        |question| &question.actors,
        |question| &question.ties,
        |question| &question.events,
    ];
    for question in &story.questions {
        for concerned in kinds {
            let Some(id) = concerned(question).first() else {
                continue;
            };
            let mut homes = story.questions.iter().filter(|other| concerned(other).contains(id));
            let home = homes.next().context("a question concerns it")?;
            places.push((format!("/#{id}"), home.id.clone()));
        }
    }
    Ok(places)
}

pub(super) async fn shows_only(reader: &Reader<'_>, id: &str) -> Result<()> {
    reader
        .sees(&format!("only {id}, by the style sheet"), |view| {
            ensure!(
                view.shown == [id],
                "the questions that can be seen are {:?}",
                view.shown
            );
            Ok(())
        })
        .await?;
    Ok(())
}

async fn says_so_in_one_line(reader: &Reader<'_>) -> Result<()> {
    until("one notice in one line", async || {
        let lines: Vec<u32> = reader.read(include_str!("../js/notice-lines.js"), vec![]).await?;
        ensure!(lines == [1], "the visible notices have {lines:?} lines");
        Ok(())
    })
    .await
}
