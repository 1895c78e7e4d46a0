//! What is brought into sight. In a frame only the frame's own content moves:
//! where the host has fitted the frame to its content, the host is asked.

use web_sys::{Element, Event, EventInit, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{all, find, is_embedded, root, window, with_id};

/// Asks the loader in the page to have the host bring an element into sight.
const REVEAL: &str = "throughline-reveal";
/// Room kept above what is brought into sight in a frame, in CSS pixels.
const MARGIN: f64 = 8.0;
/// Between the strip and what stands above it, in CSS pixels; a little more than the style sheet has.
const STRIP_GAP: f64 = 20.0;

/// Whether the strip over the pictures stays at the head of the window while the text has moved on.
pub fn is_stuck() -> bool {
    let at_head = |strip: &Element| strip.get_bounding_client_rect().top().abs() < 2.0;
    let left_behind = |strip: &Element| {
        let slot = strip.closest(".slot").ok().flatten();
        let above = slot.and_then(|slot| slot.previous_element_sibling());
        above.is_some_and(|above| above.get_bounding_client_rect().bottom() < -STRIP_GAP)
    };
    find(".tabs").is_some_and(|strip| at_head(&strip) && left_behind(&strip))
}

/// The question that is being read, by its number from 0: the last that begins in the upper half of the window.
pub fn question_in_view() -> Option<usize> {
    let half = f64::from(root()?.client_height()) / 2.0;
    let begun = |section: &Element| section.get_bounding_client_rect().top() < half;
    all("[data-question]").iter().rposition(begun)
}

/// Brings the detail into sight.
pub fn reveal_detail(by_reader: bool) {
    if let Some(detail) = find(".detail") {
        reveal(&detail, by_reader);
    }
}

/// Brings a point into sight.
pub fn reveal_point(id: &str, by_reader: bool) {
    if let Some(point) = point(id) {
        reveal(&point, by_reader);
    }
}

pub(super) fn point(id: &str) -> Option<Element> {
    with_id(id).filter(|point| point.has_attribute("data-claim"))
}

/// Brings an element into sight; the host is asked only on an action of the reader's.
pub(super) fn reveal(element: &Element, by_reader: bool) {
    if !is_embedded() {
        let options = ScrollIntoViewOptions::new();
        // The nearest edge of something tall may be its end, and it is read from its beginning.
        options.set_block(if is_tall(element) {
            ScrollLogicalPosition::Start
        } else {
            ScrollLogicalPosition::Nearest
        });
        element.scroll_into_view_with_scroll_into_view_options(&options);
    } else if !(by_reader && host_takes_on(element)) && scrolls() {
        scroll_to(element);
    }
}

/// Brings an element to the head of the window; in a frame nothing of the host's moves.
pub(super) fn show(element: &Element) {
    if is_embedded() {
        reveal(element, false);
    } else {
        element.scroll_into_view();
    }
}

/// Asks the host first: while it has yet to fit the frame to what has grown, the frame scrolls for a moment.
fn host_takes_on(element: &Element) -> bool {
    let options = EventInit::new();
    options.set_bubbles(true);
    options.set_cancelable(true);
    let event = Event::new_with_event_init_dict(REVEAL, &options);
    event.is_ok_and(|event| element.dispatch_event(&event) == Ok(false))
}

fn is_tall(element: &Element) -> bool {
    root().is_some_and(|root| element.get_bounding_client_rect().height() > f64::from(root.client_height()) / 2.0)
}

/// Whether the page is higher than its window.
fn scrolls() -> bool {
    root().is_some_and(|root| root.scroll_height() > root.client_height() + 2)
}

/// Scrolls this page alone, no further than needed: what is taller than the window shows from its top.
fn scroll_to(element: &Element) {
    let bounds = element.get_bounding_client_rect();
    let height = root().map_or(0.0, |root| f64::from(root.client_height()));
    let (above, below) = (bounds.top() - MARGIN, bounds.bottom() + MARGIN - height);
    let by = if above < 0.0 || bounds.height() > height {
        above
    } else {
        below.max(0.0)
    };
    window().scroll_by_with_x_and_y(0.0, by);
}
