//! Where a move leads the reader: focus, sight, announcement, camera; and that nothing leads astray once the app has failed.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::map::camera;
use crate::find::{ALL, question};
use crate::manners::Manners;
use crate::reader::{Reader, Viewport};
use crate::wait::until;

/// Makes the next insertion into the page fail, as a browser extension that moves elements can.
pub(super) const BREAK: &str =
    "Node.prototype.insertBefore = Node.prototype.appendChild = () => { throw new Error('moved') }";

/// Where the title of the detail stands in the window, and how high the window is.
async fn title_of_detail(reader: &Reader<'_>) -> Result<(f64, f64)> {
    // What lies under the stage, which stays while the page scrolls, is out of sight.
    let script = "const title = all('[data-view=\"detail\"] h3').find(shown);
        const box = title?.getBoundingClientRect();
        const met = box && title.contains(document.elementFromPoint(box.x + 4, box.y + box.height / 2));
        return [met ? box.top : -1, innerHeight]";
    reader.read(script, vec![]).await
}

pub(crate) async fn what_a_link_selects_is_read_from_its_beginning(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = reader.story.busy()?;
    let actor = &busy.actors[0];
    let chip = format!(
        r##"{} a[href="#{actor}"]:not([data-actor], [data-answer] a, [data-claim] a)"##,
        question(&busy.id)
    );
    for window in [Viewport::DESK, Viewport::PHONE] {
        reader.resize(window).await?;
        // The browser has gone to the actor's row before the app took over.
        reader.open_ready(&site.url(&format!("/#{actor}"))).await?;
        in_sight(reader, "the title after opening its address").await?;
        reader.open_ready(&site.url(&format!("/#{}", busy.id))).await?;
        reader.click(&chip).await?;
        in_sight(reader, "the title after following a link below the points").await?;
        for point in [busy.points.first().context("a point")?, longest(reader)?] {
            reader.open_ready(&site.url(&format!("/#{}", point.id))).await?;
            starts_in_sight(reader, &point.id).await?;
        }
    }
    reader.has_no_trouble().await
}

fn longest<'a>(reader: &'a Reader<'_>) -> Result<&'a crate::story::Point> {
    let points = reader.story.questions.iter().flat_map(|question| &question.points);
    points.max_by_key(|point| point.at.len()).context("a point")
}

