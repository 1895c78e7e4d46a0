//! The map's camera in the browser. Panning and zooming touch one transform and
//! one font size, not the virtual DOM.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, SvgElement};
use yew::prelude::*;

use super::layout_effect::use_layout_effect;
use crate::browser;
use crate::map::{Camera, Coord, Rect};
use crate::units::Thousandths;

/// Size of the labels on the screen, in CSS pixels where the reader's text has its usual size.
const LABEL: f64 = 12.5;
/// Smallest type anywhere, likewise.
const SMALLEST: f64 = 12.0;
/// The usual size of the reader's text, in CSS pixels: at this size a unit of a scene is no less than a pixel.
const USUAL_TEXT: f64 = 16.0;

/// A camera, what it was told to look at, and whether the reader has moved it since.
#[derive(Clone, Copy, Debug, PartialEq)]
struct CameraState {
    camera: Camera,
    target: Rect,
    size: (Coord, Coord),
    by_hand: bool,
    /// Width and height of the frame in CSS pixels as last measured: measuring anew on
    /// every step would have the browser lay out the page in the middle of its changes.
    frame: (f64, f64),
    /// The size of the reader's text in CSS pixels, measured with the frame.
    text: f64,
    /// The least CSS pixels a unit, where the reader's text has its usual size.
    least: f64,
}

impl CameraState {
    /// The least width and height that the picture is drawn in, in units of the reader's text: it grows with that, and
    /// the frame scrolls where it no longer fits.
    fn least(&self) -> (f64, f64) {
        let factor = self.least / USUAL_TEXT;
        (self.size.0.get() * factor, self.size.1.get() * factor)
    }

    /// The width and height that it is drawn in, in CSS pixels.
    fn drawn(&self) -> (f64, f64) {
        let least = self.least();
        (
            self.frame.0.max(least.0 * self.text),
            self.frame.1.max(least.1 * self.text),
        )
    }
}

/// The map's camera, shared by the tools and the gestures.
#[derive(Clone)]
pub struct CameraHandle {
    frame: NodeRef,
    now: Rc<RefCell<CameraState>>,
}

impl CameraHandle {
    /// Zooms about the middle of the view.
    pub fn zoom(&self, factor: f64) {
        let size = self.size();
        self.change(|camera| camera.zoom_at(factor, size.0.get() / 2.0, size.1.get() / 2.0, size));
    }

    /// Changes the camera by hand and shows it.
    pub fn change(&self, change: impl FnOnce(Camera) -> Camera) {
        {
            let mut now = self.now.borrow_mut();
            now.camera = change(now.camera);
            now.by_hand = true;
        }
        self.show();
    }

    /// The view box in map units.
    pub fn size(&self) -> (Coord, Coord) {
        self.now.borrow().size
    }

    /// CSS pixels a unit of the view box; 0 while the map is not laid out.
    pub fn pixels(&self) -> f64 {
        let now = self.now.borrow();
        let ((w, h), drawn) = (now.size, now.drawn());
        if now.frame.0 <= 0.0 {
            return 0.0;
        }
        (drawn.0 / w.get().max(1.0)).min(drawn.1 / h.get().max(1.0))
    }

    /// Takes up the size of the frame, and fits the view to it.
    fn resize(&self, frame: (f64, f64)) {
        {
            let mut now = self.now.borrow_mut();
            (now.frame, now.text) = (frame, browser::text_size());
        }
        self.fit();
    }

    /// Looks at something else.
    fn aim(&self, target: Rect, size: (Coord, Coord), least: f64) {
        {
            let mut now = self.now.borrow_mut();
            (now.target, now.size, now.least, now.by_hand) = (target, size, least, false);
        }
        if let Some(frame) = self.frame.cast::<HtmlElement>() {
            let (w, h) = self.now.borrow().least();
            let (w, h) = (Thousandths::new(w), Thousandths::new(h));
            // A style that the browser does not take leaves the picture as large as its frame.
            let _ = frame.style().set_property("--least-wide", &format!("{w}rem"));
            let _ = frame.style().set_property("--least-high", &format!("{h}rem"));
        }
        self.fit();
    }

