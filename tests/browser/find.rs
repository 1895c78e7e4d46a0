//! What can be found on the page: hooks of the contract as selectors, and what is to be seen at one moment.

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::reader::Reader;

pub(crate) const NEXT: &str = r#"[data-action="next"]"#;
pub(crate) const BACK: &str = r#"[data-action="back"]"#;
pub(crate) const ALL: &str = r#"[data-action="all"]"#;
pub(crate) const MAP: &str = r#"[data-view="map"]"#;

pub(crate) const QUESTIONS: &str = r#"[data-list="questions"]"#;

pub(crate) fn question(id: &str) -> String {
    format!(r#"section[data-question="{id}"]"#)
}

/// The link to a question in the list of questions.
pub(crate) fn step(id: &str) -> String {
    format!(r##"{QUESTIONS} a[href="#{id}"]"##)
}

pub(crate) fn actor_on_map(id: &str) -> String {
    format!(r#"[data-view="map"] [data-actor="{id}"]"#)
}

pub(crate) fn event_on_timeline(id: &str) -> String {
    format!(r#"[data-view="timeline"] [data-event="{id}"]"#)
}

/// What a reader could tell about the page at one moment.
#[derive(Debug, Deserialize)]
pub(crate) struct View {
    pub(crate) app: String,
    /// The questions marked as current; there should be one.
    pub(crate) current: Vec<String>,
    /// The questions that can be seen.
    pub(crate) shown: Vec<String>,
    /// Where the links marked as the current step lead.
    pub(crate) steps: Vec<String>,
    pub(crate) fragment: String,
    /// What has the focus, for a message.
    pub(crate) focus: String,
    pub(crate) focused_question: Option<String>,
    /// What the live regions say.
    pub(crate) announced: Vec<String>,
    /// Texts such as `3 of 11` that can be seen, outside the live regions.
    pub(crate) progress: Vec<String>,
    pub(crate) notices: Vec<String>,
    pub(crate) actors: Vec<String>,
    pub(crate) ties: Vec<String>,
    pub(crate) events: Vec<String>,
    pub(crate) details: Vec<Detail>,
    /// What went wrong so far, on a site that is watched.
    pub(crate) trouble: Option<Vec<String>>,
}

/// A detail that can be seen.
#[derive(Debug, Deserialize)]
pub(crate) struct Detail {
    pub(crate) text: String,
    /// The bases marked in it or around it.
    pub(crate) bases: Vec<String>,
}

impl View {
    /// The question named first in the address, if one is.
    pub(crate) fn place(&self) -> Option<&str> {
        let first = self.fragment.strip_prefix('#')?.split('&').next()?;
        (!first.is_empty() && !first.contains('=')).then_some(first)
    }

    /// Whether the address carries this part, such as `actor=mek`.
    pub(crate) fn carries(&self, part: &str) -> bool {
        self.fragment
            .trim_start_matches('#')
            .split('&')
            .any(|carried| carried == part)
    }
}

impl Reader<'_> {
    pub(crate) async fn view(&self) -> Result<View> {
        self.read(include_str!("js/view.js"), vec![]).await
    }

    /// Everything of the story that a reader cannot see now, by name.
    pub(crate) async fn unreadable(&self) -> Result<Vec<String>> {
        let story = self.story;
        let ids = |list: Vec<&String>| serde_json::to_value(list).context("ids are strings");
        let expected = vec![
            ids(story.questions.iter().map(|question| &question.id).collect())?,
            ids(story
                .questions
                .iter()
                .flat_map(|question| &question.points)
                .map(|point| &point.id)
                .collect())?,
            ids(story.actors.iter().map(|actor| &actor.id).collect())?,
            ids(story.ties.iter().map(|tie| &tie.id).collect())?,
            ids(story.events.iter().map(|event| &event.id).collect())?,
            ids(story.sources.iter().map(|source| &source.id).collect())?,
        ];
        self.read(include_str!("js/unreadable.js"), expected).await
    }
}
