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
use crate::nav::{Action, Attention, Index, Place, Turn, keys};
use crate::view_model::brief::Brief;

/// Screens narrower or lower than this get the small layouts; the style sheet says the same.
/// Paper has room for the whole map.
const SMALL: &str = "screen and (max-width: 1099.98px), screen and (max-height: 799.98px)";

/// Ties the state to the address, the document around the instruments, links and keys.
#[hook]
pub fn use_browser(shell: &UseReducerHandle<Shell>) {
    use_start(shell);
    use_listeners(shell);
    use_evidence(shell);
    use_projection(shell);
    use_address(shell);
}

/// Reads the address once the page has been taken over.
#[hook]
fn use_start(shell: &UseReducerHandle<Shell>) {
    let dispatcher = shell.dispatcher();
    let data = shell.data.clone();
    use_effect_with((), move |()| {
        dispatcher.dispatch(Action::Compact(browser::matches(SMALL)));
        let named = browser::place();
        let opening = if leads(&data.brief, &named) {
            named
        } else {
            browser::start()
        };
        dispatcher.dispatch(Action::Start(opening));
        // The evidence opens by itself, also before there was an app.
        for point in browser::opened_points() {
            dispatcher.dispatch(Action::OpenEvidence(point));
        }
    });
}

#[hook]
fn use_listeners(shell: &UseReducerHandle<Shell>) {
    let dispatcher = shell.dispatcher();
    let data = shell.data.clone();
    use_effect_with((), move |()| {
        let document = browser::document();
        let active = EventListenerOptions::enable_prevent_default();
        let (follow, press, narrow) = (dispatcher.clone(), dispatcher.clone(), dispatcher.clone());
        let known = data.clone();
        let links = EventListener::new_with_options(&document, "click", active, move |event| {
            if let Some(place) = followed(event) {
                go(event, place, &known.brief, &follow);
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
        let foreign = Some(browser::fragment()).filter(|_| is_foreign(&data.brief));
        let hash = EventListener::new(&browser::window(), "hashchange", move |_| {
            if browser::is_running() {
                browser::forget_opener();
                dispatcher.dispatch(Action::Go(returned(&data.brief, foreign.as_deref())));
            }
        });
        let narrow = browser::media(SMALL).map(|media| {
            EventListener::new(&media, "change", move |_| {
                narrow.dispatch(Action::Compact(browser::matches(SMALL)));
            })
        });
        move || drop((links, keys, hash, narrow))
    });
}

/// Takes up which evidence the reader opens and closes: the browser does it, the address names it.
#[hook]
fn use_evidence(shell: &UseReducerHandle<Shell>) {
    let dispatcher = shell.dispatcher();
    use_effect_with((), move |()| {
        // What is opened tells itself alone, not what it stands in.
        let phase = EventListenerOptions::run_in_capture_phase();
        let toggles = EventListener::new_with_options(&browser::document(), "toggle", phase, move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            match target
                .filter(|_| browser::is_running())
                .as_ref()
                .and_then(browser::evidence)
            {
                Some((point, true)) => dispatcher.dispatch(Action::OpenEvidence(point)),
                Some((point, false)) => dispatcher.dispatch(Action::CloseEvidence(point)),
                None => {}
            }
        });
        move || drop(toggles)
    });
}

/// Takes up a link to something of the story. When the app has failed, every link is the browser's again.
fn go(event: &Event, place: Place, brief: &Brief, dispatcher: &UseReducerDispatcher<Shell>) {
    if !browser::is_running() {
        return;
    }
    if leads(brief, &place) {
        event.prevent_default();
        browser::remember_opener(event);
        dispatcher.dispatch(Action::Go(place));
    } else if let Some(id) = place.id {
        browser::unfold(&id);
    }
}

/// What a change of the address asks for; without a fragment, or with the foreign one, it is the page as it was opened.
fn returned(brief: &Brief, foreign: Option<&str>) -> Place {
    let fragment = browser::fragment();
    if fragment.len() > 1 && foreign != Some(&*fragment) {
        return browser::place();
    }
    let start = browser::start();
    if leads(brief, &start) {
        return start;
    }
    Place {
        id: brief.questions.first().map(|question| question.id.to_string()),
        ..Place::default()
    }
}

/// Whether a place leads to something of the story. A list, a source or a foreign fragment does not: it is left to the browser.
fn leads(brief: &Brief, place: &Place) -> bool {
    Index(brief).resolve(place).is_some()
}

/// Whether the address names nothing of this page.
fn is_foreign(brief: &Brief) -> bool {
    let place = browser::place();
    !leads(brief, &place) && !names_part(&place)
}

/// Whether a place is a part of the page that the instruments leave to the browser: a list, a source.
fn names_part(place: &Place) -> bool {
    place.id.as_deref().is_some_and(browser::has)
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
fn pressed(event: &KeyboardEvent) -> Option<Action> {
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
    let in_walk = target.closest(".walk, .progress").ok()?.is_some();
    if in_walk {
        keys::walk(&key, browser::is_right_to_left())
    } else {
        None
    }
}

/// Carries the state over to the document, and leads the reader to what the last move was about.
#[hook]
fn use_projection(shell: &UseReducerHandle<Shell>) {
    let state = &shell.state;
    let projection = Projection::of(state, &shell.data.brief);
    // What was selected before the last move, and the move that was last taken up.
    let before = use_mut_ref(|| (None::<Rc<str>>, None::<u32>));
    // Another map has other tab stops.
    let drawn = (state.whole, state.compact);
    use_effect_with(
        (projection, state.turn, state.ready, drawn),
        move |(projection, turn, ready, _)| {
            if !ready {
                return;
            }
            browser::project(projection);
            browser::mark_ready(projection.selected.is_some() || projection.claim.is_some());
            let (left, taken) = before.replace((projection.selected.clone(), Some(turn.count)));
            if taken != Some(turn.count) {
                lead(projection, *turn, left.as_deref());
            }
        },
    );
}

/// Moves the focus and brings into sight; on opening the page the focus stays where it is.
fn lead(projection: &Projection, turn: Turn, left: Option<&str>) {
    let by_reader = turn.count > 0;
    match (turn.to, &projection.claim) {
        (Attention::Point | Attention::Nowhere, Some(claim)) => {
            browser::reveal_point(claim, by_reader);
            if by_reader {
                browser::focus_point(claim);
            }
        }
        (Attention::Nowhere, None) if projection.selected.is_some() => browser::reveal_detail(false),
        (Attention::Detail, _) => browser::reveal_detail(by_reader),
        (Attention::Question, _) => browser::focus_question(&projection.question),
        (Attention::Mark, _) => left.map(browser::focus_mark).unwrap_or_default(),
        (Attention::Point | Attention::Nowhere, None) => {}
    }
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
        let is_left_alone = before.is_none() && !leads(&data.brief, &browser::place());
        if !is_left_alone && browser::fragment() != *place {
            // When the browser has gone back or on by itself, a new entry would cut off the way on;
            // a list that a link has led to keeps its own.
            let now = browser::place();
            let from_list = !leads(&data.brief, &now) && names_part(&now);
            let is_step = before
                .is_some_and(|(was, fragment)| was != *question && (from_list || fragment == browser::fragment()));
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
