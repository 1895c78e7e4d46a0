//! The state carried over to the document, and the reader led to what a move was about.

use yew::prelude::*;

use super::super::Store;
use super::layout_effect::{after_layout_effects, use_layout_effect};
use crate::browser;
use crate::nav::projection::Projection;
use crate::nav::{Attention, State, Turn};

/// Carries the state over to the document, and leads the reader to what the last move was about.
#[hook]
pub fn use_projection(store: &UseReducerHandle<Store>) {
    let state = &store.state;
    let brief = &store.data.brief;
    let projection = Projection::of(state, brief);
    // What the document shows, and the move that was last taken up. The file shows the state in which the app begins.
    let before = use_mut_ref(|| (Projection::of(&State::default(), brief), None::<u32>));
    // Another map has other tab stops.
    let drawn = (state.whole, state.viewport, state.pictured());
    use_layout_effect(
        (projection, state.turn, state.ready, drawn),
        move |(projection, turn, ready, _)| {
            if !ready {
                return;
            }
            let (shown, taken) = before.replace((projection.clone(), Some(turn.count)));
            browser::project(projection, &shown);
            let (projection, turn) = (projection.clone(), *turn);
            let led = projection.selected.is_some() || projection.claim.is_some();
            let finish = move || {
                browser::mark_ready(led);
                if taken != Some(turn.count) {
                    lead(&projection, turn, shown.selected.as_deref());
                }
                browser::project_unseen(&projection, &shown);
            };
            // From a row of the lists the page goes up to what it leads to. Were that there a moment before, and not
            // already drawn, what stands below it would be seen to move.
            if led && taken.is_none() && browser::stands_at_row() {
                browser::after_drawing(finish);
            } else {
                after_layout_effects(finish);
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
        (Attention::Detail, _) => {
            browser::reveal_detail(by_reader);
            if by_reader {
                browser::focus_detail();
            }
        }
        (Attention::Question, _) => browser::focus_question(&projection.question),
        (Attention::Mark, _) => left.map(browser::focus_mark).unwrap_or_default(),
        (Attention::Point | Attention::Nowhere, None) => {}
    }
}
