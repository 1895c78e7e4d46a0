//! The one file that names the window. Thin: it looks things up and sets them;
//! what a state means for the document is said by [`crate::nav::projection`].
//!
//! A missing element or a refused call is passed over in silence: the document
//! stays readable whatever happens to the instruments.

use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, FocusOptions, HtmlElement, MediaQueryList, ScrollIntoViewOptions, Window};

use crate::nav::projection::Projection;
use crate::nav::{Place, keys};
use crate::wire::Source;

/// The window.
///
/// # Panics
/// Outside a browser's page, where this file is never built for.
pub fn window() -> Window {
    web_sys::window().expect("the app runs in a page")
}

/// The page.
///
/// # Panics
/// As [`window`].
pub fn document() -> Document {
    window().document().expect("a window that runs the app has a page")
}

fn root() -> Option<Element> {
    document().document_element()
}

fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

fn for_each(selector: &str, mut action: impl FnMut(&Element)) {
    let Ok(list) = document().query_selector_all(selector) else {
        return;
    };
    for idx in 0..list.length() {
        if let Some(element) = list.get(idx).and_then(|node| node.dyn_into::<Element>().ok()) {
            action(&element);
        }
    }
}

/// How many elements match.
pub fn count(selector: &str) -> usize {
    let mut n_elements = 0;
    for_each(selector, |_| n_elements += 1);
    n_elements
}

/// Sets or removes an attribute, and leaves one alone that is right already.
pub fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    if element.get_attribute(name).as_deref() == value {
        return;
    }
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// The tokens of the inert element with the data, taken apart by the browser's own JSON parser.
pub struct InlineData {
    list: js_sys::Array,
    at: u32,
}

impl InlineData {
    /// The data of this page; `None` when the element is missing or broken.
    pub fn find() -> Option<Self> {
        let text = find("#story-data")?.text_content()?;
        let list = js_sys::JSON::parse(&text).ok()?.dyn_into().ok()?;
        Some(Self { list, at: 0 })
    }

    fn next(&mut self) -> JsValue {
        self.at += 1;
        self.list.get(self.at - 1)
    }
}

impl Source for InlineData {
    fn number(&mut self) -> Option<i32> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the page's own numbers are whole and small; a cast saturates"
        )]
        self.next().as_f64().map(|number| number as i32)
    }

    fn text(&mut self) -> Option<Rc<str>> {
        self.next().as_string().map(Rc::from)
    }
}

/// The element that the instruments are hydrated in.
pub fn instruments() -> Option<Element> {
    find("#instruments")
}

/// Whether the page is in a frame.
pub fn is_embedded() -> bool {
    root().is_some_and(|root| root.has_attribute("data-embed"))
}

/// Whether the page is read from right to left.
pub fn is_right_to_left() -> bool {
    root().and_then(|root| root.get_attribute("dir")).as_deref() == Some("rtl")
}

/// The fragment with its `#`, empty when there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// The place that the address names.
pub fn place() -> Place {
    let Ok(place) = fragment().parse();
    place
}

/// The place to open at: the address's, else the `start` that the host page asked for.
pub fn opening_place() -> Place {
    let place = place();
    if place != Place::default() {
        return place;
    }
    let query = window().location().search().unwrap_or_default();
    let start = query
        .trim_start_matches('?')
        .split('&')
        .find_map(|pair| pair.strip_prefix("start="));
    let Ok(place) = start.unwrap_or_default().parse();
    place
}

/// Writes the fragment; a new entry of the history only for a new question, and never in a frame.
pub fn set_fragment(fragment: &str, is_new_question: bool) {
    let Ok(history) = window().history() else { return };
    let _ = if is_new_question && !is_embedded() {
        history.push_state_with_url(&JsValue::NULL, "", Some(fragment))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(fragment))
    };
}

/// A media query.
pub fn media(query: &str) -> Option<MediaQueryList> {
    window().match_media(query).ok().flatten()
}

/// Whether a media query holds now.
pub fn matches(query: &str) -> bool {
    media(query).is_some_and(|media| media.matches())
}

/// Whether an element is there and shown.
pub fn is_open(selector: &str) -> bool {
    find(selector).is_some_and(|element| !element.has_attribute("hidden"))
}

