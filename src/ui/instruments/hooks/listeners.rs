//! What the reader does, taken up as actions: links, keys, evidence that is opened.

use std::cell::Cell;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent as DomMouseEvent};
use yew::prelude::*;

use super::super::Store;
use super::address::{destination, returned};
use super::{BESIDE, PAPER, WIDE, viewport};
use crate::browser;
use crate::nav::{Action, Address, Destination, Index, keys};
use crate::view_model::brief::Brief;

/// Listens on the document for as long as the instruments are there.
#[hook]
pub fn use_listeners(store: &UseReducerHandle<Store>) {
    let dispatcher = store.dispatcher();
    let data = store.data.clone();
    use_effect_with((), move |()| {
        let document = browser::document();
        let active = EventListenerOptions::enable_prevent_default();
        let (follow, press, viewport_changed) = (dispatcher.clone(), dispatcher.clone(), dispatcher.clone());
        let known = data.clone();
        let links = EventListener::new_with_options(&document, "click", active, move |event| {
            if let Some(address) = followed(event) {
                go(event, address, &known.brief, &follow);
            }
        });
        let keys = EventListener::new_with_options(&document, "keydown", active, move |event| {
            let action = event.dyn_ref::<KeyboardEvent>().and_then(pressed);
            if let Some(action) = action.filter(|_| browser::is_running()) {
                event.prevent_default();
                press.dispatch(action);
            }
        });
        // A foreign fragment that the page was opened with is as good as none, also on the way back to it.
        let foreign =
            Some(browser::fragment()).filter(|_| destination(&data.brief, &browser::address()) == Destination::Foreign);
        let hash = EventListener::new(&browser::window(), "hashchange", move |_| {
            if browser::is_running() {
                let address = returned(&data.brief, foreign.as_deref());
                // What the address selects was opened by no link. What it lets go of may have been.
                if Index(&data.brief)
                    .resolve(&address)
                    .is_some_and(|found| found.selected.is_some())
                {
                    browser::forget_opener();
                }
                dispatcher.dispatch(Action::Return(address));
            }
        });
        let media = [WIDE, BESIDE, PAPER].map(|query| {
            let viewport_changed = viewport_changed.clone();
            browser::media(query).map(|media| {
                EventListener::new(&media, "change", move |_| {
                    viewport_changed.dispatch(Action::Viewport(viewport()));
                })
            })
        });
        move || drop((links, keys, hash, media))
    });
}

/// Takes up which evidence the reader opens and closes: the browser does it, the address names it.
#[hook]
pub fn use_evidence(store: &UseReducerHandle<Store>) {
    let dispatcher = store.dispatcher();
    use_effect_with((), move |()| {
        // What is opened tells itself alone, not what it stands in.
        let phase = EventListenerOptions::run_in_capture_phase();
        let toggles = EventListener::new_with_options(&browser::document(), "toggle", phase, move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let Some(target) = target.filter(|_| browser::is_running()) else {
                return;
            };
            match browser::evidence(&target) {
                Some((point, true)) => {
                    browser::fill_references(&target);
                    dispatcher.dispatch(Action::OpenEvidence(point));
                }
                Some((point, false)) => dispatcher.dispatch(Action::CloseEvidence(point)),
                None => {}
            }
        });
        move || drop(toggles)
    });
}

/// Where every question shows, takes up which of them the reader has come to.
#[hook]
pub fn use_in_view(store: &UseReducerHandle<Store>) {
    let dispatcher = store.dispatcher();
    let is_on = store.state.all && store.state.ready;
    use_effect_with(is_on, move |is_on| {
        let scrolls = is_on.then(|| {
            let last = Cell::new(None);
            EventListener::new(&browser::window(), "scroll", move |_| {
                let now = browser::question_in_view().filter(|_| browser::is_running());
                if let Some(question) = now.filter(|_| last.replace(now) != now) {
                    dispatcher.dispatch(Action::InView(question));
                }
            })
        });
        move || drop(scrolls)
    });
}

/// Takes up a link to something of the story. When the app has failed, every link is the browser's again.
fn go(event: &Event, address: Address, brief: &Brief, dispatcher: &UseReducerDispatcher<Store>) {
    if !browser::is_running() {
        return;
    }
    match (destination(brief, &address), address.id.as_deref()) {
        (Destination::Story, _) => {
            event.prevent_default();
            browser::remember_opener(event);
            dispatcher.dispatch(Action::Go(address));
        }
        (Destination::Part, Some(id)) => browser::unfold(id),
        _ => {}
    }
}

/// The address that a plain click on a link of this page names.
fn followed(event: &Event) -> Option<Address> {
    let click = event.dyn_ref::<DomMouseEvent>()?;
    if click.button() != 0 || click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key() {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let link = target.closest("a[href]").ok()??;
    let href = link.get_attribute("href")?;
    let Ok(address) = href.strip_prefix('#')?.parse();
    Some(address)
}

/// What a key does: arrows step inside the walk and move inside a picture, Escape closes.
fn pressed(event: &KeyboardEvent) -> Option<Action> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() || event.default_prevented() {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let key = event.key();
    if key == "Escape" {
        if !browser::is_detail_open() {
            // Its toggle says so to the state, as when the reader closes it by its mark.
            browser::close_evidence_sheet();
            return None;
        }
        return Some(Action::Close);
    }
    if target.closest("input, textarea, select").ok()?.is_some() {
        return None;
    }
    if let Some(picture) = target.closest(".map-svg, .timeline-svg").ok()? {
        if let Some(()) = browser::move_focus(&picture, &target, &key) {
            event.prevent_default();
        }
        return None;
    }
    let in_walk = target.closest(".walk, .progress").ok()?.is_some();
    if in_walk {
        keys::walk(&key, browser::is_right_to_left())
    } else {
        None
    }
}
