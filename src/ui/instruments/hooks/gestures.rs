//! Pan and zoom by hand: a mouse drags, two fingers pinch and move, Ctrl or Cmd
//! with the wheel zooms. One finger and the plain wheel stay with the page.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent, WheelEvent};

use super::camera::CameraHandle;

/// A press that moves less than this is a click.
const SLOP: f64 = 4.0;

#[derive(Default)]
struct Hand {
    /// Pointers that are down, by id, with where they are.
    down: Vec<(i32, f64, f64)>,
    /// How far the press has moved.
    moved: f64,
}

/// Listens on the map's frame until dropped.
pub fn listen(frame: &Element, camera: &CameraHandle) -> Vec<EventListener> {
    let hand = Rc::new(RefCell::new(Hand::default()));
    let on = |name: &'static str, options: EventListenerOptions, action: Box<dyn FnMut(&Event)>| {
        EventListener::new_with_options(frame, name, options, action)
    };
    let passive = EventListenerOptions::default;
    let active = EventListenerOptions::enable_prevent_default;
    let capture = || EventListenerOptions {
        phase: gloo::events::EventListenerPhase::Capture,
        passive: false,
    };
    let (down, moving, clicked) = (hand.clone(), hand.clone(), hand.clone());
    let (wheel_camera, move_camera) = (camera.clone(), camera.clone());
    let wheel_frame = frame.clone();
    let mut listeners = vec![
        on(
            "wheel",
            active(),
            Box::new(move |event| wheel(event, &wheel_frame, &wheel_camera)),
        ),
        on("pointerdown", passive(), Box::new(move |event| press(event, &down))),
        on(
            "pointermove",
            passive(),
            Box::new(move |event| drag(event, &moving, &move_camera)),
        ),
        on(
            "click",
            capture(),
            Box::new(move |event| {
                // The end of a drag is no choice of what lies under the pointer.
                if std::mem::take(&mut clicked.borrow_mut().moved) > SLOP {
                    event.prevent_default();
                    event.stop_propagation();
                }
            }),
        ),
        // A link must not be dragged out of the map when the map is meant.
        on("dragstart", active(), Box::new(Event::prevent_default)),
    ];
    for name in ["pointerup", "pointercancel", "pointerleave"] {
        let hand = hand.clone();
        listeners.push(on(
            name,
            passive(),
            Box::new(move |event| {
                if let Some(event) = event.dyn_ref::<PointerEvent>() {
                    hand.borrow_mut().down.retain(|pointer| pointer.0 != event.pointer_id());
                }
            }),
        ));
    }
    listeners
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
    if pixels <= 0.0 {
        return;
    }
    let bounds = frame.get_bounding_client_rect();
    let (x, y) = (
        f64::from(event.client_x()) - bounds.left(),
        f64::from(event.client_y()) - bounds.top(),
    );
    let factor = if event.delta_y() < 0.0 { 1.15 } else { 1.0 / 1.15 };
    let size = camera.size();
    camera.change(|at| at.zoom_at(factor, x / pixels, y / pixels, size));
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
