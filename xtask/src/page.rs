//! What a built page asks a browser to fetch, read from its HTML alone. Opens no file.

use anyhow::{Result, anyhow};
use scraper::{ElementRef, Html, Selector};

/// The parts of a page that bear on how soon it shows and works.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    /// The stylesheets within the page, one after another.
    pub(crate) inlined_css: String,
    /// The addresses of what must arrive before anything is painted, beside the page itself.
    pub(crate) blocking: Vec<String>,
    /// How many elements it has.
    pub(crate) elements: usize,
    /// How many of these are hydrated: each costs time when the app starts.
    pub(crate) hydrated: usize,
    /// The addresses of all linked stylesheets.
    pub(crate) stylesheets: Vec<String>,
}

impl Page {
    /// Reads a page.
    pub(crate) fn read(html: &str) -> Result<Self> {
        let document = Html::parse_document(html);
        let styles = select(&document, "style")?;
        let links = select(&document, "link[rel~=stylesheet][href]")?;
        let scripts = select(&document, "head script[src]")?;
        let blocking_links = links
            .iter()
            .filter(|link| waits_for_sheet(link))
            .filter_map(|link| link.attr("href"));
        let blocking_scripts = scripts
            .iter()
            .filter(|script| waits_for_script(script))
            .filter_map(|script| script.attr("src"));
        Ok(Self {
            inlined_css: styles.iter().flat_map(ElementRef::text).collect(),
            blocking: blocking_links.chain(blocking_scripts).map(str::to_owned).collect(),
            elements: document.tree.values().filter(|node| node.is_element()).count(),
            hydrated: select(&document, "#instruments *")?.len(),
            stylesheets: links
                .iter()
                .filter_map(|link| link.attr("href"))
                .map(str::to_owned)
                .collect(),
        })
    }
}

/// Of the files at hand, those whose names the page holds, or that another such file holds: a script that loads the
/// wasm is named by the page, and the wasm by the script.
pub(crate) fn reached<'a>(html: &str, files: &'a [(String, Vec<u8>)]) -> Vec<&'a (String, Vec<u8>)> {
    let mut reached: Vec<&(String, Vec<u8>)> = Vec::new();
    loop {
        let named = |name: &str| {
            let name_in = |text: &[u8]| text.windows(name.len()).any(|window| window == name.as_bytes());
            name_in(html.as_bytes()) || reached.iter().any(|(_, content)| name_in(content))
        };
        let next = files
            .iter()
            .find(|(name, _)| !reached.iter().any(|(known, _)| known == name) && named(name));
        match next {
            Some(file) => reached.push(file),
            None => return reached,
        }
    }
}

fn select<'a>(document: &'a Html, css: &str) -> Result<Vec<ElementRef<'a>>> {
    let selector = Selector::parse(css).map_err(|error| anyhow!("`{css}` is no selector: {error}"))?;
    Ok(document.select(&selector).collect())
}

/// A sheet for print alone is fetched, but nothing on the screen waits for it.
fn waits_for_sheet(link: &ElementRef<'_>) -> bool {
    link.attr("disabled").is_none() && link.attr("media") != Some("print")
}

fn waits_for_script(script: &ElementRef<'_>) -> bool {
    let later =
        script.attr("async").is_some() || script.attr("defer").is_some() || script.attr("type") == Some("module");
    // Data is not run, and an unknown type is not even fetched.
    let is_script = script
        .attr("type")
        .is_none_or(|kind| matches!(kind, "" | "text/javascript" | "application/javascript"));
    is_script && !later
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(head: &str) -> Page {
        Page::read(&format!(
            "<!doctype html><html><head>{head}</head><body><p>text</p></body></html>"
        ))
        .unwrap()
    }

    #[test]
    fn a_page_with_all_inlined_waits_for_nothing() {
        let page = page(
            "<style>p { color: red }</style><script>let a = 1;</script>\
             <script type=module src=start.js></script><link rel=modulepreload href=app.js>\
             <link rel=icon href=icon.svg>",
        );
        assert_eq!(
            page,
            Page {
                inlined_css: "p { color: red }".into(),
                elements: 9,
                ..Page::default()
            }
        );
    }

    #[test]
    fn what_lies_in_the_instruments_is_hydrated_and_nothing_else() {
        let page = Page::read("<p>text<div id=instruments><p>map<svg><g></g></svg></div><p>text").unwrap();
        assert_eq!(page.hydrated, 3);
    }

    #[test]
    fn linked_sheets_and_plain_scripts_in_the_head_are_waited_for() {
        let page = page("<link rel=stylesheet href=a.css><script src=b.js></script>");
        assert_eq!(page.blocking, ["a.css", "b.js"]);
    }

    #[test]
    fn what_is_deferred_or_for_print_is_not_waited_for() {
        let page = page(
            "<link rel=stylesheet media=print href=print.css><script defer src=b.js></script>\
             <script async src=c.js></script>",
        );
        assert_eq!(page.blocking, Vec::<String>::new());
        assert_eq!(page.stylesheets, ["print.css"], "it is fetched all the same");
    }

    #[test]
    fn what_a_reached_script_names_is_reached_too_and_a_stranger_is_not() {
        let file = |name: &str, content: &str| (name.to_owned(), content.as_bytes().to_vec());
        let files = [
            file("app.wasm", "asm"),
            file("app.js", "fetch('app.wasm')"),
            file("other.js", ""),
        ];
        let names: Vec<&str> = reached("<script src=app.js>", &files)
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        assert_eq!(names, ["app.js", "app.wasm"]);
    }
}
