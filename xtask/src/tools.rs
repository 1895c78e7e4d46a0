//! Programs built from crates.io into the cache: Trunk, wasm-bindgen and geckodriver, each of one pinned version.
//! Does not know what they are run for.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Command};

use anyhow::{Context, Result, ensure};

use crate::version::{Version, Wanted};
use crate::{lock, paths, run};

/// A program of a crate.
pub(crate) struct Tool {
    package: &'static str,
    binary: &'static str,
    version: Version,
    /// Whether a later version found on PATH will do too.
    later_will_do: bool,
    /// Set-up time matters more than the speed of most tools, so they are built with little or no optimisation.
    opt_level: &'static str,
}

impl Tool {
    /// Builds the site. Later versions want a newer Rust than this project does.
    pub(crate) fn trunk() -> Result<Self> {
        let version = "0.21.14".parse()?;
        Ok(Self {
            package: "trunk",
            binary: "trunk",
            version,
            later_will_do: false,
            opt_level: "0",
        })
    }

    /// Writes the JavaScript beside the wasm, which works only at the very version of the library in Cargo.lock.
    pub(crate) fn wasm_bindgen() -> Result<Self> {
        let lock = fs::read_to_string(paths::root().join("Cargo.lock")).context("Cargo.lock cannot be read")?;
        let version = Version::locked(&lock, "wasm-bindgen")?;
        // It runs at every save under `serve`, where a second counts.
        Ok(Self {
            package: "wasm-bindgen-cli",
            binary: "wasm-bindgen",
            version,
            later_will_do: false,
            opt_level: "1",
        })
    }

    /// Drives Firefox in the browser tests.
    pub(crate) fn geckodriver() -> Result<Self> {
        let version = "0.37.1".parse()?;
        Ok(Self {
            package: "geckodriver",
            binary: "geckodriver",
            version,
            later_will_do: true,
            opt_level: "0",
        })
    }

    /// The pinned version.
    pub(crate) fn version(&self) -> &Version {
        &self.version
    }

    /// The program: from PATH where the version fits, else from the cache, else built into it.
    pub(crate) fn place(&self) -> Result<PathBuf> {
        if let Ok(found) = which::which(self.binary)
            && said_by(&found).is_some_and(|version| self.wanted().fits(&version))
        {
            return Ok(found);
        }
        let home = paths::tool(self.binary, &self.version.to_string())?;
        let program = self.program_in(&home);
        // A folder left half-made, or copied from another system, says no version and is made anew.
        let is_there = || said_by(&program).as_ref() == Some(&self.version);
        if is_there() {
            return Ok(program);
        }
        let _lock = lock::wait()?;
        // Whoever had the lock before may have set up this very tool.
        if !is_there() {
            println!(
                "Setting up {} {} (once per user and version)",
                self.package, self.version
            );
            self.install(&home).with_context(|| self.how_to())?;
        }
        Ok(program)
    }

    fn wanted(&self) -> Wanted {
        let version = self.version.clone();
        if self.later_will_do {
            Wanted::AtLeast(version)
        } else {
            Wanted::Exactly(version)
        }
    }

    fn program_in(&self, home: &Path) -> PathBuf {
        home.join("bin")
            .join(self.binary)
            .with_extension(std::env::consts::EXE_EXTENSION)
    }

    /// Builds into a folder beside the final one and renames it, so that an interruption leaves nothing half-made.
    fn install(&self, home: &Path) -> Result<()> {
        let parent = home.parent().context("the cache has no folder")?;
        let partial = parent.join(format!(".{}-{}.{}", self.binary, self.version, process::id()));
        fs::create_dir_all(&partial).with_context(|| format!("{} cannot be made", partial.display()))?;
        let done = run::run(&mut self.installation(&partial)?).and_then(|()| self.move_home(&partial, home));
        if done.is_err() {
            // The failure is what matters; a folder that stays behind does no harm.
            let _ = fs::remove_dir_all(&partial);
        }
        done
    }

    fn move_home(&self, partial: &Path, home: &Path) -> Result<()> {
        ensure!(
            said_by(&self.program_in(partial)).as_ref() == Some(&self.version),
            "what was built does not run"
        );
        if home.exists() {
            fs::remove_dir_all(home).with_context(|| format!("{} cannot be replaced", home.display()))?;
        }
        fs::rename(partial, home).with_context(|| format!("{} cannot be put in place", home.display()))
    }

    fn installation(&self, into: &Path) -> Result<Command> {
        let mut cargo = run::cargo(&["install", "--locked", self.package, "--version"]);
        cargo
            .arg(self.version.to_string())
            .args(["--bin", self.binary, "--root"])
            .arg(into);
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
        format!(
            "{package} {version} could not be set up. Have `{binary}` of that version on PATH, or see why with:\n    \
             cargo install --locked {package} --version {version}",
            package = self.package,
            version = self.version,
            binary = self.binary,
        )
    }
}

/// Removes what the tools were built in. It is shared by them and kept until then, so that a crate which two of them use
/// is built once, and an interrupted set-up goes on where it stopped. Another command may be building in it just now, and
/// then it will remove it.
pub(crate) fn forget_build() -> Result<()> {
    let Some(_lock) = lock::take_now()? else {
        return Ok(());
    };
    let folder = build_folder()?;
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    Ok(())
}

/// The version that a program says it has.
pub(crate) fn said_by(program: &Path) -> Option<Version> {
    run::output_of(Command::new(program).arg("--version"))
        .as_deref()
        .and_then(Version::said_in)
}

fn build_folder() -> Result<PathBuf> {
    Ok(paths::cache()?.join("build"))
}
