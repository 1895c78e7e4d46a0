//! Places the labels of what stands out above the marks, each with a leader down
//! to its mark. From left to right and from the top down they stand in the order
//! of their dates, so that they read as a list; none goes without its place.

use super::{Item, Mark, ROW, tenth};
use crate::advance::text_width;
use crate::story::date::{Day, End, When};

/// The size of a label, and how much wider its weight makes the letters; `timeline.css` says the same.
const SIZE: f64 = 12.0;
const WEIGHT: f64 = 1.08;
/// Room between two labels of a row.
const GAP: f64 = 8.0;
/// Room between a label and the edge of the picture.
const EDGE: f64 = 2.0;
/// Room after the article in which a label of two lines is worth a line more; with less,
/// the picture would be all labels.
const OWN_SIDE: f64 = 200.0;

/// What a line more costs.
const LINE: f64 = 3.0;
/// What a leader behind another label costs.
const CROSSING: f64 = 4.0;
/// What a label costs that stands across its leader.
const ACROSS: f64 = 2.0;
/// What a label costs that runs on past the day of the article, and what each pixel of that costs.
const RUNS_ON: (f64, f64) = (2.0, 0.06);
/// The same of one that begins before that day and belongs after it: it would seem to be earlier.
const RUNS_BACK: (f64, f64) = (40.0, 1.0);

/// A label.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where its leader stands.
    pub x: f64,
    /// Its left edge.
    pub from: f64,
    /// How wide its text is at most, with the room at either end.
    pub width: f64,
    /// The baseline of its first line.
    pub y: f64,
    /// Its text, a line each.
    pub lines: Vec<String>,
}

impl Label {
    /// Its right edge.
    pub fn to(&self) -> f64 {
        self.from + self.width
    }

    /// Whether its text ends at its right edge rather than begins at its left one: text is often
    /// narrower than thought, and is to be found at its leader.
    pub fn before(&self) -> bool {
        self.to() - self.x < self.x - self.from
    }

    /// Where its text ends, or begins.
    pub fn at(&self) -> f64 {
        if self.before() {
            self.to() - EDGE
        } else {
            self.from + EDGE
        }
    }

    /// Its lines with their baselines.
    pub fn baselines(&self) -> impl Iterator<Item = (f64, &String)> {
        (0_u32..)
            .zip(&self.lines)
            .map(|(idx, line)| (self.y + f64::from(idx) * ROW, line))
    }

    fn height(&self) -> u32 {
        u32::try_from(self.lines.len()).unwrap_or(1)
    }
}

/// What labels stand in.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// The width of the picture.
    pub width: f64,
    /// Where the article appeared.
    pub published: f64,
}

impl Room {
    fn whole(self) -> f64 {
        self.width - 2.0 * EDGE
    }

    fn after(self) -> f64 {
        self.width - EDGE - self.published
    }
}

/// Labels in rows, the last of them still open on its right.
#[derive(Default)]
struct Rows {
    /// The item, the label and the number of its first line, from the top.
    placed: Vec<(usize, Label, u32)>,
    /// How many lines are taken.
    lines: u32,
}

impl Rows {
    /// Puts the next label beside the last one or below everything, where it stands best.
    fn put(&mut self, idx: usize, text: &str, x: f64, room: Room) {
        let lines = lines(text, x, room);
        let width = lines.iter().map(|line| width(line)).fold(0.0, f64::max);
        let beside = self.placed.last().map(|(_, last, line)| (*line, last.to() + GAP));
        let best = stands(x, width, room)
            .into_iter()
            .flat_map(|from| {
                let beside = beside.filter(|(_, end)| from >= *end).map(|(line, _)| (from, line));
                beside.into_iter().chain([(from, self.lines)])
            })
            .map(|(from, line)| {
                let lines = lines.clone();
                (
                    Label {
                        x,
                        from,
                        width,
                        y: 0.0,
                        lines,
                    },
                    line,
                )
            })
            .min_by(|a, b| self.cost(&a.0, a.1, room).total_cmp(&self.cost(&b.0, b.1, room)));
        if let Some((label, line)) = best {
            self.lines = self.lines.max(line + label.height());
            self.placed.push((idx, label, line));
        }
    }

    /// How bad a place is.
    fn cost(&self, label: &Label, line: u32, room: Room) -> f64 {
        let behind = |x: f64| x > label.from - EDGE && x < label.to() + EDGE;
        let crossed = self
            .placed
            .iter()
            .filter(|(_, upper, at)| *at < line && behind(upper.x));
        let across = label.x - label.from > 0.5 && label.to() - label.x > 0.5;
        let (over, (least, each)) = if label.x > room.published {
            (room.published - label.from, RUNS_BACK)
        } else {
            (label.to() - room.published, RUNS_ON)
        };
        let astray = if over > EDGE { least + over * each } else { 0.0 };
        let more = (line + label.height()).saturating_sub(self.lines);
        LINE * f64::from(more) + crossed.map(|_| CROSSING).sum::<f64>() + if across { ACROSS } else { 0.0 } + astray
    }
}

