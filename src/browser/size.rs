//! The width that an element is drawn in.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Element;

use super::window;

/// Watches an element's width until dropped.
pub struct WidthObserver {
    observer: web_sys::ResizeObserver,
    _seen: Closure<dyn FnMut()>,
}

impl Drop for WidthObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls back with the element's width in CSS pixels, now and whenever it changes.
///
/// It waits for the next frame: what the callback changes may resize the
/// element again, and an observer that is told so at once complains of a loop.
pub fn observe_width(element: &Element, mut callback: impl FnMut(f64) + 'static) -> Option<WidthObserver> {
    let watched = element.clone();
    let measure = Closure::<dyn FnMut()>::new(move || callback(f64::from(watched.client_width())));
    let seen = Closure::<dyn FnMut()>::new(move || {
        // A window that is closing has no next frame, and nothing to measure for.
        let _ = window().request_animation_frame(measure.as_ref().unchecked_ref());
    });
    let observer = web_sys::ResizeObserver::new(seen.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(WidthObserver { observer, _seen: seen })
}
