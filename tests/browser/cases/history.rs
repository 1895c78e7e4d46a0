//! Where the browser's own way back leads: past a foreign fragment, to a list, and after the app has failed.

use anyhow::{Result, bail, ensure};
use serde_json::json;

use super::faults::STOP;
use super::leading::BREAK;
use crate::find::MAP;
use crate::manners::Manners;
use crate::reader::Reader;
use crate::story::Question;
use crate::wait::until;

fn three<'a>(reader: &'a Reader<'_>) -> Result<[&'a Question; 3]> {
    let [first, second, third, ..] = reader.story.questions.as_slice() else {
        bail!("three questions are needed")
    };
    Ok([first, second, third])
}

/// Presses the browser's own button for the way back.
async fn goes_back(reader: &Reader<'_>) -> Result<()> {
    reader.read("history.back()", vec![]).await
}

pub(crate) async fn back_to_a_foreign_fragment_is_back_to_the_first_question(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let [first, second, _] = three(reader)?;
    reader.open_ready(&site.url("/#xtor=RSS-1")).await?;
    reader.stands_at(&first.id).await?;
    reader.next().await?;
    reader.has_stepped_to(&second.id).await?;
    goes_back(reader).await?;
    reader.stands_at(&first.id).await?;
    // Nothing has cut off the way on.
    reader.read::<()>("history.forward()", vec![]).await?;
    reader.has_stepped_to(&second.id).await?;
    reader.has_no_trouble().await
}

pub(crate) async fn back_to_a_list_finds_its_address_and_the_list(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let [first, second, _] = three(reader)?;
    reader.open_ready(&site.url("/")).await?;
    reader.stands_at(&first.id).await?;
    reader.click(&format!(r##"{MAP} a[href="#list-ties"]"##)).await?;
    stands_in_list(reader, "after following the link").await?;
    reader.next().await?;
    reader.has_stepped_to(&second.id).await?;
    goes_back(reader).await?;
    stands_in_list(reader, "after going back").await?;
    reader.has_no_trouble().await
}

async fn stands_in_list(reader: &Reader<'_>, when: &str) -> Result<()> {
    until(&format!("the list of ties {when}"), async || {
        let script = "return [location.hash, all('[data-list=\"ties\"] [data-row]').filter(shown).length]";
        let (fragment, rows): (String, usize) = reader.read(script, vec![]).await?;
        ensure!(fragment == "#list-ties", "the address says `{fragment}`");
        let ties = reader.story.ties.len();
        ensure!(rows == ties, "{rows} of {ties} ties can be seen");
        Ok(())
    })
    .await
}

/// A page whose app has stopped or broken is a document; no change of its address brings the app back half alive.
pub(crate) async fn a_failed_app_stays_failed_whatever_the_address(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::plain()).await?;
    let [first, second, third] = three(reader)?;
    for fault in [BREAK, STOP] {
        reader.open_ready(&site.url("/")).await?;
        reader.stands_at(&first.id).await?;
        reader.read::<()>(fault, vec![]).await?;
        if fault == BREAK {
            reader.follow_step(&second.id).await?;
        }
        reader.becomes("failed").await?;
        for fragment in [format!("{}&lens=open", third.id), first.id.clone()] {
            changes_address(reader, &fragment).await?;
            let app = reader.view().await?.app;
            ensure!(app == "failed", "at #{fragment} html has data-app=\"{app}\"");
            reader.can_read_everything().await?;
        }
    }
    Ok(())
}

/// Changes the fragment, and waits until all who listen for that have had their frames to act on it.
async fn changes_address(reader: &Reader<'_>, fragment: &str) -> Result<()> {
    let script = "const [fragment, done] = arguments;
        const frames = (left) => (left ? requestAnimationFrame(() => frames(left - 1)) : done(null));
        addEventListener('hashchange', () => frames(3), { once: true });
        location.hash = fragment";
    reader.read_later(script, vec![json!(fragment)]).await
}
