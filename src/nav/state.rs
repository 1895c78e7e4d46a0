//! The one state, and what can happen to it; what it is then, says `reducer`.

use std::rc::Rc;

use crate::story::date::When;
use crate::story::kinds::Basis;

use super::address::Address;
use super::index::Thing;

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

/// What the reader's last action led to: it decides what takes the focus, what
/// is brought into sight and what is announced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Attention {
    /// The page has just been opened: nothing is announced and nothing takes the focus.
    #[default]
    Nowhere,
    /// A question.
    Question,
    /// The detail of an actor, a tie, an event or a later note.
    Detail,
    /// A point, whose evidence opens.
    Point,
    /// Back to the mark of what was let go.
    Mark,
}

/// The reader's last move. Counts up, so that a place asked for twice is two moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turn {
    /// How many moves there have been; 0 while the page stands as it was opened.
    pub count: u32,
    /// What the move led to.
    pub to: Attention,
}

/// What the page is shown on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewport {
    /// Paper: everyone is on the map.
    pub paper: bool,
    /// Whether the stage has room for a wide scene.
    pub wide: bool,
    /// Whether the stage stands beside the text, and not within the question.
    pub beside: bool,
}

/// As the file has it.
impl Default for Viewport {
    fn default() -> Self {
        Self {
            paper: false,
            wide: true,
            beside: true,
        }
    }
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
    /// The reader's last move.
    pub turn: Turn,
    /// Whether every question shows.
    pub all: bool,
    /// The question in view, where every one shows: the pictures are of it.
    pub in_view: Option<usize>,
    /// What is selected.
    pub selected: Option<Thing>,
    /// The point whose evidence was opened last, and is open: its question and its id.
    pub claim: Option<(usize, Rc<str>)>,
    /// The pinned date; stays across questions until released.
    pub asof: Option<When>,
    /// Whether the reader has asked for a date, and not chosen one yet.
    pub dating: bool,
    /// The bases shown; empty means all.
    pub lens: Vec<Basis>,
    /// Which picture shows where there is room for one.
    pub panel: Panel,
    /// Whether the picture stays in sight below the strip while the text moves on.
    pub pinned: bool,
    /// Whether everyone has been asked for on the map, and not the question's scene.
    pub whole: bool,
    /// What the page is shown on.
    pub viewport: Viewport,
    /// Whether the reader may be led by the instruments: the page has been taken over.
    pub ready: bool,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The page has been taken over; the address at that moment.
    Start(Address),
    /// A link was followed.
    Go(Address),
    /// The address has changed by itself: the browser has gone back or on.
    Return(Address),
    /// To the next question.
    Next,
    /// To the question before.
    Back,
    /// Every question, or one at a time.
    All,
    /// Where every question shows, the reader has come to this one.
    InView(usize),
    /// The reader has opened the evidence of this point.
    OpenEvidence(String),
    /// The reader has closed it.
    CloseEvidence(String),
    /// Lets go of what is selected.
    Close,
    /// Asks for a date, or takes back that one was asked for, and lets go of it.
    Dating,
    /// Pins this date.
    Date(When),
    /// To the next change that the story dates, or the one before.
    Change {
        /// Whether to the next.
        forward: bool,
    },
    /// Lets go of the pinned date.
    ReleaseDate,
    /// Shows the points of every basis again.
    ReleaseLens,
    /// Shows this picture; where the text has moved on, below the strip that has stayed, and there it goes again.
    Panel {
        /// The picture.
        panel: Panel,
        /// Whether the strip has stayed in sight while its picture has not.
        is_stuck: bool,
    },
    /// Shows everyone on the map, or the question's scene again.
    Whole,
    /// The page is shown on something else.
    Viewport(Viewport),
}
