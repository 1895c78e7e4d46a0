//! What the browser needs of a story: names, dates and bases in brief, and the
//! map laid out. The prose stays in the document.
//!
//! The press makes it once, renders the instruments from it, and writes it to one
//! file; the loader hands the bytes of that file to the app. It is written with
//! postcard: numbers and texts one after the other, without the names of fields,
//! so the reader costs the wasm little and the file compresses well.

pub mod brief;
#[cfg(any(test, feature = "layout"))]
mod making;
#[cfg(any(test, feature = "layout"))]
mod map_request;

use serde::{Deserialize, Serialize};

use crate::map::Layout;
use brief::Brief;
#[cfg(any(test, feature = "layout"))]
pub use map_request::map_request;

/// What the instruments are made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ViewModel {
    /// Names, verbs, dates and bases.
    pub brief: Brief,
    /// Where everything stands on the map.
    pub map: Layout,
}

/// What a file of this form begins with; another form gets another number.
const SIGNATURE: &[u8] = b"throughline 1\n";

impl ViewModel {
    /// Reads the bytes of a file; `None` when they are cut off, too many, or of something else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (model, rest) = postcard::take_from_bytes(bytes.strip_prefix(SIGNATURE)?).ok()?;
        rest.is_empty().then_some(model)
    }

    /// The bytes of its file.
    ///
    /// # Errors
    /// None that is known: each of its values can be written.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_extend(self, SIGNATURE.to_vec())
    }
}
