//! The mark of one item: as wide and as sharp as its date is precise.

use super::{Item, Label, Scale, tenth};
use crate::story::date::{Day, End, Precision, When};

/// Narrowest mark that can be seen and told apart.
const MARK: f64 = 7.0;
/// An end that is not known is drawn as a tail, not as a length of time.
const TAIL: f64 = 40.0;
/// How far the stroke of a pointed end reaches beyond it.
const POINT: f64 = 2.0;

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

impl Mark {
    /// Where a leader meets it.
    pub(super) fn foot(&self) -> f64 {
        tenth(if self.open_end {
            self.from + 4.0
        } else {
            f64::midpoint(self.from, self.to)
        })
    }
}

/// The mark of something dated on a scale, with the article there, not yet in a lane.
pub(super) fn mark(item: &Item, scale: &Scale, published: f64) -> Mark {
    let when = &item.when;
    let (open_start, open_end) = (when.earliest().is_none(), when.latest().is_none());
    let last = when.latest().map(|day| Day(day.0 + 1));
    let from = match when.earliest() {
        Some(day) => scale.x(day),
        None => last.map_or(scale.left(), |day| (scale.x(day) - TAIL).max(scale.left())),
    };
    let to = match last {
        Some(day) => scale.x(day),
        None if matches!(when.end(), End::Unknown) => (from + TAIL).min(goes_on(item, scale, published, from)),
        None => goes_on(item, scale, published, from),
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

/// How far something without an end is drawn. Nobody tells of an event of the article that it
/// still went on after it; what the article only expects gets a tail.
fn goes_on(item: &Item, scale: &Scale, published: f64, from: f64) -> f64 {
    if item.later {
        scale.right()
    } else if from + MARK + POINT < published {
        published - POINT
    } else {
        (from + TAIL).min(scale.right())
    }
}
