//! Everything the instruments do to the browser, as hooks. At build the same
//! hooks exist and do nothing, so that both sides render the same components.

#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
mod camera;
#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
mod gestures;
#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
mod live;
#[cfg(not(all(feature = "hydrate", target_arch = "wasm32")))]
mod still;

#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
pub use camera::use_camera;
#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
pub use live::{use_browser, use_copied_row, use_width};
#[cfg(not(all(feature = "hydrate", target_arch = "wasm32")))]
pub use still::{use_browser, use_camera, use_copied_row, use_width};