/// Gives the items their labels, with the line in `y` (0 is nearest the marks);
/// returns how many lines are used.
pub fn place(items: &[Item], shown: &[usize], room: Room, marks: &mut [Mark]) -> u32 {
    let mut order = shown.to_vec();
    order.sort_by_key(|idx| (turn(&items[*idx].when), *idx));
    let mut rows = Rows::default();
    for idx in order {
        rows.put(idx, &items[idx].label, marks[idx].foot(), room);
    }
    for (idx, mut label, line) in rows.placed {
        label.y = f64::from(rows.lines - 1 - line);
        marks[idx].label = Some(label);
    }
    rows.lines
}

/// The order of labels: by the middle of what the start can mean, so that "2023" stands among the
/// events of that year and not before them; what ends sooner comes first.
fn turn(when: &When) -> (Day, Day) {
    let (first, last) = when.order();
    match when.start() {
        End::At { earliest, latest, .. } => (Day(i32::midpoint(earliest.0, latest.0)), last),
        End::Open | End::Unknown => (first, last),
    }
}

fn width(line: &str) -> f64 {
    tenth(text_width(line, SIZE) * WEIGHT) + 2.0 * EDGE
}

/// Where a label may begin: at its leader, at the day of the article or at an edge, or so that it ends there.
fn stands(x: f64, width: f64, room: Room) -> [f64; 6] {
    let (least, most) = ((x - width).max(EDGE), x.min(room.width - EDGE - width));
    [x, room.width, room.published - width, room.published, x - width, EDGE]
        .map(|from| tenth(from.min(most).max(least)))
}

/// The lines of a label: one where it fits, two where it must or where it would otherwise seem to
/// lie before the article. Cut short only when the picture is too narrow for both.
fn lines(text: &str, x: f64, room: Room) -> Vec<String> {
    let own = (x > room.published && room.after() >= OWN_SIDE).then(|| room.after());
    own.and_then(|limit| wrap(text, limit))
        .or_else(|| wrap(text, room.whole()))
        .unwrap_or_else(|| cut(text, room.whole()))
}

/// One line, or two of about the same width.
fn wrap(text: &str, limit: f64) -> Option<Vec<String>> {
    if width(text) <= limit {
        return Some(vec![text.to_owned()]);
    }
    let halves = text.match_indices(' ').map(|(idx, _)| (&text[..idx], &text[idx + 1..]));
    // Measured once each: to measure is most of the work.
    let measured = halves.map(|(first, second)| (width(first).max(width(second)), first, second));
    let (wider, first, second) = measured.min_by(|a, b| a.0.total_cmp(&b.0))?;
    (wider <= limit).then(|| vec![first.to_owned(), second.to_owned()])
}

/// Two lines, of which the second breaks off.
fn cut(text: &str, limit: f64) -> Vec<String> {
    let fitting = |text: &str| {
        let ends = text.char_indices().map(|(idx, _)| idx);
        ends.take_while(|end| width(&text[..*end]) + width("…") <= limit)
            .last()
            .unwrap_or_default()
    };
    let room = fitting(text);
    let first = text[..room].rfind(' ').unwrap_or(room);
    let rest = text[first..].trim_start();
    let second = rest[..fitting(rest)].trim_end();
    vec![text[..first].to_owned(), format!("{second}…")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_wrapped_in_lines_of_about_the_same_width() {
        assert_eq!(
            wrap("12 Jun 2024 Building check; the NCRI alleges a deal", 250.0).expect("it fits"),
            ["12 Jun 2024 Building check;", "the NCRI alleges a deal"]
        );
        assert_eq!(wrap("Rally refused", 250.0).expect("it fits"), ["Rally refused"]);
        assert_eq!(wrap("Unwrappable", 30.0), None);
    }

    #[test]
    fn what_is_known_by_the_year_stands_in_the_middle_of_it() {
        let mut dates = [
            "2023",
            "2021-02-04",
            "2021-02",
            "2023-06/2025-02",
            "2023-06-15/2023-07-01",
            "2023-10-17",
        ]
        .map(|date| When::parse(date).expect("good"));
        dates.sort_by_key(turn);
        assert_eq!(
            dates.each_ref().map(When::edtf),
            [
                "2021-02-04",
                "2021-02",
                "2023-06-15/2023-07-01",
                "2023-06/2025-02",
                "2023",
                "2023-10-17"
            ]
        );
    }

    #[test]
    fn only_what_does_not_fit_in_two_lines_is_cut_short() {
        let lines = lines(
            "1979 one two three four five six seven",
            60.0,
            Room {
                width: 130.0,
                published: 80.0,
            },
        );
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with("1979 one") && lines[1].ends_with('…'), "{lines:?}");
        assert!(lines.iter().all(|line| width(line) <= 126.0), "{lines:?}");
    }
}
