//! What the page carries along or points to: one style sheet and one loader,
//! inlined so that the first paint needs one request, and the names of the
//! wasm and its glue.

use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::script::{ScriptError, minified_script};
use crate::map::{Layout, SceneLayout, SceneLayouts};
use crate::story::Story;

/// The style sheets in the order of the cascade.
pub const STYLES: [&str; 7] = [
    "tokens.css",
    "base.css",
    "walk.css",
    "map.css",
    "timeline.css",
    "detail.css",
    "print.css",
];
/// The loader's parts in the order in which they run.
pub const SCRIPTS: [&str; 2] = ["frame.js", "start.js"];

/// What the page carries along or points to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// The style sheet, minified.
    pub style: String,
    /// The loader.
    pub script: String,
    /// The address of the wasm's glue, relative to the page.
    pub js: String,
    /// The address of the wasm, relative to the page.
    pub wasm: String,
    /// The address of the view model, relative to the page.
    pub model: String,
}

/// Where the files are that the loader fetches, each relative to the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// The wasm's glue.
    pub js: String,
    /// The wasm.
    pub wasm: String,
    /// The view model.
    pub model: String,
}

/// Why an asset cannot be used.
#[derive(Debug, Error)]
pub enum AssetError {
    /// The style sheet is wrong.
    #[error("the style sheets do not parse: {0}")]
    Style(String),
    /// A script is wrong.
    #[error(transparent)]
    Script(#[from] ScriptError),
    /// The script would end its own element.
    #[error("the loader contains `</script`, which would end it early")]
    EarlyEnd,
}

impl Assets {
    /// Prepares the style sheet and the loader for a story.
    ///
    /// # Errors
    /// When the style sheet or the loader does not parse, or the loader cannot be inlined.
    pub fn new(styles: &str, script: &str, fetched: Fetched, story: &Story, map: &Layout) -> Result<Self, AssetError> {
        let style = minified(&format!("{styles}\n{}", rules(story, map)))?;
        let script = minified_script(script)?;
        if script.contains("</script") {
            return Err(AssetError::EarlyEnd);
        }
        Ok(Self {
            style,
            script,
            js: fetched.js,
            wasm: fetched.wasm,
            model: fetched.model,
        })
    }
}

/// What the style sheet says of each question.
///
/// Before the wasm has arrived the loader can only name the question in the address: no question shows then but this
/// one. And a scene has its room before it is drawn, so that nothing moves when it is.
fn rules(story: &Story, map: &Layout) -> String {
    let questions = story.questions.iter().zip(&map.scenes);
    questions
        .map(|(question, SceneLayouts { tall, wide })| {
            let id = question.id.as_str();
            let room = |scene: &SceneLayout| format!("{}/{}", scene.size.0, scene.size.1);
            let (tall, wide) = (room(tall), room(wide));
            format!(
                "html[data-at=\"{id}\"] #{id}{{display:block}}
                #{id}{{--tall:{tall};--wide:{wide}}}\n"
            )
        })
        .collect()
}

/// The oldest browsers that the style sheet is written down for: those of early 2023, the first with everything that
/// has no fallback. `light-dark()` is younger, and is taken apart for them.
fn oldest() -> Targets {
    Targets::from(Browsers {
        chrome: Some(111 << 16),
        edge: Some(111 << 16),
        firefox: Some(113 << 16),
        safari: Some(16 << 16 | 4 << 8),
        ios_saf: Some(16 << 16 | 4 << 8),
        ..Browsers::default()
    })
}

fn minified(styles: &str) -> Result<String, AssetError> {
    let wrong = |error: String| AssetError::Style(error);
    let mut sheet = StyleSheet::parse(styles, ParserOptions::default()).map_err(|error| wrong(error.to_string()))?;
    sheet
        .minify(MinifyOptions {
            targets: oldest(),
            ..MinifyOptions::default()
        })
        .map_err(|error| wrong(error.to_string()))?;
    let options = PrinterOptions {
        minify: true,
        targets: oldest(),
        ..PrinterOptions::default()
    };
    Ok(sheet.to_css(options).map_err(|error| wrong(error.to_string()))?.code)
}

/// The first sixteen hexadecimal digits of the SHA-256 of a file: its name
/// changes with every byte of it.
pub fn content_hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
