//! The address: where the page is, and where it was asked to start.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

use super::{document, focus, is_embedded, window};
use crate::nav::Address;

/// The fragment with its `#`, empty when there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// The address that the address names.
pub fn address() -> Address {
    let Ok(address) = fragment().parse();
    address
}

/// The question that the host page asked to start with.
pub fn start() -> Address {
    let query = window().location().search().unwrap_or_default();
    let start = query
        .trim_start_matches('?')
        .split('&')
        .find_map(|pair| pair.strip_prefix("start="));
    let Ok(address) = start.unwrap_or_default().parse();
    address
}

/// Says whether the browser may scroll when it comes back to this entry of the history. Under a sheet the page has stayed
/// where it was, and Chromium would take it to where the entry began.
pub fn restore_scroll(may: bool) {
    let mode = if may {
        ScrollRestoration::Auto
    } else {
        ScrollRestoration::Manual
    };
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(mode);
    }
}

/// Goes back in the history by one. What has the focus keeps it: Firefox takes it to where the entry leads.
pub fn go_back() {
    if let Some(active) = document().active_element() {
        EventListener::once(&window(), "hashchange", move |_| focus::keep_focus(&active)).forget();
    }
    if let Ok(history) = window().history() {
        // A browser that refuses leaves an entry too many, which shows the same.
        let _ = history.back();
    }
}

/// Writes the fragment, perhaps as a new entry of the history; never as one in a frame.
pub fn set_fragment(fragment: &str, is_new: bool) {
    let Ok(history) = window().history() else { return };
    let _ = if is_new && !is_embedded() {
        history.push_state_with_url(&JsValue::NULL, "", Some(fragment))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(fragment))
    };
}
