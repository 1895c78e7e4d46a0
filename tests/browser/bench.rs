//! Where the cases are run: one session per engine, kept while its cases last, and a report when one fails.

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use thirtyfour::WebDriver;
use tokio::runtime::Runtime;

use crate::cases::{Case, NotRun};
use crate::engine::{Engine, Session};
use crate::fault;
use crate::process;
use crate::reader::Reader;
use crate::settings::Settings;
use crate::story::Story;

/// The longest a case may take, the walk through every question in the slowest engine included.
const LONGEST_CASE: Duration = Duration::from_mins(2);

pub(crate) struct Bench {
    runtime: Runtime,
    settings: Settings,
    story: Story,
    desk: Mutex<Desk>,
    /// How often the engine itself has failed in this run.
    faults: AtomicUsize,
}

/// The browser that is open, if one is.
enum Desk {
    Empty,
    Open(Session),
    /// An engine that would not start; it is not tried again for each case.
    Refused(Engine, String),
}

impl Bench {
    pub(crate) fn new() -> Result<Self> {
        let settings = Settings::from_environment()?;
        let story = Story::read(&settings.dist)?;
        let runtime = Runtime::new()?;
        runtime.spawn(async {
            if stopped().await.is_ok() {
                process::end_all();
                std::process::exit(130);
            }
        });
        Ok(Self {
            runtime,
            settings,
            story,
            desk: Mutex::new(Desk::Empty),
            faults: AtomicUsize::new(0),
        })
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// How often the engine itself has failed so far.
    pub(crate) fn faults(&self) -> usize {
        self.faults.load(Ordering::Relaxed)
    }

    /// Runs one case; the error says all that a developer needs to see what happened. A case that meets the known
    /// fault of its engine is run once more in a new browser, and the run says so.
    pub(crate) fn run(&self, engine: Engine, case: Case) -> Result<()> {
        let mut desk = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        let Err(error) = self.run_once(&mut desk, engine, case) else {
            return Ok(());
        };
        if self.faults() >= fault::MOST || !fault::is_the_engines_own(engine, &error.to_string()) {
            return Err(error);
        }
        self.faults.fetch_add(1, Ordering::Relaxed);
        eprintln!("{error:#}\n  this is a known fault of the engine: the case is run once more");
        self.clear(&mut desk);
        self.run_once(&mut desk, engine, case)
    }

    fn run_once(&self, desk: &mut Desk, engine: Engine, case: Case) -> Result<()> {
        let session = self.seat(desk, engine)?;
        let result = self.runtime.block_on(self.attempt(session, case));
        let Err(error) = result else { return Ok(()) };
        if error.is::<NotRun>() {
            return Err(error);
        }
        let report = self.runtime.block_on(report(session, case));
        if report.is_none() {
            // A browser that cannot even be looked at is not kept for the next case.
            *desk = Desk::Empty;
        }
        let seen = report.unwrap_or_else(|| "the browser no longer answers".to_owned());
        Err(anyhow!("{engine}, {}: {}\n  {seen}", case.name, brief(&error)))
    }

    /// Closes the browser that is still open.
    pub(crate) fn close(&self) {
        let mut desk = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        self.clear(&mut desk);
    }

    /// The session of this engine, started if another one, or none, is open.
    fn seat<'a>(&self, desk: &'a mut Desk, engine: Engine) -> Result<&'a mut Session> {
        let is_seated = match desk {
            Desk::Empty => false,
            Desk::Open(session) => session.engine == engine,
            Desk::Refused(refused, _) => *refused == engine,
        };
        if !is_seated {
            self.clear(desk);
            *desk = match self.runtime.block_on(Session::start(engine)) {
                Ok(session) => Desk::Open(session),
                Err(error) => Desk::Refused(engine, format!("{error:#}")),
            };
        }
        match desk {
            Desk::Open(session) => Ok(session),
            Desk::Refused(_, reason) => Err(anyhow!("{engine} does not start: {reason}")),
            Desk::Empty => Err(anyhow!("{engine} was not started")),
        }
    }

    fn clear(&self, desk: &mut Desk) {
        if let Desk::Open(session) = std::mem::replace(desk, Desk::Empty) {
            self.runtime.block_on(session.end());
        }
    }

    async fn attempt(&self, session: &Session, case: Case) -> Result<()> {
        let reader = Reader::new(session, &self.settings, &self.story);
        let whole = async {
            reader.sit_down().await.context("before the case")?;
            (case.run)(&reader).await
        };
        let limit = format!("it took longer than {} s", LONGEST_CASE.as_secs());
        tokio::time::timeout(LONGEST_CASE, whole).await.context(limit)?
    }
}

/// The error without the driver's own call stack, which says nothing about the page.
fn brief(error: &anyhow::Error) -> String {
    let text = format!("{error:#}");
    let lines = text
        .lines()
        .take_while(|line| !line.trim_start().starts_with("Stacktrace"));
    lines
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n  ")
}

/// How far the app is, why it has failed, and what a watched page has recorded.
const STATE: &str = "const { app, failure = '' } = document.documentElement.dataset;
    return `app ${app} ${failure} ${(window.__trouble ?? []).join('; ')}`";

async fn state(driver: &WebDriver) -> Result<String> {
    Ok(driver.execute(STATE, vec![]).await?.convert()?)
}

/// Where the browser stands, how the app is and a picture of it, or nothing when it no longer answers.
async fn report(session: &Session, case: Case) -> Option<String> {
    let look = async {
        let driver = &session.driver;
        driver.enter_default_frame().await?;
        let url = driver.current_url().await?;
        let folder = Settings::failures();
        fs::create_dir_all(&folder)?;
        let picture = folder.join(format!("{}-{}.png", session.engine, case.name));
        driver.screenshot(&picture).await?;
        let mut states = vec![state(driver).await?];
        let frames: u16 = driver.execute("return window.length", vec![]).await?.convert()?;
        for frame in 0..frames {
            driver.enter_frame(frame).await?;
            states.push(format!("in frame {frame}: {}", state(driver).await?));
            driver.enter_default_frame().await?;
        }
        anyhow::Ok(format!(
            "at {url}, {}, screenshot {}",
            states.join("; "),
            picture.display()
        ))
    };
    tokio::time::timeout(Duration::from_secs(20), look).await.ok()?.ok()
}

/// Waits for one of the signals by which a run is broken off.
async fn stopped() -> Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
    Ok(())
}
