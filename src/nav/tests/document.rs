//! What the projection tells the document.

use super::*;

#[test]
fn the_document_shows_the_current_question_and_the_title_names_it() {
    let projection = Projection::of(&walked(&["", "#second"]), &brief());
    assert_eq!(&*projection.question, "second");
    assert_eq!(projection.title, "second? · Headline");
    assert_eq!(Projection::of(&walked(&[""]), &brief()).title, "Headline");
}

#[test]
fn a_step_is_announced_shortly_and_opening_the_page_is_not() {
    for opened in ["", "#second", "#cat", "#second&actor=cat"] {
        assert_eq!(
            Projection::of(&walked(&[opened]), &brief()).announcement,
            "",
            "opened at {opened}"
        );
    }
    let stepped = walked(&[""]).reduce(Action::Next, &brief());
    assert_eq!(
        Projection::of(&stepped, &brief()).announcement,
        "Question 2 of 3: second?"
    );
    let closed = stepped
        .reduce(Action::Go(at("#cat")), &brief())
        .reduce(Action::Close, &brief());
    assert_eq!(
        Projection::of(&closed, &brief()).announcement,
        "",
        "the question was announced before"
    );
}

#[test]
fn what_is_selected_is_announced_and_its_row_is_marked() {
    let projection = Projection::of(&walked(&["", "#t-asks"]), &brief());
    assert_eq!(projection.announcement, "Details shown: bob asks cat");
    assert_eq!(projection.selected.as_deref(), Some("t-asks"));
    assert_eq!(projection.claim, None);
    let claim = Projection::of(&walked(&["", "#p-two"]), &brief());
    assert_eq!(claim.claim.as_deref(), Some("p-two"));
}

#[test]
fn the_document_is_told_where_the_stage_stands() {
    let brief = brief();
    let stage = |viewport: Viewport, all: bool| {
        let state = walked(&[""]).reduce(Action::Viewport(viewport), &brief);
        let state = if all { state.reduce(Action::All, &brief) } else { state };
        Projection::of(&state, &brief).stage
    };
    let desk = Viewport::default();
    let phone = Viewport {
        wide: false,
        beside: false,
        ..desk
    };
    let paper = Viewport { paper: true, ..phone };
    assert_eq!([stage(desk, false), stage(desk, true)], [Stage::Beside; 2]);
    assert_eq!(stage(phone, false), Stage::InQuestion);
    assert_eq!(stage(phone, true), Stage::OverQuestions);
    assert_eq!([stage(paper, false), stage(paper, true)], [Stage::Beside; 2]);
}

#[test]
fn the_document_is_told_of_a_picture_that_stays() {
    let action = Action::Panel {
        panel: Panel::Map,
        is_stuck: true,
    };
    let pinned = walked(&[""]).reduce(action, &brief());
    assert!(Projection::of(&pinned, &brief()).pinned);
    assert!(!Projection::of(&walked(&[""]), &brief()).pinned);
}

#[test]
fn the_lens_hides_the_other_bases() {
    let all = Projection::of(&walked(&["#first"]), &brief());
    assert!(all.hidden.is_empty());
    let some = Projection::of(&walked(&["#first&lens=stated,view"]), &brief());
    assert_eq!(some.hidden, ["attributed", "disowned", "open"]);
    let released = walked(&["#first&lens=stated,view"]).reduce(Action::ReleaseLens, &brief());
    assert_eq!(address(&released), "#first");
}

#[test]
fn reading_it_all_keeps_the_place() {
    let all = walked(&["#second&actor=cat"]).reduce(Action::All, &brief());
    assert!(Projection::of(&all, &brief()).all);
    assert_eq!(all.selected, Some(Thing::Actor(2)));
}
