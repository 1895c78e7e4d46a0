//! The document round the instruments: what a state means for it is carried over here.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::focus::{focus, rove};
use super::sight::show;
use super::{document, find, for_each, is_embedded, is_running, root, set_attribute, window};
use crate::nav::projection::Projection;

/// Says that the page has been taken over; `led` tells whether the address led to what the instruments show.
pub fn mark_ready(led: bool) {
    let Some(root) = root() else { return };
    if is_running() {
        return;
    }
    fold_lists(led);
    for_each(".evidence[open]", fill_references);
    set_attribute(&root, "data-app", Some("ready"));
    set_attribute(&root, "data-at", None);
}

/// Folds the lists away once the instruments show them piece by piece. One that
/// the reader has reached already stays as it is, and so does what stands above
/// it; not so where an address led: the page then stands at what it leads to.
fn fold_lists(led: bool) {
    let height = root().map_or(0, |root| root.client_height());
    let target = find(":target").filter(|target| target.closest(".appendix").is_ok_and(|found| found.is_some()));
    // Before anything folds: the browser would keep the row in its place, and move the page under it.
    if led && target.is_some() {
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
    for_each(".list-fold", |list| {
        if target.is_some() || list.get_bounding_client_rect().top() > f64::from(height) {
            set_attribute(list, "open", None);
        }
    });
    if let (Some(target), false) = (target, led) {
        unfold(&target.id());
        show(&target);
    }
}

/// Opens the list that a link leads to, or into, before the browser goes there.
pub fn unfold(id: &str) {
    let Some(target) = document().get_element_by_id(id) else {
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

/// The point whose evidence this is, when the element is the evidence of one, and whether it is open.
pub fn evidence(element: &Element) -> Option<(String, bool)> {
    let evidence = element.matches(".evidence").is_ok_and(|is_one| is_one);
    let point = element.closest("[data-claim]").ok().flatten().filter(|_| evidence)?;
    Some((point.get_attribute("data-claim")?, element.has_attribute("open")))
}

/// The points whose evidence the reader has opened, in the order of the page.
pub fn opened_points() -> Vec<String> {
    let mut points = Vec::new();
    for_each(".evidence[open]", |element| {
        points.extend(evidence(element).map(|(id, _)| id));
    });
    points
}

/// Carries a state over to the document around the instruments.
pub fn project(projection: &Projection) {
    let question = &*projection.question;
    for_each("section[data-question]", |section| {
        let here = section.get_attribute("data-question").as_deref() == Some(question);
        set_attribute(section, "data-current", here.then_some(""));
        if let (true, Ok(Some(since))) = (here || projection.all, section.query_selector(".since")) {
            fill_references(&since);
        }
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
        if let (true, Ok(Some(evidence))) = (here, claim.query_selector(".evidence")) {
            set_attribute(&evidence, "open", Some(""));
        }
        let basis = claim.get_attribute("data-basis").unwrap_or_default();
        set_attribute(
            claim,
            "hidden",
            // What the reader has asked for by name shows, whatever the lens.
            (projection.hidden.contains(&basis.as_str()) && !here).then_some(""),
        );
    });
    if !is_embedded() {
        document().set_title(&projection.title);
    }
    // Setting the same words again would have them said again.
    if let Some(status) = find("[data-announce]")
        .filter(|status| status.text_content().as_deref() != Some(projection.announcement.as_str()))
    {
        status.set_text_content(Some(&projection.announcement));
    }
    rove(".map-svg", ".node");
    rove(".timeline-svg", ".event, .since-mark");
}

/// Fills an element with a copy of a row of the lists, or empties it.
pub fn copy_row(into: &Element, id: Option<&str>) {
    let had_focus = document()
        .active_element()
        .is_some_and(|active| into.contains(Some(&active)));
    into.set_text_content(None);
    if let Some(panel) = into.parent_element() {
        panel.set_scroll_top(0);
        if let (true, Ok(Some(title))) = (had_focus, panel.query_selector("h3")) {
            focus(&title, true);
        }
    }
    let Some(row) = id.and_then(|id| find(&format!("[data-row=\"{id}\"]"))) else {
        return;
    };
    copy_children(&row, ":scope > :not(h3)", into);
    actors_of(&row, into);
    fill_references(into);
}

/// Puts the links in the heading of a row, which is not copied, into a line of their own.
fn actors_of(row: &Element, into: &Element) {
    if row.query_selector("h3 a").ok().flatten().is_none() {
        return;
    }
    if let Ok(line) = document().create_element("p") {
        line.set_class_name("row-actors");
        copy_children(row, "h3 a", &line);
        let _ = into.append_child(&line);
    }
}

/// Puts the prose and the sources of notes below the links to them.
pub fn fill_references(within: &Element) {
    let Ok(links) = within.query_selector_all(".notes > li:not(.note) > a:only-child") else {
        return;
    };
    for idx in 0..links.length() {
        if let Some(link) = links.get(idx).and_then(|node| node.dyn_into::<Element>().ok()) {
            fill_reference(&link);
        }
    }
}

fn fill_reference(link: &Element) {
    let id = link.get_attribute("href").unwrap_or_default();
    if let (Some(reference), Some(note)) = (link.parent_element(), find(&format!(".rows > .note{id}"))) {
        copy_children(&note, "p:not(.note-verdict, .asked)", &reference);
    }
}

fn copy_children(from: &Element, selector: &str, into: &Element) {
    let Ok(parts) = from.query_selector_all(selector) else {
        return;
    };
    for idx in 0..parts.length() {
        if let Some(Ok(copy)) = parts.get(idx).map(|part| part.clone_node_with_deep(true)) {
            let _ = into.append_child(&copy);
        }
    }
}
