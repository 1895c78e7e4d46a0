//! The evidence of a point: opening it names it in the address, and moves nothing.

use anyhow::{Result, bail, ensure};
use serde::Deserialize;
use serde_json::json;

use super::embed::{enter, frame};
use crate::find::question;
use crate::host::Host;
use crate::manners::{Fault, Manners};
use crate::reader::Reader;
use crate::story::{Point, Question};
use crate::wait::until;

/// The mark that opens the evidence of a point.
fn mark(point: &Point) -> String {
    format!(r#"[data-claim="{}"] summary"#, point.id)
}

fn two_points<'a>(reader: &'a Reader<'_>) -> Result<(&'a Question, [&'a Point; 2])> {
    let asked = &reader.story.questions[1];
    let [one, other, ..] = asked.points.as_slice() else {
        bail!("two points are needed")
    };
    Ok((asked, [one, other]))
}

/// What opening must leave as it is.
#[derive(Debug, Deserialize, PartialEq)]
struct Stance {
    /// Where the mark stands in the window.
    top: f64,
    focus: String,
    history: u32,
}

/// The mark, brought to the middle of the window with the focus on it, and how the page stands then.
async fn stance(reader: &Reader<'_>, point: &Point, moves: bool) -> Result<Stance> {
    let script = "const mark = all(arguments[0]).find(shown);
        if (arguments[1]) {
            mark.scrollIntoView({ block: 'center', behavior: 'instant' });
            mark.focus({ preventScroll: true });
        }
        const focus = named(document.activeElement);
        return { top: Math.round(mark.getBoundingClientRect().top), focus, history: history.length }";
    reader.read(script, vec![json!(mark(point)), json!(moves)]).await
}

async fn names(reader: &Reader<'_>, asked: &Question, claim: Option<&str>) -> Result<()> {
    let expected = claim.map_or_else(
        || format!("#{}", asked.id),
        |point| format!("#{}&claim={point}", asked.id),
    );
    reader
        .sees(&format!("the address {expected}"), |view| {
            ensure!(view.fragment == expected, "it says `{}`", view.fragment);
            Ok(())
        })
        .await?;
    Ok(())
}

async fn is_open(reader: &Reader<'_>, point: &Point) -> Result<()> {
    until(&format!("the evidence of {}", point.id), async || {
        let script = "return all(arguments[0]).some(shown)";
        let body = format!(r#"[data-claim="{}"] [data-view="detail"]"#, point.id);
        let open: bool = reader.read(script, vec![json!(body)]).await?;
        ensure!(open, "it cannot be seen");
        Ok(())
    })
    .await
}

async fn opens_and_closes(reader: &Reader<'_>) -> Result<()> {
    let (asked, [one, other]) = two_points(reader)?;
    for point in [one, other] {
        let before = stance(reader, point, true).await?;
        // By script: keys do not reach a frame in WebKit's driver.
        let open = "all(arguments[0]).find(shown).click()";
        reader.read::<()>(open, vec![json!(mark(point))]).await?;
        names(reader, asked, Some(&point.id)).await?;
        let after = stance(reader, point, false).await?;
        ensure!(before == after, "opening {} took {before:?} to {after:?}", point.id);
    }
    // Both are open: the first one that closes is not the one in the address.
    is_open(reader, one).await?;
    reader.click(&mark(one)).await?;
    names(reader, asked, Some(&other.id)).await?;
    reader.click(&mark(other)).await?;
    names(reader, asked, None).await
}

pub(crate) async fn opening_evidence_names_it_in_the_address(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let (asked, [one, other]) = two_points(reader)?;
    reader.open_ready(&site.url(&format!("/#{}", asked.id))).await?;
    reader.stands_at(&asked.id).await?;
    opens_and_closes(reader).await?;
    reader
        .open_ready(&site.url(&format!("/#{}&claim={}", asked.id, other.id)))
        .await?;
    is_open(reader, other).await?;
    // What was selected before stays, and both are in the address.
    let actor = &asked.actors[0];
    reader
        .open_ready(&site.url(&format!("/#{}&actor={actor}", asked.id)))
        .await?;
    reader.click(&mark(one)).await?;
    reader
        .sees("the actor and the point in the address", |view| {
            let both = format!("#{}&actor={actor}&claim={}", asked.id, one.id);
            ensure!(view.fragment == both, "it says `{}`", view.fragment);
            ensure!(view.actors == [actor.as_str()], "selected are {:?}", view.actors);
            Ok(())
        })
        .await?;
    reader.has_no_trouble().await
}

pub(crate) async fn opening_evidence_in_a_frame_names_it_too(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let (asked, _) = two_points(reader)?;
    let host = Host::start(&frame(&site.url(&format!("/#{}", asked.id)), "")).await?;
    reader.open(host.url()).await?;
    enter(reader).await?;
    reader.stands_at(&asked.id).await?;
    opens_and_closes(reader).await?;
    reader.has_no_trouble().await
}

/// The browser opens evidence by itself while the app is awaited; the address follows once it runs.
pub(crate) async fn evidence_opened_before_the_app_runs_is_named_then(reader: &Reader<'_>) -> Result<()> {
    let mut manners = Manners::watched();
    manners.fault = Fault::Stalled;
    let site = reader.site(manners).await?;
    let (asked, [one, _]) = two_points(reader)?;
    reader.open(&site.url(&format!("/#{}", asked.id))).await?;
    reader.click(&format!("{} {}", question(&asked.id), mark(one))).await?;
    is_open(reader, one).await?;
    site.let_through();
    reader.becomes("ready").await?;
    names(reader, asked, Some(&one.id)).await?;
    is_open(reader, one).await?;
    reader.has_no_trouble().await
}
