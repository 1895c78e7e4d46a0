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
use crate::nav::Viewport;
pub use camera::{CameraHandle, use_camera};
pub use gestures::use_gestures;
pub use live::{use_browser, use_copied_row, use_width};

/// Windows whose stage has room for a wide scene: below the answer, or beside the text where that leaves enough.
const WIDE: &str = "(min-width: 43.75em) and (max-width: 56.24em), (min-width: 73.75em)";
/// Windows with the stage beside the text; the style sheet and the loader say the same.
const BESIDE: &str = "(min-width: 56.25em)";
const PAPER: &str = "print";

/// Whether the strip has stayed in sight while its picture has not.
pub fn is_stuck() -> bool {
    browser::is_stuck()
}

/// What the page is shown on now.
fn viewport() -> Viewport {
    Viewport {
        paper: browser::matches(PAPER),
        wide: browser::matches(WIDE),
        beside: browser::matches(BESIDE) || browser::is_part(),
    }
}
