//! The graph that is laid out, and how large its nodes and words are.
//!
//! ```text
//!       ( )        shape, radius 10, centred on the node's point
//!     Alexis       name, at most two lines, centred
//!     Kohler
//!    ▲ differs     tag, in scenes
//! ```
//!
//! A node or the words of an edge may have several forms, such as a name in one line or in two; which of them is drawn
//! is for the phases to choose.

use super::geometry::{Point, Rect, Vec2, around};
use super::params::{NAME_IN_SCENE, NameStyle, SEMIBOLD, SHAPE_RADIUS, WORDS_LINE, WORDS_SIZE};
use crate::advance::text_width;

/// What is laid out: nodes, edges between them, and which edges meet in a node.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// The nodes.
    pub nodes: Vec<Node>,
    /// The edges.
    pub edges: Vec<Edge>,
    /// The edges of each node.
    pub incident: Vec<Vec<usize>>,
}

impl Graph {
    /// A graph of nodes and of edges between them.
    pub fn new(nodes: Vec<Node>, edges: Vec<Edge>) -> Self {
        let mut incident = vec![Vec::new(); nodes.len()];
        for (index, edge) in edges.iter().enumerate() {
            incident[edge.source].push(index);
            if edge.target != edge.source {
                incident[edge.target].push(index);
            }
        }
        Self { nodes, edges, incident }
    }
}

/// A node by the forms that it may be drawn in, at least one.
#[derive(Clone, Debug)]
pub struct Node {
    /// The forms, the preferred one first.
    pub forms: Vec<Form>,
}

/// What a node takes up, round its point.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// The shape, the name, the tag, the caption: those that there are.
    pub boxes: Vec<Rect>,
    /// How many of the boxes the node's own lines end at: all but the caption.
    pub body: usize,
    /// Around all boxes.
    pub bounds: Rect,
    /// How much of the name stands in the first of two lines, in bytes; 0 where one is enough.
    pub first: usize,
    /// The caption, broken into lines, and its middle.
    pub caption: Option<(String, Vec2)>,
    /// What this form costs against the preferred one.
    pub cost: f64,
}

impl Form {
    /// A name beneath a shape, broken after `first` bytes, with the word of a tag.
    pub fn new(name: &str, first: usize, style: NameStyle, tag: Option<&str>) -> Self {
        let shape = around(Point::ZERO, Vec2::new(SHAPE_RADIUS, SHAPE_RADIUS));
        let mut boxes = vec![shape];
        let width = |line: &str| text_width(line, style.size) * SEMIBOLD;
        let half = width(&name[..first]).max(width(name[first..].trim_start())) / 2.0;
        let baseline = if first > 0 {
            style.first + style.line
        } else {
            style.first
        };
        let bottom = baseline + style.size * 0.25;
        if !name.trim().is_empty() {
            boxes.push(Rect::new(-half, style.first - style.size * 0.8, half, bottom));
        }
        if let Some(word) = tag {
            let half = tag_width(word) / 2.0;
            boxes.push(Rect::new(-half, bottom, half, bottom + WORDS_LINE));
        }
        let bounds = boxes.iter().fold(shape, |all, part| all.union(*part));
        Self {
            body: boxes.len(),
            boxes,
            bounds,
            first,
            caption: None,
            cost: 0.0,
        }
    }

    /// Half the width of all boxes.
    pub fn half(&self) -> f64 {
        self.bounds.x1.max(-self.bounds.x0)
    }

    /// The same with a caption of these lines on one side.
    #[must_use]
    pub fn captioned(mut self, text: &str, side: Side) -> Self {
        let half = block_half(text, WORDS_SIZE * SEMIBOLD, false);
        let away = half.x + self.half() + 4.0;
        let middle = match side {
            Side::Right => Vec2::new(away, half.y - SHAPE_RADIUS),
            Side::Left => Vec2::new(-away, half.y - SHAPE_RADIUS),
            Side::Above => Vec2::new(0.0, -SHAPE_RADIUS - 3.0 - half.y),
            Side::Below => Vec2::new(0.0, self.bounds.y1 + 2.0 + half.y),
        };
        let area = around(middle.to_point(), half);
        self.boxes.push(area);
        self.bounds = self.bounds.union(area);
        self.caption = Some((text.to_owned(), middle));
        self
    }
}

/// Where a caption stands beside its node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// To the right of the shape.
    Right,
    /// To the left of the shape.
    Left,
    /// Above the shape.
    Above,
    /// Under the name.
    Below,
}

/// An edge: a tie between two nodes.
#[derive(Clone, Debug, Default)]
pub struct Edge {
    /// The node it starts from.
    pub source: usize,
    /// The node it leads to.
    pub target: usize,
    /// Whether an arrow head is drawn at the end.
    pub directed: bool,
    /// Whether a stroke is drawn across it.
    pub stroked: bool,
    /// How much it matters that this one is clear.
    pub weight: f64,
    /// The scenes that show it, one bit each.
    pub scenes: u64,
    /// The forms of its words, the preferred one first; none where it has none.
    pub words: Vec<Words>,
}

