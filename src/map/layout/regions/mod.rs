//! Regions: which part of the map belongs to which side.
//!
//! Sides are packed on shelves, as in level-oriented strip packing (Coffman, Garey, Johnson and Tarjan 1980), and their
//! order is searched so that sides with many ties between them come close. With s sides a search costs O(s³): a multiple
//! of s steps, each with O(s²) distances.

mod ordering;
mod packing;

pub use ordering::arrangements;
pub use packing::{Arrangement, Demand, Region, title};
