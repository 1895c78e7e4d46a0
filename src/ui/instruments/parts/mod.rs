//! Parts of the pictures, each rendered again only when what it is made from has changed: a step concerns a few of them.

mod actor;
mod axis;
mod legend;
mod mark;
mod regions;
mod tie;

use yew::prelude::*;

use super::SharedModel;
use crate::story::kinds::Verdict;
use crate::units::Coord;
pub use actor::ActorPart;
pub use axis::AxisPart;
pub use mark::{MarkPart, leaders};
pub use tie::TiePart;

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
            Part::Regions(shown) => regions::regions(data, *shown),
            Part::Actor(part) => actor::actor(data, part),
            Part::Tie(part) => tie::tie(data, part),
            Part::Legend => legend::legend(),
            Part::Axis(part) => axis::axis(part),
            Part::Mark(part) => mark::mark(data, part),
        }
    }
}

/// How much a thing stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// The question concerns it.
    pub focus: bool,
    /// It is selected, or belongs to what is.
    pub selected: bool,
}

/// What the record says of a thing, as a sentence to follow another.
pub fn said(verdict: Option<Verdict>) -> String {
    verdict.map_or_else(String::new, |verdict| format!(" {}.", verdict.label()))
}

/// A length as SVG takes it.
pub fn px(value: f64) -> String {
    Coord::new(value).to_string()
}
