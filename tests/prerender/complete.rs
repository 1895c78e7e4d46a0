//! Complete without a script, valid, every link and id in order.

use crate::making::*;
use html5ever::tendril::TendrilSink;
use scraper::Html;
use std::collections::{BTreeMap, BTreeSet};
use throughline::page;
use throughline::story::{Question, RecordRef, check};

#[test]
fn every_question_has_its_answer_points_and_what_is_open() {
    let document = Html::parse_document(&PAGE);
    for question in &story().questions {
        let section = all(&document, &format!("section[data-question=\"{}\"]", question.id));
        let [section] = section.as_slice() else {
            panic!("{} stands once", question.id)
        };
        let words = text_of(*section);
        assert!(words.contains(&question.ask), "{} asks", question.id);
        let texts = std::iter::once(&question.answer)
            .chain(&question.unsaid)
            .chain(&question.open);
        for text in texts.chain(question.points.iter().map(|point| &point.text)) {
            let text = squeezed(&text.plain());
            assert!(words.contains(&text), "{} says: {text}", question.id);
        }
        for point in &question.points {
            let mark = all(&document, &format!("[data-claim=\"{}\"] summary[data-basis]", point.id));
            assert_eq!(mark.len(), 1, "{} has its mark", point.id);
            let basis = point.evidence.basis;
            assert_eq!(mark[0].attr("data-basis"), Some(basis.word()));
            assert!(
                text_of(mark[0]).contains(basis.label()),
                "{} says who says it",
                point.id
            );
        }
    }
}

#[test]
fn everything_in_the_story_has_its_row_and_its_place_in_the_pictures() {
    let data = page::open_data(&story()).expect("it can be written");
    let document = Html::parse_document(&PAGE);
    for list in ["actors", "ties", "events", "records", "sources"] {
        let things = data[list].as_array().expect("it is a list").iter();
        let ids: BTreeSet<String> = things
            .filter_map(|thing| Some(thing["id"].as_str()?.to_owned()))
            .collect();
        assert_eq!(rows(&document, list), ids);
        match list {
            "actors" => assert_eq!(marks(&document, "map", "data-actor"), ids),
            "ties" => assert_eq!(marks(&document, "map", "data-tie"), ids),
            "events" => assert_eq!(marks(&document, "timeline", "data-event"), ids),
            _ => {}
        }
    }
}

