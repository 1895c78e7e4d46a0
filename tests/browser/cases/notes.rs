//! Later notes of the record and points, where an address names them.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::selection::open_busy;
use crate::find::{View, question};
use crate::manners::Manners;
use crate::reader::Reader;
use crate::story::{Note, Point, Question};
use crate::wait::until;

pub(crate) async fn a_note_after_the_article_opens_at_the_question(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = open_busy(reader, &site).await?;
    let id = reader.point_at(r#"[data-view="timeline"] [data-record]"#).await?;
    let mut notes = reader.story.questions.iter().flat_map(Question::notes);
    let note = notes.find(|note| note.id == id).context("no question has it")?;
    reader
        .sees("the note in the detail", |view| {
            ensure!(
                view.details.iter().any(|detail| detail.text.contains(&note.text)),
                "open are {:?}",
                view.details
            );
            ensure!(
                view.place() == Some(busy.id.as_str()),
                "the address says `{}`",
                view.fragment
            );
            Ok(())
        })
        .await?;
    reader.stands_at(&busy.id).await?;
    reader.has_no_trouble().await
}

/// A later note that the first question does not have, and the first question that has it.
async fn later_note<'a>(reader: &'a Reader<'_>) -> Result<(&'a Question, &'a Note)> {
    let script = "return all('[data-view=\"timeline\"] [data-record]').map((mark) => mark.dataset.record)";
    let later: Vec<String> = reader.read(script, vec![]).await?;
    let [first, others @ ..] = reader.story.questions.as_slice() else {
        anyhow::bail!("the story has no question")
    };
    let mut found = others
        .iter()
        .flat_map(|asked| asked.notes().map(move |note| (asked, note)));
    let is_meant = |id: &String| later.contains(id) && first.notes().all(|other| other.id != *id);
    found
        .find(|(_, note)| is_meant(&note.id))
        .with_context(|| format!("the first question has every later note, or none of {later:?}"))
}

