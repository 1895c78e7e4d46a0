//! What the map draws, small and beside words, and attributes of the pictures.

use yew::prelude::*;

use crate::story::kinds::Kind;

/// The outline of a kind of actor round the origin, about 20 units across.
pub fn outline(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "M-8 0A8 8 0 1 1 8 0A8 8 0 1 1 -8 0Z",
        Kind::Group => "M-10 0A6 6 0 1 1 2 0A6 6 0 1 1 -10 0ZM-2 0A6 6 0 1 1 10 0A6 6 0 1 1 -2 0Z",
        Kind::Organisation => "M-7 -7H7V7H-7Z",
        Kind::Institution => "M-9 8V-3L0 -9L9 -3V8Z",
        Kind::State => "M-8 -8H8V2C8 6 4 8 0 10C-4 8 -8 6 -8 2Z",
        Kind::Thing => "M0 -9L9 0L0 9L-9 0Z",
        // A ring: there is somebody, and nobody to be seen.
        Kind::Unknown => "M-8 0A8 8 0 1 1 8 0A8 8 0 1 1 -8 0ZM-4 0A4 4 0 1 0 4 0A4 4 0 1 0 -4 0Z",
    }
}

/// An attribute that never changes, of an element that is always there. The file has it, so in the browser it is neither
/// made nor set anew: at its start the app would do so for some hundreds of elements.
pub fn fixed<T: Into<AttrValue>>(value: impl FnOnce() -> T) -> Option<AttrValue> {
    cfg!(not(target_arch = "wasm32")).then(|| value().into())
}

/// An attribute that only the running app needs. The file does without it, and hydration sets it.
pub fn live<T: Into<AttrValue>>(value: impl FnOnce() -> T) -> Option<AttrValue> {
    cfg!(target_arch = "wasm32").then(|| value().into())
}

/// A text that changes, in an element of its own that is replaced whole: a
/// browser's translation has moved the text inside, and would keep the old one.
pub fn changing(text: &str) -> Html {
    html! { <span key={text.to_owned()}>{text}</span> }
}

/// A small picture of a kind, for chips and the legend.
pub fn shape(kind: Kind) -> Html {
    html! {
        <svg class="chip-shape" viewBox="-11 -11 22 22" aria-hidden="true">
            <path d={outline(kind)} />
        </svg>
    }
}
