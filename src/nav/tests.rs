//! What the reducer, the address and the projection promise, on a small story.

mod dates;
mod document;
mod evidence;
mod within;

use std::rc::Rc;

use super::projection::{Projection, Stage};
use super::{Action, Address, Attention, Panel, State, Thing, Viewport};
use crate::story::date::When;
use crate::story::kinds::{Basis, Kind, Tint};
use crate::view_model::brief::{
    ActorBrief, Brief, EntryBrief, EventBrief, NoteBrief, QuestionBrief, SideBrief, TieBrief,
};

#[expect(clippy::too_many_lines, reason = "a small story, written out")]
fn brief() -> Brief {
    let actor = |id: &str| ActorBrief {
        id: Rc::from(id),
        name: Rc::from(id),
        takes_the: false,
        short: Rc::from(id),
        kind: Kind::Person,
        side: 0,
        verdict: None,
    };
    let question =
        |id: &str, actors: Vec<usize>, ties: Vec<usize>, events: Vec<usize>, points: &[&str]| QuestionBrief {
            id: Rc::from(id),
            ask: Rc::from(format!("{id}?")),
            short: Rc::from(id),
            actors,
            ties,
            events,
            entries: Vec::new(),
            notes: if id == "third" { vec![0] } else { Vec::new() },
            points: points.iter().map(|point| Rc::from(*point)).collect(),
            formerly: if id == "third" {
                vec![Rc::from("p-once")]
            } else {
                Vec::new()
            },
        };
    Brief {
        headline: Rc::from("Headline"),
        published: When::parse("2019-11-07").expect("good"),
        sides: vec![SideBrief {
            name: Rc::from("Side"),
            tint: Tint::Blue,
        }],
        actors: vec![actor("ann"), actor("bob"), actor("cat")],
        ties: vec![TieBrief {
            id: Rc::from("t-asks"),
            from: 1,
            to: 2,
            verb: Rc::from("asks"),
            date: None,
            directed: true,
            denies: false,
            basis: Basis::Stated,
            verdict: None,
        }],
        events: vec![EventBrief {
            id: Rc::from("e-meeting"),
            title: Rc::from("A meeting"),
            date: None,
            inferred: false,
            basis: Basis::Stated,
            actors: vec![0],
        }],
        entries: vec![EntryBrief {
            id: Rc::from("g-word"),
            title: Rc::from("A word"),
            is_term: true,
        }],
        notes: vec![NoteBrief {
            id: Rc::from("r-later"),
            title: Rc::from("A later meeting"),
            date: When::parse("2021").expect("good"),
        }],
        questions: vec![
            question("first", vec![0], vec![], vec![], &["p-one"]),
            question("second", vec![1, 2], vec![0], vec![0], &["p-two", "p-two-b"]),
            question("third", vec![1], vec![], vec![], &["p-three"]),
        ],
    }
}

fn at(fragment: &str) -> Address {
    let Ok(address) = fragment.parse();
    address
}

/// The state after opening at one fragment and then going to others.
fn walked(fragments: &[&str]) -> State {
    let brief = brief();
    let mut state = State::default();
    for (idx, fragment) in fragments.iter().enumerate() {
        let address = at(fragment);
        state = state.reduce(
            if idx == 0 {
                Action::Start(address)
            } else {
                Action::Go(address)
            },
            &brief,
        );
    }
    state
}

fn address(state: &State) -> String {
    state.address(&brief()).to_string()
}

#[test]
fn an_address_restores_what_it_names() {
    for fragment in [
        "#first",
        "#second&actor=cat",
        "#second&tie=t-asks",
        "#second&event=e-meeting",
        "#third&claim=p-three",
        "#third&actor=ann",
        "#second&tie=t-asks&claim=p-two",
        "#second&asof=1986&lens=stated,open",
        "#second&actor=cat&map=whole",
    ] {
        assert_eq!(address(&walked(&[fragment])), fragment);
    }
}

#[test]
fn a_bare_id_opens_under_a_question_that_concerns_it_and_later_stays_with_the_question() {
    assert_eq!(address(&walked(&["#cat"])), "#second&actor=cat");
    assert_eq!(address(&walked(&["#t-asks"])), "#second&tie=t-asks");
    assert_eq!(address(&walked(&["#p-three"])), "#third&claim=p-three");
    assert_eq!(address(&walked(&["#third", "#cat"])), "#third&actor=cat");
    assert_eq!(
        address(&walked(&["", "#p-three"])),
        "#third&claim=p-three",
        "a point stands in its question"
    );
    assert_eq!(
        address(&walked(&["#first&claim=p-three"])),
        "#third&claim=p-three",
        "also where another is named"
    );
}

