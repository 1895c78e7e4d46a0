//! The picture of the timeline: where events stand on a scale of years, drawn
//! no more precisely than they are dated.
//!
//! Request in, result out. It knows dates and widths, but neither what happened
//! nor the browser; undated things never come here.
//!
//! ```text
//!        2009 EU listing ends       <- labels of what stands out, in the order of their dates
//!        |        Jul 2018 The plot
//!   o    |    o   |                 <- marks, in lanes
//!  ======================
//!  |----|----|----|--|--|--|-|-|-|  <- the scale, wider round the article
//! ```

mod labels;
mod lanes;
mod mark;
mod scale;
mod ticks;

pub use labels::Label;
pub use mark::{Form, Mark};
pub use scale::Scale;
pub use ticks::Tick;

use crate::story::date::{Day, When};
use labels::Room;
use mark::mark;

/// Height of a line of a label.
const ROW: f64 = 14.5;
/// Room at the top for the words at the publication line.
const HEADING: f64 = 12.0;
/// Height of a lane of marks.
const LANE: f64 = 10.0;
/// Height of the axis with its numbers.
const AXIS: f64 = 24.0;

/// Something dated.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// When it was.
    pub when: When,
    /// Whether it is told by the record since, and not by the article.
    pub later: bool,
    /// What stands at its mark when it stands out.
    pub label: String,
}

/// All that stays the same for every question and selection.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Width in CSS pixels.
    pub width: f64,
    /// Everything dated.
    pub items: Vec<Item>,
    /// For each question the items that stand out.
    pub scenes: Vec<Vec<usize>>,
    /// The day the article appeared.
    pub published: Day,
}

/// What the reader has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Choice {
    /// The question shown.
    pub scene: usize,
    /// One more item that stands out, whatever the question.
    pub selected: Option<usize>,
    /// The pinned date.
    pub asof: Option<Day>,
}

/// All that drawing needs, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// As requested.
    pub width: f64,
    /// Follows from the lanes and from the question with most lines of labels.
    pub height: f64,
    /// Where the axis stands.
    pub axis: f64,
    /// The scale's ticks.
    pub ticks: Vec<Tick>,
    /// Where the scale changes, so that it can be said.
    pub breaks: Vec<f64>,
    /// One mark an item, in the order of the items.
    pub marks: Vec<Mark>,
    /// Where the article appeared.
    pub published: f64,
    /// Where the pinned date stands.
    pub asof: Option<f64>,
}

/// Rounds to a tenth of a pixel, so that the page built twice is the same.
pub(crate) fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// What is the same in every picture of one width: worked out once, for the labels of
/// all questions have to be placed to know how high it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    request: Request,
    scale: Scale,
    /// In their lanes, without labels.
    marks: Vec<Mark>,
    n_lanes: u32,
    /// Lines of labels of the question that has most.
    n_rows: u32,
}

impl Layout {
    /// Works it out.
    pub fn of(request: Request) -> Self {
        let scale = Scale::around(request.published, &span(&request), request.width);
        let published = scale.x(request.published);
        let mut marks: Vec<Mark> = request.items.iter().map(|item| mark(item, &scale, published)).collect();
        let n_lanes = lanes::assign(&mut marks);
        let mut layout = Self {
            request,
            scale,
            marks,
            n_lanes,
            n_rows: 1,
        };
        let rows = (0..layout.request.scenes.len()).map(|scene| layout.labelled(scene, None).1);
        layout.n_rows = rows.max().unwrap_or_default().max(1);
        layout
    }

    /// The same as high as in another width.
    #[must_use]
    pub fn as_high_as(self, other: &Self) -> Self {
        Self {
            n_rows: self.n_rows.max(other.n_rows),
            ..self
        }
    }

    /// Draws the timeline.
    pub fn picture(&self, choice: Choice) -> Picture {
        let (mut marks, n_rows) = self.labelled(choice.scene, choice.selected);
        let top = HEADING + f64::from(n_rows.max(self.n_rows)) * ROW + 5.0;
        let axis = top + f64::from(self.n_lanes) * LANE + 4.0;
        for mark in &mut marks {
            mark.y = tenth(top + mark.y * LANE + LANE / 2.0);
            if let Some(label) = &mut mark.label {
                label.y = tenth(top - 7.0 - label.y * ROW);
            }
        }
        Picture {
            width: self.request.width,
            height: tenth(axis + AXIS),
            axis: tenth(axis),
            ticks: ticks::of(&self.scale),
            breaks: self.scale.breaks(),
            marks,
            published: self.published(),
            asof: choice.asof.map(|day| tenth(self.scale.x(day))),
        }
    }

    fn published(&self) -> f64 {
        tenth(self.scale.x(self.request.published))
    }

    /// The marks, those that stand out with their labels, and how many lines these take.
    fn labelled(&self, scene: usize, selected: Option<usize>) -> (Vec<Mark>, u32) {
        let items = &self.request.items;
        let mut shown = self.request.scenes.get(scene).cloned().unwrap_or_default();
        shown.extend(selected.filter(|item| !shown.contains(item)));
        shown.retain(|item| *item < items.len());
        let room = Room {
            width: self.request.width,
            published: self.published(),
        };
        let mut marks = self.marks.clone();
        let n_rows = labels::place(items, &shown, room, &mut marks);
        (marks, n_rows)
    }
}

/// First and last day of everything, the article included.
fn span(request: &Request) -> (Day, Day) {
    let days = request
        .items
        .iter()
        .flat_map(|item| [item.when.earliest(), item.when.latest()])
        .flatten();
    days.fold((request.published, request.published), |(first, last), day| {
        (first.min(day), last.max(day))
    })
}

#[cfg(test)]
mod tests;
