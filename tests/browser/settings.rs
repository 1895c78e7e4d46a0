//! What to test and with which browsers, as the project's command tells by the environment. It finds the programs; to run
//! the tests without it, what is not told is looked for on PATH under one name.
//!
//! - `THROUGHLINE_DIST`: the built site; else `dist` in the project.
//! - `THROUGHLINE_ENGINES`: which engines, as `chromium,firefox,webkit`; else all three.
//! - `THROUGHLINE_REQUIRED=1`: an engine that is asked for and is not here is a failure, not only named.
//! - `THROUGHLINE_CHROMEDRIVER`, `_CHROMIUM`, `_GECKODRIVER`, `_FIREFOX`, `_WEBKITDRIVER`, `_MINIBROWSER`, `_XVFB`:
//!   the programs.
//! - `THROUGHLINE_AXE`: `axe.min.js`.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::engine::Engine;

pub(crate) struct Settings {
    pub(crate) dist: PathBuf,
    pub(crate) axe: Option<PathBuf>,
    engines: Vec<Engine>,
    required: bool,
}

/// The programs one engine needs.
pub(crate) struct Tools {
    pub(crate) driver: PathBuf,
    pub(crate) browser: PathBuf,
    /// A display for an engine that has no headless mode.
    pub(crate) display: Option<PathBuf>,
}

impl Settings {
    pub(crate) fn from_environment() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let dist = env::var_os("THROUGHLINE_DIST").map_or_else(|| root.join("dist"), PathBuf::from);
        if !dist.join("index.html").is_file() {
            bail!(
                "there is no built site in {}: build it with `cargo xtask build`",
                dist.display()
            );
        }
        let engines = match env::var("THROUGHLINE_ENGINES") {
            Ok(names) => names
                .split(',')
                .map(|name| name.trim().parse())
                .collect::<Result<_>>()?,
            Err(_) => Engine::ALL.to_vec(),
        };
        let axe = env::var_os("THROUGHLINE_AXE").map(PathBuf::from);
        let required = env::var("THROUGHLINE_REQUIRED").is_ok_and(|value| value == "1");
        Ok(Self {
            dist,
            axe,
            engines,
            required,
        })
    }

    /// Where screenshots of failures and the drivers' own words go.
    pub(crate) fn failures() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("target/browser-failures")
    }

    /// Whether the absence of this engine is a failure.
    pub(crate) fn requires(&self, engine: Engine) -> bool {
        self.required && self.engines.contains(&engine)
    }

    /// Whether everything that is asked for must be here.
    pub(crate) fn is_strict(&self) -> bool {
        self.required
    }

    /// Why this engine is not run, if it is not.
    pub(crate) fn missing(&self, engine: Engine) -> Option<String> {
        if !self.engines.contains(&engine) {
            return Some(format!("{engine} was not asked for"));
        }
        Self::tools(engine)
            .err()
            .map(|error| format!("{engine} is not run: {error}"))
    }

    pub(crate) fn tools(engine: Engine) -> Result<Tools> {
        let (driver, browser) = match engine {
            Engine::Chromium => (
                program("THROUGHLINE_CHROMEDRIVER", "chromedriver")?,
                program("THROUGHLINE_CHROMIUM", "chromium")?,
            ),
            Engine::Firefox => (
                program("THROUGHLINE_GECKODRIVER", "geckodriver")?,
                program("THROUGHLINE_FIREFOX", "firefox-esr")?,
            ),
            Engine::Webkit => (
                program("THROUGHLINE_WEBKITDRIVER", "WebKitWebDriver")?,
                program("THROUGHLINE_MINIBROWSER", "MiniBrowser")?,
            ),
        };
        let display = (engine == Engine::Webkit)
            .then(|| program("THROUGHLINE_XVFB", "Xvfb"))
            .transpose()?;
        Ok(Tools {
            driver,
            browser,
            display,
        })
    }
}

/// The program that a variable names, or else the one of this name on PATH.
fn program(variable: &str, name: &str) -> Result<PathBuf> {
    let told = env::var_os(variable);
    let folders = env::var_os("PATH").unwrap_or_default();
    let places = match &told {
        Some(path) => vec![PathBuf::from(path)],
        None => env::split_paths(&folders).map(|folder| folder.join(name)).collect(),
    };
    let found = places.into_iter().find(|path| path.is_file());
    found.with_context(|| match told {
        Some(path) => format!("{variable} names {}, which is no file", path.display()),
        None => format!("{name} is not on PATH and {variable} is not set; `cargo xtask test` finds it"),
    })
}
