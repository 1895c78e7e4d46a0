//! The state carried over to the document, and the reader led to what a move was about.

use std::rc::Rc;

use yew::prelude::*;

use super::super::Store;
use crate::browser;
use crate::nav::projection::Projection;
use crate::nav::{Attention, Turn};

/// Carries the state over to the document, and leads the reader to what the last move was about.
#[hook]
pub fn use_projection(store: &UseReducerHandle<Store>) {
    let state = &store.state;
    let projection = Projection::of(state, &store.data.brief);
    // What was selected before the last move, and the move that was last taken up.
    let before = use_mut_ref(|| (None::<Rc<str>>, None::<u32>));
    // Another map has other tab stops.
    let drawn = (state.whole, state.compact);
    use_effect_with(
        (projection, state.turn, state.ready, drawn),
        move |(projection, turn, ready, _)| {
            if !ready {
                return;
            }
            browser::project(projection);
            browser::mark_ready(projection.selected.is_some() || projection.claim.is_some());
            let (left, taken) = before.replace((projection.selected.clone(), Some(turn.count)));
            if taken != Some(turn.count) {
                lead(projection, *turn, left.as_deref());
            }
        },
    );
}

/// Moves the focus and brings into sight; on opening the page the focus stays where it is.
fn lead(projection: &Projection, turn: Turn, left: Option<&str>) {
    let by_reader = turn.count > 0;
    match (turn.to, &projection.claim) {
        (Attention::Point | Attention::Nowhere, Some(claim)) => {
            browser::reveal_point(claim, by_reader);
            if by_reader {
                browser::focus_point(claim);
            }
        }
        (Attention::Nowhere, None) if projection.selected.is_some() => browser::reveal_detail(false),
        (Attention::Detail, _) => browser::reveal_detail(by_reader),
        (Attention::Question, _) => browser::focus_question(&projection.question),
        (Attention::Mark, _) => left.map(browser::focus_mark).unwrap_or_default(),
        (Attention::Point | Attention::Nowhere, None) => {}
    }
}
