//! Which evidence is open, and what the address says of it.

use super::super::{Action, State};
use super::{address, at, brief, walked};

#[test]
fn the_evidence_opened_last_is_in_the_address_until_it_is_closed() {
    let brief = brief();
    let act = |state: &State, action: Action| state.reduce(action, &brief);
    let open = |id: &str| Action::OpenEvidence(id.to_owned());
    let close = |id: &str| Action::CloseEvidence(id.to_owned());
    let here = walked(&["", "#second"]);
    let opened = act(&act(&here, open("p-two")), open("p-two-b"));
    assert_eq!(address(&opened), "#second&claim=p-two-b");
    assert_eq!(
        opened.turn, here.turn,
        "opening is no move: nothing is scrolled, focused or announced"
    );
    assert_eq!(
        address(&act(&opened, close("p-two"))),
        "#second&claim=p-two-b",
        "the other stays"
    );
    assert_eq!(act(&opened, close("p-two-b")), here);
    for gone in ["nowhere", "p-three"] {
        assert_eq!(act(&opened, open(gone)), opened, "{gone} is not before the reader");
    }
}

#[test]
fn what_is_selected_beside_open_evidence_leaves_it_open() {
    let brief = brief();
    let opened = walked(&["", "#second"]).reduce(Action::OpenEvidence("p-two".to_owned()), &brief);
    let beside = opened.reduce(Action::Go(at("#cat")), &brief);
    assert_eq!(address(&beside), "#second&actor=cat&claim=p-two");
    assert_eq!(address(&beside.reduce(Action::Close, &brief)), "#second&claim=p-two");
    assert_eq!(address(&beside.reduce(Action::Next, &brief)), "#third");
    assert_eq!(address(&beside.reduce(Action::Go(at("#second")), &brief)), "#second");
}

#[test]
fn where_every_question_shows_any_point_can_be_opened() {
    let brief = brief();
    let all = walked(&["#first"]).reduce(Action::All, &brief);
    let opened = all.reduce(Action::OpenEvidence("p-three".to_owned()), &brief);
    assert_eq!(
        address(&opened),
        "#first&claim=p-three",
        "it leads to the point in its question"
    );
    assert_eq!(address(&opened.reduce(Action::All, &brief)), "#first");
}
