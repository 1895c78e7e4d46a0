//! Where things lie: the project, its built site, and the per-user cache. Knows nothing of what is put there.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folder of the project.
///
/// Cargo names this crate's folder when it runs it, which holds also where two clones share one target folder.
pub(crate) fn root() -> PathBuf {
    let own =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.parent().map(Path::to_path_buf).unwrap_or(own)
}

/// The built site.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The cache of this user, shared by all clones: `THROUGHLINE_CACHE`, or a folder where the system keeps caches.
pub(crate) fn cache() -> Result<PathBuf> {
    // A relative path would mean another folder for each place that the command is run from, so it counts as unset.
    let own = env::var_os("THROUGHLINE_CACHE")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute());
    own.or_else(|| dirs::cache_dir().map(|base| base.join("throughline")))
        .context("no folder for the cache is known: set THROUGHLINE_CACHE to one, and run the command again")
}

/// The folder of one tool in the cache. The version is in the name, so that another one never shadows it.
pub(crate) fn tool(name: &str, version: &str) -> Result<PathBuf> {
    Ok(cache()?.join("tools").join(format!("{name}-{version}")))
}