pub(crate) async fn a_later_note_has_an_address(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    reader.open_ready(&site.url("/")).await?;
    let (home, note) = later_note(reader).await?;
    reader.open_ready(&site.url(&format!("/#{}", note.id))).await?;
    shows_note(reader, home, note).await.context("opened by its id")?;
    // The address that the page has made of it restores the same.
    let address: String = reader.read("return location.href", vec![]).await?;
    reader.open_ready(&address).await?;
    shows_note(reader, home, note).await.context("opened again")?;
    reader.click(r#"[data-action="close"]"#).await?;
    until("the focus on the mark of the note", async || {
        let script = "return [document.activeElement?.dataset.record ?? '', named(document.activeElement)]";
        let (record, focus): (String, String) = reader.read(script, vec![]).await?;
        ensure!(record == note.id, "it is on {focus}");
        let fragment = reader.view().await?.fragment;
        ensure!(fragment == format!("#{}", home.id), "the address says `{fragment}`");
        Ok(())
    })
    .await?;
    reader.has_no_trouble().await
}

async fn shows_note(reader: &Reader<'_>, home: &Question, note: &Note) -> Result<View> {
    reader.stands_at(&home.id).await?;
    reader
        .sees(&format!("the detail of {}", note.id), |view| {
            let told = view.details.iter().any(|detail| detail.text.contains(&note.title));
            ensure!(told, "no detail says `{}`; open are {:?}", note.title, view.details);
            let record = format!("record={}", note.id);
            ensure!(
                view.place() == Some(&home.id) && view.carries(&record),
                "the address says `{}`",
                view.fragment
            );
            Ok(())
        })
        .await
}

/// The point can be seen, and its evidence with it.
async fn shows_evidence(reader: &Reader<'_>, point: &Point) -> Result<()> {
    until(&format!("the evidence of {}", point.id), async || {
        let script = "const claim = all(arguments[0]).find(shown);
            return claim ? all('[data-view=\"detail\"]', claim).filter(shown).map(words).join() : null";
        let claim = json!(format!(r#"[data-claim="{}"]"#, point.id));
        let text: Option<String> = reader.read(script, vec![claim]).await?;
        let text = text.context("the point cannot be seen")?;
        ensure!(!text.is_empty(), "nothing is open in the point");
        Ok(())
    })
    .await
}

pub(crate) async fn a_point_asked_for_by_name_shows_under_any_lens(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = reader.story.busy()?;
    let mut outside = busy.points.iter().filter(|point| point.basis != "open");
    let (point, other) = outside
        .next()
        .zip(outside.next())
        .with_context(|| format!("{} has no two points that are not open", busy.id))?;
    reader
        .open_ready(&site.url(&format!("/#{}&lens=open", busy.id)))
        .await?;
    reader.stands_at(&busy.id).await?;
    until("the lens to hide the point", async || {
        let hides = "return all(arguments[0]).every((claim) => !shown(claim))";
        let claims = json!(format!("{} [data-claim=\"{}\"]", question(&busy.id), point.id));
        ensure!(reader.read::<bool>(hides, vec![claims]).await?, "it shows");
        Ok(())
    })
    .await?;
    for asked in [point, other] {
        reader.turn_to_fragment(&asked.id).await?;
        shows_evidence(reader, asked).await?;
    }
    reader.stands_at(&busy.id).await?;
    reader.has_no_trouble().await
}

pub(crate) async fn a_point_named_with_another_question_opens_at_its_own(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let (first, busy) = (reader.story.first()?, reader.story.busy()?);
    let point = busy.points.first().context("a point")?;
    reader
        .open_ready(&site.url(&format!("/#{}&claim={}", first.id, point.id)))
        .await?;
    reader.stands_at(&busy.id).await?;
    shows_evidence(reader, point).await?;
    reader.has_no_trouble().await
}

/// A note stands in full in the page where it is read first; where it is opened later, it is told again.
pub(crate) async fn a_note_told_before_is_told_again_where_it_is_opened(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let questions = &reader.story.questions;
    let told_before = |idx: usize, note: &Note| {
        let mut told = questions[..idx].iter().flat_map(Question::notes);
        told.any(|told| told.id == note.id)
    };
    let (asked, point, note) = questions
        .iter()
        .enumerate()
        .flat_map(|(idx, asked)| asked.points.iter().map(move |point| (idx, asked, point)))
        .find_map(|(idx, asked, point)| {
            let note = point.record.iter().find(|note| told_before(idx, note))?;
            Some((asked, point, note))
        })
        .context("no point has a note that was told before")?;
    reader.open_ready(&site.url(&format!("/#{}", asked.id))).await?;
    tells_at_point(reader, point, note).await?;
    let (asked, note) = questions
        .iter()
        .enumerate()
        .find_map(|(idx, asked)| Some((asked, asked.since.iter().find(|note| told_before(idx, note))?)))
        .context("no question has a later note that was told before")?;
    reader.turn_to_fragment(&asked.id).await?;
    tells_below(reader, asked, note).await?;
    reader.has_no_trouble().await
}

async fn tells_at_point(reader: &Reader<'_>, point: &Point, note: &Note) -> Result<()> {
    reader.click(&format!(r#"[data-claim="{}"] summary"#, point.id)).await?;
    reader
        .sees(&format!("{} at {}", note.id, point.id), |view| {
            let told = view.details.iter().any(|detail| detail.text.contains(&note.text));
            ensure!(told, "open are {:?}", view.details);
            Ok(())
        })
        .await?;
    Ok(())
}

async fn tells_below(reader: &Reader<'_>, asked: &Question, note: &Note) -> Result<()> {
    reader.stands_at(&asked.id).await?;
    until(&format!("{} at {}", note.id, asked.id), async || {
        let script = "return words(all(arguments[0]).find(shown)).includes(arguments[1])";
        let told: bool = reader
            .read(script, vec![json!(question(&asked.id)), json!(note.text)])
            .await?;
        ensure!(told, "it is not told");
        Ok(())
    })
    .await
}
