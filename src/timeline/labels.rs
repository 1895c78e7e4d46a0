//! Places the labels of what stands out in rows above the marks, each with a
//! leader down to its mark, so that no two labels overlap and no leader runs
//! through a label.

use super::{Mark, Request, tenth};

/// Mean width of a character of the label's font at its size, on the wide side.
const CHARACTER: f64 = 6.6;
/// Most rows: beyond them a picture is all labels.
const ROWS: u32 = 6;
/// Room between two labels of a row.
const GAP: f64 = 8.0;

/// A label.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where its leader stands.
    pub x: f64,
    /// Its baseline.
    pub y: f64,
    /// Whether the text ends at the leader rather than begins there.
    pub before: bool,
    /// Its text.
    pub text: String,
}

impl Label {
    fn width(text: &str) -> f64 {
        f64::from(u32::try_from(text.chars().count()).unwrap_or(u32::MAX)) * CHARACTER + 4.0
    }

    /// Its left edge.
    pub fn from(&self) -> f64 {
        if self.before { self.x - Self::width(&self.text) } else { self.x }
    }

    /// Its right edge.
    pub fn to(&self) -> f64 {
        if self.before { self.x } else { self.x + Self::width(&self.text) }
    }

    /// A label may stand over another's leader only above where that begins.
    fn clashes(&self, row: u32, other: &Self, other_row: u32) -> bool {
        let overlap = self.from() < other.to() + GAP && other.from() < self.to() + GAP;
        let crosses = |upper: &Self, lower: &Self| upper.x > lower.from() - 2.0 && upper.x < lower.to() + 2.0;
        match row.cmp(&other_row) {
            std::cmp::Ordering::Equal => overlap,
            std::cmp::Ordering::Greater => crosses(self, other),
            std::cmp::Ordering::Less => crosses(other, self),
        }
    }
}

/// Gives the items their labels, with the row in `y` (0 is nearest the marks);
/// returns how many rows are used. What finds no room goes without a label.
pub fn place(request: &Request, items: &[usize], marks: &mut [Mark]) -> u32 {
    let mut order = items.to_vec();
    order.sort_by(|a, b| marks[*a].from.total_cmp(&marks[*b].from).then(a.cmp(b)));
    let mut placed: Vec<(u32, Label)> = Vec::new();
    for idx in order {
        let mark = &marks[idx];
        let x = tenth(if mark.open_end { mark.from + 4.0 } else { f64::midpoint(mark.from, mark.to) });
        let text = &request.items[idx].label;
        let prefer_before = x > request.width / 2.0;
        let found = (0..ROWS).find_map(|row| {
            [prefer_before, !prefer_before]
                .map(|before| Label { x, y: f64::from(row), before, text: text.clone() })
                .into_iter()
                .find(|label| {
                    let within = label.from() >= 2.0 && label.to() <= request.width - 2.0;
                    within && placed.iter().all(|(other_row, other)| !label.clashes(row, other, *other_row))
                })
                .map(|label| (row, label))
        });
        if let Some((row, label)) = found {
            marks[idx].label = Some(label.clone());
            placed.push((row, label));
        }
    }
    placed.iter().map(|(row, _)| row + 1).max().unwrap_or_default()
}
