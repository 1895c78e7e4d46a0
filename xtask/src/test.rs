//! `cargo xtask test`: everything that continuous integration runs, from the quickest answer to the slowest.

use std::env;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::anyhow;

use crate::report::Report;
use crate::setup::{self, Browsers, Toolbox};
use crate::{build, paths, run, sizes};

const BROWSER_TESTS: &str = "browser tests";

/// Runs everything, or all but the browsers.
pub(crate) fn test(quick: bool) -> ExitCode {
    let started = Instant::now();
    let mut report = Report::default();
    // Before all else, since it may ask whether packages may be installed, and nobody waits at a terminal for long.
    let set_up = || Ok((Browsers::set_up()?, setup::axe()?));
    let browsers = (!quick).then(|| report.ready("set up: browsers", set_up));
    source(&mut report);
    let built = site(&mut report);
    match browsers {
        None => report.note(format!("{BROWSER_TESTS}: left out by --quick")),
        Some(None) => report.not_run(BROWSER_TESTS, "what they need could not be set up"),
        Some(Some(_)) if !built => report.not_run(BROWSER_TESTS, "the site was not built"),
        Some(Some((browsers, axe))) => in_browsers(&mut report, &browsers, &axe),
    }
    println!("\n=== summary, after {}\n{report}", run::seconds(started.elapsed()));
    if report.total().failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// What can be said of the source without building the site.
fn source(report: &mut Report) {
    report.ready("set up: Rust", setup::wasm_target);
    let check =
        |report: &mut Report, name: &str, arguments: &str| report.check(name, || run::run(&mut cargo(arguments)));
    check(report, "formatting", "fmt --all --check");
    report.check("stories", || run::run(&mut build::checker()));
    check(
        report,
        "clippy, host",
        "clippy --workspace --all-targets --features ssr,browser-tests -- -D warnings",
    );
    let wasm = "clippy --lib --bin app --features hydrate --target wasm32-unknown-unknown -- -D warnings";
    check(report, "clippy, wasm32", wasm);
    // Without features there is no yew to be had, so this proves that the pure modules do without it.
    report.tests("unit tests, pure modules", cargo("test --lib --no-default-features"));
    report.tests("unit tests, rendering", cargo("test --lib --features ssr"));
    report.tests("story fixtures", cargo("test --test story"));
    report.tests("unit tests, xtask", cargo("test --package xtask"));
}

/// The built site: its size and its pages. Says whether there is one.
fn site(report: &mut Report) -> bool {
    let toolbox = report.ready("set up: build tools", Toolbox::for_release);
    let built = toolbox.is_some_and(|toolbox| report.check("build", || build::release(&toolbox)));
    if built {
        report.check("size budgets", || sizes::report(&paths::dist()));
        report.tests(
            "prerender tests",
            on_site("test --test prerender --features ssr -- --include-ignored"),
        );
    } else {
        report.not_run("prerender tests", "the site was not built");
    }
    built
}

/// The same site in each engine.
fn in_browsers(report: &mut Report, browsers: &Browsers, axe: &Path) {
    let required = in_ci(env::var_os("CI").as_deref());
    for (engine, why) in &browsers.missing {
        let name = engine.name();
        // Every engine is required in CI; elsewhere any one will do, but what did not run is said.
        if required {
            report.check(name, || Err(anyhow!("not run: {why}")));
        } else {
            report.note(format!("{name}: not run: {why}"));
        }
    }
    if browsers.none() {
        report.check(BROWSER_TESTS, || Err(anyhow!("no browser is there to test with")));
        return;
    }
    let mut tests = on_site("test --test browser --features browser-tests");
    tests.envs(browsers.variables()).env("THROUGHLINE_AXE", axe);
    if required {
        tests.env("THROUGHLINE_REQUIRED", "1");
    }
    report.tests(BROWSER_TESTS, tests);
}

/// Whether this is continuous integration, which says so by the variable `CI`.
fn in_ci(variable: Option<&OsStr>) -> bool {
    variable.is_some_and(|value| !matches!(value.to_str(), Some("" | "0" | "false")))
}

/// A call of Cargo for tests that read the built site.
fn on_site(arguments: &str) -> Command {
    let mut cargo = cargo(arguments);
    cargo.env("THROUGHLINE_DIST", paths::dist());
    cargo
}

fn cargo(arguments: &str) -> Command {
    run::cargo(&arguments.split(' ').collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn continuous_integration_is_what_says_so() {
        let ci = |value: &str| in_ci(Some(OsStr::new(value)));
        assert!(ci("true") && ci("1"));
        assert!(!ci("") && !ci("0") && !ci("false"));
        assert!(!in_ci(None));
    }
}
