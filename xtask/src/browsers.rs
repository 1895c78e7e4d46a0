//! The browsers for the tests and their drivers: what is there, what can be installed, and what is missing and why.
//! Hands the tests paths and names; does not know how they are driven.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Error, Result};

use crate::apt::Apt;
use crate::tools::Tool;

/// The three engines, each of which some readers have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKit, as its GTK port brings it with a small browser.
    Webkit,
}

/// Variables for the tests, by name.
type Variables = Vec<(&'static str, PathBuf)>;

/// What was found.
pub(crate) struct Browsers {
    found: Vec<(Engine, Variables)>,
    /// Engines that are not there, with the reason and what to type.
    pub(crate) missing: Vec<(Engine, String)>,
}

impl Browsers {
    /// Finds the engines, installing what is missing where that needs nobody's password.
    pub(crate) fn set_up() -> Self {
        let mut apt = Apt::here();
        let mut browsers = Self {
            found: Vec::new(),
            missing: Vec::new(),
        };
        for engine in Engine::ALL {
            match engine.set_up(apt.as_mut()) {
                Ok(variables) => browsers.found.push((engine, variables)),
                Err(error) => browsers.missing.push((engine, reason(&error))),
            }
        }
        browsers
    }

    /// Whether no engine is there at all.
    pub(crate) fn none(&self) -> bool {
        self.found.is_empty()
    }

    /// What the tests read: the engines that are there, and the place of each program.
    pub(crate) fn variables(&self) -> Vec<(&'static str, OsString)> {
        let names: Vec<&str> = self.found.iter().map(|(engine, _)| engine.name()).collect();
        let places = self.found.iter().flat_map(|(_, variables)| variables);
        let places = places.map(|(name, path)| (*name, path.clone().into_os_string()));
        std::iter::once(("THROUGHLINE_ENGINES", OsString::from(names.join(","))))
            .chain(places)
            .collect()
    }
}

impl Engine {
    const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// The name that tests and reports use.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// Debian's packages of it. Recommended ones are not installed, so what is needed of those is named.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::Webkit => &["webkit2gtk-driver", "xvfb"],
        }
    }

    fn how_to(self) -> String {
        let elsewhere = match self {
            Self::Chromium => "elsewhere, have Chrome or Chromium and its chromedriver on PATH",
            Self::Firefox => "elsewhere, have Firefox on PATH",
            Self::Webkit => "it runs on Linux alone",
        };
        format!(
            "on Debian, type `sudo apt-get install {}`; {elsewhere}",
            self.packages().join(" ")
        )
    }

    fn set_up(self, apt: Option<&mut Apt>) -> Result<Variables> {
        let mut found = self.find();
        if let (Err(_), Some(apt)) = (&found, apt) {
            println!("Setting up {}", self.name());
            apt.install(self.packages()).with_context(|| self.how_to())?;
            found = self.find();
        }
        let mut variables = found.with_context(|| self.how_to())?;
        if self == Self::Firefox {
            variables.push(("THROUGHLINE_GECKODRIVER", geckodriver()?));
        }
        Ok(variables)
    }

    fn find(self) -> Result<Variables> {
        match self {
            Self::Chromium => Ok(vec![
                ("THROUGHLINE_CHROMIUM", program("THROUGHLINE_CHROMIUM", &CHROMIUM)?),
                (
                    "THROUGHLINE_CHROMEDRIVER",
                    program("THROUGHLINE_CHROMEDRIVER", &CHROMEDRIVER)?,
                ),
            ]),
            Self::Firefox => Ok(vec![("THROUGHLINE_FIREFOX", program("THROUGHLINE_FIREFOX", &FIREFOX)?)]),
            Self::Webkit => find_webkit(),
        }
    }
}

