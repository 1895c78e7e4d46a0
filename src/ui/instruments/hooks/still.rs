//! The hooks at build: nothing to do.
#![expect(
    clippy::used_underscore_binding,
    reason = "yew's macro passes on what nobody reads here"
)]

use std::rc::Rc;

use yew::prelude::*;

use super::super::Store;
use super::super::map::CameraKey;
use crate::map::{Coord, Rect};

/// Would tie the state to address, document and keys.
#[hook]
pub fn use_browser(_shell: &UseReducerHandle<Store>) {}

/// Would fill an element with a copy of a row of the lists.
#[hook]
pub fn use_copied_row(_into: NodeRef, _id: Option<Rc<str>>) {}

/// The width an element is drawn in.
#[hook]
pub fn use_width(_frame: NodeRef, at_build: f64) -> f64 {
    at_build
}

/// A camera that nobody moves.
#[derive(Clone)]
pub struct CameraHandle;

impl CameraHandle {
    /// Would zoom about the middle.
    #[expect(clippy::unused_self, reason = "the signature of the camera in the browser")]
    pub fn zoom(&self, _factor: f64) {}
}

/// Would move the map's one transform.
#[hook]
pub fn use_camera(_frame: NodeRef, _target: Rect, _size: (Coord, Coord), _key: CameraKey) -> CameraHandle {
    CameraHandle
}