#[test]
fn undated_events_stand_in_the_tray_and_nowhere_on_the_axis() {
    let story = story();
    let document = Html::parse_document(&PAGE);
    let undated: BTreeSet<String> = story
        .events
        .iter()
        .filter(|event| event.date.is_none())
        .map(|event| event.id.to_string())
        .collect();
    let attribute = |selector: &str| -> BTreeSet<String> {
        all(&document, selector)
            .iter()
            .filter_map(|mark| mark.attr("data-event"))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(attribute("[data-tray=undated] [data-event]"), undated);
    assert!(attribute("[data-view=timeline] svg [data-event]").is_disjoint(&undated));
}

#[test]
fn where_every_event_is_dated_there_is_no_tray() {
    for fixture in ["base", "smallest"] {
        let document = Html::parse_document(&render_fixture(fixture));
        assert_eq!(all(&document, "[data-tray]").len(), 0, "{fixture} has no undated event");
        assert_eq!(
            all(&document, "[data-view=timeline] [data-axis]").len(),
            1,
            "{fixture} has its timeline"
        );
    }
}

#[test]
fn the_page_is_the_same_bytes_every_time() {
    assert!(*PAGE == render(), "two prerenders differ");
}

#[test]
fn every_id_is_given_once_and_every_link_within_the_page_leads_somewhere() {
    let document = Html::parse_document(&PAGE);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for element in all(&document, "[id]") {
        *counts.entry(element.attr("id").unwrap_or_default()).or_default() += 1;
    }
    let repeated: Vec<_> = counts.iter().filter(|(_, count)| **count > 1).collect();
    assert!(repeated.is_empty(), "repeated ids: {repeated:?}");
    let dangling: Vec<&str> = all(&document, "[href^=\"#\"]")
        .iter()
        .filter_map(|link| link.attr("href"))
        .filter(|href| !counts.contains_key(href.trim_start_matches('#')))
        .collect();
    assert!(dangling.is_empty(), "links to nowhere: {dangling:?}");
    for attribute in ["aria-labelledby", "aria-describedby", "aria-controls"] {
        for element in all(&document, &format!("[{attribute}]")) {
            for id in element.attr(attribute).unwrap_or_default().split_whitespace() {
                assert!(counts.contains_key(id), "{attribute} names {id}, which is not there");
            }
        }
    }
}

#[test]
fn every_id_that_is_not_of_the_story_is_kept_from_it() {
    let document = Html::parse_document(&PAGE);
    let data = page::open_data(&story()).expect("it can be written");
    let of_the_story = ids_in(&data);
    let questions = story().questions;
    let former: BTreeSet<&str> = questions
        .iter()
        .flat_map(|question| &question.formerly)
        .map(String::as_str)
        .collect();
    let open: Vec<&str> = all(&document, "[id]")
        .iter()
        .filter_map(|element| element.attr("id"))
        .filter(|id| !of_the_story.contains(*id) && !former.contains(*id) && !check::is_reserved(id))
        .collect();
    assert!(
        open.is_empty(),
        "a story could take these ids of the page; add them to check/reserved.rs: {open:?}"
    );
}

#[test]
fn the_page_is_valid_to_an_html_parser() {
    let options = html5ever::ParseOpts {
        tokenizer: html5ever::tokenizer::TokenizerOpts {
            exact_errors: true,
            ..Default::default()
        },
        tree_builder: html5ever::tree_builder::TreeBuilderOpts {
            exact_errors: true,
            ..Default::default()
        },
    };
    let sink = scraper::HtmlTreeSink::new(Html::new_document());
    let parsed = html5ever::parse_document(sink, options).one(PAGE.as_str());
    assert!(parsed.errors.is_empty(), "{:?}", parsed.errors);
}

#[test]
fn a_template_without_its_slot_is_refused() {
    let broken = template().replace(page::BODY_SLOT, "");
    let error = page::fill(&broken, page::BODY_SLOT, "").expect_err("the slot is missing");
    assert!(
        error.to_string().contains("exactly once; it stands there 0 times"),
        "{error}"
    );
}

#[test]
fn one_thing_is_not_called_many() {
    let said = |fixture: &str, selector: &str| {
        let page = render_fixture(fixture);
        text_of(all(&Html::parse_document(&page), selector)[0])
    };
    assert!(said("one-of-each", ".masthead .kicker").ends_with("· 1 question"));
    assert_eq!(said("one-of-each", ".mark-notes"), "Record agrees · 1");
    let coverage = said("one-of-each", "#coverage > p");
    assert!(
        coverage.contains("1 has a note on what the record shows, from 1 independent origin."),
        "{coverage}"
    );
    let coverage = said("smallest", "#coverage > p");
    assert!(
        coverage.contains("0 have a note on what the record shows, from 0 independent origins."),
        "{coverage}"
    );
}

#[test]
fn the_other_sides_voice_stands_with_what_it_answers() {
    let story = story();
    let document = Html::parse_document(&PAGE);
    let answered: Vec<_> = story.questions.iter().flat_map(|question| &question.points).collect();
    let answered: Vec<_> = answered
        .into_iter()
        .filter(|point| !point.evidence.reply.is_empty())
        .collect();
    assert!(!answered.is_empty(), "a point of the story has a reply");
    for point in answered {
        let evidence = all(&document, &format!("[data-claim=\"{}\"] .evidence > div", point.id));
        let words = text_of(evidence[0]);
        for id in &point.evidence.reply {
            let reply = squeezed(&story.record(id).text.plain());
            assert!(words.contains(&reply), "{}: {reply}", point.id);
        }
    }
    for tie in story.ties.iter().filter(|tie| !tie.evidence.reply.is_empty()) {
        for id in &tie.evidence.reply {
            let link = format!("[data-row=\"{}\"] a[href=\"#{id}\"]", tie.id);
            assert_eq!(all(&document, &link).len(), 1, "{} leads to {id}", tie.id);
        }
    }
}

#[test]
fn a_note_stands_in_full_once_in_the_walk_and_once_in_its_list() {
    let document = Html::parse_document(&PAGE);
    let texts = |selector: &str| -> Vec<String> {
        let notes = all(&document, selector);
        notes.into_iter().map(text_of).collect()
    };
    let (read, listed) = (texts(".walk .note"), texts("[data-list=records] > .note"));
    let story = story();
    for record in &story.records {
        let text = squeezed(&record.text.plain());
        let count = |notes: &[String]| notes.iter().filter(|note| note.contains(&text)).count();
        let of_question = |question: &Question| {
            let has = |refs: &[RecordRef]| refs.iter().any(|known| known.id == record.id);
            has(&question.since) || question.points.iter().any(|point| has(&point.evidence.record))
        };
        let is_read = story.questions.iter().any(of_question);
        let points = story.questions.iter().flat_map(|question| &question.points);
        let answers = points.filter(|point| point.evidence.reply.contains(&record.id)).count();
        assert_eq!(
            count(&read),
            usize::from(is_read) + answers,
            "{} in the walk",
            record.id
        );
        assert_eq!(count(&listed), 1, "{} in its list", record.id);
    }
}

#[test]
fn the_head_says_how_new_the_newest_page_read_is() {
    let document = Html::parse_document(&PAGE);
    let meta = text_of(all(&document, ".masthead .checked")[0]);
    let story = story().meta;
    let said = format!("Record read on {}, in pages up to {}", story.checked, story.reaches);
    assert!(meta.contains(&said), "{meta}");
}
