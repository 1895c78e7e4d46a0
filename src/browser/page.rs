//! The document round the instruments: what a state means for it is carried over here.

use std::rc::Rc;

use web_sys::Element;

use super::copy::fill_references;
use super::focus::{keep_focus, rove};
use super::sight::{point, show};
use super::{
    all, document, find, for_each, instruments, is_embedded, is_running, is_sheet, root, set_attribute, window, with_id,
};
use crate::nav::projection::{Projection, Stage};

/// Says that the page has been taken over; `led` tells whether the address led to what the instruments show.
pub fn mark_ready(led: bool) {
    let Some(root) = root() else { return };
    if is_running() {
        return;
    }
    fold_lists(led);
    for_each(".evidence[open], [data-current] .since", fill_references);
    if let Some(ties) = find(".ties") {
        // The file hides them, since only the app has given them names.
        set_attribute(&ties, "aria-hidden", None);
    }
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
    // All are looked at before the first one folds, so that the page is laid out once.
    let below = |list: &Element| target.is_some() || list.get_bounding_client_rect().top() > f64::from(height);
    let folded: Vec<Element> = all(".list-fold").into_iter().filter(below).collect();
    for list in &folded {
        set_attribute(list, "open", None);
    }
    if let (Some(target), false) = (target, led) {
        unfold(&target.id());
        show(&target);
    }
}

/// Opens the list that a link leads to, or into, before the browser goes there.
pub fn unfold(id: &str) {
    let Some(target) = with_id(id) else {
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

/// Carries a state over to the document around the instruments. Only what differs from the state that it shows is written.
pub fn project(projection: &Projection, shown: &Projection) {
    if projection.question != shown.question {
        mark_question(&shown.question, false);
        mark_question(&projection.question, true);
    }
    place_stage(projection);
    if projection.all && !shown.all {
        for_each(".since", fill_references);
    }
    if let Some(root) = root() {
        let has_sheet = projection.claim.is_some() && projection.stage != Stage::Beside;
        let attributes = [
            ("data-all", projection.all),
            ("data-pinned", projection.pinned),
            ("data-detail", projection.selected.is_some() || has_sheet),
        ];
        for (name, holds) in attributes {
            set_attribute(&root, name, holds.then_some(""));
        }
    }
    if projection.selected != shown.selected {
        let row = |id: &Option<Rc<str>>| with_id(id.as_deref()?).filter(|row| row.has_attribute("data-row"));
        mark_selected(row(&shown.selected), false);
        mark_selected(row(&projection.selected), true);
    }
    project_points(projection, shown);
    // Setting the same words again would have them said again.
    if projection.announcement != shown.announcement
        && let Some(status) = find("[data-announce]")
    {
        status.set_text_content(Some(&projection.announcement));
    }
}

/// Puts the instruments where their stage stands: what is seen first comes first for the keyboard too.
fn place_stage(projection: &Projection) {
    let home = match projection.stage {
        Stage::Beside => find(".page"),
        Stage::OverQuestions => find(".walk > .slot"),
        Stage::InQuestion => find(&format!("[data-question=\"{}\"] > .slot", projection.question)),
    };
    if let (Some(instruments), Some(home)) = (instruments(), home)
        && instruments.parent_element().as_ref() != Some(&home)
    {
        let _ = home.append_child(&instruments);
    }
}

/// Carries over what nothing on the page depends on: the title of the window, in a frame that of its host, and the tab
/// stops. Chromium works out the style of the page for either, so it comes after the last change to what is seen.
pub fn project_unseen(projection: &Projection, shown: &Projection) {
    if projection.title != shown.title && !is_embedded() {
        document().set_title(&projection.title);
    }
    if let (Some(left), None) = (&shown.claim, &projection.claim)
        && is_sheet()
        && let Some(Ok(Some(mark))) = point(left).map(|point| point.query_selector("summary"))
    {
        keep_focus(&mark);
    }
    rove(".map-svg", ".node");
    rove(".timeline-svg", ":is(.event, .since-mark)");
}

fn mark_question(id: &str, is_current: bool) {
    if let Some(section) = with_id(id) {
        set_attribute(&section, "data-current", is_current.then_some(""));
        if let (true, Ok(Some(since))) = (is_current, section.query_selector(".since")) {
            fill_references(&since);
        }
    }
    if let Some(entry) = find(&format!(".contents a[href=\"#{id}\"]")) {
        set_attribute(&entry, "aria-current", is_current.then_some("step"));
    }
}

fn mark_selected(element: Option<Element>, is_selected: bool) {
    if let Some(element) = element {
        set_attribute(&element, "data-selected", is_selected.then_some(""));
    }
}

/// Marks the point whose evidence is open, and hides those that the lens leaves out.
fn project_points(projection: &Projection, shown: &Projection) {
    let claim = projection.claim.as_deref();
    // What the reader has asked for by name shows, whatever the lens.
    let hide = |element: &Element| {
        let basis = element.get_attribute("data-basis").unwrap_or_default();
        let is_asked_for = claim.is_some() && element.get_attribute("data-claim").as_deref() == claim;
        let is_hidden = projection.hidden.contains(&basis.as_str()) && !is_asked_for;
        set_attribute(element, "hidden", is_hidden.then_some(""));
    };
    if projection.hidden != shown.hidden {
        for_each("[data-claim]", hide);
    }
    if projection.claim != shown.claim {
        for id in [&shown.claim, &projection.claim].into_iter().flatten() {
            let element = point(id);
            element.as_ref().map(hide).unwrap_or_default();
            mark_selected(element, Some(&**id) == claim);
        }
        if let Some(Ok(Some(evidence))) = shown
            .claim
            .as_deref()
            .and_then(point)
            .map(|point| point.query_selector(".evidence"))
            && is_sheet()
        {
            set_attribute(&evidence, "open", None);
        }
    }
    if let Some(Ok(Some(evidence))) = claim.and_then(point).map(|point| point.query_selector(".evidence")) {
        set_attribute(&evidence, "open", Some(""));
    }
}
