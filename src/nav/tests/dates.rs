//! The pinned date: asked for, chosen, stepped from change to change.

use std::rc::Rc;

use super::super::{Action, State};
use super::{address, brief, walked};
use crate::story::date::When;
use crate::view_model::brief::{Brief, TieBrief};

/// The story with ties of these dates.
fn dated(dates: &[&str]) -> Brief {
    let brief = brief();
    let tie = |date: &&str| TieBrief {
        id: Rc::from(*date),
        date: Some(When::parse(date).expect("good")),
        ..brief.ties[0].clone()
    };
    Brief {
        ties: dates.iter().map(tie).collect(),
        ..brief
    }
}

/// The dates that pressing on, or back, leads to.
fn stops(brief: &Brief, from: Option<&str>, forward: bool) -> Vec<String> {
    let asof = from.map(|from| When::parse(from).expect("good"));
    let mut state = State {
        asof,
        ..State::default()
    };
    let mut stops: Vec<String> = Vec::new();
    loop {
        state = state.reduce(Action::Change { forward }, brief);
        let here = state.asof.as_ref().map(|asof| asof.edtf().to_owned());
        let Some(here) = here.filter(|here| stops.last() != Some(here) && from != Some(here)) else {
            return stops;
        };
        stops.push(here);
    }
}

#[test]
fn pressing_on_stops_at_each_beginning_and_end_as_exactly_as_it_is_dated() {
    let brief = dated(&["1981/..", "1997-10/2012-09-28", "2018?", "../2009-01"]);
    assert_eq!(
        stops(&brief, None, true),
        ["1981", "1997-10", "2009-01", "2012-09-28", "2018"]
    );
    assert_eq!(
        stops(&brief, None, false),
        ["2018", "2012-09-28", "2009-01", "1997-10", "1981"]
    );
    assert_eq!(stops(&brief, Some("2009"), true), ["2012-09-28", "2018"]);
    assert_eq!(stops(&brief, Some("1997"), false), ["1981"]);
}

#[test]
fn a_date_is_asked_for_chosen_and_let_go_of() {
    let brief = brief();
    let asked = walked(&["#second"]).reduce(Action::Dating, &brief);
    assert!(asked.has_date_bar() && asked.asof.is_none());
    assert!(!asked.reduce(Action::Dating, &brief).has_date_bar());
    let chosen = asked.reduce(Action::Date(When::parse("1990").expect("good")), &brief);
    assert_eq!(address(&chosen), "#second&asof=1990");
    assert!(chosen.reduce(Action::Next, &brief).has_date_bar(), "it stays");
    for action in [Action::Dating, Action::ReleaseDate] {
        let released = chosen.reduce(action, &brief);
        assert_eq!(
            (address(&released).as_str(), released.has_date_bar()),
            ("#second", false)
        );
    }
}
