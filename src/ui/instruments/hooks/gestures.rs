//! Pan and zoom by hand: a mouse drags, two fingers pinch and move, Ctrl or Cmd
//! with the wheel zooms. One finger and the plain wheel stay with the page.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, PointerEvent, WheelEvent};
use yew::{NodeRef, hook, use_effect_with};

use super::camera::CameraHandle;
use crate::units::Coord;

/// A press that moves less than this is a click.
const SLOP: f64 = 4.0;
/// How much a notch of the wheel brings the map nearer.
const NOTCH: f64 = 0.15;

#[derive(Default)]
struct Hand {
    /// Pointers that are down, by id, with where they are.
    down: Vec<(i32, f64, f64)>,
    /// How far the press has moved.
    moved: f64,
}

/// Moves the camera as the reader's hands on the map's frame do.
#[hook]
pub fn use_gestures(frame: NodeRef, camera: &CameraHandle) {
    let camera = camera.clone();
    use_effect_with((), move |()| {
        let listening = frame.cast::<Element>().map(|element| listen(&element, &camera));
        move || drop(listening)
    });
}

/// Listens on the map's frame until dropped.
fn listen(frame: &Element, camera: &CameraHandle) -> Vec<EventListener> {
    let hand = Rc::new(RefCell::new(Hand::default()));
    let mut listeners = pointers(frame, camera, &hand);
    listeners.extend([
        zoom(frame, camera),
        focus(frame, camera, hand.clone()),
        choice(frame, hand),
    ]);
    // A link must not be dragged out of the map when the map is meant.
    listeners.push(EventListener::new_with_options(
        frame,
        "dragstart",
        EventListenerOptions::enable_prevent_default(),
        Event::prevent_default,
    ));
    listeners
}

fn pointers(frame: &Element, camera: &CameraHandle, hand: &Rc<RefCell<Hand>>) -> Vec<EventListener> {
    let (down, moving, camera) = (hand.clone(), hand.clone(), camera.clone());
    let mut listeners = vec![
        EventListener::new(frame, "pointerdown", move |event| press(event, &down)),
        EventListener::new(frame, "pointermove", move |event| drag(event, &moving, &camera)),
    ];
    for name in ["pointerup", "pointercancel", "pointerleave"] {
        let hand = hand.clone();
        listeners.push(EventListener::new(frame, name, move |event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                lift(event, &mut hand.borrow_mut());
            }
        }));
    }
    listeners
}

fn lift(event: &PointerEvent, hand: &mut Hand) {
    hand.down.retain(|pointer| pointer.0 != event.pointer_id());
    // A mouse that has left the map brings no click, so the next one is a choice; nor does a finger
    // that the page has scrolled with. A finger "leaves" on being lifted, before its click.
    let has_left = event.type_() == "pointerleave" && event.pointer_type() == "mouse";
    if has_left || event.type_() == "pointercancel" {
        hand.moved = 0.0;
    }
}

fn zoom(frame: &Element, camera: &CameraHandle) -> EventListener {
    let (camera, watched) = (camera.clone(), frame.clone());
    let active = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(frame, "wheel", active, move |event| wheel(event, &watched, &camera))
}

/// The end of a drag is no choice of what lies under the pointer.
fn choice(frame: &Element, hand: Rc<RefCell<Hand>>) -> EventListener {
    let capture = EventListenerOptions {
        phase: gloo::events::EventListenerPhase::Capture,
        passive: false,
    };
    EventListener::new_with_options(frame, "click", capture, move |event| {
        // A key clicks too, with no press that could have moved.
        let is_press = event.dyn_ref::<MouseEvent>().is_some_and(|click| click.detail() > 0);
        if std::mem::take(&mut hand.borrow_mut().moved) > SLOP && is_press {
            event.prevent_default();
            event.stop_propagation();
        }
    })
}

/// Brings what the keyboard has reached into the frame.
fn focus(frame: &Element, camera: &CameraHandle, hand: Rc<RefCell<Hand>>) -> EventListener {
    let (camera, watched) = (camera.clone(), frame.clone());
    EventListener::new(frame, "focusin", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let pixels = camera.pixels();
        // A press focuses too: what lies under the pointer must not move away before its click.
        let is_pressed = !hand.borrow().down.is_empty();
        let Some(target) = target.filter(|_| pixels > 0.0 && !is_pressed) else {
            return;
        };
        let (inner, outer) = (target.get_bounding_client_rect(), watched.get_bounding_client_rect());
        let dx = inside(inner.left(), inner.right(), outer.left(), outer.right());
        let dy = inside(inner.top(), inner.bottom(), outer.top(), outer.bottom());
        if dx != 0.0 || dy != 0.0 {
            let size = camera.size();
            camera.change(|at| at.pan(dx / pixels, dy / pixels, size));
        }
    })
}

