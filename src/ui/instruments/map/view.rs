//! What the map draws in a state: the whole net, or the small layout of one
//! question for a narrow screen.

use crate::map::{Camera, Coord, Place, Rect, Region, Route, TieLabel};
use crate::nav::{Index, State, Thing};
use crate::story::brief::{EventBrief, QuestionBrief, TieBrief};

use super::super::Data;

/// What is drawn, and where.
pub struct View<'a> {
    /// The view box.
    pub size: (Coord, Coord),
    /// What the camera looks at.
    pub target: Rect,
    /// Whether it is the small layout.
    pub compact: bool,
    /// The regions; the small layout has none.
    pub regions: &'a [Region],
    /// The labels of ties that fit.
    pub labels: &'a [TieLabel],
    /// The question.
    pub scene: &'a QuestionBrief,
    /// What is selected.
    pub selected: Option<&'a Thing>,
    /// All ties.
    pub ties: &'a [TieBrief],
    /// All events.
    pub events: &'a [EventBrief],
    data: &'a Data,
    question: usize,
}

/// Whether the whole net shows: on request, and for what the question's part does not have.
pub fn shows_whole(state: &State, data: &Data) -> bool {
    let index = Index(&data.brief);
    let outside = |thing: &Thing| !matches!(thing, Thing::Note(_)) && !index.concerns(state.question, thing);
    state.whole || state.selected.as_ref().is_some_and(outside)
}

impl<'a> View<'a> {
    /// The view of a state.
    pub fn of(state: &'a State, data: &'a Data) -> Self {
        let layout = &data.map;
        let scene = &layout.scenes[state.question];
        let whole_net = shows_whole(state, data);
        let compact = state.compact && !whole_net;
        let (w, h) = if compact { scene.compact.size } else { layout.size };
        let whole = Rect {
            w,
            h,
            ..Rect::default()
        };
        let target = if compact || whole_net { whole } else { scene.camera };
        Self {
            size: (w, h),
            target,
            compact,
            regions: if compact { &[] } else { &layout.regions },
            labels: match (compact, whole_net) {
                (true, _) => &scene.compact.labels,
                (false, false) => &scene.labels,
                (false, true) => &[],
            },
            scene: &data.brief.questions[state.question],
            selected: state.selected.as_ref(),
            ties: &data.brief.ties,
            events: &data.brief.events,
            data,
            question: state.question,
        }
    }

    /// Where an actor stands; `None` when this view does not show it.
    pub fn place(&self, actor: usize) -> Option<&'a Place> {
        if self.compact {
            let nodes = &self.data.map.scenes[self.question].compact.nodes;
            nodes.iter().find(|(idx, _)| *idx == actor).map(|(_, place)| place)
        } else {
            self.data.map.nodes.get(actor)
        }
    }

    /// How a tie runs; `None` when this view does not show it.
    pub fn route(&self, tie: usize) -> Option<&'a Route> {
        if self.compact {
            let routes = &self.data.map.scenes[self.question].compact.routes;
            routes.iter().find(|(idx, _)| *idx == tie).map(|(_, route)| route)
        } else {
            self.data.map.routes.get(tie)
        }
    }

    /// The camera in a frame of the map's own proportions.
    pub fn camera(&self) -> Camera {
        Camera::scene(self.target, self.size, (self.size.0.get(), self.size.1.get()))
    }
}