/// Says that the page has been taken over.
pub fn mark_ready() {
    let Some(root) = root() else { return };
    if root.get_attribute("data-app").as_deref() == Some("ready") {
        return;
    }
    fold_lists();
    set_attribute(&root, "data-app", Some("ready"));
    set_attribute(&root, "data-at", None);
}

/// Folds the lists away once the instruments show them piece by piece; one that the address leads to stays open.
fn fold_lists() {
    let target = fragment();
    for_each(".list-fold", |list| {
        let is_target = target.len() > 1
            && is_id(&target[1..])
            && list.parent_element().is_some_and(|section| {
                section.id() == target[1..] || section.query_selector(&target).is_ok_and(|found| found.is_some())
            });
        if !is_target {
            set_attribute(list, "open", None);
        }
    });
}

/// Opens the list that a link leads to, or into, before the browser goes there.
pub fn unfold(id: &str) {
    let Some(target) = document().get_element_by_id(id).filter(|_| is_id(id)) else {
        return;
    };
    let list = target
        .closest(".list-fold")
        .ok()
        .flatten()
        .or_else(|| target.query_selector(".list-fold").ok().flatten());
    if let Some(list) = list {
        set_attribute(&list, "open", Some(""));
    }
}

/// Whether a text is an id of ours, and so safe in a selector.
fn is_id(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Carries a state over to the document around the instruments.
pub fn project(projection: &Projection) {
    let question = &*projection.question;
    for_each("section[data-question]", |section| {
        let here = section.get_attribute("data-question").as_deref() == Some(question);
        set_attribute(section, "data-current", here.then_some(""));
    });
    let link = format!("#{question}");
    for_each(".contents a", |entry| {
        let here = entry.get_attribute("href").as_deref() == Some(link.as_str());
        set_attribute(entry, "aria-current", here.then_some("step"));
    });
    if let Some(root) = root() {
        set_attribute(&root, "data-all", projection.all.then_some(""));
    }
    for_each("[data-row]", |row| {
        let here = projection.selected.as_deref() == row.get_attribute("data-row").as_deref();
        set_attribute(row, "data-selected", here.then_some(""));
    });
    for_each("[data-claim]", |claim| {
        let here = projection.claim.as_deref() == claim.get_attribute("data-claim").as_deref();
        set_attribute(claim, "data-selected", here.then_some(""));
        let basis = claim.get_attribute("data-basis").unwrap_or_default();
        set_attribute(
            claim,
            "hidden",
            projection.hidden.contains(&basis.as_str()).then_some(""),
        );
    });
    if !is_embedded() {
        document().set_title(&projection.title);
    }
    if let Some(status) = find("[data-announce]") {
        status.set_text_content(Some(&projection.announcement));
    }
    rove(".map-svg", ".node");
    rove(".timeline-svg", ".event, .since-mark");
}

/// Leaves one tab stop in a picture: what is selected, else what the question concerns first, else the first.
fn rove(picture: &str, items: &str) {
    let Some(picture) = find(picture) else { return };
    let Ok(list) = picture.query_selector_all(items) else {
        return;
    };
    let elements: Vec<Element> = (0..list.length())
        .filter_map(|idx| list.get(idx)?.dyn_into::<Element>().ok())
        .collect();
    let with = |attribute: &str| elements.iter().position(|element| element.has_attribute(attribute));
    let stop = with("data-selected").or_else(|| with("data-focus")).unwrap_or_default();
    for (idx, element) in elements.iter().enumerate() {
        set_attribute(element, "tabindex", Some(if idx == stop { "0" } else { "-1" }));
    }
}

/// Moves the focus inside a picture by an arrow key; `None` when the key means nothing there.
pub fn move_focus(picture: &Element, from: &Element, key: &str) -> Option<()> {
    let list = picture.query_selector_all(".node, .event, .since-mark").ok()?;
    let items: Vec<Element> = (0..list.length())
        .filter_map(|idx| list.get(idx)?.dyn_into::<Element>().ok())
        .filter(|element| !element.has_attribute("data-off"))
        .collect();
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

fn focus(element: &Element, keeps_scroll: bool) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(keeps_scroll);
    // SVG links take the focus too, but only HTML elements have a type for it here.
    let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
}

fn scroll_into_view(element: &Element) {
    if is_embedded() {
        return;
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Gives the focus to a question's heading; in a frame the host's page does not scroll.
pub fn focus_question(id: &str) {
    if let Some(heading) = find(&format!("section[data-question=\"{id}\"] h2")) {
        focus(&heading, is_embedded());
    }
}

/// Gives the focus back to what was selected, when it is in a picture and the focus would be lost.
pub fn focus_mark(id: &str) {
    let lost = document()
        .active_element()
        .is_none_or(|active| active.closest(".detail").ok().flatten().is_some() || active.tag_name() == "BODY");
    let mark = find(&format!(
        ".stage [data-actor=\"{id}\"], .stage [data-tie=\"{id}\"], .stage [data-event=\"{id}\"]"
    ));
    if let (true, Some(mark)) = (lost, mark) {
        focus(&mark, true);
    }
}

/// Brings the detail into view.
pub fn reveal_detail() {
    if let Some(detail) = find(".detail") {
        scroll_into_view(&detail);
    }
}

/// Opens the evidence of the point that the address names, and brings it into view.
pub fn reveal_claim(projection: &Projection, is_opening: bool) {
    let Some(claim) = projection.claim.as_deref() else {
        return;
    };
    let Some(point) = find(&format!("[data-claim=\"{claim}\"]")) else {
        return;
    };
    if let Ok(Some(evidence)) = point.query_selector("details") {
        set_attribute(&evidence, "open", Some(""));
    }
    scroll_into_view(&point);
    if let (false, Ok(Some(mark))) = (is_opening, point.query_selector("summary")) {
        focus(&mark, true);
    }
}

/// Fills an element with a copy of a row of the lists, or empties it.
pub fn copy_row(into: &Element, id: Option<&str>) {
    into.set_text_content(None);
    let Some(row) = id.and_then(|id| find(&format!(".row[data-row=\"{id}\"]"))) else {
        return;
    };
    for part in ["p.mark", ".row-body"] {
        let Ok(Some(part)) = row.query_selector(part) else {
            continue;
        };
        if let Ok(copy) = part.clone_node_with_deep(true) {
            let _ = into.append_child(&copy);
        }
    }
    let Ok(references) = into.query_selector_all("[data-note]") else {
        return;
    };
    for idx in 0..references.length() {
        if let Some(reference) = references.get(idx).and_then(|node| node.dyn_into::<Element>().ok()) {
            copy_note(&reference);
        }
    }
}

/// Puts a note's prose and sources below the link to it.
fn copy_note(reference: &Element) {
    let id = reference.get_attribute("data-note").unwrap_or_default();
    let Some(note) = find(&format!(".note[data-row=\"{id}\"]")) else {
        return;
    };
    let Ok(parts) = note.query_selector_all(".note-text, .note-checked, .note-sources") else {
        return;
    };
    for idx in 0..parts.length() {
        if let Some(Ok(copy)) = parts.get(idx).map(|part| part.clone_node_with_deep(true)) {
            let _ = reference.append_child(&copy);
        }
    }
}

/// Watches an element's width until dropped.
pub struct WidthObserver {
    observer: web_sys::ResizeObserver,
    _seen: Closure<dyn FnMut()>,
}

impl Drop for WidthObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls back with the element's width in CSS pixels, now and whenever it changes.
///
/// It waits for the next frame: what the callback changes may resize the
/// element again, and an observer that is told so at once complains of a loop.
pub fn observe_width(element: &Element, mut callback: impl FnMut(f64) + 'static) -> Option<WidthObserver> {
    let watched = element.clone();
    let measure = Closure::<dyn FnMut()>::new(move || callback(f64::from(watched.client_width())));
    let seen = Closure::<dyn FnMut()>::new(move || {
        // A window that is closing has no next frame, and nothing to measure for.
        let _ = window().request_animation_frame(measure.as_ref().unchecked_ref());
    });
    let observer = web_sys::ResizeObserver::new(seen.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(WidthObserver { observer, _seen: seen })
}
