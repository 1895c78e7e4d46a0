//! The evidence mark: a sample of the line that the map draws, and the reader's word.

use yew::prelude::*;

use crate::story::kinds::{Basis, Kind};

/// The line of a basis, as it is drawn on the map.
pub fn line(basis: Basis) -> Html {
    let path = match basis {
        Basis::Stated | Basis::Attributed | Basis::View => "M0 4H24",
        Basis::Disowned => "M0 4H24M9 8L15 0",
        Basis::Open => "M1 1.5H23V6.5H1Z",
    };
    html! {
        <svg class="mark-line" viewBox="0 0 24 8" aria-hidden="true" focusable="false" data-basis={basis.word()}>
            <path d={path} />
        </svg>
    }
}

/// The outline of a kind of actor round the origin, about 20 units across.
pub fn outline(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "M-8 0A8 8 0 1 1 8 0A8 8 0 1 1 -8 0Z",
        Kind::Group => "M-10 0A6 6 0 1 1 2 0A6 6 0 1 1 -10 0ZM-2 0A6 6 0 1 1 10 0A6 6 0 1 1 -2 0Z",
        Kind::Organisation => "M-7 -7H7V7H-7Z",
        Kind::Institution => "M-9 8V-3L0 -9L9 -3V8Z",
        Kind::State => "M-8 -8H8V2C8 6 4 8 0 10C-4 8 -8 6 -8 2Z",
        Kind::Thing => "M0 -9L9 0L0 9L-9 0Z",
    }
}

/// A text that changes, in an element of its own that is replaced whole: a
/// browser's translation has moved the text inside, and would keep the old one.
pub fn changing(text: &str) -> Html {
    html! { <span key={text.to_owned()}>{text}</span> }
}

/// A small picture of a kind, for chips and the legend.
pub fn shape(kind: Kind) -> Html {
    html! {
        <svg class="chip-shape" viewBox="-11 -11 22 22" aria-hidden="true" focusable="false">
            <path d={outline(kind)} />
        </svg>
    }
}
