//! A port that no browser of this run has seen.
//!
//! The system soon gives a freed port out again. A browser would then still have what it kept of the earlier origin:
//! the wasm file, perhaps the broken one of a case about faults, is kept for a year.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};
use tokio::net::TcpListener;

static SEEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());

/// Listens on a free port of 127.0.0.1 that this was never given before.
pub(crate) async fn listen() -> Result<TcpListener> {
    loop {
        let listener = TcpListener::bind(("127.0.0.1", 0))
            .await
            .context("there is no free port")?;
        let port = listener.local_addr()?.port();
        if SEEN.lock().unwrap_or_else(PoisonError::into_inner).insert(port) {
            return Ok(listener);
        }
    }
}
