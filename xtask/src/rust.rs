//! What the project needs of Rust itself: the wasm target, the formatter and the linter. All come through rustup.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::run;

const TARGET: &str = "wasm32-unknown-unknown";

/// Has the target that the browser runs.
pub(crate) fn wasm_target() -> Result<()> {
    let add = ["target", "add", TARGET];
    match run::output_of(run::command("rustup").args(["target", "list", "--installed"])) {
        Some(installed) if installed.lines().any(|line| line.trim() == TARGET) => Ok(()),
        Some(_) => rustup(&add),
        // A Rust that rustup does not manage may have the target all the same.
        None if library_is_there() => Ok(()),
        None => bail!(
            "the target {TARGET} is missing. Install Rust through https://rustup.rs, then type:\n    rustup {}",
            add.join(" ")
        ),
    }
}

/// Has the source of the standard library, for a smaller app. It can do without: then the app is a fifth larger.
pub(crate) fn library_source() -> bool {
    let is_there = || {
        let root = run::output_of(run::command("rustc").args(["--print", "sysroot"]));
        root.is_some_and(|root| Path::new(root.trim()).join("lib/rustlib/src/rust/library/std").is_dir())
    };
    if is_there() {
        return true;
    }
    if let Err(error) = rustup(&["component", "add", "rust-src"]) {
        println!("The app is built on the library as it comes, and is larger for it: {error:#}");
    }
    is_there()
}

/// Has the formatter and the linter, which a minimal installation lacks.
pub(crate) fn formatter_and_linter() -> Result<()> {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if run::output_of(&mut run::cargo(&[command, "--version"])).is_none() {
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(arguments: &[&str]) -> Result<()> {
    let typed = arguments.join(" ");
    run::run(run::command("rustup").args(arguments))
        .with_context(|| format!("to set this up by hand, type:\n    rustup {typed}"))
}

fn library_is_there() -> bool {
    let print = ["--print", "target-libdir", "--target", TARGET];
    run::output_of(run::command("rustc").args(print)).is_some_and(|folder| Path::new(folder.trim()).is_dir())
}
