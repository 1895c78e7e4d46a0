//! The mark of one item: as wide and as sharp as its date is precise.

use super::{Label, Scale, tenth};
use crate::story::date::{Day, End, Precision, When};

/// Narrowest mark that can be seen and told apart.
const MARK: f64 = 7.0;

/// How the form of a mark says how precise the date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One day.
    Day,
    /// One month.
    Month,
    /// One season.
    Season,
    /// One year or one decade.
    Year,
    /// A stretch with two ends.
    Interval,
    /// A stretch that goes on, or whose other end is not known.
    Open,
}

impl Form {
    fn of(when: &When) -> Self {
        match (when.start(), when.end()) {
            (End::At { precision, .. }, End::At { .. }) if when.start() == when.end() => match precision {
                Precision::Day => Self::Day,
                Precision::Month => Self::Month,
                Precision::Season => Self::Season,
                Precision::Year | Precision::Decade => Self::Year,
            },
            (End::At { .. }, End::At { .. }) => Self::Interval,
            _ => Self::Open,
        }
    }

    /// The word in the page's attributes.
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Season => "season",
            Self::Year => "year",
            Self::Interval => "interval",
            Self::Open => "open",
        }
    }
}

/// Where one item is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its left edge.
    pub from: f64,
    /// Its right edge.
    pub to: f64,
    /// The middle of its lane.
    pub y: f64,
    /// Its form.
    pub form: Form,
    /// Whether its start is open or not known: the left edge fades out.
    pub open_start: bool,
    /// Whether its end is open or not known.
    pub open_end: bool,
    /// Its label, when it stands out and there is room.
    pub label: Option<Label>,
}

/// The mark of a date on a scale, not yet in a lane.
pub(super) fn mark(when: &When, scale: &Scale) -> Mark {
    let (open_start, open_end) = (when.earliest().is_none(), when.latest().is_none());
    let last = when.latest().map(|day| Day(day.0 + 1));
    // An end that is not known is drawn as a short tail, not as a length of time.
    let unknown = |end: End| matches!(end, End::Unknown);
    let from = match when.earliest() {
        Some(day) => scale.x(day),
        None => last.map_or(scale.left(), |day| (scale.x(day) - 40.0).max(scale.left())),
    };
    let to = match last {
        Some(day) => scale.x(day),
        None if unknown(when.end()) => (from + 40.0).min(scale.right()),
        None => scale.right(),
    };
    let middle = f64::midpoint(from, to);
    let (from, to) = if to - from < MARK {
        (middle - MARK / 2.0, middle + MARK / 2.0)
    } else {
        (from, to)
    };
    Mark {
        from: tenth(from),
        to: tenth(to),
        y: 0.0,
        form: Form::of(when),
        open_start,
        open_end,
        label: None,
    }
}
