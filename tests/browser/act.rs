//! What a reader does: open an address, press a control, type a key, point at the map.

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::json;
use thirtyfour::{By, Key, WebElement};

use crate::find::{BACK, NEXT, question, step};
use crate::reader::Reader;
use crate::wait::until;

/// Something that is drawn, and a place on the screen where a pointer meets it.
#[derive(Debug, Deserialize)]
struct Target {
    id: String,
    x: i64,
    y: i64,
}

impl Reader<'_> {
    /// Loads an address anew, also when only its fragment differs from the one before.
    pub(crate) async fn open(&self, url: &str) -> Result<()> {
        self.turn_to("about:blank").await?;
        self.turn_to(url).await
    }

    /// Goes to an address and waits until its document is the one in the window.
    async fn turn_to(&self, url: &str) -> Result<()> {
        self.leave_frame().await?;
        self.driver.goto(url).await.with_context(|| format!("opening {url}"))?;
        let (page, _) = url.split_once('#').unwrap_or((url, ""));
        until(&format!("the document of {page}"), async || {
            let script = "return [location.href.split('#')[0], document.readyState]";
            let (here, state): (String, String) = self.read(script, vec![]).await?;
            ensure!(here == page && state != "loading", "the window shows {here}, {state}");
            Ok(())
        })
        .await
    }

    /// Loads an address and waits until the page has come alive.
    pub(crate) async fn open_ready(&self, url: &str) -> Result<()> {
        self.open(url).await?;
        self.becomes("ready").await
    }

    pub(crate) async fn becomes(&self, app: &str) -> Result<()> {
        until(&format!("html[data-app=\"{app}\"]"), async || {
            let seen = self
                .read::<String>("return document.documentElement.dataset.app ?? 'no data-app'", vec![])
                .await?;
            ensure!(seen == app, "it is `{seen}`");
            Ok(())
        })
        .await
    }

    /// Clicks the first element of this selector that can be seen, as a pointer would, once it stands still:
    /// after a step the page may still be scrolling.
    pub(crate) async fn click(&self, selector: &str) -> Result<()> {
        until(&format!("a click on {selector}"), async || {
            self.first_shown(selector).await?;
            self.comes_to_rest(selector).await?;
            Ok(self.first_shown(selector).await?.click().await?)
        })
        .await
    }

    /// The first element of this selector that can be seen, brought to where a pointer can meet it.
    pub(crate) async fn first_shown(&self, selector: &str) -> Result<WebElement> {
        let script = format!(
            "{}\n{}",
            include_str!("js/prelude.js"),
            include_str!("js/first-shown.js")
        );
        let asks = async || self.driver.execute(script.as_str(), vec![json!(selector)]).await;
        let answer = self.here(asks).await?;
        if answer.json().is_null() {
            let all = self.driver.find_all(By::Css(selector)).await?;
            bail!("{selector}: {} in the document, none of them visible", all.len());
        }
        Ok(answer.element()?)
    }

    /// Follows the link to a question in the list, which may have to be unfolded first.
    pub(crate) async fn follow_step(&self, id: &str) -> Result<()> {
        let link = step(id);
        let script = "return all(arguments[0]).some(shown)";
        if !self.read::<bool>(script, vec![json!(link)]).await? {
            self.click(&format!("details:not([open]):has({link}) > summary"))
                .await?;
        }
        self.click(&link).await
    }

    pub(crate) async fn next(&self) -> Result<()> {
        self.click(NEXT).await
    }

    pub(crate) async fn back(&self) -> Result<()> {
        self.click(BACK).await
    }

    /// Types a key wherever the focus is.
    pub(crate) async fn press(&self, key: Key) -> Result<()> {
        let types = async || self.driver.action_chain().send_keys(key.clone()).perform().await;
        Ok(self.here(types).await?)
    }

    /// Points at something drawn on the map or the timeline, once it stands still, clicks it and says which it was.
    ///
    /// Drivers refuse to click a group of shapes, so a point is looked for where a pointer meets it.
    pub(crate) async fn point_at(&self, selector: &str) -> Result<String> {
        let script = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.read::<()>(script, vec![json!(selector)]).await?;
        self.comes_to_rest(selector).await?;
        let target: Option<Target> = self.read(include_str!("js/target.js"), vec![json!(selector)]).await?;
        let target = target.with_context(|| format!("no pointer can meet {selector}; something may lie over it"))?;
        self.click_at(target.x, target.y).await?;
        Ok(target.id)
    }

    /// Clicks at a place of the window, whatever is there.
    pub(crate) async fn click_at(&self, x: i64, y: i64) -> Result<()> {
        let clicks = async || self.driver.action_chain().move_to(x, y).click().perform().await;
        Ok(self.here(clicks).await?)
    }

    /// Translates the page as a browser does.
    pub(crate) async fn translate(&self) -> Result<()> {
        let script = include_str!("js/translate.js");
        let (translated, texts): (usize, usize) = self.read(script, vec![]).await?;
        ensure!(
            2 * translated > texts,
            "of {texts} texts of the page {translated} were translated"
        );
        Ok(())
    }

    /// Changes the fragment of the address, as a link from outside or a hand would.
    pub(crate) async fn turn_to_fragment(&self, fragment: &str) -> Result<()> {
        self.read("location.hash = arguments[0]", vec![json!(fragment)]).await
    }

    /// Waits until an element keeps its place over several frames; the camera, or the page, may still be on its way.
    pub(crate) async fn comes_to_rest(&self, selector: &str) -> Result<()> {
        let runs_scripts = "return 'script' in document.documentElement.dataset";
        if !self.read::<bool>(runs_scripts, vec![]).await? {
            // Nothing moves by itself in such a page, and no frame would call back.
            return Ok(());
        }
        let rested: bool = self
            .read_later(include_str!("js/rest.js"), vec![json!(selector)])
            .await?;
        ensure!(rested, "{selector} cannot be seen, or never stands still");
        Ok(())
    }

    /// Follows the link to a question in the list, where no app moves the page, and finds the question in sight.
    pub(crate) async fn jumps_to(&self, id: &str) -> Result<()> {
        self.follow_step(id).await?;
        until(&format!("{id} in sight after following its link"), async || {
            let script = "const box = all(arguments[0]).find(shown)?.getBoundingClientRect();
                return box ? [box.top, box.bottom, innerHeight] : null";
            let seen: Option<(f64, f64, f64)> = self.read(script, vec![json!(question(id))]).await?;
            let (top, bottom, window) = seen.context("the question cannot be seen")?;
            ensure!(
                top < window && bottom > 0.0,
                "it runs from {top} to {bottom} in a window of {window} px"
            );
            Ok(())
        })
        .await
    }
}
