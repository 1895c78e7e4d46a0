//! The whole page as a file: template, head tags, inlined style sheet and
//! loader, headers. Native only.
//!
//! Rendering is deterministic: the same story and the same assets give the
//! same bytes. Nothing here reads the disk; `bin/press.rs` does.

mod assets;
mod compact;
mod headers;
mod imports;
mod likeness;
mod open_data;
mod problems;
mod script;

use std::rc::Rc;

use thiserror::Error;
use yew::LocalServerRenderer;

pub use assets::{AssetError, Assets, Fetched, SCRIPTS, STYLES, content_hash};
pub use headers::headers;
pub use imports::rename_imports;
pub use likeness::named_by_likeness;
pub use open_data::open_data;
pub use problems::{PROBLEM_STYLE, problem_page, with_problems};
pub use script::{minified_module, minified_script};

use crate::story::Story;
use crate::ui::document::{Appendix, DocumentProps, Masthead, Walk};
use crate::ui::instruments::{App, AppProps, SharedModel};
use crate::view_model::ViewModel;
use compact::{EndTags, compact};

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
}

/// The page of a story: the template with its slots filled.
///
/// # Errors
/// When a slot is missing or doubled.
pub async fn page(story: Story, model: ViewModel, template: &str, assets: &Assets) -> Result<String, PageError> {
    let head = head(&story, assets);
    let lang = story.meta.lang.clone();
    let slug = story.meta.slug.clone();
    let body = body(story, model).await;
    let page = fill(&without_trunk(template), HEAD_SLOT, &head)?;
    let page = fill(&page, BODY_SLOT, &body)?;
    let html = format!(
        "<html lang=\"{}\" data-app=\"static\" data-story=\"{}\"",
        escape(&lang),
        escape(&slug)
    );
    fill(&page, "<html lang=\"en\" data-app=\"static\"", &html)
}

/// The template without what Trunk leaves of its own: an element for the app that it has built, a link to nowhere.
fn without_trunk(template: &str) -> String {
    let mut parts = template.split("<link data-trunk");
    let mut page = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        page += part.split_once('>').map_or("", |(_, after)| after.trim_start());
    }
    page
}

/// Fills a slot of a template.
///
/// # Errors
/// When the slot is missing or doubled.
pub fn fill(template: &str, slot: &'static str, content: &str) -> Result<String, PageError> {
    match template.matches(slot).count() {
        1 => Ok(template.replacen(slot, content, 1)),
        found => Err(PageError::Slot { slot, found }),
    }
}

async fn body(story: Story, model: ViewModel) -> String {
    let props = DocumentProps { story: Rc::new(story) };
    let masthead = LocalServerRenderer::<Masthead>::with_props(props.clone())
        .hydratable(false)
        .render()
        .await;
    let walk = LocalServerRenderer::<Walk>::with_props(props.clone())
        .hydratable(false)
        .render()
        .await;
    let appendix = LocalServerRenderer::<Appendix>::with_props(props)
        .hydratable(false)
        .render()
        .await;
    let app = LocalServerRenderer::<App>::with_props(AppProps {
        data: SharedModel(Rc::new(model)),
    })
    .render()
    .await;
    [
        "<a class=\"skip\" href=\"#walk\">Skip to the questions</a>\n",
        &compact(&masthead, EndTags::Needed),
        "\n<p class=\"notice\" data-notice role=\"status\" hidden></p>\n<main class=\"page\">",
        &compact(&walk, EndTags::Needed),
        "<div id=\"instruments\" class=\"instruments\">",
        &compact(&without_type_names(&app), EndTags::All),
        "</div></main>\n",
        &compact(&appendix, EndTags::Needed),
        "\n<p class=\"visually-hidden\" role=\"status\" aria-live=\"polite\" data-announce></p>",
    ]
    .concat()
}

/// The markup without the names of the components, which a debug build of Yew writes beside the marks that hydration
/// looks for. There are hundreds of them.
fn without_type_names(markup: &str) -> String {
    ["<!--<[", "<!--</["].iter().fold(markup.to_owned(), |markup, mark| {
        let (before, parts) = markup.split_once(mark).unwrap_or((&markup, ""));
        let nameless = |part: &str| format!("{mark}{}", part.find("]>").map_or(part, |end| &part[end..]));
        let parts = parts.split(mark).filter(|part| !part.is_empty());
        before.to_owned() + &parts.map(nameless).collect::<String>()
    })
}

fn head(story: &Story, assets: &Assets) -> String {
    let title = escape(&story.meta.headline);
    let description = escape(&story.meta.standfirst.plain());
    format!(
        "<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
         <meta property=\"og:title\" content=\"{title}\">\n<meta property=\"og:description\" content=\"{description}\">\n\
         <meta property=\"og:type\" content=\"article\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <style>{}</style>\n<script data-js=\"{}\" data-wasm=\"{}\" data-model=\"{}\">{}</script>",
        assets.style,
        escape(&assets.js),
        escape(&assets.wasm),
        escape(&assets.model),
        assets.script
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marks_of_hydration_stay_and_the_names_in_them_go() {
        let written = "<!--<[a::App]>--><p>in [2019]</p><!--<[a::Map]>-->b<!--</[a::Map]>--><!--</[a::App]>-->";
        let expected = "<!--<[]>--><p>in [2019]</p><!--<[]>-->b<!--</[]>--><!--</[]>-->";
        assert_eq!(without_type_names(written), expected);
        assert_eq!(without_type_names("<p>none</p>"), "<p>none</p>");
    }
}
