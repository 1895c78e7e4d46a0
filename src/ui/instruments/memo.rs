//! Parts of the pictures, each rendered again only when what it is made from has changed: a step concerns a few of them.

use yew::prelude::*;

use super::SharedModel;
use super::map::{ActorPart, TiePart, legend, node, regions, tie};
use super::timeline::{AxisPart, MarkPart, axis, mark};

/// A part, and all that it is made from.
#[derive(Clone, PartialEq)]
pub enum Part {
    /// The rectangles of the regions, where they show.
    Regions(bool),
    /// An actor on the map.
    Actor(ActorPart),
    /// A tie.
    Tie(TiePart),
    /// The lines of the bases.
    Legend,
    /// The axis of the timeline.
    Axis(AxisPart),
    /// Something dated on it.
    Mark(MarkPart),
}

/// What a part is given.
#[derive(Clone, PartialEq, Properties)]
pub struct MemoProps {
    /// The data of the story.
    pub data: SharedModel,
    /// The part.
    pub part: Part,
}

/// Renders any part. One component, since each kind of component weighs more in the wasm than all that it draws; and
/// without hooks, which would cost time at the start for each of the parts.
pub struct Memo;

impl Component for Memo {
    type Message = ();
    type Properties = MemoProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let MemoProps { data, part } = context.props();
        match part {
            Part::Regions(shown) => regions(data, *shown),
            Part::Actor(part) => node(data, part),
            Part::Tie(part) => tie(data, part),
            Part::Legend => legend(),
            Part::Axis(part) => axis(part),
            Part::Mark(part) => mark(data, part),
        }
    }
}
