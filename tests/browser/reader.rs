//! Somebody in front of a browser: the session, the story they have come for, and how they look at a page.

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::WebDriver;

use crate::engine::Session;
use crate::manners::Manners;
use crate::settings::Settings;
use crate::site::Site;
use crate::story::Story;
use crate::wait::until;

/// Helpers that every script of these tests may use.
const PRELUDE: &str = include_str!("js/prelude.js");

pub(crate) struct Reader<'a> {
    pub(crate) driver: &'a WebDriver,
    pub(crate) settings: &'a Settings,
    pub(crate) story: &'a Story,
}

/// The inside of a window, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Viewport {
    pub(crate) width: u32,
    pub(crate) height: u32,
}

impl Viewport {
    pub(crate) const DESK: Self = Self {
        width: 1280,
        height: 860,
    };
    pub(crate) const PHONE: Self = Self {
        width: 360,
        height: 740,
    };
}

impl<'a> Reader<'a> {
    pub(crate) fn new(session: &'a Session, settings: &'a Settings, story: &'a Story) -> Self {
        Self {
            driver: &session.driver,
            settings,
            story,
        }
    }

    /// An empty page in a window of the usual size, whatever the last case left.
    pub(crate) async fn sit_down(&self) -> Result<()> {
        self.driver.enter_default_frame().await?;
        self.driver.goto("about:blank").await?;
        self.resize(Viewport::DESK).await
    }

    pub(crate) async fn site(&self, manners: Manners) -> Result<Site> {
        Site::start(&self.settings.dist, manners).await
    }

    /// Makes the inside of the window exactly this large.
    pub(crate) async fn resize(&self, wanted: Viewport) -> Result<()> {
        let (wide, high) = (i64::from(wanted.width), i64::from(wanted.height));
        until(&format!("a window of {wide} × {high}"), async || {
            let (inner_width, inner_height) = self
                .read::<(i64, i64)>("return [innerWidth, innerHeight]", vec![])
                .await?;
            if (inner_width, inner_height) == (wide, high) {
                return Ok(());
            }
            let outer = self.driver.get_window_rect().await?;
            let width = u32::try_from(outer.width + wide - inner_width)?;
            let height = u32::try_from(outer.height + high - inner_height)?;
            self.driver.set_window_rect(0, 0, width, height).await?;
            bail!("it is {inner_width} × {inner_height}")
        })
        .await
    }

    /// What a script in the page returns.
    pub(crate) async fn read<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T> {
        let script = format!("{PRELUDE}\n{script}");
        let answer = self.driver.execute(script, arguments).await?;
        answer
            .convert()
            .with_context(|| format!("the page answered {}", answer.json()))
    }

    /// What a script in the page hands to its last argument, a function.
    pub(crate) async fn read_later<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T> {
        let script = format!("{PRELUDE}\n{script}");
        let answer = self.driver.execute_async(script, arguments).await?;
        answer
            .convert()
            .with_context(|| format!("the page answered {}", answer.json()))
    }
}
