//! Weighs the built site, compressed as a server would send it, and prints it against the budgets.
//! Reads files; what a page fetches and what is too much are told by `page` and `budget`.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use brotli::enc::BrotliEncoderParams;

use crate::budget::{Amount, Budget, Verdict};
use crate::page::{self, Page};

/// A file, or a part of one.
struct Part {
    name: String,
    bytes: usize,
    brotli: usize,
}

/// The site, weighed.
struct Site {
    page: Part,
    /// The elements of the page as it comes.
    elements: usize,
    /// Those of them that the app takes over.
    hydrated: usize,
    inlined_css: Part,
    /// The wasm and the JavaScript that the page comes to load.
    code: Vec<Part>,
    /// Stylesheets that are files of their own.
    stylesheets: Vec<Part>,
    /// What the instruments are made from.
    data: Vec<Part>,
    embed: Part,
    requests_before_paint: usize,
}

/// Prints both tables; fails where a budget is exceeded, after printing.
pub(crate) fn report(dist: &Path) -> Result<()> {
    let site = weigh(dist)?;
    println!("\n{:<44} {:>9} {:>9}", "brotli 11", "bytes", "brotli");
    for part in site.parts() {
        println!("{:<44} {:>9} {:>9}", part.name, part.bytes, part.brotli);
    }
    println!(
        "\n{:<44} {:>9} {:>9} {:>9}",
        "brotli 11, KB of 1,024 bytes", "measured", "limit", "aim"
    );
    let budgets = site.budgets();
    for budget in &budgets {
        println!("{budget}");
    }
    println!();
    let over: Vec<&str> = budgets
        .iter()
        .filter(|budget| budget.verdict() == Verdict::OverLimit)
        .map(|budget| budget.what)
        .collect();
    ensure!(over.is_empty(), "over the limit: {}", over.join("; "));
    Ok(())
}

impl Site {
    fn parts(&self) -> impl Iterator<Item = &Part> {
        let page = [&self.page, &self.inlined_css];
        page.into_iter()
            .chain(&self.code)
            .chain(&self.stylesheets)
            .chain(&self.data)
            .chain([&self.embed])
    }

    fn budgets(&self) -> [Budget; 9] {
        let code = together(&self.code);
        let data = together(&self.data);
        let everything = self.page.brotli + code + together(&self.stylesheets) + data;
        let bytes = |what, measured, limit, aim| {
            let (limit, aim) = (Amount::kb(limit), Amount::kb(aim));
            Budget {
                what,
                measured: Amount::Bytes(measured),
                limit,
                aim,
            }
        };
        let once = Amount::Count(1);
        let requests = Amount::Count(self.requests_before_paint);
        [
            bytes("HTML page, complete", self.page.brotli, 57, 40),
            bytes("its size unpacked", self.page.bytes, 400, 300),
            Budget {
                what: "its elements",
                measured: Amount::Count(self.elements),
                limit: Amount::Count(6_000),
                aim: Amount::Count(4_500),
            },
            Budget {
                what: "elements to hydrate",
                measured: Amount::Count(self.hydrated),
                limit: Amount::Count(820),
                aim: Amount::Count(700),
            },
            Budget {
                what: "requests before first paint",
                measured: requests,
                limit: once,
                aim: once,
            },
            bytes("wasm and JavaScript together", code, 120, 95),
            bytes("data of the instruments", data, 12, 9),
            bytes("everything transferred until interactive", everything, 175, 140),
            bytes("embed loader", self.embed.brotli, 2, 1),
        ]
    }
}

fn together(parts: &[Part]) -> usize {
    parts.iter().map(|part| part.brotli).sum()
}

fn weigh(dist: &Path) -> Result<Site> {
    let html = read(&dist.join("index.html"))?;
    let text = String::from_utf8(html.clone()).context("index.html is no UTF-8")?;
    let page = Page::read(&text)?;
    // The loader is for other pages, and this one merely shows how to use it.
    let files = files_ending(dist, &["js", "wasm", "css", "bin"])?;
    let files: Vec<_> = files.into_iter().filter(|(name, _)| name != "embed.js").collect();
    let (mut code, mut stylesheets, mut data) = (Vec::new(), Vec::new(), Vec::new());
    for (name, content) in page::reached(&text, &files) {
        let kind = match Path::new(name).extension().and_then(OsStr::to_str) {
            Some("css") => &mut stylesheets,
            Some("bin") => &mut data,
            _ => &mut code,
        };
        kind.push(Part::weigh(name, content)?);
    }
    ensure!(
        code.iter().any(|part| has_ending(&part.name, "wasm")),
        "the page leads to no wasm in {}",
        dist.display()
    );
    ensure!(
        page.stylesheets.len() == stylesheets.len(),
        "the page links a stylesheet that is not in {}",
        dist.display()
    );
    Ok(Site {
        page: Part::weigh("index.html", &html)?,
        elements: page.elements,
        hydrated: page.hydrated,
        inlined_css: Part::weigh("  of it, the inlined CSS by itself", page.inlined_css.as_bytes())?,
        code,
        stylesheets,
        data,
        embed: Part::weigh("embed.js", &read(&dist.join("embed.js"))?)?,
        requests_before_paint: 1 + page.blocking.len(),
    })
}

impl Part {
    fn weigh(name: &str, content: &[u8]) -> Result<Self> {
        Ok(Self {
            name: name.to_owned(),
            bytes: content.len(),
            brotli: brotli_bytes(content)?,
        })
    }
}

fn brotli_bytes(content: &[u8]) -> Result<usize> {
    Ok(compressed(content)?.len())
}

/// What brotli at its best makes of it, with the largest window that every browser reads.
pub(crate) fn compressed(mut content: &[u8]) -> Result<Vec<u8>> {
    let settings = BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: content.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut content, &mut compressed, &settings).context("brotli failed")?;
    Ok(compressed)
}

/// The files with these endings, by their path in the site, as a page would name them.
pub(crate) fn files_ending(dist: &Path, endings: &[&str]) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    let mut folders = vec![dist.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
            if endings.iter().any(|ending| has_ending(&name, ending)) {
                files.push((name, read(&path)?));
            }
        }
    }
    // The order in which a folder lists its files is the system's.
    files.sort();
    Ok(files)
}

fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == ending)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read: is the site built?", path.display()))
}

#[cfg(test)]
mod tests;
