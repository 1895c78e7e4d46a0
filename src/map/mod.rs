//! The actor map: what is asked for, what comes out, and the camera over it.
//!
//! [`layout`] computes the one from the other. Only the press and the tests have it; the browser has the result and the
//! camera. The module knows no story, no evidence, no pointer and no screen.
//!
//! ```text
//! request, result  <-  layout (press and tests alone)
//!          result  <-  camera
//! ```

pub mod camera;
#[cfg(any(test, feature = "layout"))]
pub mod layout;
pub mod request;
pub mod result;

pub use camera::Camera;
pub use request::{Caption, Edge, Node, Request, Scene};
pub use result::{
    Coord, Layout, Place, PlacedCaption, Point, Rect, Region, Route, SceneLayout, SceneLayouts, TieLabel,
};
