//! The page, in Yew. Nothing below this module knows it.
//!
//! [`document`] is rendered at build and stays plain HTML; [`instruments`] are
//! rendered at build and then taken over in the browser.

#[cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
pub mod document;
pub mod instruments;
pub mod mark;