const CHROMIUM: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
const CHROMEDRIVER: [&str; 2] = ["chromedriver", "/usr/lib/chromium-browser/chromedriver"];
const FIREFOX: [&str; 4] = [
    "firefox-esr",
    "firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

/// What is wrong first and what to type last, in one piece for the summary.
fn reason(error: &Error) -> String {
    let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
    causes.into_iter().rev().collect::<Vec<_>>().join("; ")
}

/// The program that whoever runs this has named by a variable, if it is set.
fn named_by(variable: &str) -> Result<Option<PathBuf>> {
    let Some(own) = env::var_os(variable) else {
        return Ok(None);
    };
    let found =
        which::which(&own).with_context(|| format!("{variable} names {}, which cannot be run", own.display()))?;
    Ok(Some(found))
}

/// The program named by the variable, else the first of some names that is there.
fn program(variable: &str, names: &[&str]) -> Result<PathBuf> {
    let own = named_by(variable)?;
    own.or_else(|| names.iter().find_map(|name| which::which(name).ok()))
        .with_context(|| format!("{} was not found", names.join(" or ")))
}

fn geckodriver() -> Result<PathBuf> {
    named_by("THROUGHLINE_GECKODRIVER")?.map_or_else(|| Tool::geckodriver()?.place(), Ok)
}

fn find_webkit() -> Result<Variables> {
    let driver = program("THROUGHLINE_WEBKITDRIVER", &["WebKitWebDriver"])?;
    let browser = named_by("THROUGHLINE_MINIBROWSER")?
        .or_else(|| minibrowser(&LIBRARIES.map(Path::new)))
        .context("MiniBrowser was not found")?;
    // MiniBrowser cannot do without a screen. On a real one its windows would lose the focus.
    let xvfb = program("THROUGHLINE_XVFB", &["Xvfb"])?;
    Ok(vec![
        ("THROUGHLINE_WEBKITDRIVER", driver),
        ("THROUGHLINE_MINIBROWSER", browser),
        ("THROUGHLINE_XVFB", xvfb),
    ])
}

const LIBRARIES: [&str; 3] = ["/usr/lib", "/usr/lib64", "/usr/libexec"];

/// The newest MiniBrowser, `webkit2gtk-4.*/MiniBrowser` in a library folder or in one for an architecture within it.
fn minibrowser(libraries: &[&Path]) -> Option<PathBuf> {
    let architectures = libraries.iter().flat_map(|library| folders_in(library));
    let places = architectures.chain(libraries.iter().map(|library| library.to_path_buf()));
    let homes = places.flat_map(|place| folders_in(&place)).filter(|home| {
        home.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-4."))
    });
    let mut browsers: Vec<PathBuf> = homes
        .map(|home| home.join("MiniBrowser"))
        .filter(|path| path.is_file())
        .collect();
    browsers.sort();
    browsers.pop()
}

/// The folders in a folder; none where it is not there.
fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_minibrowser_is_taken_wherever_the_system_keeps_it() {
        let root = tempfile::tempdir().unwrap();
        let place = |home: &str| {
            let folder = root.path().join(home);
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join("MiniBrowser"), "").unwrap();
        };
        assert_eq!(minibrowser(&[root.path()]), None);
        place("x86_64-linux-gnu/webkit2gtk-4.0");
        place("x86_64-linux-gnu/webkit2gtk-4.1");
        let newest = root.path().join("x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser");
        assert_eq!(minibrowser(&[root.path()]), Some(newest));

        let other = tempfile::tempdir().unwrap();
        fs::create_dir_all(other.path().join("webkit2gtk-4.1")).unwrap();
        assert_eq!(
            minibrowser(&[other.path()]),
            None,
            "a folder without the program is none"
        );
    }

    #[test]
    fn a_reason_says_what_is_wrong_and_then_what_to_type() {
        let error = Error::msg("firefox was not found").context("on Debian, type `sudo apt-get install firefox-esr`");
        assert_eq!(
            reason(&error),
            "firefox was not found; on Debian, type `sudo apt-get install firefox-esr`"
        );
    }

    #[test]
    fn tests_are_told_the_engines_that_are_there_and_no_others() {
        let found = vec![
            (
                Engine::Chromium,
                vec![("THROUGHLINE_CHROMIUM", PathBuf::from("/a/chromium"))],
            ),
            (
                Engine::Webkit,
                vec![("THROUGHLINE_MINIBROWSER", PathBuf::from("/b/MiniBrowser"))],
            ),
        ];
        let browsers = Browsers {
            found,
            missing: vec![(Engine::Firefox, "firefox-esr was not found".into())],
        };
        let expected = [
            ("THROUGHLINE_ENGINES", "chromium,webkit".into()),
            ("THROUGHLINE_CHROMIUM", "/a/chromium".into()),
            ("THROUGHLINE_MINIBROWSER", "/b/MiniBrowser".into()),
        ];
        assert_eq!(browsers.variables(), expected);
    }
}
