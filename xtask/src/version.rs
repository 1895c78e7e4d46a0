//! Versions: read from what a tool says of itself and from Cargo.lock, and compared. Runs nothing.

use std::fmt;
use std::str::FromStr;

use anyhow::{Context, Result, ensure};

/// Numbers with dots between them, compared from the left.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version(Vec<u64>);

/// Which versions will do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// This one alone.
    Exactly(Version),
    /// This one or a later one.
    AtLeast(Version),
}

impl Version {
    /// The first version in what a tool prints, such as `wasm-opt version 132 (version_132)`.
    pub(crate) fn said_in(output: &str) -> Option<Self> {
        output
            .split_whitespace()
            .filter(|word| word.starts_with(|first: char| first.is_ascii_digit()))
            .find_map(|word| {
                let end = word
                    .find(|c: char| c != '.' && !c.is_ascii_digit())
                    .unwrap_or(word.len());
                word[..end].trim_end_matches('.').parse().ok()
            })
    }

    /// The version that Cargo.lock holds of a package, which must be one alone.
    pub(crate) fn locked(lock: &str, package: &str) -> Result<Self> {
        let lock: toml::Table = lock.parse().context("Cargo.lock is not readable")?;
        let packages = lock
            .get("package")
            .and_then(toml::Value::as_array)
            .context("Cargo.lock lists no packages")?;
        let versions: Vec<&str> = packages
            .iter()
            .filter(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package))
            .filter_map(|entry| entry.get("version")?.as_str())
            .collect();
        ensure!(
            versions.len() == 1,
            "Cargo.lock holds {} versions of {package}, and one is needed",
            versions.len()
        );
        versions[0].parse()
    }
}

impl Wanted {
    /// Whether this version will do.
    pub(crate) fn fits(&self, version: &Version) -> bool {
        match self {
            Self::Exactly(wanted) => version == wanted,
            Self::AtLeast(wanted) => version >= wanted,
        }
    }
}

impl FromStr for Version {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        let numbers = text.split('.').map(str::parse).collect::<Result<_, _>>();
        numbers.map(Self).with_context(|| format!("`{text}` is no version"))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers: Vec<String> = self.0.iter().map(u64::to_string).collect();
        f.write_str(&numbers.join("."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Version {
        text.parse().unwrap()
    }

    #[test]
    fn a_version_is_found_in_what_each_tool_says() {
        for (said, expected) in [
            ("trunk 0.21.14\n", "0.21.14"),
            ("wasm-bindgen 0.2.129", "0.2.129"),
            ("wasm-opt version 132 (version_132)", "132"),
            ("wasm-opt version 116-30-gabc (version_116)", "116"),
            (
                "geckodriver 0.37.1 ( 2025-01-01)\n\nThe source code of this program",
                "0.37.1",
            ),
        ] {
            assert_eq!(Version::said_in(said), Some(version(expected)), "in {said:?}");
        }
    }

    #[test]
    fn what_says_no_version_has_none() {
        assert_eq!(Version::said_in("error: no such tool"), None);
        assert_eq!(Version::said_in(""), None);
    }

    #[test]
    fn versions_compare_by_number_and_not_by_letter() {
        assert!(version("0.21.14") > version("0.21.9"));
        assert!(version("132") > version("128"));
        assert!(version("0.37") < version("0.37.1"));
    }

    #[test]
    fn a_pinned_version_fits_itself_alone_and_a_floor_fits_what_is_above() {
        assert!(Wanted::Exactly(version("0.2.129")).fits(&version("0.2.129")));
        assert!(!Wanted::Exactly(version("0.2.129")).fits(&version("0.2.130")));
        assert!(Wanted::AtLeast(version("128")).fits(&version("132")));
        assert!(!Wanted::AtLeast(version("128")).fits(&version("116")));
    }

    #[test]
    fn the_locked_version_is_that_of_the_package_and_not_of_its_namesakes() {
        let lock = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.99\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";
        assert_eq!(Version::locked(lock, "wasm-bindgen").unwrap(), version("0.2.129"));
    }

    #[test]
    fn a_package_locked_twice_or_not_at_all_is_refused() {
        let twice = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n[[package]]\nname = \"a\"\nversion = \"2.0.0\"\n";
        let refusal = Version::locked(twice, "a").unwrap_err().to_string();
        assert_eq!(refusal, "Cargo.lock holds 2 versions of a, and one is needed");
        assert!(Version::locked(twice, "b").is_err());
    }
}
