//! Sets a thing up once, in the cache that all commands of a user share. Does not know what is set up.

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::paths;

/// Sets something up unless it is there. Of two commands that come to it at once the second waits, and finds it done:
/// they would otherwise work in the same folder.
pub(super) fn once(what: &str, is_there: impl Fn() -> bool, install: impl FnOnce() -> Result<()>) -> Result<()> {
    if is_there() {
        return Ok(());
    }
    let _lock = lock(&paths::cache()?)?;
    if is_there() {
        return Ok(());
    }
    println!("Setting up {what} (once per user and version)");
    install()?;
    ensure!(is_there(), "{what} was set up, and is not there or does not run");
    Ok(())
}

/// The right to change the cache, until it is dropped.
pub(super) fn lock(cache: &Path) -> Result<File> {
    let place = cache.join("lock");
    fs::create_dir_all(cache).with_context(|| format!("{} cannot be made", cache.display()))?;
    let file = File::options().create(true).append(true).open(&place);
    let file = file.with_context(|| format!("{} cannot be opened", place.display()))?;
    let locked = match file.try_lock() {
        Err(TryLockError::WouldBlock) => {
            println!("Waiting for another command that is setting up tools");
            file.lock()
        }
        // Some file systems over a network have no locks; there two at once remain the user's care.
        Err(TryLockError::Error(error)) if error.kind() != ErrorKind::Unsupported => Err(error),
        Ok(()) | Err(TryLockError::Error(_)) => Ok(()),
    };
    locked.with_context(|| format!("{} cannot be locked", place.display()))?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn while_one_has_the_cache_the_others_wait() {
        let cache = tempfile::tempdir().unwrap();
        let (at_once, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let work = || {
            let _lock = lock(cache.path()).unwrap();
            most.fetch_max(at_once.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            (0..100).for_each(|_| thread::yield_now());
            at_once.fetch_sub(1, Ordering::SeqCst);
        };
        thread::scope(|scope| (0..8).for_each(|_| drop(scope.spawn(work))));
        assert_eq!(most.into_inner(), 1);
    }
}
