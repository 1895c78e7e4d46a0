//! The copy of a row of the lists that the detail panel shows, so that the prose is in the page once.

use web_sys::Element;

use super::focus::focus;
use super::{document, elements, with_id};

/// Fills an element with a copy of a row of the lists, or empties it.
pub fn copy_row(into: &Element, id: Option<&str>) {
    into.set_text_content(None);
    let Some(row) = id.and_then(with_id) else {
        return;
    };
    if row.tag_name() == "DT" {
        // The meaning of a word stands beside it, not in it.
        let meaning = row.next_element_sibling();
        if let Some(copy) = meaning.and_then(|meaning| meaning.clone_node_with_deep(true).ok()) {
            let _ = into.append_child(&copy);
        }
        return;
    }
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

/// Shows a copy that has been filled anew from its beginning; its title takes over a focus that was in it.
pub fn show_copy(copy: &Element, had_focus: bool) {
    let Some(panel) = copy.parent_element() else { return };
    panel.set_scroll_top(0);
    if let (true, Ok(Some(title))) = (had_focus, panel.query_selector("h3")) {
        focus(&title, true);
    }
}

/// Puts the prose and the sources of notes below the links to them.
pub fn fill_references(within: &Element) {
    if let Ok(links) = within.query_selector_all(".notes > li:not(.note) > a:only-child") {
        elements(&links).iter().for_each(fill_reference);
    }
}

fn fill_reference(link: &Element) {
    let id = link.get_attribute("href").unwrap_or_default();
    let note = with_id(id.trim_start_matches('#')).filter(|note| note.matches(".rows > .note") == Ok(true));
    if let (Some(reference), Some(note)) = (link.parent_element(), note) {
        copy_children(&note, "p:not(.verdict, .asked)", &reference);
    }
}

fn copy_children(from: &Element, selector: &str, into: &Element) {
    let Ok(parts) = from.query_selector_all(selector) else {
        return;
    };
    for part in elements(&parts) {
        if let Ok(copy) = part.clone_node_with_deep(true) {
            let _ = into.append_child(&copy);
        }
    }
}
