//! What comes from npm, at the versions of `npm/package-lock.json`: wasm-opt for release builds and axe-core for the
//! browser tests. It lies in the cache and never in the project.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::once::once;
use super::version;
use crate::{paths, run};

const FILES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// wasm-opt, and its version.
pub(super) struct WasmOpt {
    /// The program.
    pub(super) program: PathBuf,
    /// The version as it says it, which Trunk wants to be told.
    pub(super) version: u64,
}

/// wasm-opt, from PATH where its version fits, else from npm. An older one refuses or enlarges what Rust makes today.
pub(super) fn wasm_opt() -> Result<WasmOpt> {
    let fitting = |program: &Path| {
        version::of(program)
            .map(|version| version.major)
            .filter(|major| *major >= 128)
    };
    if let Ok(program) = which::which("wasm-opt")
        && let Some(version) = fitting(&program)
    {
        return Ok(WasmOpt { program, version });
    }
    let bin = packages()?.join(".bin");
    let program = which::which_in("wasm-opt", Some(&bin), &bin).context("npm's binaryen brought no wasm-opt")?;
    let version =
        fitting(&program).context("npm's binaryen brought a wasm-opt that is older than 128, or does not run")?;
    Ok(WasmOpt { program, version })
}

/// The script of axe-core, which the browser tests put into a page.
pub(crate) fn axe() -> Result<PathBuf> {
    let script = packages()?.join("axe-core").join("axe.min.js");
    ensure!(script.is_file(), "npm's axe-core brought no axe.min.js");
    Ok(script)
}

/// The `node_modules` of the lock file, made by `npm ci` where it is not there yet.
fn packages() -> Result<PathBuf> {
    let home = paths::tool("npm", &key()?)?;
    let modules = home.join("node_modules");
    // npm writes this file when all others are there.
    let is_there = || modules.join(".package-lock.json").is_file();
    once("wasm-opt and axe-core from npm", is_there, || install(&home)).context(
        "wasm-opt and axe-core could not be set up. Install Node 20 or later (https://nodejs.org), which brings npm, \
         or see why with:\n    npm ci --prefix xtask/npm",
    )?;
    Ok(modules)
}

fn install(home: &Path) -> Result<()> {
    let npm = which::which("npm").context("npm was not found")?;
    fs::create_dir_all(home).with_context(|| format!("{} cannot be made", home.display()))?;
    for file in FILES {
        fs::copy(source(file), home.join(file)).with_context(|| format!("{file} cannot be copied"))?;
    }
    run::run(
        run::command(npm)
            .args(["ci", "--no-fund", "--no-audit"])
            .current_dir(home),
    )
}

/// A name that changes with the files. Another Rust may hash otherwise, which costs one more installation.
fn key() -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in FILES {
        hasher.write(&fs::read(source(file)).with_context(|| format!("{file} cannot be read"))?);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn source(file: &str) -> PathBuf {
    paths::root().join("xtask").join("npm").join(file)
}
