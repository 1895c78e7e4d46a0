//! What the page may and may not do: the strict policy, other hosts, storage, the console.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;

use crate::find::actor_on_map;
use crate::manners::Manners;
use crate::reader::Reader;
use crate::site::is_wasm;
use crate::wait::until;

/// Opens the page, walks it to the end and chooses an actor on the way.
async fn use_the_page(reader: &Reader<'_>, url: &str) -> Result<()> {
    reader.open_ready(url).await?;
    let busy = reader.story.busy()?;
    for question in &reader.story.questions[1..] {
        reader.next().await?;
        reader.stands_at(&question.id).await?;
        if question.id == busy.id {
            reader.point_at(&actor_on_map(&busy.actors[0])).await?;
        }
    }
    Ok(())
}

pub(crate) async fn the_strict_policy_is_kept_and_holds(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    use_the_page(reader, &site.url("/")).await?;
    reader.has_no_trouble().await?;
    let policy: String = reader.read_later(include_str!("../js/policy.js"), vec![]).await?;
    for part in [
        "default-src 'none'",
        "script-src",
        "'wasm-unsafe-eval'",
        "base-uri 'none'",
    ] {
        ensure!(policy.contains(part), "the policy has no {part}: {policy}");
    }
    for hole in ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*"] {
        let is_open = policy.split([' ', ';']).any(|word| word == hole);
        ensure!(!is_open, "the policy allows {hole}: {policy}");
    }
    // The policy is enforced, and a breach would have been seen: here are two.
    reader.read::<()>(include_str!("../js/breach.js"), vec![]).await?;
    until("both breaches to be refused and one recorded", async || {
        let ran: bool = reader.read("return window.__ran === true", vec![]).await?;
        ensure!(!ran, "an inline script ran");
        let is_styled: bool = reader.read("return document.body.style.length > 0", vec![]).await?;
        ensure!(!is_styled, "a style attribute took effect");
        let trouble = reader.view().await?.trouble.unwrap_or_default();
        ensure!(
            trouble.iter().any(|entry| entry.starts_with("policy: style-src")),
            "recorded was {trouble:?}"
        );
        Ok(())
    })
    .await
}

pub(crate) async fn nothing_is_asked_of_anyone_else(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::plain()).await?;
    use_the_page(reader, &site.url("/")).await?;
    let script = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
    let resources: Vec<String> = reader.read(script, vec![]).await?;
    ensure!(!resources.is_empty(), "the page loaded nothing, not even its wasm");
    for resource in &resources {
        let is_ours = resource.starts_with(site.origin()) || resource.starts_with("data:");
        ensure!(is_ours, "the page asked for {resource}");
    }
    let asked = site.asked();
    let wasm: Vec<_> = asked.iter().filter(|asked| is_wasm(&asked.path)).collect();
    ensure!(
        wasm.len() == 1,
        "the wasm file was asked for {} times: {wasm:?}",
        wasm.len()
    );
    let missing: Vec<_> = asked.iter().filter(|asked| asked.status >= 400).collect();
    ensure!(missing.is_empty(), "the page asked for what is not there: {missing:?}");
    Ok(())
}

/// Hosts join what several rules say of one file, so that only one may speak of each.
pub(crate) async fn each_file_says_once_how_long_it_keeps(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::plain()).await?;
    reader.open(&site.url("/robots.txt")).await?;
    let hashed = std::fs::read_dir(&reader.settings.dist)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with("app-"));
    let for_ever = hashed.map(|name| (format!("/{name}"), "public, max-age=31536000, immutable, no-transform"));
    let asked_anew = [
        "/",
        "/index.html",
        "/embed/",
        "/embed/article.css",
        "/embed.js",
        "/story.json",
        "/404.html",
        "/favicon.svg",
        "/robots.txt",
    ];
    let asked_anew = asked_anew.map(|path| (path.to_owned(), "no-cache, no-transform"));
    for (path, wanted) in for_ever.chain(asked_anew) {
        let script = "const [path, done] = arguments;
            fetch(path).then((answer) => done([answer.status, answer.headers.get('cache-control') ?? 'nothing']));";
        let (status, said): (u16, String) = reader.read_later(script, vec![json!(path)]).await?;
        ensure!(status == 200 && said == wanted, "{path}: {status}, kept {said}");
    }
    Ok(())
}

/// What a page could have left behind.
#[derive(Debug, Default, Deserialize, PartialEq)]
struct Stored {
    cookie: String,
    local: u32,
    session: u32,
    databases: u32,
    caches: u32,
    workers: u32,
}

pub(crate) async fn nothing_is_stored(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::plain()).await?;
    use_the_page(reader, &site.url("/")).await?;
    let stored: Stored = reader.read_later(include_str!("../js/stored.js"), vec![]).await?;
    ensure!(
        stored == Stored::default(),
        "the page left something behind: {stored:?}"
    );
    let cookies = reader.driver.get_all_cookies().await?;
    ensure!(cookies.is_empty(), "the page set cookies: {cookies:?}");
    Ok(())
}

pub(crate) async fn the_console_stays_clean(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::plain()).await?;
    // Reading the log empties it of what came before.
    reader.driver.browser_log().await.context("the browser keeps no log")?;
    use_the_page(reader, &site.url("/")).await?;
    let log = reader.driver.browser_log().await?;
    let severe: Vec<_> = log
        .iter()
        .filter(|entry| entry.level == "SEVERE")
        .map(|entry| &entry.message)
        .collect();
    ensure!(severe.is_empty(), "the console says {severe:?}");
    Ok(())
}
