//! The hooks in the browser. Effects are the only place for browser calls.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent as DomMouseEvent};
use yew::prelude::*;

use super::super::Shell;
use crate::browser;
use crate::nav::projection::Projection;
use crate::nav::{Action, Index, Moved, Place, keys};
use crate::story::brief::Brief;

/// Screens narrower than this get the small layouts; the style sheet says the same.
const NARROW: &str = "(max-width: 699px)";

/// Ties the state to the address, the document around the instruments, links and keys.
#[hook]
pub fn use_browser(shell: &UseReducerHandle<Shell>) {
    use_start(shell);
    use_listeners(shell);
    use_projection(shell);
    use_address(shell);
}

/// Reads the address once the page has been taken over.
#[hook]
fn use_start(shell: &UseReducerHandle<Shell>) {
    let dispatcher = shell.dispatcher();
    use_effect_with((), move |()| {
        dispatcher.dispatch(Action::Compact(browser::matches(NARROW)));
        dispatcher.dispatch(Action::Start(browser::opening_place()));
    });
}

#[hook]
fn use_listeners(shell: &UseReducerHandle<Shell>) {
    let dispatcher = shell.dispatcher();
    let data = shell.data.clone();
    use_effect_with((), move |()| {
        let known = move |place: &Place| known(&data.brief, place);
        let n_questions = browser::count("section[data-question]");
        let document = browser::document();
        let on_link = dispatcher.clone();
        let links = EventListener::new_with_options(
            &document,
            "click",
            EventListenerOptions::enable_prevent_default(),
            move |event| match followed(event) {
                Some(place) if known(&place) => {
                    event.prevent_default();
                    on_link.dispatch(Action::Go(place));
                }
                Some(Place { id: Some(id), .. }) => browser::unfold(&id),
                _ => {}
            },
        );
        let on_key = dispatcher.clone();
        let keys = EventListener::new_with_options(
            &document,
            "keydown",
            EventListenerOptions::enable_prevent_default(),
            move |event| {
                if let Some(action) = event
                    .dyn_ref::<KeyboardEvent>()
                    .and_then(|event| pressed(event, n_questions))
                {
                    event.prevent_default();
                    on_key.dispatch(action);
                }
            },
        );
        let on_hash = dispatcher.clone();
        let hash = EventListener::new(&browser::window(), "hashchange", move |_| {
            on_hash.dispatch(returned());
        });
        let narrow = browser::media(NARROW).map(|media| {
            EventListener::new(&media, "change", move |_| {
                dispatcher.dispatch(Action::Compact(browser::matches(NARROW)));
            })
        });
        move || drop((links, keys, hash, narrow))
    });
}

/// What a change of the address asks for; without a fragment it is the page as it was opened.
fn returned() -> Action {
    let opening = browser::opening_place();
    if browser::fragment().len() > 1 || opening != Place::default() {
        Action::Go(opening)
    } else {
        Action::Step(0)
    }
}

/// Whether a place leads to something of the story. A list, a source or a foreign fragment does not: it is left to the browser.
fn known(brief: &Brief, place: &Place) -> bool {
    let index = Index(brief);
    let id = place.id.as_deref();
    id.is_some_and(|id| index.question(id).is_some() || index.thing(id).is_some())
}

/// The place that a plain click on a link of this page names.
fn followed(event: &Event) -> Option<Place> {
    let click = event.dyn_ref::<DomMouseEvent>()?;
    if click.button() != 0 || click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key() {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let link = target.closest("a[href]").ok()??;
    let href = link.get_attribute("href")?;
    let Ok(place) = href.strip_prefix('#')?.parse();
    Some(place)
}

/// What a key does: arrows step inside the walk and move inside a picture, Escape closes.
fn pressed(event: &KeyboardEvent, n_questions: usize) -> Option<Action> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() || event.default_prevented() {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let key = event.key();
    if key == "Escape" {
        return browser::is_open("[data-view=detail].detail").then_some(Action::Close);
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
    let in_walk = target.closest(".walk, .progress, .steps").ok()?.is_some();
    if in_walk {
        keys::walk(&key, browser::is_right_to_left(), n_questions)
    } else {
        None
    }
}

/// Carries the state over to the document, and moves the focus after a step.
#[hook]
fn use_projection(shell: &UseReducerHandle<Shell>) {
    let state = shell.state.clone();
    let projection = Projection::of(&state, &shell.data.brief);
    let before = use_mut_ref(|| None::<(Moved, Option<Rc<str>>)>);
    use_effect_with(
        (projection, state.moved, state.ready),
        move |(projection, moved, ready)| {
            if !ready {
                return;
            }
            browser::project(projection);
            browser::mark_ready();
            let previous = before.borrow_mut().replace((*moved, projection.selected.clone()));
            let Some((previous_moved, previous_selected)) = previous else {
                browser::reveal_claim(projection, true);
                return;
            };
            browser::reveal_claim(projection, false);
            if projection.selected.is_some() && projection.claim.is_none() && projection.selected != previous_selected {
                browser::reveal_detail();
            } else if *moved != previous_moved && projection.claim.is_none() {
                browser::focus_question(&projection.question);
            } else if let (None, Some(id)) = (&projection.selected, previous_selected) {
                browser::focus_mark(&id);
            }
        },
    );
}

/// Writes the place into the address: a new entry for a question, none for the rest, and never one in a frame.
#[hook]
fn use_address(shell: &UseReducerHandle<Shell>) {
    let state = &shell.state;
    let place = state.ready.then(|| state.place(&shell.data.brief).to_string());
    let data = shell.data.clone();
    // The question and the fragment that were last left in the address.
    let left = use_mut_ref(|| None::<(usize, String)>);
    use_effect_with((place, state.question), move |(place, question)| {
        let Some(place) = place else { return };
        let before = left.borrow_mut().take();
        let is_left_alone = before.is_none() && !known(&data.brief, &browser::place());
        if !is_left_alone && browser::fragment() != *place {
            // When the browser has gone back or on by itself, a new entry would cut off the way on.
            let is_step = before.is_some_and(|(was, fragment)| was != *question && fragment == browser::fragment());
            browser::set_fragment(place, is_step);
        }
        *left.borrow_mut() = Some((*question, browser::fragment()));
    });
}

/// Fills an element with a copy of a row of the lists.
#[hook]
pub fn use_copied_row(into: NodeRef, id: Option<Rc<str>>) {
    use_effect_with(id, move |id| {
        if let Some(element) = into.cast::<Element>() {
            browser::copy_row(&element, id.as_deref());
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
            browser::observe_width(&element, move |now| {
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
