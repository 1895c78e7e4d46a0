//! Debian's packages, where they can be installed without asking anybody. Does not know what they are for.

use anyhow::{Context, Result};

use crate::run;

/// A way to install packages.
pub(crate) struct Apt {
    /// What stands before `apt-get`: `sudo -n` for a user who needs no password, nothing for root.
    before: &'static [&'static str],
    updated: bool,
}

impl Apt {
    /// The way on this machine, if there is one.
    pub(crate) fn here() -> Option<Self> {
        which::which("apt-get").ok()?;
        let user = run::output_of(run::command("id").arg("-u"))?;
        let before: &[&str] = if user.trim() == "0" {
            &[]
        } else {
            run::output_of(run::command("sudo").args(["-n", "true"]))?;
            &["sudo", "-n"]
        };
        Some(Self { before, updated: false })
    }

    /// Installs packages, without what they merely recommend.
    pub(crate) fn install(&mut self, packages: &[&str]) -> Result<()> {
        if !self.updated {
            self.call(&["update"])?;
            self.updated = true;
        }
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
