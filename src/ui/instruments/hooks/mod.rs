//! Everything the instruments do to the browser, as hooks. All of it is done in effects, which never run at build: so
//! both sides render the same components.

mod address;
mod camera;
mod gestures;
mod layout_effect;
mod listeners;
mod live;
mod projection;

use crate::browser;
use crate::nav::Medium;
pub use camera::use_camera;
pub use gestures::use_gestures;
pub use live::{use_browser, use_copied_row, use_width};

/// Screens narrower or lower than this get the tall scenes; the style sheet says the same.
const SMALL: &str = "screen and (max-width: 1099.98px), screen and (max-height: 799.98px)";
const PAPER: &str = "print";

/// What the page is shown on now.
fn medium() -> Medium {
    if browser::matches(PAPER) {
        Medium::Paper
    } else if browser::matches(SMALL) {
        Medium::Small
    } else {
        Medium::Desk
    }
}
