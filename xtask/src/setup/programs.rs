//! Programs built from crates.io into the cache: Trunk, wasm-bindgen and geckodriver, each of one version.
//! Does not know what they are run for.

use std::env::consts::EXE_EXTENSION;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use semver::Version;

use super::once::{lock, once};
use super::version;
use crate::{paths, run};

/// A program of a crate.
pub(super) struct Program {
    package: &'static str,
    name: &'static str,
    /// The version that is set up.
    pub(super) version: Version,
    /// Whether a later version found on PATH will do too.
    later_will_do: bool,
    /// Set-up time matters more than the speed of most programs, so they are built with little or no optimisation.
    opt_level: &'static str,
}

impl Program {
    /// Builds the site. Later versions want a newer Rust than this project does.
    pub(super) fn trunk() -> Self {
        Self {
            package: "trunk",
            name: "trunk",
            version: Version::new(0, 21, 14),
            later_will_do: false,
            opt_level: "0",
        }
    }

    /// Writes the JavaScript beside the wasm, which works only at the very version of the library in Cargo.lock.
    pub(super) fn wasm_bindgen() -> Result<Self> {
        let id = run::output_of(&mut run::cargo(&["pkgid", "wasm-bindgen"]));
        let version = id.as_deref().and_then(|id| id.trim().rsplit('@').next()?.parse().ok());
        // It runs at every save under `serve`, where a second counts.
        Ok(Self {
            package: "wasm-bindgen-cli",
            name: "wasm-bindgen",
            version: version.context("Cargo.lock must hold one version of wasm-bindgen. See why it does not with:\n    cargo pkgid wasm-bindgen")?,
            later_will_do: false,
            opt_level: "1",
        })
    }

    /// Drives Firefox in the browser tests.
    pub(super) fn geckodriver() -> Self {
        Self {
            package: "geckodriver",
            name: "geckodriver",
            version: Version::new(0, 37, 1),
            later_will_do: true,
            opt_level: "0",
        }
    }

    /// The program: from PATH where the version fits, else from the cache, else built into it.
    pub(super) fn place(&self) -> Result<PathBuf> {
        if let Ok(found) = which::which(self.name)
            && version::of(&found).is_some_and(|version| self.fits(&version))
        {
            return Ok(found);
        }
        let home = paths::tool(self.name, &self.version.to_string())?;
        let program = home.join("bin").join(self.name).with_extension(EXE_EXTENSION);
        // One that was copied from another system says no version and is made anew.
        let is_there = || version::of(&program).as_ref() == Some(&self.version);
        let install = || run::run(&mut self.installation(&home)?);
        once(&format!("{} {}", self.package, self.version), is_there, install).with_context(|| self.how_to())?;
        Ok(program)
    }

    fn fits(&self, version: &Version) -> bool {
        *version == self.version || self.later_will_do && *version > self.version
    }

    /// Cargo puts the program in its place when it is whole, so that an interruption leaves nothing half-made.
    fn installation(&self, home: &Path) -> Result<Command> {
        let mut cargo = run::cargo(&[
            "install",
            "--locked",
            "--force",
            self.package,
            "--bin",
            self.name,
            "--version",
        ]);
        cargo.arg(self.version.to_string()).arg("--root").arg(home);
        // Away from the project's folder, whose Cargo settings are for the project.
        cargo.current_dir(paths::cache()?);
        cargo.env("CARGO_TARGET_DIR", build_folder()?);
        cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level);
        cargo.env("CARGO_PROFILE_RELEASE_LTO", "off");
        cargo.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        cargo.env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        Ok(cargo)
    }

    fn how_to(&self) -> String {
        let Self {
            package, name, version, ..
        } = self;
        format!(
            "{package} {version} could not be set up. Have `{name}` of that version on PATH, or see why with:\n    \
             cargo install --locked {package} --version {version}"
        )
    }
}

/// Removes what programs were built in. They share it, so that a crate which two of them use is built once; and it is
/// kept until all are there, so that an interrupted set-up goes on where it stopped.
pub(super) fn forget_build() -> Result<()> {
    let folder = build_folder()?;
    if folder.exists() {
        let _lock = lock(&paths::cache()?)?;
        // Whoever had the lock before may have removed it.
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
        }
    }
    Ok(())
}

fn build_folder() -> Result<PathBuf> {
    Ok(paths::cache()?.join("build"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pinned_version_fits_itself_alone_and_another_what_is_later_too() {
        let trunk = Program::trunk();
        assert!(trunk.fits(&Version::new(0, 21, 14)));
        assert!(!trunk.fits(&Version::new(0, 21, 15)) && !trunk.fits(&Version::new(0, 21, 9)));
        let geckodriver = Program::geckodriver();
        assert!(geckodriver.fits(&Version::new(0, 37, 1)) && geckodriver.fits(&Version::new(0, 38, 0)));
        assert!(!geckodriver.fits(&Version::new(0, 37, 0)));
    }

    #[test]
    fn wasm_bindgen_is_of_the_version_that_trunk_would_take_by_itself() {
        let config = fs::read_to_string(paths::root().join("Trunk.toml")).unwrap();
        let config: toml::Table = config.parse().unwrap();
        let version = Program::wasm_bindgen().unwrap().version.to_string();
        assert_eq!(config["tools"]["wasm_bindgen"].as_str(), Some(version.as_str()));
    }
}