async fn starts_in_sight(reader: &Reader<'_>, id: &str) -> Result<()> {
    until(&format!("{id} from its beginning"), async || {
        let script = "const point = all(arguments[0]).find(shown);
            const box = point?.getBoundingClientRect();
            const met = box && point.contains(document.elementFromPoint(box.x + 24, box.y + 12));
            return [met ?? false, box?.top ?? -1, box?.height ?? 0, point?.querySelector('details')?.open ?? false]";
        let claim = json!(format!(r#"[data-claim="{id}"]"#));
        let (met, top, height, open): (bool, f64, f64, bool) = reader.read(script, vec![claim]).await?;
        ensure!(
            met && open,
            "its top is at {top}, met: {met}, open: {open}, {height} px high"
        );
        Ok(())
    })
    .await
}

async fn in_sight(reader: &Reader<'_>, what: &str) -> Result<()> {
    until(what, async || {
        let (top, window) = title_of_detail(reader).await?;
        ensure!(top >= 0.0 && top < window - 24.0, "it is at {top} px of {window}");
        Ok(())
    })
    .await
}

pub(crate) async fn a_panic_later_leaves_every_link_alive(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::plain()).await?;
    reader.open_ready(&site.url("/")).await?;
    let [first, second, .., last] = reader.story.questions.as_slice() else {
        anyhow::bail!("three questions are needed")
    };
    reader.stands_at(&first.id).await?;
    reader.read::<()>(BREAK, vec![]).await?;
    reader.follow_step(&second.id).await?;
    reader.becomes("failed").await?;
    until("everything to be readable", async || reader.can_read_everything().await).await?;
    reader.jumps_to(&last.id).await
}

pub(crate) async fn a_link_followed_twice_leads_twice(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = reader.story.busy()?;
    reader.open_ready(&site.url("/")).await?;
    reader.click(ALL).await?;
    for _ in 0..2 {
        reader.jumps_to(&busy.id).await?;
        reader
            .sees(&format!("the focus in {}", busy.id), |view| {
                ensure!(
                    view.focused_question.as_deref() == Some(busy.id.as_str()),
                    "it is on {}",
                    view.focus
                );
                Ok(())
            })
            .await?;
        // Away again, as a reader who scrolls on.
        reader
            .read::<()>("document.activeElement.blur(); scrollTo(0, 0)", vec![])
            .await?;
    }
    reader.has_no_trouble().await
}

pub(crate) async fn opening_a_link_announces_nothing(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = reader.story.busy()?;
    let actor = &busy.actors[0];
    reader
        .open_ready(&site.url(&format!("/#{}&actor={actor}", busy.id)))
        .await?;
    let view = reader
        .sees(&format!("{actor} selected"), |view| {
            ensure!(view.actors == [actor.as_str()], "data-selected is on {:?}", view.actors);
            Ok(())
        })
        .await?;
    ensure!(view.announced.is_empty(), "it says {:?}", view.announced);
    reader.has_no_trouble().await
}

pub(crate) async fn a_zoom_by_hand_ends_with_the_question(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    reader.resize(Viewport::PHONE).await?;
    reader.open_ready(&site.url("/")).await?;
    let mut set = Vec::new();
    for question in &reader.story.questions {
        goes_to(reader, &question.id).await?;
        set.push((question, camera(reader).await?));
    }
    // The walk's order may have no two questions whose small maps are equally large; a list has.
    let same = set.iter().enumerate().find_map(|(idx, (one, camera))| {
        let (other, _) = set[idx + 1..].iter().find(|(_, other)| other.1 == camera.1)?;
        Some((*one, *other))
    });
    let (one, other) = same.context("no two questions have maps of one size")?;
    goes_to(reader, &one.id).await?;
    for _ in 0..3 {
        reader.click(r#"[data-action="zoom-in"]"#).await?;
    }
    let near = camera(reader).await?;
    goes_to(reader, &other.id).await?;
    let fresh = &set
        .iter()
        .find(|(question, _)| question.id == other.id)
        .context("a question")?
        .1;
    ensure!(near != *fresh, "zooming in moved nothing");
    until(&format!("the camera set for {}", other.id), async || {
        let now = camera(reader).await?;
        ensure!(now == *fresh, "it is {now:?}, and was {fresh:?} before any zoom");
        Ok(())
    })
    .await?;
    reader.has_no_trouble().await
}

async fn goes_to(reader: &Reader<'_>, id: &str) -> Result<()> {
    reader.turn_to_fragment(id).await?;
    reader.stands_at(id).await?;
    Ok(())
}

async fn points_shown(reader: &Reader<'_>, asked: &str) -> Result<Vec<String>> {
    let script = "return all(arguments[0]).filter(shown).map((claim) => claim.dataset.claim)";
    let claims = format!("{} [data-claim]", question(asked));
    reader.read(script, vec![json!(claims)]).await
}

pub(crate) async fn a_lens_from_a_link_can_be_released(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let mixed = reader
        .story
        .questions
        .iter()
        .find(|question| {
            question
                .points
                .iter()
                .any(|point| point.basis != question.points[0].basis)
        })
        .context("every question rests on one basis")?;
    let lens = &mixed.points[0].basis;
    reader
        .open_ready(&site.url(&format!("/#{}&lens={lens}", mixed.id)))
        .await?;
    let expected: Vec<&str> = mixed
        .points
        .iter()
        .filter(|point| point.basis == *lens)
        .map(|point| point.id.as_str())
        .collect();
    until("only the points of the lens", async || {
        let seen = points_shown(reader, &mixed.id).await?;
        ensure!(seen == expected, "there are {seen:?}");
        Ok(())
    })
    .await?;
    reader.click(r#"[data-filter="lens"]"#).await?;
    until("every point again", async || {
        let seen = points_shown(reader, &mixed.id).await?;
        ensure!(seen.len() == mixed.points.len(), "there are {seen:?}");
        let fragment = reader.view().await?.fragment;
        ensure!(fragment == format!("#{}", mixed.id), "the address says `{fragment}`");
        Ok(())
    })
    .await?;
    reader.has_no_trouble().await
}
