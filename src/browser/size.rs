//! The size that an element is drawn in.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Element;

use super::{root, window};

/// Watches an element's size until dropped.
pub struct SizeObserver {
    observer: web_sys::ResizeObserver,
    _seen: Closure<dyn FnMut()>,
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// An element's width and height in CSS pixels; both are 0 while it is not shown.
pub fn size(element: &Element) -> (f64, f64) {
    (f64::from(element.client_width()), f64::from(element.client_height()))
}

/// Scrolls an element inside, as far as there is something to scroll.
pub fn scroll_to(element: &Element, left: f64, top: f64) {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a picture is a few thousand pixels across"
    )]
    let (left, top) = (left as i32, top as i32);
    element.set_scroll_left(left);
    element.set_scroll_top(top);
}

/// The size of the reader's text in CSS pixels: what one `rem` is.
pub fn text_size() -> f64 {
    let style = root().and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    // The browser reads numbers already: a second reader of them would be a sixth of the app.
    let size = size.map(|size| js_sys::parse_float(&size));
    size.filter(|size| *size > 0.0).unwrap_or(16.0)
}

/// Calls back with the element's size, now and whenever it changes.
///
/// It waits for the next frame: what the callback changes may resize the
/// element again, and an observer that is told so at once complains of a loop.
pub fn observe_size(element: &Element, mut callback: impl FnMut((f64, f64)) + 'static) -> Option<SizeObserver> {
    let watched = element.clone();
    let measure = Closure::<dyn FnMut()>::new(move || callback(size(&watched)));
    let seen = Closure::<dyn FnMut()>::new(move || {
        // A window that is closing has no next frame, and nothing to measure for.
        let _ = window().request_animation_frame(measure.as_ref().unchecked_ref());
    });
    let observer = web_sys::ResizeObserver::new(seen.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(SizeObserver { observer, _seen: seen })
}