/// How far a stretch must move to lie inside another; 0 when it does, or does not fit.
fn inside(from: f64, to: f64, start: f64, end: f64) -> f64 {
    if to - from > end - start || (from >= start && to <= end) {
        0.0
    } else if from < start {
        start - from
    } else {
        end - to
    }
}

fn wheel(event: &Event, frame: &Element, camera: &CameraHandle) {
    let Some(event) = event
        .dyn_ref::<WheelEvent>()
        .filter(|event| event.ctrl_key() || event.meta_key())
    else {
        return;
    };
    event.prevent_default();
    let pixels = camera.pixels();
    if pixels <= 0.0 || event.delta_y() == 0.0 {
        return;
    }
    let Ok(Some(picture)) = frame.query_selector(".map-svg") else {
        return;
    };
    let bounds = picture.get_bounding_client_rect();
    let size = camera.size();
    // The view box stands in the middle of a frame of other proportions.
    let within = |pointer: i32, start: f64, length: f64, drawn: Coord| {
        (f64::from(pointer) - start - length / 2.0) / pixels + drawn.get() / 2.0
    };
    let x = within(event.client_x(), bounds.left(), bounds.width(), size.0);
    let y = within(event.client_y(), bounds.top(), bounds.height(), size.1);
    // A notch of a wheel is 100 px or 3 lines, a step of two fingers on a pad a few pixels.
    let is_lines = event.delta_mode() == WheelEvent::DOM_DELTA_LINE;
    let turned = event.delta_y() * if is_lines { 0.05 } else { 0.01 };
    let step = 1.0 + turned.abs().min(NOTCH);
    let factor = if turned < 0.0 { step } else { step.recip() };
    camera.change(|at| at.zoom_at(factor, x, y, size));
}

fn press(event: &Event, hand: &RefCell<Hand>) {
    let Some(event) = event.dyn_ref::<PointerEvent>() else {
        return;
    };
    if event.pointer_type() == "mouse" && event.button() != 0 {
        return;
    }
    let mut hand = hand.borrow_mut();
    if hand.down.is_empty() {
        hand.moved = 0.0;
    }
    hand.down.push((
        event.pointer_id(),
        f64::from(event.client_x()),
        f64::from(event.client_y()),
    ));
}

fn drag(event: &Event, hand: &RefCell<Hand>, camera: &CameraHandle) {
    let Some(event) = event.dyn_ref::<PointerEvent>() else {
        return;
    };
    let mut hand = hand.borrow_mut();
    let Some(idx) = hand.down.iter().position(|pointer| pointer.0 == event.pointer_id()) else {
        return;
    };
    let before = hand.down.clone();
    hand.down[idx] = (
        event.pointer_id(),
        f64::from(event.client_x()),
        f64::from(event.client_y()),
    );
    let (dx, dy) = (hand.down[idx].1 - before[idx].1, hand.down[idx].2 - before[idx].2);
    hand.moved += dx.abs() + dy.abs();
    let pixels = camera.pixels();
    let is_mouse = event.pointer_type() == "mouse";
    if pixels <= 0.0 || hand.moved <= SLOP {
        return;
    }
    let size = camera.size();
    match hand.down.as_slice() {
        [_] if is_mouse => camera.change(|at| at.pan(dx / pixels, dy / pixels, size)),
        [one, other] => {
            let apart = |one: (i32, f64, f64), other: (i32, f64, f64)| {
                ((one.1 - other.1) * (one.1 - other.1) + (one.2 - other.2) * (one.2 - other.2))
                    .sqrt()
                    .max(1.0)
            };
            let factor = apart(*one, *other) / apart(before[0], before[1]);
            let (x, y) = (size.0.get() / 2.0, size.1.get() / 2.0);
            camera.change(|at| {
                at.zoom_at(factor, x, y, size)
                    .pan(dx / 2.0 / pixels, dy / 2.0 / pixels, size)
            });
        }
        _ => {}
    }
}
