//! What an HTML checker finds fault with in a page that parses: links to nowhere, landmarks that
//! cannot be told apart, headings out of order.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html};

use crate::making::*;

/// Every page of the site.
fn pages() -> [(&'static str, Html); 3] {
    let parsed = |source: &str| Html::parse_document(source);
    [
        ("the page", parsed(&PAGE)),
        ("the sample article", parsed(&read("static/embed/index.html"))),
        ("the page for what is not found", parsed(&read("static/404.html"))),
    ]
}

#[test]
fn every_link_element_has_an_address() {
    assert!(
        template().contains("rel=\"rust\""),
        "Trunk's own link is in the template"
    );
    for (page, document) in pages() {
        for link in all(&document, "link") {
            let address = link.attr("href").unwrap_or_default();
            assert!(!address.is_empty(), "{page} has {}", link.html());
        }
    }
}

/// What an element is to somebody who goes from landmark to landmark, if it is a landmark.
fn landmark(element: ElementRef<'_>) -> Option<&'static str> {
    if let Some(role) = element.attr("role") {
        let landmarks = [
            "banner",
            "complementary",
            "contentinfo",
            "form",
            "main",
            "navigation",
            "region",
            "search",
        ];
        return landmarks.into_iter().find(|landmark| *landmark == role);
    }
    let is_within = |names: &[&str]| {
        let parents = element.ancestors().filter_map(ElementRef::wrap);
        parents.into_iter().any(|parent| names.contains(&parent.value().name()))
    };
    let sections = ["article", "aside", "main", "nav", "section"];
    match element.value().name() {
        // One that is not named and stands in a section is a landmark to some browsers and to others not.
        "aside" => Some("complementary"),
        "nav" => Some("navigation"),
        "main" => Some("main"),
        "header" if !is_within(&sections) => Some("banner"),
        "footer" if !is_within(&sections) => Some("contentinfo"),
        "section" if !name(element).is_empty() => Some("region"),
        _ => None,
    }
}

/// The name that an element is given by a label.
fn name(element: ElementRef<'_>) -> String {
    let document = element.ancestors().filter_map(ElementRef::wrap).last();
    let by_id = |id: &str| {
        let selector = scraper::Selector::parse(&format!("[id=\"{id}\"]")).expect("an id makes a selector");
        document.and_then(|root| root.select(&selector).next()).map(text_of)
    };
    match (element.attr("aria-label"), element.attr("aria-labelledby")) {
        (Some(label), _) => label.to_owned(),
        (None, Some(ids)) => ids.split_whitespace().filter_map(by_id).collect::<Vec<_>>().join(" "),
        (None, None) => String::new(),
    }
}

#[test]
fn what_can_be_chosen_on_the_pictures_has_a_name_or_is_hidden_from_who_cannot_see_it() {
    for (page, document) in pages() {
        for link in all(&document, "[data-view] svg a") {
            let mut around = link.ancestors().filter_map(ElementRef::wrap);
            let is_hidden = around.any(|element| element.attr("aria-hidden") == Some("true"));
            let is_named = !name(link).is_empty() || !text_of(link).trim().is_empty();
            let is_left_out = is_hidden && link.attr("tabindex") == Some("-1");
            assert!(is_named || is_left_out, "{page}: {}", link.html());
        }
    }
}

#[test]
fn landmarks_of_one_kind_have_names_of_their_own() {
    for (page, document) in pages() {
        let landmarks = all(&document, "*").into_iter();
        let landmarks: Vec<_> = landmarks
            .filter_map(|element| Some((landmark(element)?, name(element))))
            .collect();
        for (kind, name) in &landmarks {
            let same = landmarks.iter().filter(|(other, _)| other == kind).count();
            assert!(
                same == 1 || !name.is_empty(),
                "{page} has {same} of {kind}, one without a name"
            );
        }
        let distinct: BTreeSet<_> = landmarks.iter().collect();
        assert_eq!(distinct.len(), landmarks.len(), "{page} names two alike: {landmarks:?}");
    }
}

#[test]
fn headings_have_words_and_skip_no_level() {
    for (page, document) in pages() {
        let mut before = 0;
        for heading in all(&document, "h1, h2, h3, h4, h5, h6") {
            let level: usize = heading.value().name()[1..].parse().expect("a heading has its level");
            let words = text_of(heading);
            assert!(!words.is_empty(), "{page} has an empty {}", heading.html());
            assert!(level <= before + 1, "{page} goes from h{before} to h{level}: {words}");
            before = level;
        }
    }
}
