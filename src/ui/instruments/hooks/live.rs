//! The hooks of the app as a whole and of single elements. Effects are the only place for browser calls.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::super::Store;
use super::address::{use_address, use_start};
use super::layout_effect::{after_layout_effects, use_layout_effect};
use super::listeners::{use_evidence, use_in_view, use_listeners};
use super::projection::use_projection;
use crate::browser;

/// Ties the state to the address, the document around the instruments, links and keys.
#[hook]
pub fn use_browser(store: &UseReducerHandle<Store>) {
    use_start(store);
    use_listeners(store);
    use_evidence(store);
    use_projection(store);
    use_address(store);
    use_in_view(store);
}

/// Fills an element with a copy of a row of the lists.
#[hook]
pub fn use_copied_row(into: NodeRef, id: Option<Rc<str>>) {
    use_layout_effect(id, move |id| {
        let Some(element) = into.cast::<Element>() else {
            return;
        };
        let had_focus = browser::has_focus(&element);
        browser::copy_row(&element, id.as_deref());
        // Without a copy the panel is hidden, and to scroll it would only have the page laid out.
        if id.is_some() {
            after_layout_effects(move || browser::show_copy(&element, had_focus));
        }
    });
}

/// The width an element is drawn in: that at build, until it has been measured.
#[hook]
pub fn use_width(frame: NodeRef, at_build: f64) -> f64 {
    let width = use_state(|| at_build);
    let seen = Rc::new(Cell::new(*width));
    let set = width.setter();
    use_effect_with((), move |()| {
        let observer = frame.cast::<Element>().and_then(|element| {
            browser::observe_size(&element, move |(now, _)| {
                if now > 0.0 && (now - seen.get()).abs() >= 1.0 {
                    seen.set(now);
                    set.set(now);
                }
            })
        });
        move || drop(observer)
    });
    *width
}
