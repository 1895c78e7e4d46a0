//! Everything the instruments do to the browser, as hooks. At build the same
//! hooks exist and do nothing, so that both sides render the same components.

#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
mod address;
#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
mod camera;
#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
mod gestures;
#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
mod listeners;
#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
mod live;
#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
mod projection;
#[cfg(not(all(feature = "hydrate", target_arch = "wasm32")))]
mod still;

#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
pub use camera::use_camera;
#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
pub use live::{use_browser, use_copied_row, use_width};
#[cfg(not(all(feature = "hydrate", target_arch = "wasm32")))]
pub use still::{use_browser, use_camera, use_copied_row, use_width};

/// Screens narrower or lower than this get the small layouts; the style sheet says the same.
/// Paper has room for the whole map.
#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
const SMALL: &str = "screen and (max-width: 1099.98px), screen and (max-height: 799.98px)";
