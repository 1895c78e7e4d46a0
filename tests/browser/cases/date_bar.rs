//! One date for both pictures: asked for, typed, stepped from change to change, and let go of.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::find::{MAP, question};
use crate::manners::Manners;
use crate::reader::{Reader, Viewport};
use crate::wait::until;

const DATE: &str = r#"[data-action="date"]"#;
const FIELD: &str = r#"input[name="asof"]"#;

const DESK: Viewport = Viewport {
    width: 1280,
    height: 900,
};

/// What the address says of the date.
async fn pinned(reader: &Reader<'_>) -> Result<Option<String>> {
    let script = "return /&asof=([^&]*)/.exec(location.hash)?.[1] ?? null";
    reader.read(script, vec![]).await
}

async fn pins(reader: &Reader<'_>, expected: Option<&str>) -> Result<()> {
    until("the address to name the date", async || {
        let found = pinned(reader).await?;
        ensure!(found.as_deref() == expected, "it is {found:?}, not {expected:?}");
        Ok(())
    })
    .await
}

/// Types this in place of what stands in the field, presses Enter, and says whether the browser takes it.
async fn types(reader: &Reader<'_>, date: &str) -> Result<bool> {
    let select = "all(arguments[0]).find(shown).select()";
    reader.read::<()>(select, vec![json!(FIELD)]).await?;
    let field = reader.first_shown(FIELD).await?;
    field.send_keys(date.to_owned() + Key::Enter).await?;
    let is_valid = "return all(arguments[0]).find(shown).validity.valid";
    reader.read(is_valid, vec![json!(FIELD)]).await
}

/// To the next change after a date, and back to one before it.
async fn steps_to_changes(reader: &Reader<'_>, from: &str) -> Result<()> {
    reader.click(r#"[data-action="date-next"]"#).await?;
    let next = until("the next change", async || {
        let next = pinned(reader).await?;
        ensure!(next.as_deref().is_some_and(|date| date > from), "it is {next:?}");
        Ok(next)
    })
    .await?;
    reader.click(r#"[data-action="date-back"]"#).await?;
    until("the change before", async || {
        let back = pinned(reader).await?;
        ensure!(back < next, "it is {back:?} after {next:?}");
        Ok(())
    })
    .await?;
    Ok(())
}

/// What had not begun is not shown, and of each kind there is something.
async fn stands_as_in_1990(reader: &Reader<'_>) -> Result<()> {
    let script = "return all(`${arguments[0]} [data-state=\"not-begun\"]`).filter(shown).map(named)";
    let early: Vec<String> = reader.read(script, vec![json!(MAP)]).await?;
    ensure!(early.is_empty(), "shown in 1990: {early:?}");
    let states = "return all(`${arguments[0]} [data-tie][data-state]`).map((tie) => tie.dataset.state)";
    let states: Vec<String> = reader.read(states, vec![json!(MAP)]).await?;
    ensure!(
        ["in-force", "not-begun", "undated"]
            .iter()
            .all(|state| states.iter().any(|found| found == state)),
        "in 1990 the ties are {states:?}"
    );
    Ok(())
}

pub(crate) async fn a_date_is_asked_for_typed_stepped_and_let_go_of(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let dated = |ids: &[String]| {
        let ties = reader.story.ties.iter();
        ties.filter(|tie| tie.date.is_some() && ids.contains(&tie.id)).count()
    };
    let asked = reader
        .story
        .questions
        .iter()
        .max_by_key(|question| dated(&question.ties));
    let asked = asked.expect("the story has questions");
    for window in [Viewport::PHONE, DESK] {
        reader.resize(window).await?;
        reader.open_ready(&site.url(&format!("/#{}", asked.id))).await?;
        reader.stands_at(&asked.id).await?;
        reader.click(DATE).await?;
        ensure!(!types(reader, "soon").await?, "“soon” is taken for a date");
        pins(reader, None).await?;
        ensure!(types(reader, "1990").await?, "1990 is refused");
        pins(reader, Some("1990")).await?;
        stands_as_in_1990(reader).await?;
        steps_to_changes(reader, "1990").await?;
        // It stays across questions.
        reader.next().await?;
        ensure!(pinned(reader).await?.is_some(), "a step has let go of the date");
        reader.click(r#"[data-action="release-date"]"#).await?;
        pins(reader, None).await?;
        let shown = "return all(arguments[0]).filter(shown).length";
        let n_fields: usize = reader.read(shown, vec![json!(FIELD)]).await?;
        ensure!(n_fields == 0, "the field for the date has stayed");
        ensure!(
            reader.read::<usize>(shown, vec![json!(question(&asked.id))]).await? == 0,
            "the step has been taken back"
        );
    }
    reader.has_no_trouble().await
}
