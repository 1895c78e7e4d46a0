//! The whole page as a file: template, head tags, inlined style sheet and
//! loader, inline data, headers. Native only.
//!
//! Rendering is deterministic: the same story and the same assets give the
//! same bytes. Nothing here reads the disk; `bin/press.rs` does.

mod assets;
mod headers;
mod open_data;

use std::rc::Rc;

use thiserror::Error;
use yew::LocalServerRenderer;

pub use assets::{AssetError, Assets, SCRIPTS, STYLES, content_hash};
pub use headers::headers;
pub use open_data::open_data;

use crate::map::{Edge, Node, Request, Scene, layout};
use crate::story::Story;
use crate::story::brief::Brief;
use crate::ui::document::{Appendix, DocumentProps, Masthead, Walk};
use crate::ui::instruments::{App, AppProps, Data, Shared};
use crate::wire::{Token, Wire};

/// Where the head tags go in the template.
pub const HEAD_SLOT: &str = "<meta name=\"page-head\">";
/// Where the page goes in the template.
pub const BODY_SLOT: &str = "<div id=\"page\"></div>";

/// Why a page cannot be made.
#[derive(Debug, Error)]
pub enum PageError {
    /// The template must have each slot once.
    #[error("the template must have `{slot}` exactly once; it stands there {found} times")]
    Slot {
        /// The slot's text.
        slot: &'static str,
        /// How often it was found.
        found: usize,
    },
    /// The data cannot be written.
    #[error("the instruments' data cannot be written as JSON: {0}")]
    Data(#[from] serde_json::Error),
}

impl Data {
    /// What the instruments need of a story, with the map laid out.
    pub fn of(story: &Story) -> Self {
        let brief = Brief::of(story);
        let request = Request {
            sides: brief.sides.iter().map(|side| side.name.to_string()).collect(),
            actors: brief.actors.iter().map(|actor| Node { label: actor.short.to_string(), side: actor.side }).collect(),
            ties: brief
                .ties
                .iter()
                .map(|tie| Edge { from: tie.from, to: tie.to, label: tie.verb.to_string(), directed: tie.directed })
                .collect(),
            scenes: brief
                .questions
                .iter()
                .map(|question| Scene { actors: question.actors.clone(), ties: question.ties.clone() })
                .collect(),
        };
        Self { map: layout(&request), brief }
    }
}

/// The page of a story: the template with its slots filled.
///
/// # Errors
/// When a slot is missing or doubled, or the data cannot be written.
pub async fn page(story: Story, template: &str, assets: &Assets) -> Result<String, PageError> {
    let data = Data::of(&story);
    let json = inline_data(&data)?;
    let head = head(&story, assets);
    let lang = story.meta.lang.clone();
    let slug = story.meta.slug.clone();
    let body = body(story, data, &json).await;
    let page = fill(template, HEAD_SLOT, &head)?;
    let page = fill(&page, BODY_SLOT, &body)?;
    let html = format!("<html lang=\"{}\" data-app=\"static\" data-story=\"{}\"", escape(&lang), escape(&slug));
    fill(&page, "<html lang=\"en\" data-app=\"static\"", &html)
}

/// The data as one flat JSON list, with nothing in it that could end its element.
fn inline_data(data: &Data) -> Result<String, serde_json::Error> {
    let mut tokens = Vec::new();
    data.write(&mut tokens);
    let list: Vec<serde_json::Value> = tokens
        .into_iter()
        .map(|token| match token {
            Token::Number(number) => number.into(),
            Token::Text(text) => text.as_ref().into(),
        })
        .collect();
    Ok(serde_json::to_string(&list)?.replace('<', "\\u003c"))
}

fn fill(template: &str, slot: &'static str, content: &str) -> Result<String, PageError> {
    match template.matches(slot).count() {
        1 => Ok(template.replacen(slot, content, 1)),
        found => Err(PageError::Slot { slot, found }),
    }
}

async fn body(story: Story, data: Data, json: &str) -> String {
    let props = DocumentProps { story: Rc::new(story) };
    let masthead = LocalServerRenderer::<Masthead>::with_props(props.clone()).hydratable(false).render().await;
    let walk = LocalServerRenderer::<Walk>::with_props(props.clone()).hydratable(false).render().await;
    let appendix = LocalServerRenderer::<Appendix>::with_props(props).hydratable(false).render().await;
    let app = LocalServerRenderer::<App>::with_props(AppProps { data: Shared(Rc::new(data)) }).render().await;
    [
        "<a class=\"skip\" href=\"#walk\">Skip to the questions</a>\n",
        &masthead,
        "\n<p class=\"notice\" data-notice role=\"status\" hidden></p>\n<main class=\"page\">",
        &walk,
        "<div id=\"instruments\" class=\"instruments\">",
        &app,
        "</div></main>\n",
        &appendix,
        "\n<p class=\"visually-hidden\" role=\"status\" aria-live=\"polite\" data-announce></p>",
        "\n<script type=\"application/json\" id=\"story-data\">",
        json,
        "</script>",
    ]
    .concat()
}

fn head(story: &Story, assets: &Assets) -> String {
    let title = escape(&story.meta.headline);
    let description = escape(&story.meta.standfirst.plain());
    format!(
        "<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
         <meta property=\"og:title\" content=\"{title}\">\n<meta property=\"og:description\" content=\"{description}\">\n\
         <meta property=\"og:type\" content=\"article\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <style>{}</style>\n<script data-js=\"{}\" data-wasm=\"{}\">{}</script>",
        assets.style,
        escape(&assets.js),
        escape(&assets.wasm),
        assets.script
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
