//! The page as the press makes it, and ways to look into it.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use throughline::map::Layout;
use throughline::page::{self, Assets, Fetched};
use throughline::story::{Story, check};
use throughline::view_model::ViewModel;

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

pub fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

pub fn story() -> Story {
    check::check("story.toml", &read("static/stories/france-mek/story.toml")).expect("the shipped story has no problem")
}

pub fn assets(story: &Story, map: &Layout) -> Assets {
    let joined = |folder: &str, names: &[&str]| {
        names
            .iter()
            .map(|name| read(&format!("{folder}/{name}")))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let styles = joined("static/css", &page::STYLES);
    let script = joined("static", &page::SCRIPTS);
    let fetched = Fetched {
        js: "./app-0.js".into(),
        wasm: "./app-0.wasm".into(),
        model: "./story-0.bin".into(),
    };
    Assets::new(&styles, &script, fetched, story, map).expect("the assets are good")
}

pub fn template() -> String {
    // What Trunk leaves of the template: of its own links that to the app, with a number.
    read("index.html")
        .lines()
        .filter(|line| !line.contains("data-trunk") || line.contains("rel=\"rust\""))
        .map(|line| line.replace("data-wasm-opt=\"0\"", "data-wasm-opt=\"0\" data-trunk-id=\"0\""))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The page as the press makes it here and now.
pub fn render() -> String {
    render_of(story())
}

/// The page of another story: a fixture that is one in full, or the base of the fixtures.
pub fn render_fixture(name: &str) -> String {
    let base = read("tests/fixtures/base.toml");
    let source = match name {
        "base" => base,
        _ => read(&format!("tests/fixtures/good/{name}.toml")),
    };
    render_of(check::check(name, &source).expect("a good fixture has no problem"))
}

fn render_of(story: Story) -> String {
    let model = ViewModel::of(&story);
    let assets = assets(&story, &model.map);
    on_this_thread(page::page(story, model, &template(), &assets)).expect("the page renders")
}

pub fn on_this_thread<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime can be had");
    tokio::task::LocalSet::new().block_on(&runtime, work)
}

/// Rendered once: laying out the map takes a while.
/// The shipped story's map.
pub static MAP: LazyLock<Layout> = LazyLock::new(|| ViewModel::of(&story()).map);
pub static PAGE: LazyLock<String> = LazyLock::new(render);

pub fn all<'a>(document: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    document
        .select(&Selector::parse(selector).expect("the test's own selector is good"))
        .collect()
}

pub fn text_of(element: ElementRef<'_>) -> String {
    element
        .text()
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn rows(document: &Html, list: &str) -> BTreeSet<String> {
    let selector = format!("[data-list={list}] > [data-row]");
    all(document, &selector)
        .iter()
        .filter_map(|row| row.attr("data-row"))
        .map(str::to_owned)
        .collect()
}

pub fn marks(document: &Html, view: &str, attribute: &str) -> BTreeSet<String> {
    let selector = format!("[data-view={view}] [{attribute}]");
    all(document, &selector)
        .iter()
        .filter_map(|mark| mark.attr(attribute))
        .map(str::to_owned)
        .collect()
}

/// Every id in the open data, however deep.
pub fn ids_in(data: &Value) -> BTreeSet<&str> {
    match data {
        Value::Object(fields) => {
            let own = fields.get("id").and_then(Value::as_str);
            own.into_iter().chain(fields.values().flat_map(ids_in)).collect()
        }
        Value::Array(things) => things.iter().flat_map(ids_in).collect(),
        _ => BTreeSet::new(),
    }
}
