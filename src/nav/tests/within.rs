//! Where the stage stands in the question: sheets, one at a time; and where every question shows, the pictures follow.

use super::super::{Action, Attention, State, Viewport};
use super::{address, at, brief, walked};

fn act(state: &State, action: Action) -> State {
    state.reduce(action, &brief())
}

fn on_a_phone(fragments: &[&str]) -> State {
    let phone = Viewport {
        wide: false,
        beside: false,
        paper: false,
    };
    act(&walked(fragments), Action::Viewport(phone))
}

#[test]
fn one_sheet_is_open_at_a_time() {
    let evidence = act(&on_a_phone(&["", "#second"]), Action::OpenEvidence("p-two".to_owned()));
    assert!(evidence.has_open_sheet());
    let detail = act(&evidence, Action::Go(at("#cat")));
    assert_eq!(address(&detail), "#second&actor=cat");
    let evidence = act(&detail, Action::OpenEvidence("p-two".to_owned()));
    assert_eq!(address(&evidence), "#second&claim=p-two");
    let closed = act(&evidence, Action::CloseEvidence("p-two".to_owned()));
    assert_eq!(address(&closed), "#second");
    assert!(!closed.has_open_sheet());
}

#[test]
fn beside_the_text_nothing_is_a_sheet() {
    let opened = act(&walked(&["", "#second"]), Action::OpenEvidence("p-two".to_owned()));
    assert!(!opened.has_open_sheet());
}

#[test]
fn the_way_back_closes_a_sheet_and_is_no_move_to_the_question() {
    let here = on_a_phone(&["", "#second"]);
    for opened in [
        act(&here, Action::Go(at("#cat"))),
        act(&here, Action::OpenEvidence("p-two".to_owned())),
    ] {
        let back = act(&opened, Action::Return(at("#second")));
        assert_eq!(address(&back), "#second");
        let moved = back.turn != opened.turn && back.turn.to != Attention::Mark;
        assert!(!moved, "{:?}", back.turn);
        assert_eq!(
            act(&back, Action::Return(at("#second"))),
            back,
            "there is nothing more to close"
        );
    }
    let elsewhere = act(&act(&here, Action::Go(at("#cat"))), Action::Return(at("#first")));
    assert_eq!(address(&elsewhere), "#first");
}

#[test]
fn the_pictures_follow_the_reader_where_every_question_shows() {
    let here = walked(&["", "#second"]);
    assert_eq!(
        act(&here, Action::InView(2)).pictured(),
        1,
        "only where every one shows"
    );
    let all = act(&act(&here, Action::All), Action::InView(2));
    assert_eq!((all.pictured(), all.question), (2, 1));
    assert_eq!(address(&all), "#second");
    assert_eq!(act(&all, Action::All).pictured(), 1);
    assert_eq!(act(&all, Action::Back).pictured(), 0, "a step leads the pictures too");
}

#[test]
fn a_word_explained_is_selected_like_anything_else() {
    let here = walked(&["", "#second"]);
    let explained = act(&here, Action::Go(at("#g-word")));
    assert_eq!(address(&explained), "#second&term=g-word");
    assert_eq!(explained.panel, here.panel, "no picture shows it");
    assert_eq!(address(&walked(&["#third&term=g-word"])), "#third&term=g-word");
}
