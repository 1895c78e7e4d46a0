//! One set-up at a time: two commands started at once would build the same tools in the same folder, and clear it under
//! each other's hands. Does not know what is set up.

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::paths;

/// The right to change the cache, until it is dropped.
pub(crate) struct Lock {
    _file: File,
}

/// Waits for the right to change the cache, and says so when that takes a while.
pub(crate) fn wait() -> Result<Lock> {
    let cache = paths::cache()?;
    if let Some(lock) = take(&cache)? {
        return Ok(lock);
    }
    println!("Waiting for another command that is setting up tools");
    let (file, place) = open(&cache)?;
    file.lock()
        .with_context(|| format!("{} cannot be locked", place.display()))?;
    Ok(Lock { _file: file })
}

/// The right to change the cache, unless another command has it.
pub(crate) fn take_now() -> Result<Option<Lock>> {
    take(&paths::cache()?)
}

fn take(cache: &Path) -> Result<Option<Lock>> {
    let (file, place) = open(cache)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Lock { _file: file })),
        // Some file systems over a network have no locks; there two at once remain the user's care.
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => Ok(Some(Lock { _file: file })),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error).with_context(|| format!("{} cannot be locked", place.display())),
    }
}

fn open(cache: &Path) -> Result<(File, PathBuf)> {
    let place = cache.join("lock");
    fs::create_dir_all(cache).with_context(|| format!("{} cannot be made", cache.display()))?;
    let file = File::options()
        .create(true)
        .append(true)
        .open(&place)
        .with_context(|| format!("{} cannot be opened", place.display()))?;
    Ok((file, place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn while_one_has_the_cache_no_other_gets_it() {
        let cache = tempfile::tempdir().unwrap();
        let first = take(cache.path()).unwrap();
        assert!(first.is_some());
        assert!(take(cache.path()).unwrap().is_none());
        drop(first);
        assert!(take(cache.path()).unwrap().is_some());
    }
}
