//! The built page: complete without a script, the same bytes every time, every
//! link and id in order, valid, and under the policy that its headers state.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::{env, fs};

use base64::Engine;
use html5ever::tendril::TendrilSink;
use scraper::{ElementRef, Html, Selector};
use sha2::{Digest, Sha256};
use throughline::page::{self, Assets};
use throughline::story::{Story, check};
use throughline::ui::instruments::Data;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn story() -> Story {
    let file = root().join("static/stories/france-mek/story.toml");
    let source = fs::read_to_string(file).expect("the story is there");
    check::check("story.toml", &source).expect("the shipped story has no problem")
}

fn assets(story: &Story) -> Assets {
    let joined = |folder: &str, names: &[&str]| {
        names
            .iter()
            .map(|name| fs::read_to_string(root().join(folder).join(name)).expect("the asset is there"))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let styles = joined("static/css", &page::STYLES);
    let script = joined("static", &page::SCRIPTS);
    Assets::new(&styles, &script, "./app-0.js".into(), "./app-0.wasm".into(), story).expect("the assets are good")
}

fn template() -> String {
    // What Trunk leaves of the template: everything but its own links.
    let template = fs::read_to_string(root().join("index.html")).expect("the template is there");
    template
        .lines()
        .filter(|line| !line.contains("data-trunk"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The page as the press makes it here and now.
fn render() -> String {
    let story = story();
    let (data, assets) = (Data::of(&story), assets(&story));
    on_this_thread(page::page(story, data, &template(), &assets)).expect("the page renders")
}

fn on_this_thread<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime can be had");
    tokio::task::LocalSet::new().block_on(&runtime, work)
}

/// Rendered once: laying out the map takes a while.
static PAGE: LazyLock<String> = LazyLock::new(render);

fn all<'a>(document: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    document
        .select(&Selector::parse(selector).expect("the test's own selector is good"))
        .collect()
}

fn text_of(element: ElementRef<'_>) -> String {
    element
        .text()
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn rows(document: &Html, list: &str) -> BTreeSet<String> {
    let selector = format!("[data-list={list}] > [data-row]");
    all(document, &selector)
        .iter()
        .filter_map(|row| row.attr("data-row"))
        .map(str::to_owned)
        .collect()
}

fn marks(document: &Html, view: &str, attribute: &str) -> BTreeSet<String> {
    let selector = format!("[data-view={view}] [{attribute}]");
    all(document, &selector)
        .iter()
        .filter_map(|mark| mark.attr(attribute))
        .map(str::to_owned)
        .collect()
}

#[test]
fn everything_in_the_story_is_in_the_page() {
    let story = story();
    let document = Html::parse_document(&PAGE);
    for question in &story.questions {
        let section = all(&document, &format!("section[data-question=\"{}\"]", question.id));
        let [section] = section.as_slice() else {
            panic!("{} stands once", question.id)
        };
        let words = text_of(*section);
        assert!(words.contains(&question.ask), "{} asks", question.id);
        assert!(
            words.contains(&squeezed(&question.answer.plain())),
            "{} answers",
            question.id
        );
        for point in &question.points {
            assert!(words.contains(&squeezed(&point.text.plain())), "{} is made", point.id);
            let mark = all(&document, &format!("[data-claim=\"{}\"] summary[data-basis]", point.id));
            assert_eq!(mark.len(), 1, "{} has its mark", point.id);
            assert_eq!(mark[0].attr("data-basis"), Some(point.evidence.basis.word()));
            assert!(
                text_of(mark[0]).contains(point.evidence.basis.label()),
                "{} says who says it",
                point.id
            );
        }
        for open in &question.open {
            assert!(
                words.contains(&squeezed(&open.plain())),
                "{} keeps open what is open",
                question.id
            );
        }
    }
    let ids = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
    let actors = ids(story.actors.iter().map(|actor| actor.id.as_str()).collect());
    let ties = ids(story.ties.iter().map(|tie| tie.id.as_str()).collect());
    let events = ids(story.events.iter().map(|event| event.id.as_str()).collect());
    let sources = ids(story.sources.iter().map(|source| source.id.as_str()).collect());
    assert_eq!(rows(&document, "actors"), actors);
    assert_eq!(rows(&document, "ties"), ties);
    assert_eq!(rows(&document, "events"), events);
    assert_eq!(rows(&document, "sources"), sources);
    assert_eq!(marks(&document, "map", "data-actor"), actors);
    assert_eq!(marks(&document, "map", "data-tie"), ties);
    assert_eq!(marks(&document, "timeline", "data-event"), events);
}

#[test]
fn undated_events_stand_in_the_tray_and_nowhere_on_the_axis() {
    let story = story();
    let document = Html::parse_document(&PAGE);
    let undated: BTreeSet<String> = story
        .events
        .iter()
        .filter(|event| event.date.is_none())
        .map(|event| event.id.to_string())
        .collect();
    let attribute = |selector: &str| -> BTreeSet<String> {
        all(&document, selector)
            .iter()
            .filter_map(|mark| mark.attr("data-event"))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(attribute("[data-tray=undated] [data-event]"), undated);
    assert!(attribute(".timeline-svg [data-event]").is_disjoint(&undated));
}

#[test]
fn the_page_is_the_same_bytes_every_time() {
    assert!(*PAGE == render(), "two prerenders differ");
}

#[test]
fn every_id_is_given_once_and_every_link_within_the_page_leads_somewhere() {
    let document = Html::parse_document(&PAGE);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for element in all(&document, "[id]") {
        *counts.entry(element.attr("id").unwrap_or_default()).or_default() += 1;
    }
    let repeated: Vec<_> = counts.iter().filter(|(_, count)| **count > 1).collect();
    assert!(repeated.is_empty(), "repeated ids: {repeated:?}");
    let dangling: Vec<&str> = all(&document, "[href^=\"#\"]")
        .iter()
        .filter_map(|link| link.attr("href"))
        .filter(|href| !counts.contains_key(href.trim_start_matches('#')))
        .collect();
    assert!(dangling.is_empty(), "links to nowhere: {dangling:?}");
    for attribute in ["aria-labelledby", "aria-describedby", "aria-controls"] {
        for element in all(&document, &format!("[{attribute}]")) {
            for id in element.attr(attribute).unwrap_or_default().split_whitespace() {
                assert!(counts.contains_key(id), "{attribute} names {id}, which is not there");
            }
        }
    }
}

#[test]
fn the_page_is_valid_to_an_html_parser() {
    let options = html5ever::ParseOpts {
        tokenizer: html5ever::tokenizer::TokenizerOpts {
            exact_errors: true,
            ..Default::default()
        },
        tree_builder: html5ever::tree_builder::TreeBuilderOpts {
            exact_errors: true,
            ..Default::default()
        },
    };
    let sink = scraper::HtmlTreeSink::new(Html::new_document());
    let parsed = html5ever::parse_document(sink, options).one(PAGE.as_str());
    assert!(parsed.errors.is_empty(), "{:?}", parsed.errors);
}

#[test]
fn hydration_finds_no_whitespace_or_list_item_out_of_place() {
    let document = Html::parse_document(&PAGE);
    let app = all(&document, "#instruments");
    assert_eq!(app.len(), 1);
    // Parsing and writing again must not move anything: hydration walks the parsed tree.
    let inner = app[0].inner_html();
    let again = Html::parse_fragment(&format!("<div id=\"instruments\">{inner}</div>"));
    assert_eq!(all(&again, "#instruments")[0].inner_html(), inner);
    let n_elements = all(&document, "#instruments *").len();
    assert!(n_elements < 1_000, "{n_elements} elements to hydrate");
}

#[test]
fn nothing_in_the_page_needs_a_looser_policy() {
    let document = Html::parse_document(&PAGE);
    assert!(all(&document, "[style]").is_empty(), "no style attributes");
    let handlers = all(&document, "*")
        .into_iter()
        .flat_map(|element| element.value().attrs().map(|(name, _)| name));
    assert_eq!(
        handlers.filter(|name| name.starts_with("on")).count(),
        0,
        "no inline handlers"
    );
    let headers = page::headers(&assets(&story()), None);
    let hash = |content: &str| {
        format!(
            "'sha256-{}'",
            base64::engine::general_purpose::STANDARD.encode(Sha256::digest(content))
        )
    };
    for script in all(&document, "script:not([type])") {
        let content: String = script.text().collect();
        assert!(
            headers.contains(&hash(&content)),
            "a script without its hash: {content:.80}"
        );
    }
    for style in all(&document, "style") {
        let content: String = style.text().collect();
        assert!(headers.contains(&hash(&content)), "a style sheet without its hash");
    }
    assert!(
        !headers.contains("unsafe-inline") && !headers.contains("'unsafe-eval'"),
        "{headers}"
    );
    for element in all(&document, "[src], link[href]") {
        let address = element.attr("src").or(element.attr("href")).unwrap_or_default();
        assert!(!address.contains("//"), "{address} is asked of another host");
    }
}

#[test]
fn the_policy_names_the_origin_where_it_is_told() {
    let headers = page::headers(&assets(&story()), Some("https://explainers.example"));
    assert!(
        headers.contains("connect-src 'self' https://explainers.example;"),
        "{headers}"
    );
    assert!(
        headers.contains("script-src 'self' https://explainers.example 'wasm-unsafe-eval'"),
        "{headers}"
    );
}

#[test]
fn the_open_data_is_the_whole_story_in_the_shape_of_the_contract() {
    let story = story();
    let data = page::open_data(&story);
    for (name, n_things) in [
        ("sources", story.sources.len()),
        ("actors", story.actors.len()),
        ("ties", story.ties.len()),
        ("events", story.events.len()),
        ("questions", story.questions.len()),
    ] {
        let things = data[name].as_array().unwrap_or_else(|| panic!("{name} is a list"));
        assert_eq!(things.len(), n_things, "{name}");
        assert!(things.iter().all(|thing| thing["id"].is_string()), "{name} have ids");
    }
    let tie = &data["ties"][0];
    for field in [
        "from", "to", "verb", "type", "date", "basis", "at", "hedge", "rivals", "record",
    ] {
        assert!(tie.get(field).is_some(), "a tie has {field}");
    }
    let point = &data["questions"][0]["points"][0];
    for field in ["id", "text", "basis", "at", "hedge", "record"] {
        assert!(point.get(field).is_some(), "a point has {field}");
    }
}

#[test]
fn a_template_without_its_slot_is_refused() {
    let broken = template().replace(page::BODY_SLOT, "");
    let error = page::fill(&broken, page::BODY_SLOT, "").expect_err("the slot is missing");
    assert!(
        error.to_string().contains("exactly once; it stands there 0 times"),
        "{error}"
    );
}

#[test]
fn the_data_that_is_written_reads_back() {
    let story = story();
    let data = Data::of(&story);
    let json = page::to_json(&data).expect("it can be written");
    assert!(page::from_json::<Data>(&json).as_ref() == Some(&data));
    assert!(
        page::from_json::<Data>(&json[..json.len() - 2]).is_none(),
        "broken data gives nothing"
    );
}

/// The built site, when there is one.
fn dist() -> Option<PathBuf> {
    env::var_os("THROUGHLINE_DIST")
        .map(PathBuf::from)
        .filter(|dist| dist.join("index.html").exists())
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the built site can be read");
    entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_file())
        .collect()
}

#[test]
fn the_built_files_are_named_by_what_is_in_them() {
    let Some(dist) = dist() else {
        // The command that runs everything says that there is no built site; the rest of this file needs none.
        return;
    };
    let html = fs::read_to_string(dist.join("index.html")).expect("the page is there");
    let hashed: Vec<PathBuf> = files(&dist)
        .into_iter()
        .filter(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with("app-"))
        })
        .collect();
    assert_eq!(hashed.len(), 2, "one wasm and its glue: {hashed:?}");
    for path in hashed {
        let name = path
            .file_name()
            .expect("a file has a name")
            .to_string_lossy()
            .into_owned();
        let hash = page::content_hash(&fs::read(&path).expect("the file can be read"));
        assert!(
            name.starts_with(&format!("app-{hash}.")),
            "{name} is not named by its bytes"
        );
        assert!(html.contains(&name), "{name} is not what the page asks for");
    }
    assert!(
        dist.join("story.json").exists() && dist.join("_headers").exists() && dist.join("embed/index.html").exists()
    );
}
