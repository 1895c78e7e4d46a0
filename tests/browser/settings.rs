//! What to test and with which browsers: the environment set by the project's command, or what is found on PATH.
//!
//! - `THROUGHLINE_DIST`: the built site; else `dist` in the project.
//! - `THROUGHLINE_ENGINES`: which engines, as `chromium,firefox,webkit`; else all three.
//! - `THROUGHLINE_REQUIRED=1`: an engine that is asked for and is not here is a failure, not only named.
//! - `THROUGHLINE_CHROMEDRIVER`, `_CHROMIUM`, `_GECKODRIVER`, `_FIREFOX`, `_WEBKITDRIVER`, `_MINIBROWSER`, `_XVFB`:
//!   the programs.
//! - `THROUGHLINE_AXE`: `axe.min.js`.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::engine::Engine;

/// Where systems keep the browser of WebKit for GTK, which is on nobody's PATH.
const MINIBROWSERS: [&str; 3] = [
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
];

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
                named("THROUGHLINE_CHROMEDRIVER", &["chromedriver"])?,
                named(
                    "THROUGHLINE_CHROMIUM",
                    &["chromium", "chromium-browser", "google-chrome"],
                )?,
            ),
            Engine::Firefox => (
                named("THROUGHLINE_GECKODRIVER", &["geckodriver"])?,
                named("THROUGHLINE_FIREFOX", &["firefox-esr", "firefox"])?,
            ),
            Engine::Webkit => (
                named("THROUGHLINE_WEBKITDRIVER", &["WebKitWebDriver"])?,
                named("THROUGHLINE_MINIBROWSER", &MINIBROWSERS)?,
            ),
        };
        let display = (engine == Engine::Webkit)
            .then(|| named("THROUGHLINE_XVFB", &["Xvfb"]))
            .transpose()?;
        Ok(Tools {
            driver,
            browser,
            display,
        })
    }
}

/// The program that a variable names, or else the first of these on PATH.
fn named(variable: &str, programs: &[&str]) -> Result<PathBuf> {
    if let Some(path) = env::var_os(variable).map(PathBuf::from) {
        if path.is_file() {
            return Ok(path);
        }
        bail!("{variable} names {}, which is no file", path.display());
    }
    match programs.iter().find_map(|program| on_path(program)) {
        Some(path) => Ok(path),
        None => bail!("{} is not on PATH and {variable} is not set", programs[0]),
    }
}

fn on_path(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    // Joining an absolute path gives that path, so a program named in full is found too.
    env::split_paths(&folders)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}
