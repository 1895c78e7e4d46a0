//! Runs commands in the project's folder, showing each one and how long it took. Knows nothing of what they are for.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Error, Result, bail};

use crate::paths;

/// A command in the project's folder, free of what Cargo told this program about itself.
///
/// Were those variables handed on, a build started from here would look different to Cargo from the same build started
/// by hand, and each would undo the other's work.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::root());
    for (name, _) in env::vars_os() {
        let told_by_cargo = name.to_str().is_some_and(|name| {
            name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") || name.starts_with("CARGO_BIN_")
        });
        if told_by_cargo {
            command.env_remove(name);
        }
    }
    command
}

/// A call of Cargo in the project's folder.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = command("cargo");
    cargo.args(arguments);
    cargo
}

/// Runs a command to its end, showing it first and its time after; fails where the command does.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    println!("$ {}", shown(command));
    let started = Instant::now();
    let status = command
        .status()
        .with_context(|| format!("`{}` could not be started", shown(command)))?;
    succeeded(command, status)?;
    println!("  done in {}", seconds(started.elapsed()));
    Ok(())
}

/// Runs a command to its end, passing on each line that it prints as it comes, and to `line` as well.
pub(crate) fn run_reading(command: &mut Command, mut line: impl FnMut(&str)) -> Result<()> {
    println!("$ {}", shown(command));
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{}` could not be started", shown(command)))?;
    if let Some(stdout) = child.stdout.take() {
        for bytes in BufReader::new(stdout).split(b'\n') {
            // A test may print anything; what is no UTF-8 must not end the run.
            let bytes = bytes?;
            let text = String::from_utf8_lossy(&bytes);
            println!("{text}");
            line(&text);
        }
    }
    let status = child.wait()?;
    succeeded(command, status)
}

/// What a command prints, quietly; nothing where it cannot be started or fails.
pub(crate) fn output_of(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A command as one would type it.
pub(crate) fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// A time as a reader of a log wants it.
pub(crate) fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    if whole >= 60 {
        format!("{} min {:02} s", whole / 60, whole % 60)
    } else {
        format!("{:.1} s", time.as_secs_f64())
    }
}

/// An error, and on a line each what brought it about, so that what to type stays apart and can be copied.
pub(crate) fn told(error: &Error) -> String {
    let causes = error.chain().skip(1).map(|cause| format!("\nbecause: {cause}"));
    format!("error: {error}{}", causes.collect::<String>())
}

fn succeeded(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_time_is_shown_to_a_tenth_and_a_long_one_in_minutes() {
        assert_eq!(seconds(Duration::from_millis(12_340)), "12.3 s");
        assert_eq!(seconds(Duration::from_secs(125)), "2 min 05 s");
    }

    #[test]
    fn an_error_is_told_with_each_cause_on_its_own_line() {
        let error = Error::msg("not found").context("npm is missing. Type:\n    apt-get install npm");
        assert_eq!(
            told(&error),
            "error: npm is missing. Type:\n    apt-get install npm\nbecause: not found"
        );
    }

    #[test]
    fn a_command_is_shown_by_its_name_and_not_by_its_place() {
        let mut command = Command::new("/some/where/trunk");
        command.args(["build", "--release"]);
        assert_eq!(shown(&command), "trunk build --release");
    }
}
