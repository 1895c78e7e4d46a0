//! What a layout is: everything the drawing needs, and nothing it has to compute.
//!
//! The result travels to the browser as a part of the view model. It knows no colours, no
//! evidence and no selection.

pub use crate::units::Coord;
use serde::{Deserialize, Serialize};

/// From a region's left edge to its title, in units of the map.
pub const TITLE_INSET: f64 = 8.0;
/// From a region's top edge to the baseline of its title, in units of the map.
const TITLE_BASELINE: f64 = 13.0;

/// A place on the map; x to the right, y down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// To the right.
    pub x: Coord,
    /// Downwards.
    pub y: Coord,
}

impl Point {
    /// A point at rounded coordinates.
    pub fn new(x: f64, y: f64) -> Self {
        Self {
            x: Coord::new(x),
            y: Coord::new(y),
        }
    }
}

/// A rectangle by its top left corner and its size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rect {
    /// Left edge.
    pub x: Coord,
    /// Top edge.
    pub y: Coord,
    /// Width.
    pub w: Coord,
    /// Height.
    pub h: Coord,
}

impl Rect {
    /// A rectangle with rounded edges.
    pub fn new(x: f64, y: f64, w: f64, h: f64) -> Self {
        Self {
            x: Coord::new(x),
            y: Coord::new(y),
            w: Coord::new(w),
            h: Coord::new(h),
        }
    }

    /// All of a map of this size.
    pub fn whole(size: (Coord, Coord)) -> Self {
        Self {
            w: size.0,
            h: size.1,
            ..Self::default()
        }
    }
}

/// The whole map and every scene of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Layout {
    /// Width and height: the view box.
    pub size: (Coord, Coord),
    /// One region for each side that has actors.
    pub regions: Vec<Region>,
    /// One place per actor, in the order of the request.
    pub nodes: Vec<Place>,
    /// One route per tie, in the order of the request.
    pub routes: Vec<Route>,
    /// One per scene, in the order of the request.
    pub scenes: Vec<SceneLayouts>,
}

/// The part of the map that belongs to a side; its title is drawn inside the top edge, left.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Region {
    /// Index into the request's sides.
    pub side: usize,
    /// Where it lies.
    pub rect: Rect,
}

impl Region {
    /// The left end of its title's baseline.
    pub fn title_at(&self) -> Point {
        let (x, y) = (self.rect.x.get() + TITLE_INSET, self.rect.y.get() + TITLE_BASELINE);
        Point::new(x, y)
    }
}

/// Where an actor stands; its name is drawn centred beneath, in one line or two, and under that its tag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The centre of the shape.
    pub at: Point,
    /// How much of the name stands in the first of two lines, in bytes; 0 where one line is enough.
    ///
    /// The names themselves travel once: each actor stands in many places.
    pub first: usize,
    /// Whether a tag has room under the last line of the name.
    pub tag: bool,
}

impl Place {
    /// The actor's name in two lines, the second one possibly empty.
    pub fn lines<'a>(&self, name: &'a str) -> [&'a str; 2] {
        match name.split_at_checked(self.first) {
            Some((first, second)) if self.first > 0 => [first, second.trim_start()],
            _ => [name, ""],
        }
    }
}

/// A tie's line: a quadratic Bézier curve from edge to edge of its actors.
///
/// The end is where the tip of an arrow head goes, a little off the actor.
/// A line that comes from below ends under the actor's name and not in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Route {
    /// At the edge of the actor it comes from.
    pub start: Point,
    /// What bends it.
    pub control: Point,
    /// At the edge of the actor it leads to.
    pub end: Point,
    /// Where the stroke of a disowned tie crosses it, in hundredths of the curve's parameter.
    pub stroke: Option<u8>,
}

impl Route {
    /// The path as SVG writes it.
    pub fn path(&self) -> String {
        let Self {
            start, control, end, ..
        } = self;
        format!(
            "M{} {}Q{} {} {} {}",
            start.x, start.y, control.x, control.y, end.x, end.y
        )
    }

    /// The point at `t`, 0 at the start and 1 at the end.
    pub fn at(&self, t: f64) -> Point {
        let u = 1.0 - t;
        let mix = |a: Coord, b: Coord, c: Coord| u * u * a.get() + 2.0 * u * t * b.get() + t * t * c.get();
        Point::new(
            mix(self.start.x, self.control.x, self.end.x),
            mix(self.start.y, self.control.y, self.end.y),
        )
    }
}

/// What a question shows, laid out for two frames.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SceneLayouts {
    /// For a phone, and for a stage as narrow as one.
    pub tall: SceneLayout,
    /// For the stage of a desk.
    pub wide: SceneLayout,
}

/// The words of a tie: lines of text round a point, and under them perhaps a tag, as one line more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TieLabel {
    /// Index into the request's ties.
    pub tie: usize,
    /// The middle of all the lines, both ways.
    pub at: Point,
    /// The words, shortened where needed; line feeds break them into at most three lines.
    pub text: String,
    /// Whether the last line is a tag.
    pub tag: bool,
}

impl TieLabel {
    /// The lines of words, each with how far below the point its middle is, in half lines.
    pub fn lines(&self) -> impl Iterator<Item = (i8, &str)> {
        let rows = rows(&self.text) + i8::from(self.tag);
        (1 - rows..).step_by(2).zip(self.text.lines())
    }

    /// How far below the point the middle of the tag is, in half lines.
    pub fn tag_at(&self) -> Option<i8> {
        self.tag.then(|| rows(&self.text))
    }
}

/// Words beside an actor: lines of text round a point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlacedCaption {
    /// Index into the request's actors.
    pub actor: usize,
    /// The middle of all the lines, both ways.
    pub at: Point,
    /// The words; line feeds break them into at most three lines.
    pub text: String,
}

impl PlacedCaption {
    /// The lines, each with how far below the point its middle is, in half lines.
    pub fn lines(&self) -> impl Iterator<Item = (i8, &str)> {
        (1 - rows(&self.text)..).step_by(2).zip(self.text.lines())
    }
}

/// The number of lines of a text.
fn rows(text: &str) -> i8 {
    text.lines().fold(0, |rows: i8, _| rows.saturating_add(1))
}

/// A question's actors and ties alone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SceneLayout {
    /// Width and height: the view box.
    pub size: (Coord, Coord),
    /// The scene's actors by their index.
    pub nodes: Vec<(usize, Place)>,
    /// The scene's ties by their index.
    pub routes: Vec<(usize, Route)>,
    /// The words of the ties.
    pub labels: Vec<TieLabel>,
    /// The captions.
    pub captions: Vec<PlacedCaption>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stand_round_their_point_and_a_tag_is_one_line_more() {
        let label = |text: &str, tag: bool| TieLabel {
            tie: 0,
            at: Point::default(),
            text: text.to_owned(),
            tag,
        };
        let rows = |label: &TieLabel| label.lines().map(|(row, _)| row).collect::<Vec<_>>();
        assert_eq!(rows(&label("one", false)), [0]);
        assert_eq!(rows(&label("one\ntwo", false)), [-1, 1]);
        assert_eq!(rows(&label("one\ntwo\nthree", true)), [-3, -1, 1]);
        assert_eq!(label("one\ntwo\nthree", true).tag_at(), Some(3));
        assert_eq!(label("one", false).tag_at(), None);
    }
}
