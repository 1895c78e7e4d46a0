//! The one module that names the window. Thin: it looks things up and sets them;
//! what a state means for the document is said by [`crate::nav::projection`].
//!
//! A missing element or a refused call is passed over in silence: the document
//! stays readable whatever happens to the instruments.

mod address;
mod copy;
mod focus;
mod page;
mod sight;
mod size;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, MediaQueryList, NodeList, Window};

pub use address::{address, fragment, go_back, restore_scroll, set_fragment, start};
pub use copy::{copy_row, fill_references, show_copy};
pub use focus::{
    focus_detail, focus_mark, focus_point, focus_question, forget_opener, has_focus, move_focus, remember_opener,
};
pub use page::{evidence, mark_ready, opened_points, project, project_unseen, unfold};
pub use sight::{is_stuck, question_in_view, reveal_detail, reveal_point};
pub use size::{observe_size, scroll_to, size, text_size};

/// The window.
///
/// # Panics
/// Outside a browser's page, where this file is never built for.
pub fn window() -> Window {
    web_sys::window().expect("the app runs in a page")
}

/// The page.
///
/// # Panics
/// As [`window`].
pub fn document() -> Document {
    window().document().expect("a window that runs the app has a page")
}

fn root() -> Option<Element> {
    document().document_element()
}

fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

fn with_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

fn for_each(selector: &str, mut action: impl FnMut(&Element)) {
    for element in all(selector) {
        action(&element);
    }
}

fn all(selector: &str) -> Vec<Element> {
    let list = document().query_selector_all(selector);
    list.map(|list| elements(&list)).unwrap_or_default()
}

fn elements(list: &NodeList) -> Vec<Element> {
    let element = |idx| list.get(idx)?.dyn_into::<Element>().ok();
    (0..list.length()).filter_map(element).collect()
}

/// Sets or removes an attribute, and leaves one alone that is right already.
pub fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    if element.get_attribute(name).as_deref() == value {
        return;
    }
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// The element that the instruments are hydrated in.
pub fn instruments() -> Option<Element> {
    find("#instruments")
}

/// Whether the app has taken the page over and has not failed since.
pub fn is_running() -> bool {
    root().and_then(|root| root.get_attribute("data-app")).as_deref() == Some("ready")
}

/// Whether the app has stopped or never came: then the loader shows the page as it is without scripts.
pub fn has_failed() -> bool {
    root().and_then(|root| root.get_attribute("data-app")).as_deref() == Some("failed")
}

/// Whether the page is in a frame.
pub fn is_embedded() -> bool {
    root().is_some_and(|root| root.has_attribute("data-embed"))
}

/// Whether the page shows one part alone.
pub fn is_part() -> bool {
    root().is_some_and(|root| root.has_attribute("data-only"))
}

/// Whether the page is read from right to left.
pub fn is_right_to_left() -> bool {
    root().and_then(|root| root.get_attribute("dir")).as_deref() == Some("rtl")
}

/// A media query.
pub fn media(query: &str) -> Option<MediaQueryList> {
    window().match_media(query).ok().flatten()
}

/// Whether a media query holds now.
pub fn matches(query: &str) -> bool {
    media(query).is_some_and(|media| media.matches())
}

/// Does something once the page has been drawn as it is now; at once where nothing is drawn, as in a frame that is out of
/// sight.
pub fn after_drawing(work: impl FnOnce() + 'static) {
    if document().hidden() || is_embedded() {
        return work();
    }
    let next_frame = |work: JsValue| {
        // A window that is closing draws no more, and needs nothing.
        let _ = window().request_animation_frame(work.unchecked_ref());
    };
    // The first of the two comes before the drawing, the second one after it.
    let work = Closure::once_into_js(work);
    next_frame(Closure::once_into_js(move || next_frame(work)));
}

/// Whether the page was opened at a row of the lists.
pub fn stands_at_row() -> bool {
    find(".appendix :target").is_some()
}

/// Whether the page has something with this id.
pub fn has(id: &str) -> bool {
    with_id(id).is_some()
}

/// Whether the detail of what is selected is open.
pub fn is_detail_open() -> bool {
    find(".detail:not([hidden])").is_some()
}

/// Closes evidence that is open as a sheet.
pub fn close_evidence_sheet() {
    if is_sheet() {
        for_each(".evidence[open]", |evidence| set_attribute(evidence, "open", None));
    }
}

/// Whether what is opened comes as a sheet from below.
pub fn is_sheet() -> bool {
    find(".slot .detail").is_some() && !is_embedded()
}
