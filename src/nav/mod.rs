//! Where the reader is: one state, one action type, one pure reducer, and the
//! address that names it.
//!
//! Knows the story in brief, with its dates and bases, and neither the browser nor
//! how anything is drawn.

pub mod address;
mod changes;
pub mod destination;
pub mod index;
pub mod keys;
pub mod projection;
mod reducer;
pub mod state;
pub mod status;
#[cfg(test)]
mod tests;

pub use address::Address;
pub use destination::Destination;
pub use index::{Index, Thing};
pub use state::{Action, Attention, Panel, State, Turn, Viewport};
pub use status::Status;
