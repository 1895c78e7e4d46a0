//! The address in the browser: read on opening, written as the reader moves.

use yew::prelude::*;

use super::super::Store;
use super::layout_effect::{after_layout_effects, use_layout_effect};
use super::medium;
use crate::browser;
use crate::nav::{Action, Address, Destination};
use crate::view_model::brief::Brief;

/// Reads the address once the page has been taken over.
#[hook]
pub fn use_start(store: &UseReducerHandle<Store>) {
    let dispatcher = store.dispatcher();
    let data = store.data.clone();
    use_effect_with((), move |()| {
        dispatcher.dispatch(Action::Medium(medium()));
        let named = browser::address();
        let opening = match destination(&data.brief, &named) {
            Destination::Story => named,
            Destination::Part | Destination::Foreign => browser::start(),
        };
        dispatcher.dispatch(Action::Start(opening));
        // The evidence opens by itself, also before there was an app.
        for point in browser::opened_points() {
            dispatcher.dispatch(Action::OpenEvidence(point));
        }
    });
}

/// What a change of the address asks for; without a fragment, or with the foreign one, it is the page as it was opened.
pub fn returned(brief: &Brief, foreign: Option<&str>) -> Address {
    let fragment = browser::fragment();
    if fragment.len() > 1 && foreign != Some(&*fragment) {
        return browser::address();
    }
    let start = browser::start();
    if destination(brief, &start) == Destination::Story {
        return start;
    }
    Address {
        id: brief.questions.first().map(|question| question.id.to_string()),
        ..Address::default()
    }
}

/// Where an address leads on this page.
pub fn destination(brief: &Brief, address: &Address) -> Destination {
    Destination::of(address, brief, browser::has)
}

/// Writes where the reader is into the address: a new entry for a question, none for the rest, and never one in a frame.
#[hook]
pub fn use_address(store: &UseReducerHandle<Store>) {
    let state = &store.state;
    let address = state.ready.then(|| state.address(&store.data.brief).to_string());
    let data = store.data.clone();
    // The question and the fragment that were last left in the address.
    let left = use_mut_ref(|| None::<(usize, String)>);
    use_layout_effect((address, state.question), move |(address, question)| {
        let (Some(address), question) = (address.clone(), *question) else {
            return;
        };
        // To write an address, the browser works out the style of the page: not before the last change to it.
        after_layout_effects(move || write(&address, question, &data.brief, &mut left.borrow_mut()));
    });
}

fn write(address: &str, question: usize, brief: &Brief, left: &mut Option<(usize, String)>) {
    let before = left.take();
    let now = destination(brief, &browser::address());
    let is_left_alone = before.is_none() && now != Destination::Story;
    if !is_left_alone && browser::fragment() != *address {
        // When the browser has gone back or on by itself, a new entry would cut off the way on;
        // a list that a link has led to keeps its own.
        let from_part = now == Destination::Part;
        let is_step =
            before.is_some_and(|(was, fragment)| was != question && (from_part || fragment == browser::fragment()));
        browser::set_fragment(address, is_step);
    }
    *left = Some((question, browser::fragment()));
}
