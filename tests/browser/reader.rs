//! Somebody in front of a browser: the session, the story they have come for, and how they look at a page.

use std::cell::Cell;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::WebDriver;
use thirtyfour::error::{WebDriverErrorInner, WebDriverResult};

use crate::engine::Session;
use crate::manners::Manners;
use crate::settings::Settings;
use crate::site::Site;
use crate::story::Story;
use crate::wait::{until, within};

/// Helpers that every script of these tests may use.
const PRELUDE: &str = include_str!("js/prelude.js");
/// How long a window may take to follow what it was told.
const FOLLOWS: Duration = Duration::from_secs(2);

pub(crate) struct Reader<'a> {
    pub(crate) driver: &'a WebDriver,
    pub(crate) settings: &'a Settings,
    pub(crate) story: &'a Story,
    place: Cell<Place>,
}

/// Where the reader looks.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// At the page of the window.
    Page,
    /// Into the frame of this number.
    Frame(u16),
    /// Into this frame too, but the driver is not there, or not yet.
    Lost(u16),
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
            place: Cell::new(Place::Page),
        }
    }

    /// An empty page in a window of the usual size, whatever the last case left.
    pub(crate) async fn sit_down(&self) -> Result<()> {
        self.leave_frame().await?;
        self.driver.goto("about:blank").await?;
        self.resize(Viewport::DESK).await
    }

    pub(crate) async fn site(&self, manners: Manners) -> Result<Site> {
        Site::start(&self.settings.dist, manners).await
    }

    /// Goes from the page into one of its frames, and waits for the frame's own document.
    pub(crate) async fn enter_frame(&self, number: u16) -> Result<()> {
        let what = format!("the document of frame {number}");
        until(&what, async || self.try_frame(number).await).await
    }

    /// Goes from the page into one of its frames, which may have been replaced since the last look, if its document is
    /// there: who is in it before stays with the empty one.
    pub(crate) async fn try_frame(&self, number: u16) -> Result<()> {
        self.find_the_way_in(number).await.context("there is no frame")?;
        let script = "return [location.href, document.readyState]";
        let (here, state): (String, String) = self.read(script, vec![]).await?;
        ensure!(
            here != "about:blank" && state != "loading",
            "the frame shows {here}, {state}"
        );
        Ok(())
    }

    pub(crate) async fn leave_frame(&self) -> Result<()> {
        self.place.set(Place::Page);
        Ok(self.driver.enter_default_frame().await?)
    }

    /// Does something with the driver where the reader looks.
    ///
    /// WebKit's driver loses a frame that was entered before all of its document had come: a moment later it knows of
    /// no window, whatever it is asked, until the frame is entered anew. What did not happen for this is done then.
    pub(crate) async fn here<T>(&self, does: impl AsyncFn() -> WebDriverResult<T>) -> WebDriverResult<T> {
        if let Place::Lost(frame) = self.place.get() {
            self.find_the_way_in(frame).await?;
        }
        let done = does().await;
        match (&done, self.place.get()) {
            (Err(error), Place::Frame(frame)) if matches!(error.as_inner(), WebDriverErrorInner::NoSuchWindow(_)) => {
                self.find_the_way_in(frame).await?;
                does().await
            }
            _ => done,
        }
    }

    async fn find_the_way_in(&self, frame: u16) -> WebDriverResult<()> {
        self.place.set(Place::Lost(frame));
        self.driver.enter_default_frame().await?;
        self.driver.enter_frame(frame).await?;
        self.place.set(Place::Frame(frame));
        Ok(())
    }

    /// Makes the inside of the window exactly this large.
    pub(crate) async fn resize(&self, wanted: Viewport) -> Result<()> {
        let what = format!("a window of {} × {}", wanted.width, wanted.height);
        until(&what, async || {
            let inner = self.inside().await?;
            if inner == wanted {
                return Ok(());
            }
            let outer = self.driver.get_window_rect().await?;
            let [width, height] = [
                outer.width + i64::from(wanted.width) - i64::from(inner.width),
                outer.height + i64::from(wanted.height) - i64::from(inner.height),
            ];
            self.driver
                .set_window_rect(0, 0, u32::try_from(width)?, u32::try_from(height)?)
                .await?;
            // The page follows the window a moment later. Reckoned anew before that, the window would be told a wrong
            // size, and take it when the case has long begun.
            within(FOLLOWS, &what, async || {
                let inner = self.inside().await?;
                ensure!(inner == wanted, "it is {} × {}", inner.width, inner.height);
                Ok(())
            })
            .await
        })
        .await
    }

    /// The inside of the window as the page sees it.
    async fn inside(&self) -> Result<Viewport> {
        let (width, height) = self.read("return [innerWidth, innerHeight]", vec![]).await?;
        Ok(Viewport { width, height })
    }

    /// What a script in the page returns.
    pub(crate) async fn read<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T> {
        let script = format!("{PRELUDE}\n{script}");
        let asks = async || self.driver.execute(script.as_str(), arguments.clone()).await;
        let answer = self.here(asks).await?;
        answer
            .convert()
            .with_context(|| format!("the page answered {}", answer.json()))
    }

    /// What a script in the page hands to its last argument, a function.
    pub(crate) async fn read_later<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T> {
        let script = format!("{PRELUDE}\n{script}");
        let asks = async || self.driver.execute_async(script.as_str(), arguments.clone()).await;
        let answer = self.here(asks).await?;
        answer
            .convert()
            .with_context(|| format!("the page answered {}", answer.json()))
    }
}