#[test]
fn a_former_id_leads_to_its_question() {
    assert_eq!(address(&walked(&["#p-once"])), "#third");
    assert_eq!(address(&walked(&["#second", "#p-once"])), "#third");
}

#[test]
fn what_names_nothing_opens_the_first_question_and_later_changes_nothing() {
    for fragment in ["", "#nowhere", "#?secret=abcdefghij", "#amp=1", "#nowhere&actor=cat"] {
        assert_eq!(address(&walked(&[fragment])), "#first", "{fragment}");
        let before = walked(&["#second&actor=cat"]);
        let after = before.reduce(Action::Go(at(fragment)), &brief());
        assert_eq!(after, before, "{fragment}");
    }
}

#[test]
fn steps_stop_at_both_ends_and_let_go_of_what_was_selected() {
    let brief = brief();
    let mut state = walked(&["#second&actor=cat"]);
    state = state.reduce(Action::Next, &brief);
    assert_eq!(address(&state), "#third");
    assert_eq!(state.reduce(Action::Next, &brief), state, "there is no next");
    state = state.reduce(Action::Back, &brief).reduce(Action::Back, &brief);
    assert_eq!(address(&state), "#first");
    assert_eq!(state.reduce(Action::Back, &brief), state, "there is nothing before");
}

#[test]
fn a_pinned_date_stays_across_questions_until_released() {
    let brief = brief();
    let state = walked(&["#first&asof=1986"]).reduce(Action::Next, &brief);
    assert_eq!(address(&state), "#second&asof=1986");
    assert_eq!(address(&state.reduce(Action::ReleaseDate, &brief)), "#second");
}

#[test]
fn what_is_selected_brings_its_picture_to_the_front() {
    assert_eq!(walked(&["", "#e-meeting"]).panel, Panel::Timeline);
    assert_eq!(walked(&["", "#e-meeting", "#ann"]).panel, Panel::Map);
}

#[test]
fn a_picture_comes_back_below_the_strip_and_goes_with_a_second_press_or_a_step() {
    let brief = brief();
    let press = |state: &State, panel, is_stuck| state.reduce(Action::Panel { panel, is_stuck }, &brief);
    let top = press(&walked(&[""]), Panel::Map, false);
    assert!(!top.pinned, "it is in sight where it stands");
    let below = press(&top, Panel::Map, true);
    assert!(below.pinned);
    let other = press(&below, Panel::Timeline, true);
    assert!(
        other.pinned && other.panel == Panel::Timeline,
        "the other takes its place"
    );
    assert!(!press(&other, Panel::Timeline, true).pinned);
    assert!(!other.reduce(Action::Next, &brief).pinned);
}

#[test]
fn a_later_note_opens_on_the_timeline_like_an_event() {
    let opened = walked(&["#second", "#r-later"]);
    assert_eq!(opened.selected, Some(Thing::Note(0)));
    assert_eq!(
        (address(&opened).as_str(), opened.panel),
        ("#second&record=r-later", Panel::Timeline)
    );
    assert_eq!(address(&walked(&["#r-later"])), "#third&record=r-later");
    assert_eq!(
        Projection::of(&opened, &brief()).announcement,
        "Details shown: A later meeting"
    );
}

#[test]
fn a_place_asked_for_twice_is_two_moves() {
    for (fragment, to) in [
        ("#second", Attention::Question),
        ("#cat", Attention::Detail),
        ("#p-two", Attention::Point),
    ] {
        let once = walked(&["", fragment]);
        let twice = once.reduce(Action::Go(at(fragment)), &brief());
        assert_eq!(twice.turn.to, to, "{fragment}");
        assert_eq!(twice.turn.count, once.turn.count + 1, "{fragment}");
        let all = twice.reduce(Action::All, &brief());
        assert_eq!(all.turn, twice.turn, "how it looks is no move");
    }
}

#[test]
fn closing_lets_go_and_keeps_the_question() {
    let closed = walked(&["#second&tie=t-asks"]).reduce(Action::Close, &brief());
    assert_eq!((closed.selected.clone(), closed.question), (None, 1));
}
