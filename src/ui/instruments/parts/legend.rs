//! The key to the lines of the map.

use yew::prelude::*;

use crate::story::kinds::Basis;

/// The lines of the bases, with their names.
pub fn legend() -> Html {
    html! {
        <ul class="legend" aria-label="Line styles">
            {for Basis::ALL.iter().map(|basis| html! {
                <li class="line" data-basis={basis.word()}>{basis.label()}</li>
            })}
        </ul>
    }
}
