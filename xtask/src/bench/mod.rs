//! `cargo xtask bench page`: how fast the built page is on a slow machine, held against the bars of the design.
//!
//! Headless Chromium, its CPU slowed four times, and until the page is ready a network of 1.6 Mbit/s with 150 ms. With
//! another build beside it the two take turns, so that what else the machine does falls on both. It prints and does not
//! fail: a time is no test.

mod devtools;
mod map;
mod reader;
mod server;
mod stats;
mod table;

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use clap::{Args, Subcommand};

use crate::{paths, setup};
use devtools::Browser;
pub(crate) use map::bless;
use reader::Window;
use table::{Act, Measured};

const WINDOWS: [Window; 2] = [(360, 800), (1280, 900)];
/// A story whose questions have too little to select must not keep the run going.
const MOST_ROUNDS: usize = 20;

/// What can be measured.
#[derive(Subcommand)]
pub(crate) enum Bench {
    /// Measure how fast the built page starts and answers in headless Chromium, and print it against the bars
    Page(PageArguments),
    /// Lay out the map of the shipped story and of made-up ones in release, and print seconds, crossings and what found no room
    Map,
}

/// Which builds, and how often.
#[derive(Args, Debug)]
pub(crate) struct PageArguments {
    /// The release build to measure, dist/ unless given
    #[arg(long, value_name = "DIR")]
    dist: Option<PathBuf>,
    /// Another build to take turns with in the same run
    #[arg(long, value_name = "DIR")]
    against: Option<PathBuf>,
    /// How often each action is measured at least
    #[arg(long, default_value_t = 40, value_parser = clap::value_parser!(u16).range(1..))]
    count: u16,
}

/// Measures, and prints a table for each window.
pub(crate) fn bench(what: Bench) -> Result<()> {
    let arguments = match what {
        Bench::Page(arguments) => arguments,
        Bench::Map => return map::bench(),
    };
    let dist = arguments.dist.unwrap_or_else(paths::dist);
    let builds: Vec<PathBuf> = std::iter::once(dist).chain(arguments.against).collect();
    let origins = builds.iter().map(|build| served(build)).collect::<Result<Vec<_>>>()?;
    let mut browser = Browser::start(&setup::chromium()?)?;
    for window in WINDOWS {
        let measured = measure(&mut browser, &origins, window, arguments.count.into())?;
        println!("\n{} x {}", window.0, window.1);
        if let Some(this) = measured.first() {
            println!("{}", this.table(measured.get(1)));
        }
    }
    Ok(())
}

fn served(build: &Path) -> Result<String> {
    ensure!(
        build.join("index.html").is_file(),
        "there is no built site in {}: build it with `cargo xtask build`",
        build.display()
    );
    println!("Compressing {}", build.display());
    server::serve(build)
}

/// Rounds through the page, each build in turn, until everything has been done often enough.
fn measure(browser: &mut Browser, origins: &[String], window: Window, count: usize) -> Result<Vec<Measured>> {
    let mut measured: Vec<Measured> = origins.iter().map(|_| Measured::default()).collect();
    for round in 0..MOST_ROUNDS {
        println!("{} px, round {}", window.0, round + 1);
        for (origin, measured) in origins.iter().zip(&mut measured) {
            reader::read(browser, origin, window, round, measured)?;
        }
        let is_enough = |act| measured.iter().all(|measured| measured.count(act) >= count);
        if [Act::Next, Act::Back, Act::Actor, Act::Tie, Act::Event]
            .into_iter()
            .all(is_enough)
        {
            break;
        }
    }
    Ok(measured)
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Typed {
        #[command(subcommand)]
        bench: Bench,
    }

    fn typed(words: &str) -> Option<PageArguments> {
        let words = std::iter::once("bench").chain(words.split(' '));
        match Typed::try_parse_from(words).ok()?.bench {
            Bench::Page(arguments) => Some(arguments),
            Bench::Map => None,
        }
    }

    #[test]
    fn without_more_words_it_measures_the_built_site_forty_times() {
        let arguments = typed("page").unwrap();
        assert_eq!((arguments.dist, arguments.against, arguments.count), (None, None, 40));
    }

    #[test]
    fn another_build_and_another_count_can_be_named() {
        let arguments = typed("page --dist a --against b --count 5").unwrap();
        assert_eq!(arguments.dist.as_deref(), Some(Path::new("a")));
        assert_eq!(arguments.against.as_deref(), Some(Path::new("b")));
        assert_eq!(arguments.count, 5);
    }

    #[test]
    fn measuring_nothing_or_something_unknown_is_refused() {
        assert!(typed("page --count 0").is_none());
        assert!(typed("frame").is_none());
    }

    #[test]
    fn a_folder_without_a_page_is_named() {
        let empty = tempfile::tempdir().unwrap();
        let refusal = served(empty.path()).unwrap_err().to_string();
        assert!(refusal.contains(&empty.path().display().to_string()) && refusal.contains("cargo xtask build"));
    }
}
