//! The version of a program, by what it says of itself.

use std::path::Path;
use std::process::Command;

use semver::Version;

use crate::run;

/// The version that a program says it has; none where it does not run.
pub(super) fn of(program: &Path) -> Option<Version> {
    said_in(&run::output_of(Command::new(program).arg("--version"))?)
}

/// The first version in what a program prints, such as `wasm-opt version 132 (version_132)`. What it leaves out is 0.
fn said_in(output: &str) -> Option<Version> {
    output.split_whitespace().find_map(|word| {
        let end = word.find(|c: char| c != '.' && !c.is_ascii_digit());
        let mut numbers = word[..end.unwrap_or(word.len())]
            .split('.')
            .map(|number| number.parse().ok());
        let major = numbers.next()??;
        let mut next = || numbers.next().flatten().unwrap_or(0);
        Some(Version::new(major, next(), next()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_found_in_what_each_program_says() {
        for (said, expected) in [
            ("trunk 0.21.14\n", (0, 21, 14)),
            ("wasm-bindgen 0.2.129", (0, 2, 129)),
            ("wasm-opt version 132 (version_132)", (132, 0, 0)),
            ("wasm-opt version 116-30-gabc (version_116)", (116, 0, 0)),
            (
                "geckodriver 0.37.1 ( 2025-01-01)\n\nThe source code of this program",
                (0, 37, 1),
            ),
        ] {
            let (major, minor, patch) = expected;
            assert_eq!(said_in(said), Some(Version::new(major, minor, patch)), "in {said:?}");
        }
    }

    #[test]
    fn what_says_no_version_has_none() {
        assert_eq!(said_in("error: no such tool"), None);
        assert_eq!(said_in(""), None);
    }
}
