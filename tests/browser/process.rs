//! Child processes that are gone when the tests are, whatever happens.
//!
//! Each leads a process group of its own, so that a browser goes with its driver.

use std::fs::{self, File};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};

/// The groups that still run, for the moment when the tests themselves are told to stop.
static RUNNING: Mutex<Vec<u32>> = Mutex::new(Vec::new());

pub(crate) struct Process {
    child: Child,
}

impl Process {
    /// Starts a program with what it says going into `log`.
    pub(crate) fn start(command: &mut Command, log: &Path) -> Result<Self> {
        let named = || format!("{} does not start", command.get_program().display());
        let context = named();
        if let Some(folder) = log.parent() {
            fs::create_dir_all(folder)?;
        }
        let log = File::create(log)?;
        let child = command
            .stdin(Stdio::null())
            .stderr(log.try_clone()?)
            .stdout(log)
            .process_group(0)
            .spawn();
        let child = child.context(context)?;
        RUNNING.lock().unwrap_or_else(PoisonError::into_inner).push(child.id());
        Ok(Self { child })
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        end_group(self.child.id());
        // The leader is waited for so that it does not stay as a zombie; it has just been killed.
        let _ = self.child.wait();
        RUNNING
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .retain(|&group| group != self.child.id());
    }
}

/// Ends every group that still runs; for a signal that ends the tests.
pub(crate) fn end_all() {
    for &group in RUNNING.lock().unwrap_or_else(PoisonError::into_inner).iter() {
        end_group(group);
    }
}

fn end_group(group: u32) {
    // The session was closed before, so nothing is lost by the hardest signal; a group that is gone is what is wanted.
    let _ = Command::new("kill")
        .args(["-KILL", "--", &format!("-{group}")])
        .stderr(Stdio::null())
        .status();
}
