//! `cargo xtask build`: the release site in `dist/`, held against the budgets; and `cargo xtask check`, which hands over
//! to the checker of stories.

use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Context, Result};

use crate::setup::Toolbox;
use crate::{paths, run, sizes};

/// Sets up, builds, and prints the sizes.
pub(crate) fn build() -> Result<()> {
    let started = Instant::now();
    let toolbox = Toolbox::for_release()?;
    release(&toolbox)?;
    sizes::report(&paths::dist())?;
    println!(
        "Built {} in {}",
        paths::dist().display(),
        run::seconds(started.elapsed())
    );
    Ok(())
}

/// The release build alone.
pub(crate) fn release(toolbox: &Toolbox) -> Result<()> {
    run::run(&mut toolbox.trunk(&["build", "--release"])?)
}

/// The checker of stories, which prints its own problems and has its own exit code.
pub(crate) fn check() -> Result<ExitCode> {
    let status = checker().status().context("cargo could not be started")?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// A call of the checker.
pub(crate) fn checker() -> Command {
    let arguments = "run --quiet --package throughline --bin press --features ssr -- check";
    run::cargo(&arguments.split(' ').collect::<Vec<_>>())
}
