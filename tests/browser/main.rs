//! The browser tests: the built site, met in real browsers as a reader or a host page meets it.
//!
//! A case knows the public contract (the address, the hooks in the document, the messages) and the published
//! `story.json`, and nothing else: no module of the crate is used here, so any part may be rewritten while these hold.
//!
//! One engine, or one case of it: `cargo test --test browser --features browser-tests -- firefox::an_actor`.
//!
//! `find` says what can be seen, `act` does what a reader does, `check` says what must hold; `cases` puts them together.

mod act;
mod bench;
mod cases;
mod check;
mod engine;
mod fault;
mod find;
mod headers;
mod host;
mod manners;
mod port;
mod process;
mod reader;
mod settings;
mod site;
mod story;
mod wait;

use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Completion, Trial};

use bench::Bench;
use cases::{Case, NotRun};
use engine::Engine;

fn main() -> ExitCode {
    run().unwrap_or_else(|error| {
        eprintln!("{error:#}");
        ExitCode::FAILURE
    })
}

fn run() -> anyhow::Result<ExitCode> {
    let mut arguments = Arguments::from_args();
    // Every case of an engine shares one session, and two browsers at once would only slow each other.
    arguments.test_threads = Some(1);

    let bench = Arc::new(Bench::new()?);
    let cases = cases::all();
    let trials = Engine::ALL
        .into_iter()
        .flat_map(|engine| trials_of(&bench, &cases, engine))
        .collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    bench.close();
    if bench.faults() > 0 {
        eprintln!(
            "run once more for a known fault of the engine: {} of the cases above",
            bench.faults()
        );
    }
    Ok(conclusion.exit_code())
}

/// The trials of one engine; one that cannot run is named as not run, and fails where all engines are required.
fn trials_of(bench: &Arc<Bench>, cases: &[Case], engine: Engine) -> Vec<Trial> {
    let mut trials: Vec<Trial> = cases
        .iter()
        .filter(|case| case.runs_in(engine))
        .map(|case| trial_of(bench, case, engine))
        .collect();
    if bench.settings().requires(engine) {
        let missing = bench.settings().missing(engine);
        let verdict = move || missing.map_or(Ok(()), |reason| Err(reason.into()));
        trials.insert(0, Trial::test(format!("{engine}::is_here"), verdict));
    }
    trials
}

fn trial_of(bench: &Arc<Bench>, case: &Case, engine: Engine) -> Trial {
    let name = format!("{engine}::{}", case.name);
    let (bench, case) = (Arc::clone(bench), *case);
    Trial::ignorable_test(name, move || {
        if let Some(reason) = bench.settings().missing(engine) {
            return Ok(Completion::ignored_with(reason));
        }
        match bench.run(engine, case) {
            Ok(()) => Ok(Completion::Completed),
            Err(error) if error.is::<NotRun>() && !bench.settings().is_strict() => {
                Ok(Completion::ignored_with(error.to_string()))
            }
            Err(error) => Err(format!("{error:#}").into()),
        }
    })
}
