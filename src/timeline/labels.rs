//! Places the labels of what stands out in rows above the marks, each with a
//! leader down to its mark: no two labels overlap, and leaders run behind
//! labels only where there is no other room.

use super::{Mark, Request, tenth};
use crate::advance::text_width;

/// The size of a label, and how much wider its weight makes the letters; `timeline.css` says the same.
const SIZE: f64 = 12.0;
const WEIGHT: f64 = 1.08;
/// Most rows: beyond them a picture is all labels.
const ROWS: u32 = 5;
/// Room between two labels of a row.
const GAP: f64 = 8.0;

/// A label.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where its leader stands.
    pub x: f64,
    /// Where its text begins or ends: at the leader, or at an edge of the picture.
    pub at: f64,
    /// Its baseline.
    pub y: f64,
    /// Whether the text ends there rather than begins there.
    pub before: bool,
    /// How wide its text is at most.
    pub width: f64,
    /// Its text.
    pub text: String,
}

impl Label {
    /// Its left edge.
    pub fn from(&self) -> f64 {
        if self.before { self.at - self.width } else { self.at }
    }

    /// Its right edge.
    pub fn to(&self) -> f64 {
        if self.before { self.at } else { self.at + self.width }
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.from() < other.to() + GAP && other.from() < self.to() + GAP
    }

    /// Whether the leader of the upper of two labels runs behind the lower one.
    fn crosses(&self, row: u32, other: &Self, other_row: u32) -> bool {
        let behind = |upper: &Self, lower: &Self| upper.x > lower.from() - 2.0 && upper.x < lower.to() + 2.0;
        match row.cmp(&other_row) {
            std::cmp::Ordering::Equal => false,
            std::cmp::Ordering::Greater => behind(self, other),
            std::cmp::Ordering::Less => behind(other, self),
        }
    }
}

/// What a leader behind another label costs, in rows.
const CROSSING: u32 = 3;
/// What a label costs that stands across its leader, in rows.
const ACROSS: u32 = 2;
/// What a label costs that runs on past the day of the article, in rows.
const RUNS_ON: u32 = 1;
/// What one costs that begins before that day and belongs after it: it would seem to be earlier.
const RUNS_BACK: u32 = 4;
/// Room between a label and the edge of the picture.
const EDGE: f64 = 2.0;

/// Gives the items their labels, with the row in `y` (0 is nearest the marks);
/// returns how many rows are used. What finds no room goes without a label.
///
/// Low rows and free leaders are sought. What the article tells of comes first;
/// on each side of it from the right to the left: the later an event, the more
/// likely it is what the question turns on.
pub fn place(request: &Request, items: &[usize], published: f64, marks: &mut [Mark]) -> u32 {
    let mut order = items.to_vec();
    let is_later = |item: &usize| marks[*item].from > published;
    order.sort_by(|a, b| {
        let later = is_later(a).cmp(&is_later(b));
        later.then(marks[*b].from.total_cmp(&marks[*a].from)).then(a.cmp(b))
    });
    let mut placed: Vec<(u32, Label)> = Vec::new();
    for idx in order {
        let mark = &marks[idx];
        let x = tenth(if mark.open_end {
            mark.from + 4.0
        } else {
            f64::midpoint(mark.from, mark.to)
        });
        let text = &request.items[idx].label;
        let width = text_width(text, SIZE) * WEIGHT + 2.0 * EDGE;
        let best = (0..ROWS)
            .flat_map(|row| stands(x, request.width).map(|(at, before)| (row, at, before)))
            .filter_map(|(row, at, before)| {
                let label = Label {
                    x,
                    at,
                    y: f64::from(row),
                    before,
                    width,
                    text: text.clone(),
                };
                Some((cost(&label, row, &placed, (request.width, published))?, row, label))
            })
            .min_by_key(|(cost, ..)| *cost);
        if let Some((_, row, label)) = best {
            marks[idx].label = Some(label.clone());
            placed.push((row, label));
        }
    }
    placed.iter().map(|(row, _)| row + 1).max().unwrap_or_default()
}

/// Where a label may stand: before its leader, after it, or across it from an edge of the picture.
fn stands(x: f64, width: f64) -> [(f64, bool); 4] {
    [(x, true), (x, false), (EDGE, false), (width - EDGE, true)]
}

/// How bad a place is in a picture of this width, with the day of the article there; `None` when
/// the label does not fit at all.
fn cost(label: &Label, row: u32, placed: &[(u32, Label)], (width, published): (f64, f64)) -> Option<u32> {
    let (from, to) = (label.from(), label.to());
    if from < EDGE || to > width - EDGE || label.x < from || label.x > to {
        return None;
    }
    if placed
        .iter()
        .any(|(other_row, other)| *other_row == row && label.overlaps(other))
    {
        return None;
    }
    let crossings = placed
        .iter()
        .filter(|(other_row, other)| label.crosses(row, other, *other_row))
        .count();
    let across = if (label.at - label.x).abs() > 0.0 { ACROSS } else { 0 };
    let astride = match (from + EDGE < published && to - EDGE > published, label.x > published) {
        (false, _) => 0,
        (true, false) => RUNS_ON,
        (true, true) => RUNS_BACK,
    };
    Some(row + across + astride + CROSSING * u32::try_from(crossings).unwrap_or(u32::MAX / CROSSING))
}
