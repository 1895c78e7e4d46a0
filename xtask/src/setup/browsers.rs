//! The browsers for the tests and their drivers: what is there, what can be installed, and what is missing and why.
//! Hands the tests paths and names; does not know how they are driven.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Error, Result};

use super::apt::Apt;
use super::programs::{self, Program};

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
    /// Finds the engines, installing what is missing where that needs nobody's password and nobody minds.
    pub(crate) fn set_up() -> Result<Self> {
        let missing = Engine::ALL.into_iter().filter(|engine| engine.find().is_err());
        let packages: Vec<&str> = missing.flat_map(Engine::packages).copied().collect();
        let apt = Apt::for_packages(&packages)?;
        let mut browsers = Self {
            found: Vec::new(),
            missing: Vec::new(),
        };
        for engine in Engine::ALL {
            match engine.set_up(apt.as_ref()) {
                Ok(variables) => browsers.found.push((engine, variables)),
                Err(error) => browsers.missing.push((engine, reason(&error))),
            }
        }
        programs::forget_build()?;
        Ok(browsers)
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

/// Chromium alone, installed where it is missing, that needs nobody's password and nobody minds.
pub(crate) fn chromium() -> Result<PathBuf> {
    let engine = Engine::Chromium;
    let is_missing = engine.find().is_err();
    let packages: &[&str] = if is_missing { engine.packages() } else { &[] };
    let variables = engine.set_up(Apt::for_packages(packages)?.as_ref())?;
    let named = variables.into_iter().find(|(name, _)| *name == "THROUGHLINE_CHROMIUM");
    named.map(|(_, path)| path).context("Chromium was not found")
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

    fn set_up(self, apt: Option<&Apt>) -> Result<Variables> {
        let mut found = self.find();
        if let (Err(_), Some(apt)) = (&found, apt) {
            apt.install(self.packages()).with_context(|| self.how_to())?;
            found = self.find();
        }
        let mut variables = found.with_context(|| self.how_to())?;
        if self == Self::Firefox {
            variables.push(geckodriver()?);
        }
        Ok(variables)
    }

    fn find(self) -> Result<Variables> {
        Ok(match self {
            Self::Chromium => vec![
                program("THROUGHLINE_CHROMIUM", &CHROMIUM)?,
                program("THROUGHLINE_CHROMEDRIVER", &CHROMEDRIVER)?,
            ],
            Self::Firefox => vec![program("THROUGHLINE_FIREFOX", &FIREFOX)?],
            Self::Webkit => vec![
                program("THROUGHLINE_WEBKITDRIVER", &["WebKitWebDriver"])?,
                program(
                    "THROUGHLINE_MINIBROWSER",
                    &[minibrowser("/usr").as_deref().unwrap_or("MiniBrowser")],
                )?,
                // MiniBrowser cannot do without a screen. On a real one its windows would lose the focus.
                program("THROUGHLINE_XVFB", &["Xvfb"])?,
            ],
        })
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

/// The program that the variable names, else the first of some names that is there.
fn program(variable: &'static str, names: &[&str]) -> Result<(&'static str, PathBuf)> {
    let found = if let Some(own) = env::var_os(variable) {
        which::which(&own).with_context(|| format!("{variable} names {}, which cannot be run", own.display()))?
    } else {
        let found = names.iter().find_map(|name| which::which(name).ok());
        found.with_context(|| format!("{} was not found", names.join(" or ")))?
    };
    Ok((variable, found))
}

fn geckodriver() -> Result<(&'static str, PathBuf)> {
    let variable = "THROUGHLINE_GECKODRIVER";
    if env::var_os(variable).is_some() {
        return program(variable, &[]);
    }
    Ok((variable, Program::geckodriver().place()?))
}

/// The newest MiniBrowser below `usr`, in a library folder or in one for an architecture within it.
fn minibrowser(usr: &str) -> Option<String> {
    let places = ["lib*", "lib*/*"].map(|library| format!("{usr}/{library}/webkit2gtk-4.*/MiniBrowser"));
    let found = places
        .iter()
        .filter_map(|place| glob::glob(place).ok())
        .flatten()
        .flatten();
    found.max().map(|path| path.display().to_string())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_newest_minibrowser_is_taken_wherever_the_system_keeps_it() {
        let root = tempfile::tempdir().unwrap();
        let found = || minibrowser(root.path().to_str().unwrap()).map(PathBuf::from);
        fs::create_dir_all(root.path().join("lib/webkit2gtk-4.0")).unwrap();
        assert_eq!(found(), None, "a folder without the program is none");
        let homes =
            ["lib64/webkit2gtk-4.0", "lib64/x86_64-linux-gnu/webkit2gtk-4.1"].map(|home| root.path().join(home));
        for home in homes {
            fs::create_dir_all(&home).unwrap();
            let browser = home.join("MiniBrowser");
            fs::write(&browser, "").unwrap();
            assert_eq!(found(), Some(browser));
        }
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
