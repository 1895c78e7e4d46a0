//! The one state and its reducer.

use crate::story::brief::Brief;
use crate::story::date::When;
use crate::story::kinds::Basis;

use super::address::Place;
use super::index::{Index, Thing};

/// Which picture shows where there is room for one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// The actor map.
    #[default]
    Map,
    /// The timeline.
    Timeline,
}

impl Panel {
    /// The word in the page's attributes.
    pub fn word(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Timeline => "timeline",
        }
    }
}

/// How the reader came to the current question: it decides focus and announcement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Moved {
    /// By opening the page: nothing is announced and nothing takes the focus.
    #[default]
    Load,
    /// By a step, a link or the address. Counts up, so that each move is a change.
    Step(u32),
}

/// Where the reader is and what is shown.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own, not a state of one machine"
)]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The current question.
    pub question: usize,
    /// How the reader came to it.
    pub moved: Moved,
    /// Whether every question shows.
    pub all: bool,
    /// What is selected.
    pub selected: Option<Thing>,
    /// The pinned date; stays across questions until released.
    pub asof: Option<When>,
    /// The bases shown; empty means all.
    pub lens: Vec<Basis>,
    /// Which picture shows where there is room for one.
    pub panel: Panel,
    /// Whether the pictures are folded away where they stand above the text.
    pub collapsed: bool,
    /// Whether the map shows the whole net rather than the question's part.
    pub whole: bool,
    /// Whether the map uses the small layouts.
    pub compact: bool,
    /// Whether the reader may be led by the instruments: the page has been taken over.
    pub ready: bool,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The page has been taken over; the address at that moment.
    Start(Place),
    /// A link was followed or the address changed.
    Go(Place),
    /// To the next question.
    Next,
    /// To the question before.
    Back,
    /// To the question at this place in the list, or the nearest there is.
    Step(usize),
    /// Every question, or one at a time.
    All,
    /// Lets go of what is selected.
    Close,
    /// Lets go of the pinned date.
    ReleaseDate,
    /// Shows this picture.
    Panel(Panel),
    /// Folds the pictures away, or shows them again.
    Collapse,
    /// Shows the whole net, or the question's part again.
    Whole,
    /// Small layouts, or the whole map.
    Compact(bool),
}

impl State {
    /// The state after an action. Pure: the same state and action give the same result.
    #[must_use]
    pub fn reduce(&self, action: Action, brief: &Brief) -> Self {
        let last = brief.questions.len().saturating_sub(1);
        let mut next = self.clone();
        match action {
            Action::Start(place) => {
                return Self {
                    ready: true,
                    moved: Moved::Load,
                    ..next.go(&place, brief)
                };
            }
            Action::Go(place) => return next.go(&place, brief),
            Action::Next => return next.step((self.question + 1).min(last)),
            Action::Back => return next.step(self.question.saturating_sub(1)),
            Action::Step(question) => return next.step(question.min(last)),
            Action::All => next.all = !self.all,
            Action::Close => next.selected = None,
            Action::ReleaseDate => next.asof = None,
            Action::Panel(panel) => {
                next.panel = panel;
                next.collapsed = false;
            }
            Action::Collapse => next.collapsed = !self.collapsed,
            Action::Whole => next.whole = !self.whole,
            Action::Compact(compact) => next.compact = compact,
        }
        next
    }

    /// Moves to a question; what was selected belongs to the one left behind.
    fn step(mut self, question: usize) -> Self {
        if question == self.question {
            return self;
        }
        self.question = question;
        self.selected = None;
        self.whole = false;
        self.moved = match self.moved {
            Moved::Load => Moved::Step(1),
            Moved::Step(count) => Moved::Step(count.wrapping_add(1)),
        };
        self
    }

    /// Moves to a place as far as it can be resolved; an address of something else changes nothing.
    fn go(self, place: &Place, brief: &Brief) -> Self {
        let index = Index(brief);
        let named = place.id.as_deref();
        let question = named.and_then(|id| index.question(id));
        let bare = named.filter(|_| question.is_none()).and_then(|id| index.thing(id));
        if named.is_some() && question.is_none() && bare.is_none() {
            return self;
        }
        let selected = bare.or_else(|| selected(place, index));
        if question.is_none() && selected.is_none() {
            return self;
        }
        let question = question.unwrap_or_else(|| {
            selected
                .as_ref()
                .map_or(self.question, |thing| index.home(thing, self.question))
        });
        let panel = match selected {
            Some(Thing::Event(_)) => Panel::Timeline,
            Some(Thing::Actor(_) | Thing::Tie(_)) => Panel::Map,
            _ => self.panel,
        };
        let asof = place
            .asof
            .as_deref()
            .and_then(|source| When::parse(source).ok())
            .or_else(|| self.asof.clone());
        let lens = if place.lens.is_empty() {
            self.lens.clone()
        } else {
            place.lens.clone()
        };
        Self {
            selected,
            asof,
            lens,
            panel,
            ..self.step(question)
        }
    }

    /// The place that an address should name.
    pub fn place(&self, brief: &Brief) -> Place {
        let index = Index(brief);
        let mut place = Place {
            id: brief
                .questions
                .get(self.question)
                .map(|question| question.id.to_string()),
            asof: self.asof.as_ref().map(|when| when.edtf().to_owned()),
            lens: self.lens.clone(),
            ..Place::default()
        };
        if let Some(thing) = &self.selected {
            let id = Some(index.id(thing).to_string());
            match thing {
                Thing::Actor(_) => place.actor = id,
                Thing::Tie(_) => place.tie = id,
                Thing::Event(_) => place.event = id,
                Thing::Claim(..) => place.claim = id,
            }
        }
        place
    }
}

fn selected(place: &Place, index: Index<'_>) -> Option<Thing> {
    let tie = || place.tie.as_deref().and_then(|id| index.tie(id));
    let event = || place.event.as_deref().and_then(|id| index.event(id));
    let actor = || place.actor.as_deref().and_then(|id| index.actor(id));
    let claim = || place.claim.as_deref().and_then(|id| index.claim(id));
    tie().or_else(event).or_else(actor).or_else(claim)
}