impl Edge {
    /// Whether some scene shows both.
    pub fn is_shown_with(&self, other: &Self) -> bool {
        self.scenes & other.scenes != 0
    }

    /// The node at the other end.
    pub fn other(&self, node: usize) -> usize {
        if self.source == node { self.target } else { self.source }
    }
}

/// The words of an edge in one of their forms.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The text, broken into lines.
    pub text: String,
    /// Half the width and the height of all lines, that of the tag among them.
    pub half: Vec2,
    /// What this form costs against the preferred one.
    pub cost: f64,
}

/// Half the size of lines of text, with one more for a tag.
pub fn block_half(text: &str, size: f64, tagged: bool) -> Vec2 {
    let width = text.lines().map(|line| text_width(line, size)).fold(0.0, f64::max);
    let lines = super::geometry::number(text.lines().count() + usize::from(tagged));
    Vec2::new(width / 2.0, lines * WORDS_LINE / 2.0)
}

/// The width of a tag: its sign and its word.
pub fn tag_width(word: &str) -> f64 {
    text_width(word, WORDS_SIZE) * SEMIBOLD
}

/// Breaks a text between words into so many lines, the longest as short as possible; `None` where it has too few words.
pub fn broken(text: &str, lines: usize) -> Option<String> {
    if lines <= 1 {
        return Some(text.to_owned());
    }
    let longest = |text: &str| text.lines().map(|line| text_width(line, 1.0)).fold(0.0, f64::max);
    let spaces = text.match_indices(' ').map(|(at, _)| at).filter(|&at| at > 0);
    let ways = spaces.filter_map(|at| {
        Some(format!(
            "{}\n{}",
            &text[..at],
            broken(text[at..].trim_start(), lines - 1)?
        ))
    });
    ways.min_by(|a, b| longest(a).total_cmp(&longest(b)))
}

/// Breaks a name into two lines: the length of the first in bytes, or 0 where it has one word.
pub fn name_break(name: &str) -> usize {
    broken(name, 2).map_or(0, |text| text.find('\n').unwrap_or_default())
}

/// How a name is broken where it is wider than its style wants.
pub fn name_wrap(name: &str, style: NameStyle) -> usize {
    if text_width(name, style.size) <= style.width {
        0
    } else {
        name_break(name)
    }
}

/// The forms of a node in a scene: its name as it is best broken, and the other way where that is not too wide.
pub fn scene_forms(name: &str, tag: Option<&str>) -> Vec<Form> {
    let wrap = name_wrap(name, NAME_IN_SCENE);
    let mut forms = vec![Form::new(name, wrap, NAME_IN_SCENE, tag)];
    let other = if wrap == 0 { name_break(name) } else { 0 };
    let is_narrow = text_width(name, NAME_IN_SCENE.size) < 1.5 * NAME_IN_SCENE.width;
    if other != wrap && is_narrow {
        let form = Form::new(name, other, NAME_IN_SCENE, tag);
        forms.push(Form { cost: 0.3, ..form });
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::super::params::NAME_ON_MAP;
    use super::*;
    use crate::map::Place;

    fn lines(name: &str, style: NameStyle) -> [&str; 2] {
        let place = Place {
            first: name_wrap(name, style),
            ..Place::default()
        };
        place.lines(name)
    }

    #[test]
    fn a_name_is_broken_where_both_lines_are_shortest_and_a_word_is_not_cut() {
        assert_eq!(lines("MEK", NAME_ON_MAP), ["MEK", ""]);
        assert_eq!(lines("EP foreign affairs", NAME_ON_MAP), ["EP foreign", "affairs"]);
        assert_eq!(lines("Bundesverfassungsgeric", NAME_ON_MAP)[1], "");
    }

    #[test]
    fn a_node_without_a_name_is_its_shape() {
        for name in ["", "  "] {
            let form = Form::new(name, name_wrap(name, NAME_ON_MAP), NAME_ON_MAP, None);
            assert_eq!((form.first, form.boxes.len()), (0, 1));
        }
    }

    #[test]
    fn a_tag_makes_a_node_one_line_higher_and_a_caption_stands_clear_of_it() {
        let plain = Form::new("MEK", 0, NAME_IN_SCENE, None);
        let tagged = Form::new("MEK", 0, NAME_IN_SCENE, Some("adds"));
        assert!((tagged.bounds.y1 - plain.bounds.y1 - WORDS_LINE).abs() < 1e-9);
        for side in [Side::Right, Side::Left, Side::Above, Side::Below] {
            let form = tagged.clone().captioned("2021: court\nconvicts four", side);
            let (caption, body) = form.boxes.split_last().expect("it has boxes");
            assert!(
                !body.iter().any(|part| super::super::geometry::meet(*part, *caption)),
                "{side:?}"
            );
            assert_eq!(form.body, 3, "lines do not end at a caption");
        }
    }

    #[test]
    fn a_text_breaks_into_lines_of_about_one_length() {
        assert_eq!(
            broken("said to lack a foothold", 3).as_deref(),
            Some("said to\nlack a\nfoothold")
        );
        assert_eq!(broken("led", 2), None);
    }
}
