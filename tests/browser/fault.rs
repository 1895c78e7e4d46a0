//! Telling a fault of the engine from one of the page.

use crate::engine::Engine;

/// How often a run may meet the engine's own fault. More than that is no accident, whosever fault it is.
pub(crate) const MOST: usize = 2;

/// Whether a case failed by the known fault of WebKit on Linux: sound code traps now and then with this message,
/// each time somewhere else, and not when it is run again.
///
/// It has been met with Yew since 2020 (rust-lang/hashbrown#194, wasm-bindgen/wasm-bindgen#3470, tauri-apps/tauri#7154)
/// and in the bare engine (oven-sh/bun#17146). Our own mistakes do not look like it: a panic ends in `unreachable`,
/// and without unsafe code nothing of ours can leave the memory. The other engines have no such excuse.
pub(crate) fn is_the_engines_own(engine: Engine, failure: &str) -> bool {
    engine == Engine::Webkit && failure.contains("RuntimeError: Out of bounds memory access")
}
