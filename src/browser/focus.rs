//! The focus: where it goes after a move, and how it walks inside a picture.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement};

use super::sight::{point, reveal};
use super::{document, elements, find, for_each, is_embedded, is_sheet, set_attribute, window};
use crate::nav::keys;

/// Leaves one tab stop in a picture: what is selected, else what the question concerns first, else the first.
pub(super) fn rove(picture: &str, item: &str) {
    let Some(picture) = find(picture) else { return };
    let first = |attributes: &str| picture.query_selector(&format!("{item}{attributes}")).ok().flatten();
    // What this view has no place for is in the page but not to be seen.
    let stop = ["[data-selected]", "[data-focus]", ""]
        .iter()
        .find_map(|mark| first(&format!("{mark}:not([data-off])")));
    let before = first("[tabindex=\"0\"]");
    if before != stop {
        for (element, tabindex) in [(before, "-1"), (stop, "0")] {
            element
                .map(|element| set_attribute(&element, "tabindex", Some(tabindex)))
                .unwrap_or_default();
        }
    }
}

/// Moves the focus inside a picture by an arrow key; `None` when the key means nothing there.
pub fn move_focus(picture: &Element, from: &Element, key: &str) -> Option<()> {
    let drawn = ":is(.node, .event, .since-mark):not([data-off])";
    let items = elements(&picture.query_selector_all(drawn).ok()?);
    let points: Vec<(f64, f64)> = items
        .iter()
        .map(|item| {
            let shape = item.query_selector(".node-shape, .event-mark").ok().flatten();
            let bounds = shape.as_ref().unwrap_or(item).get_bounding_client_rect();
            (
                bounds.left() + bounds.width() / 2.0,
                bounds.top() + bounds.height() / 2.0,
            )
        })
        .collect();
    let at = items.iter().position(|item| item.is_same_node(Some(from)))?;
    let to = items.get(keys::neighbour(key, &points, at)?)?;
    set_attribute(from, "tabindex", Some("-1"));
    set_attribute(to, "tabindex", Some("0"));
    focus(to, true);
    Some(())
}

/// Whether the focus is inside an element.
pub fn has_focus(element: &Element) -> bool {
    let active = document().active_element();
    active.is_some_and(|active| element.contains(Some(&active)))
}

pub(super) fn focus(element: &Element, keeps_scroll: bool) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(keeps_scroll);
    // SVG links take the focus too, but only HTML elements have a type for it here.
    let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
}

/// Gives the focus to a question's heading and shows the question from its beginning, always at the same height.
/// In a frame the host's page is not scrolled by it.
pub fn focus_question(id: &str) {
    let Some(heading) = find(&format!("section[data-question=\"{id}\"] h2")) else {
        return;
    };
    // The list it may have been chosen from would stand between the reader and the answer.
    if let Some(list) = find(".contents details") {
        set_attribute(&list, "open", None);
    }
    focus(&heading, true);
    if is_embedded() {
        reveal(&heading, true);
    } else if let Some(page) = find("html:not([data-all]) .page") {
        // Its stage is what the room kept above a heading is for, so that room is not wanted above it.
        window().scroll_by_with_x_and_y(0.0, page.get_bounding_client_rect().top());
    } else {
        heading.scroll_into_view();
    }
}

/// Gives the focus back to an element where the browser has let go of it, as Firefox does when a sheet closes.
pub(super) fn keep_focus(element: &Element) {
    let active = document().active_element();
    if active.is_none_or(|active| active.tag_name() == "BODY") {
        focus(element, true);
    }
}

/// Gives the focus to the mark of a point.
pub fn focus_point(id: &str) {
    if let Some(Ok(Some(mark))) = point(id).map(|point| point.query_selector("summary")) {
        focus(&mark, true);
    }
}

/// Gives the focus to what is selected, where it has opened as a sheet, or far from the link that opened it. On the
/// pictures beside it the reader goes on from one thing to the next.
pub fn focus_detail() {
    let in_stage = document()
        .active_element()
        .is_some_and(|active| active.closest(".stage").ok().flatten().is_some());
    let Some(title) = find(".detail h3") else { return };
    if is_sheet() || !in_stage {
        focus(&title, true);
    }
}

/// Remembers the link by which something was selected; one inside the detail leads on from there.
pub fn remember_opener(event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = target.and_then(|target| target.closest("a:not(.detail a)").ok().flatten());
    if let Some(link) = link {
        forget_opener();
        set_attribute(&link, "data-opener", Some(""));
    }
}

/// What is selected by the address was opened by no link.
pub fn forget_opener() {
    for_each("[data-opener]", |other| set_attribute(other, "data-opener", None));
}

/// Gives the focus back to the link that selected what is let go, or else to its mark in a picture.
pub fn focus_mark(id: &str) {
    let lost = document()
        .active_element()
        .is_none_or(|active| active.closest(".detail").ok().flatten().is_some() || active.tag_name() == "BODY");
    let mark = || {
        find(&format!(
            ".stage :is([data-actor=\"{id}\"], [data-tie=\"{id}\"], [data-event=\"{id}\"], [data-record=\"{id}\"])"
        ))
    };
    let opener = find("[data-opener]").filter(|opener| opener.get_client_rects().length() > 0);
    forget_opener();
    if let (true, Some(mark)) = (lost, opener.or_else(mark)) {
        focus(&mark, mark.closest(".stage").ok().flatten().is_some() || is_embedded());
    }
}
