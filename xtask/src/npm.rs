//! What comes from npm, at the versions of `npm/package-lock.json`: wasm-opt for release builds and axe-core for the
//! browser tests. It lies in the cache and never in the project.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::process;

use anyhow::{Context, Result, ensure};

use crate::version::{Version, Wanted};
use crate::{lock, paths, run, tools};

const FILES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// wasm-opt, and its version.
pub(crate) struct WasmOpt {
    /// The program.
    pub(crate) program: PathBuf,
    /// The version as it says it, which Trunk wants to be told.
    pub(crate) version: Version,
}

/// wasm-opt, from PATH where its version fits, else from npm. An older one refuses or enlarges what Rust makes today.
pub(crate) fn wasm_opt() -> Result<WasmOpt> {
    let wanted = Wanted::AtLeast("128".parse()?);
    if let Ok(program) = which::which("wasm-opt")
        && let Some(version) = tools::said_by(&program).filter(|version| wanted.fits(version))
    {
        return Ok(WasmOpt { program, version });
    }
    let bin = packages()?.join(".bin");
    let program = which::which_in("wasm-opt", Some(&bin), &bin).context("npm's binaryen brought no wasm-opt")?;
    let version = tools::said_by(&program).context("wasm-opt does not say its version")?;
    ensure!(
        wanted.fits(&version),
        "npm's binaryen brought wasm-opt {version}, which is older than 128"
    );
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
    if home.exists() {
        return Ok(modules);
    }
    let _lock = lock::wait()?;
    // Whoever had the lock before may have installed them.
    if !home.exists() {
        println!("Setting up wasm-opt and axe-core from npm (once per user and version)");
        install(&home).context(
            "wasm-opt and axe-core could not be set up. Install Node 20 or later (https://nodejs.org), which brings npm, \
             or see why with:\n    npm ci --prefix xtask/npm",
        )?;
    }
    Ok(modules)
}

/// Installs into a folder beside the final one and renames it, so that what is found there is always whole.
fn install(home: &Path) -> Result<()> {
    let npm = which::which("npm").context("npm was not found")?;
    let partial = home.with_extension(process::id().to_string());
    fs::create_dir_all(&partial).with_context(|| format!("{} cannot be made", partial.display()))?;
    for file in FILES {
        fs::copy(source(file), partial.join(file)).with_context(|| format!("{file} cannot be copied"))?;
    }
    let done = run::run(
        run::command(npm)
            .args(["ci", "--no-fund", "--no-audit"])
            .current_dir(&partial),
    )
    .and_then(|()| fs::rename(&partial, home).context("the packages cannot be put in place"));
    if done.is_err() {
        // The failure is what matters; a folder that stays behind does no harm.
        let _ = fs::remove_dir_all(&partial);
    }
    done
}

/// A name that changes with the files. Another Rust may hash otherwise, which costs one more installation.
fn key() -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in FILES {
        let path = source(file);
        hasher.write(&fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn source(file: &str) -> PathBuf {
    paths::root().join("xtask").join("npm").join(file)
}
