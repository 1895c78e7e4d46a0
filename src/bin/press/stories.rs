//! The stories on the disk, and the day on which they are checked.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, ensure};
use throughline::counted;
use throughline::story::Story;
use throughline::story::check::{Folder, Stories, Unread};
use throughline::story::date::{Day, Shape, When};

const ROOT: &str = "static/stories";

/// What is there, whatever it is worth.
pub(crate) fn found() -> Result<Stories> {
    ensure!(
        Path::new("static").is_dir(),
        "there is no folder `static`; run this at the root of the project"
    );
    let mut names = match fs::read_dir(ROOT) {
        Ok(entries) => entries
            .filter_map(Result::ok)
            .filter(|entry| entry.path().is_dir())
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            // Hidden folders are those of tools.
            .filter(|name| !name.starts_with('.'))
            .collect(),
        Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error).with_context(|| format!("{ROOT} cannot be read")),
    };
    names.sort();
    let folders = names.into_iter().map(|name| Folder {
        source: source(&Path::new(ROOT).join(&name).join("story.toml")),
        name,
    });
    Ok(Stories {
        root: ROOT.to_owned(),
        folders: folders.collect(),
    })
}

fn source(file: &Path) -> Result<String, Unread> {
    fs::read_to_string(file).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Unread::Missing,
        _ => Unread::Unreadable(error.to_string()),
    })
}

/// How much a story has of what.
pub(crate) fn summary(story: &Story) -> String {
    let numbers = [
        counted(story.questions.len(), "question"),
        counted(story.actors.len(), "actor"),
        counted(story.ties.len(), "tie"),
        counted(story.events.len(), "event"),
        counted(story.records.len(), "record note"),
        counted(story.sources.len(), "source"),
    ];
    format!("{}, no problems", numbers.join(", "))
}

/// How far the clock of Kiribati is ahead.
const MOST_AHEAD: u64 = 14 * 60 * 60;

/// The day it is now, where it is the latest: no author's own day may count as one to come.
#[expect(
    clippy::disallowed_methods,
    reason = "the day is held against the story and does not go into the page"
)]
pub(crate) fn today() -> Result<Day> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    Ok(Day(i32::try_from((now + MOST_AHEAD) / (24 * 60 * 60))?))
}

/// A day as it is typed.
pub(crate) fn day(typed: &str) -> Result<Day, String> {
    let when = When::parse(typed).map_err(|error| error.to_string())?;
    let day = when.earliest().filter(|day| Some(*day) == when.latest());
    day.filter(|_| matches!(when.shape(), Shape::Date(_)))
        .ok_or_else(|| format!("`{typed}` is not one day"))
}