    /// Brings the target into the frame, unless the reader has chosen a view.
    fn fit(&self) {
        let pixels = self.pixels();
        if pixels <= 0.0 {
            return;
        }
        let target = {
            let mut now = self.now.borrow_mut();
            let drawn = now.drawn();
            let scrolls = drawn.0 > now.frame.0 + 1.0 || drawn.1 > now.frame.1 + 1.0;
            if !now.by_hand {
                now.camera = Camera::default();
            }
            (scrolls && !now.by_hand).then_some(now.target)
        };
        self.show();
        if let Some(target) = target {
            self.look_at(target);
        }
    }

    /// Scrolls the frame, where the picture is larger, to what lies there.
    pub fn look_at(&self, target: Rect) {
        let Some(frame) = self.frame.cast::<Element>() else {
            return;
        };
        let (pixels, now) = (self.pixels(), *self.now.borrow());
        let from = |start: Coord, length: Coord, seen: f64| (start.get() + length.get() / 2.0) * pixels - seen / 2.0;
        browser::scroll_to(
            &frame,
            from(target.x, target.w, now.frame.0),
            from(target.y, target.h, now.frame.1),
        );
    }

    fn show(&self) {
        let Some(frame) = self.frame.cast::<Element>() else {
            return;
        };
        let Camera { x, y, k } = self.now.borrow().camera;
        let (x, y, scale) = (Coord::new(x), Coord::new(y), Thousandths::new(k));
        set_style(
            &frame,
            ".map-camera",
            "transform",
            &format!("translate({x}px,{y}px) scale({scale})"),
        );
        let pixels = k * self.pixels();
        if pixels > 0.0 {
            let size = Thousandths::new(label_size(pixels, self.now.borrow().text / USUAL_TEXT));
            // Of the words alone: all that could inherit it would be styled anew at every step.
            set_style(&frame, ".map-words", "font-size", &format!("{size}px"));
        }
    }
}

fn set_style(frame: &Element, part: &str, property: &str, value: &str) {
    let Ok(Some(part)) = frame.query_selector(part) else {
        return;
    };
    if let Some(part) = part.dyn_ref::<SvgElement>() {
        // A style that the browser does not take leaves the one before: nothing to mend.
        let _ = part.style().set_property(property, value);
    }
}

/// Size of the labels in map units: the same on the screen at every zoom, and no
/// smaller than can be read where the map is drawn small.
fn label_size(pixels_per_unit: f64, text: f64) -> f64 {
    let on_screen = if pixels_per_unit < text {
        (LABEL * pixels_per_unit).max(SMALLEST * text)
    } else {
        LABEL * text
    };
    on_screen / pixels_per_unit
}

/// Moves the map's one transform: to what is looked at when that or the frame changes, and as the reader pans and zooms.
/// While the key stays, the reader's own zoom stays.
#[hook]
pub fn use_camera<Key>(frame: NodeRef, target: Rect, size: (Coord, Coord), least: f64, key: Key) -> CameraHandle
where
    Key: PartialEq + 'static,
{
    let now = use_mut_ref(|| CameraState {
        camera: Camera::default(),
        target,
        size,
        by_hand: false,
        frame: (0.0, 0.0),
        text: USUAL_TEXT,
        least,
    });
    let handle = CameraHandle {
        frame: frame.clone(),
        now,
    };
    let follow = handle.clone();
    // Two questions can look at the same rectangle: the reader's own zoom still ends with the question.
    use_layout_effect((target, size, least, key), move |(target, size, least, _)| {
        follow.aim(*target, *size, *least);
    });
    let watch = handle.clone();
    use_effect_with((), move |()| {
        let observer = frame.cast::<Element>().map(|element| {
            watch.resize(browser::size(&element));
            let resized = watch.clone();
            browser::observe_size(&element, move |frame| resized.resize(frame))
        });
        move || drop(observer)
    });
    handle
}
