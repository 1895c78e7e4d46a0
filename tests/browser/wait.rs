//! Waiting for a condition; nothing in these tests waits for a length of time.

use std::time::Duration;

use anyhow::{Context, Result};
use tokio::time::{Instant, interval};

/// Long enough for the slowest engine on two busy cores; a condition that holds is seen within a poll.
const PATIENCE: Duration = Duration::from_secs(12);
const POLL: Duration = Duration::from_millis(40);

/// Asks again and again until `probe` succeeds, and gives its last reason when it never does.
pub(crate) async fn until<T>(what: &str, probe: impl AsyncFn() -> Result<T>) -> Result<T> {
    within(PATIENCE, what, probe).await
}

/// The same with a deadline of its own.
pub(crate) async fn within<T>(patience: Duration, what: &str, probe: impl AsyncFn() -> Result<T>) -> Result<T> {
    let deadline = Instant::now() + patience;
    let mut polls = interval(POLL);
    loop {
        polls.tick().await;
        let last = Instant::now() >= deadline;
        match probe().await {
            Ok(seen) => return Ok(seen),
            Err(reason) if last => {
                return Err(reason).with_context(|| format!("waited {} s for {what}", patience.as_secs()));
            }
            Err(_) => {}
        }
    }
}
