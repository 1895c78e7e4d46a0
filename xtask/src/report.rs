//! Runs the steps of a test run one after the other, each whatever became of those before it, and sums them up.
//! Does not know what the steps are.

use std::fmt;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::run;
use crate::tally::Tally;

/// A test run so far.
#[derive(Default)]
pub(crate) struct Report {
    steps: Vec<Step>,
    notes: Vec<String>,
}

struct Step {
    name: String,
    outcome: Outcome,
    took: Duration,
}

/// What became of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    /// It ran, and checked so many things.
    Ran(Tally),
    /// It readied something and checked nothing.
    Ready,
    /// It did not run, for this reason.
    NotRun(String),
}

impl Report {
    /// A step that readies something for later ones. It counts only where it fails.
    pub(crate) fn ready<T>(&mut self, name: &str, step: impl FnOnce() -> Result<T>) -> Option<T> {
        self.step(name, |outcome| {
            let done = step()?;
            *outcome = Outcome::Ready;
            Ok(done)
        })
    }

    /// A step that passes or fails as a whole, and counts as one.
    pub(crate) fn check(&mut self, name: &str, step: impl FnOnce() -> Result<()>) -> bool {
        let one = Tally { passed: 1, failed: 0 };
        self.step(name, |outcome| {
            step()?;
            *outcome = Outcome::Ran(one);
            Ok(())
        })
        .is_some()
    }

    /// A command that runs tests, which are counted one by one.
    pub(crate) fn tests(&mut self, name: &str, mut command: Command) {
        self.step(name, |outcome| {
            let mut tally = Tally::default();
            let run = run::run_reading(&mut command, |line| tally.read(line));
            *outcome = Outcome::Ran(judged(tally, run.is_ok()));
            anyhow::ensure!(run.is_err() || tally != Tally::default(), "no test ran");
            run
        });
    }

    /// A step that cannot run. What kept it from running has failed and is counted there.
    pub(crate) fn not_run(&mut self, name: &str, why: &str) {
        heading(name);
        println!("not run: {why}");
        self.push(name, Outcome::NotRun(why.to_owned()), Duration::ZERO);
    }

    /// A line for the summary.
    pub(crate) fn note(&mut self, note: String) {
        println!("{note}");
        self.notes.push(note);
    }

    /// All steps together.
    pub(crate) fn total(&self) -> Tally {
        let tallies = self.steps.iter().filter_map(|step| match step.outcome {
            Outcome::Ran(tally) => Some(tally),
            Outcome::Ready | Outcome::NotRun(_) => None,
        });
        tallies.fold(Tally::default(), Tally::plus)
    }

    /// Runs a step, which sets its outcome as far as it comes; what it leaves unset when it fails is one failure.
    fn step<T>(&mut self, name: &str, step: impl FnOnce(&mut Outcome) -> Result<T>) -> Option<T> {
        heading(name);
        let started = Instant::now();
        let mut outcome = Outcome::Ran(judged(Tally::default(), false));
        let done = step(&mut outcome);
        if let Err(error) = &done {
            eprintln!("{}", run::told(error));
        }
        let took = started.elapsed();
        println!("{outcome} ({})", run::seconds(took));
        self.push(name, outcome, took);
        done.ok()
    }

    fn push(&mut self, name: &str, outcome: Outcome, took: Duration) {
        self.steps.push(Step {
            name: name.to_owned(),
            outcome,
            took,
        });
    }
}

/// A runner that fails without a failed test, or that ran none, has failed once: it broke, or proved nothing.
fn judged(tally: Tally, succeeded: bool) -> Tally {
    let proved_nothing = tally == Tally::default();
    let broke = !succeeded && tally.failed == 0;
    Tally {
        failed: tally.failed + u64::from(proved_nothing || broke),
        ..tally
    }
}

fn heading(name: &str) {
    println!("\n=== {name}");
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ran(Tally { passed: 1, failed: 0 }) => f.write_str("passed"),
            Self::Ran(Tally { passed: 0, failed: 1 }) => f.write_str("FAILED"),
            Self::Ran(Tally { passed, failed: 0 }) => write!(f, "{passed} passed"),
            Self::Ran(Tally { passed, failed }) => write!(f, "{passed} passed, {failed} FAILED"),
            Self::Ready => f.write_str("ready"),
            Self::NotRun(why) => write!(f, "not run: {why}"),
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Step { name, outcome, took } in &self.steps {
            writeln!(f, "{name:<40} {:>12}  {outcome}", run::seconds(*took))?;
        }
        for note in &self.notes {
            writeln!(f, "{note}")?;
        }
        let Tally { passed, failed } = self.total();
        write!(f, "\n{passed} passed, {failed} failed")
    }
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    #[test]
    fn checks_count_one_each_and_set_up_only_where_it_fails() {
        let mut report = Report::default();
        assert!(report.check("formatting", || Ok(())));
        assert!(!report.check("lints", || bail!("a lint")));
        assert_eq!(report.ready("tools", || Ok(7)), Some(7));
        assert_eq!(report.total(), Tally { passed: 1, failed: 1 });
        assert_eq!(report.ready("browsers", || -> Result<u8> { bail!("no browser") }), None);
        assert_eq!(report.total(), Tally { passed: 1, failed: 2 });
    }

    #[test]
    fn a_step_that_does_not_run_is_neither_passed_nor_failed_and_is_named() {
        let mut report = Report::default();
        report.not_run("prerender tests", "the site was not built");
        assert_eq!(report.total(), Tally::default());
        assert!(report.to_string().contains("not run: the site was not built"));
    }

    #[test]
    fn a_runner_that_breaks_or_runs_nothing_has_failed_once() {
        let ten = Tally { passed: 10, failed: 0 };
        assert_eq!(judged(ten, true), ten);
        assert_eq!(
            judged(ten, false),
            Tally { passed: 10, failed: 1 },
            "it broke after its tests"
        );
        assert_eq!(
            judged(Tally::default(), true),
            Tally { passed: 0, failed: 1 },
            "it ran no test"
        );
        let two_failed = Tally { passed: 8, failed: 2 };
        assert_eq!(
            judged(two_failed, false),
            two_failed,
            "its exit code says no more than its tests do"
        );
    }

    #[test]
    fn the_summary_ends_with_the_plain_line() {
        let mut report = Report::default();
        report.check("formatting", || Ok(()));
        report.check("lints", || bail!("a lint"));
        report.note("webkit: not run".to_owned());
        let summary = report.to_string();
        assert!(summary.contains("webkit: not run\n"), "in {summary}");
        assert_eq!(summary.lines().last(), Some("1 passed, 1 failed"));
    }
}
