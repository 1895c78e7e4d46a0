//! Debian's packages, where they can be installed without a password. Does not know what they are for.

use std::io::{self, IsTerminal};

use anyhow::{Context, Result};

use crate::run;

/// A way to install packages.
pub(super) struct Apt {
    /// What stands before `apt-get`: `sudo -n` for a user who needs no password, nothing for root.
    before: &'static [&'static str],
}

impl Apt {
    /// The way on this machine, if there is one and whoever sits at the terminal agrees to these packages.
    /// Without a terminal, as in continuous integration, nobody is asked.
    pub(super) fn for_packages(packages: &[&str]) -> Result<Option<Self>> {
        if packages.is_empty() || which::which("apt-get").is_err() {
            return Ok(None);
        }
        let succeeds = |words: &[&str]| run::output_of(run::command(words[0]).args(&words[1..]));
        let before: &[&str] = if succeeds(&["id", "-u"]).is_some_and(|user| user.trim() == "0") {
            &[]
        } else if succeeds(&["sudo", "-n", "true"]).is_some() {
            &["sudo", "-n"]
        } else {
            return Ok(None);
        };
        println!(
            "For the browser tests these system packages are missing: {}",
            packages.join(", ")
        );
        if io::stdin().is_terminal() && io::stderr().is_terminal() {
            eprint!("Install them with apt-get? [Y/n] ");
            let mut answer = String::new();
            io::stdin().read_line(&mut answer)?;
            if !is_yes(&answer) {
                return Ok(None);
            }
        }
        let apt = Self { before };
        // Without news of newer ones, those known so far may do.
        if let Err(error) = apt.call(&["update"]) {
            println!("{error:#}");
        }
        Ok(Some(apt))
    }

    /// Installs packages, without what they merely recommend.
    pub(super) fn install(&self, packages: &[&str]) -> Result<()> {
        self.call(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
            .with_context(|| format!("{} could not be installed", packages.join(", ")))
    }

    fn call(&self, arguments: &[&str]) -> Result<()> {
        // `env` carries the setting through sudo, which clears the environment.
        let quietly = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"];
        let words = [self.before, &quietly, arguments].concat();
        run::run(run::command(words[0]).args(&words[1..]))
    }
}

/// Whether an answer is the default, the empty line, or a yes. The end of the input is neither.
fn is_yes(answer: &str) -> bool {
    answer.ends_with('\n') && matches!(answer.trim().to_lowercase().as_str(), "" | "y" | "yes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_installed_on_a_yes_or_an_empty_line_and_on_nothing_else() {
        assert!(["\n", "y\n", "Yes\n", "Y\r\n"].into_iter().all(is_yes));
        assert!(!["", "n\n", "no\n", "what?\n"].into_iter().any(is_yes));
    }
}
