//! The project's commands, the same for a developer and for continuous integration.
//!
//! Each command sets up what it needs, shows what it does and how long that took, and says what to type when something
//! cannot be had. It refuses to know what the site contains: Trunk builds it, and `press`, hooked into Trunk, renders it.

mod bench;
mod budget;
mod build;
mod page;
mod paths;
mod report;
mod run;
mod serve;
mod setup;
mod sizes;
mod tally;
mod test;
mod watch;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The project's commands.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Set up what is missing, then build, prerender and serve the site with live reload
    Serve {
        /// The port of 127.0.0.1 to serve on
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Set up what is missing, build the site into dist/ and hold it against the size budgets
    Build,
    /// Set up what is missing and run everything that continuous integration runs
    Test {
        /// Leave the browser tests out
        #[arg(long)]
        quick: bool,
    },
    /// Check the stories and list every problem with its place
    Check,
    /// Write the golden file of the shipped story's map anew, after a change of the layout or of the story that is meant
    BlessMap,
    /// Measure the built site, or the layout of the map
    Bench {
        /// What of it
        #[command(subcommand)]
        what: bench::Bench,
    },
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Task::Serve { port } => serve::serve(port).map(|()| ExitCode::SUCCESS),
        Task::Build => build::build().map(|()| ExitCode::SUCCESS),
        Task::Test { quick } => Ok(test::test(quick)),
        Task::Check => build::check(),
        Task::BlessMap => bench::bless().map(|()| ExitCode::SUCCESS),
        Task::Bench { what } => bench::bench(what).map(|()| ExitCode::SUCCESS),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("\n{}", run::told(&error));
        ExitCode::FAILURE
    })
}
