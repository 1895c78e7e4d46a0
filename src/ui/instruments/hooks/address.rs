//! The address in the browser: read on opening, written as the reader moves.

use yew::prelude::*;

use super::super::Store;
use super::layout_effect::{after_layout_effects, use_layout_effect};
use super::viewport;
use crate::browser;
use crate::nav::{Action, Address, Destination};
use crate::view_model::brief::Brief;

/// Reads the address once the page has been taken over.
#[hook]
pub fn use_start(store: &UseReducerHandle<Store>) {
    let dispatcher = store.dispatcher();
    let data = store.data.clone();
    use_effect_with((), move |()| {
        dispatcher.dispatch(Action::Viewport(viewport()));
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

/// What was last left in the address.
struct Left {
    question: usize,
    fragment: String,
    /// Whether the entry of the history is there for a sheet, so that going back closes it.
    is_sheet: bool,
}

/// Writes where the reader is into the address: a new entry for a question, and for a sheet; none for the rest, and never
/// one in a frame.
#[hook]
pub fn use_address(store: &UseReducerHandle<Store>) {
    let state = &store.state;
    let address = state.ready.then(|| state.address(&store.data.brief).to_string());
    let data = store.data.clone();
    let left = use_mut_ref(|| None::<Left>);
    let place = (address, state.question, state.has_open_sheet());
    use_layout_effect(place, move |(address, question, has_sheet)| {
        let (Some(address), question, has_sheet) = (address.clone(), *question, *has_sheet && !browser::is_embedded())
        else {
            return;
        };
        // To write an address, the browser works out the style of the page: not before the last change to it.
        after_layout_effects(move || {
            let mut left = left.borrow_mut();
            *left = Some(write(&address, question, has_sheet, &data.brief, left.as_ref()));
        });
    });
}

fn write(address: &str, question: usize, has_sheet: bool, brief: &Brief, left: Option<&Left>) -> Left {
    let leaves = |is_sheet: bool| Left {
        question,
        fragment: browser::fragment(),
        is_sheet,
    };
    let now = destination(brief, &browser::address());
    let is_left_alone = left.is_none() && now != Destination::Story;
    // When the browser has gone back or on by itself, a new entry would cut off the way on;
    // a list that a link has led to keeps its own.
    let stayed = left.filter(|left| now == Destination::Part || left.fragment == browser::fragment());
    let was_sheet = stayed.is_some_and(|left| left.is_sheet);
    let goes_back = stayed.is_some_and(|left| was_sheet && !has_sheet && left.question == question);
    if !goes_back {
        browser::restore_scroll(!has_sheet);
    }
    if is_left_alone || browser::fragment() == *address {
        return leaves(has_sheet && was_sheet);
    }
    let Some(left) = stayed else {
        browser::set_fragment(address, false);
        return leaves(false);
    };
    let is_step = left.question != question;
    if goes_back {
        browser::go_back();
        // The browser will be there in a moment.
        return Left {
            fragment: address.to_owned(),
            ..leaves(false)
        };
    }
    // A step takes the place of the sheet that it was taken from.
    let opens_sheet = has_sheet && !was_sheet;
    browser::set_fragment(address, opens_sheet || is_step && !was_sheet);
    leaves(has_sheet)
}
