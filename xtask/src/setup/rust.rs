//! What a build needs of Rust beyond the toolchain: the wasm target and the source of the standard library. Rustup adds
//! both to the Rust in use.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::run;

/// What the browser runs.
const WASM: &str = "wasm32-unknown-unknown";

/// Has the target that the browser runs.
pub(crate) fn wasm_target() -> Result<()> {
    have(&format!("{WASM}/lib"), &["target", "add", WASM])
}

/// Has the source of the standard library, for a smaller app. It can do without: then the app is a fifth larger.
pub(super) fn library_source() -> bool {
    let source = have("src/rust/library/std", &["component", "add", "rust-src"]);
    if let Err(error) = &source {
        println!("The app is built on the library as it comes, and is larger for it: {error:#}");
    }
    source.is_ok()
}

/// Has a part among the libraries of the Rust in use, which a call of rustup adds.
fn have(part: &str, rustup: &[&str]) -> Result<()> {
    if is_there(part) {
        return Ok(());
    }
    let by_hand = || {
        let typed = rustup.join(" ");
        format!("to set this up by hand, install Rust through https://rustup.rs and type:\n    rustup {typed}")
    };
    run::run(run::command("rustup").args(rustup)).with_context(by_hand)?;
    ensure!(is_there(part), by_hand());
    Ok(())
}

/// Whether the Rust in use has a part among its libraries.
fn is_there(part: &str) -> bool {
    let root = run::output_of(run::command("rustc").args(["--print", "sysroot"]));
    root.is_some_and(|root| Path::new(root.trim()).join("lib/rustlib").join(part).is_dir())
}
