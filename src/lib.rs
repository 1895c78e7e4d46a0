//! Throughline: an interactive explainer for contested news.
//!
//! A story file becomes a checked [`story::Story`]; from it the pure modules
//! compute the actor [`map`] and the [`timeline`], [`view_model`] is what the
//! browser is sent of it, and [`nav`] holds the one state that walk, map and
//! timeline share. Yew renders the whole page at
//! build; in the browser it takes over the instruments only.
//!
//! ```text
//! story  <-  map, timeline  <-  view_model  <-  nav  <-  browser  <-  ui  <-  page  <-  bin/app (wasm), bin/press (native)
//! ```
//!
//! `units` and `advance` lie below all of them: lengths, and how wide text is; `counted`, which
//! only the build needs, too: numbers of things in words.
//!
//! `story`, `map`, `timeline`, [`view_model`] and `nav` know no yew, browser, clock, random
//! number, environment or file: building with no features proves it of yew
//! and the browser, clippy of the clock.

mod advance;
mod counted;
pub mod map;
pub mod nav;
pub mod story;
pub mod timeline;
pub mod units;
pub mod view_model;

pub use counted::counted;

#[cfg(feature = "ui")]
pub mod browser;
#[cfg(feature = "ui")]
pub mod ui;

#[cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
pub mod page;
