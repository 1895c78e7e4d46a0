//! The checked story: what the article says, who says it and what the record shows.
//!
//! A [`Story`] is made only by [`check::check`], so nothing in it dangles: every
//! id resolves, every date has been read, every text has been parsed. It knows
//! nothing of pictures, pages or browsers.

#[cfg(not(target_arch = "wasm32"))]
pub mod check;
pub mod date;
pub mod ids;
pub mod kinds;
pub mod locator;
#[cfg(not(target_arch = "wasm32"))]
pub mod problem;
#[cfg(not(target_arch = "wasm32"))]
pub mod readability;
pub mod text;

mod lookup;
mod model;
mod record;
pub mod sentence;
pub use model::*;
pub use record::*;
