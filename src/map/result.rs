//! What a layout is: everything the drawing needs, and nothing it has to compute.
//!
//! The result travels as inline JSON to the browser, so points, rectangles and
//! routes are written as plain lists of numbers. It knows no colours, no
//! evidence and no selection.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A coordinate or a length in map units, rounded to a tenth when made.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Coord(f64);

impl Coord {
    /// Rounds to a tenth; adding zero turns a negative zero into a plain one.
    pub fn new(value: f64) -> Self {
        Self((value * 10.0).round() / 10.0 + 0.0)
    }

    /// The plain number.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl fmt::Display for Coord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Serialize for Coord {
    /// Whole numbers are written without a fraction: most of the page's data is coordinates.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[allow(
            clippy::cast_possible_truncation,
            reason = "map coordinates are a few thousand at most"
        )]
        let tenths = (self.0 * 10.0).round() as i32;
        if tenths % 10 == 0 {
            serializer.serialize_i32(tenths / 10)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Coord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f64::deserialize(deserializer).map(Self::new)
    }
}

/// A place on the map; x to the right, y down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "(Coord, Coord)", into = "(Coord, Coord)")]
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

impl From<(Coord, Coord)> for Point {
    fn from((x, y): (Coord, Coord)) -> Self {
        Self { x, y }
    }
}

impl From<Point> for (Coord, Coord) {
    fn from(point: Point) -> Self {
        (point.x, point.y)
    }
}

/// A rectangle by its top left corner and its size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "[Coord; 4]", into = "[Coord; 4]")]
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
}

impl From<[Coord; 4]> for Rect {
    fn from([x, y, w, h]: [Coord; 4]) -> Self {
        Self { x, y, w, h }
    }
}

impl From<Rect> for [Coord; 4] {
    fn from(rect: Rect) -> Self {
        [rect.x, rect.y, rect.w, rect.h]
    }
}

/// The whole map and every scene of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Layout {
    /// Width and height: the view box.
    #[serde(rename = "z")]
    pub size: (Coord, Coord),
    /// One region for each side that has actors.
    #[serde(rename = "g")]
    pub regions: Vec<Region>,
    /// One place per actor, in the order of the request.
    #[serde(rename = "n")]
    pub nodes: Vec<Place>,
    /// One route per tie, in the order of the request.
    #[serde(rename = "r")]
    pub routes: Vec<Route>,
    /// One per scene, in the order of the request.
    #[serde(rename = "s")]
    pub scenes: Vec<SceneLayout>,
}

/// The part of the map that belongs to a side; its title is drawn inside the top edge, left.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "(usize, Rect)", into = "(usize, Rect)")]
pub struct Region {
    /// Index into the request's sides.
    pub side: usize,
    /// Where it lies.
    pub rect: Rect,
}

impl From<(usize, Rect)> for Region {
    fn from((side, rect): (usize, Rect)) -> Self {
        Self { side, rect }
    }
}

impl From<Region> for (usize, Rect) {
    fn from(region: Region) -> Self {
        (region.side, region.rect)
    }
}

/// Where an actor stands; its name is drawn centred beneath, see [`super::metrics::NameStyle`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "(Point, Vec<String>)", into = "(Point, Vec<String>)")]
pub struct Place {
    /// The centre of the shape.
    pub at: Point,
    /// The name in at most two lines.
    pub lines: Vec<String>,
}

impl From<(Point, Vec<String>)> for Place {
    fn from((at, lines): (Point, Vec<String>)) -> Self {
        Self { at, lines }
    }
}

impl From<Place> for (Point, Vec<String>) {
    fn from(place: Place) -> Self {
        (place.at, place.lines)
    }
}

/// A tie's line: a quadratic Bézier curve from edge to edge of its actors.
///
/// The end is where the tip of an arrow head goes, a little off the actor.
/// A line that comes from below ends under the actor's name and not in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "[Coord; 6]", into = "[Coord; 6]")]
pub struct Route {
    /// At the edge of the actor it comes from.
    pub start: Point,
    /// What bends it.
    pub control: Point,
    /// At the edge of the actor it leads to.
    pub end: Point,
}

impl Route {
    /// The path as SVG writes it.
    pub fn path(&self) -> String {
        let Self { start, control, end } = self;
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

impl From<[Coord; 6]> for Route {
    fn from([ax, ay, bx, by, cx, cy]: [Coord; 6]) -> Self {
        Self {
            start: Point { x: ax, y: ay },
            control: Point { x: bx, y: by },
            end: Point { x: cx, y: cy },
        }
    }
}

impl From<Route> for [Coord; 6] {
    fn from(route: Route) -> Self {
        let Route { start, control, end } = route;
        [start.x, start.y, control.x, control.y, end.x, end.y]
    }
}

/// What a question shows of the map.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SceneLayout {
    /// What the camera looks at, in the proportions of the map.
    #[serde(rename = "c")]
    pub camera: Rect,
    /// The ties whose label fits.
    #[serde(rename = "l")]
    pub labels: Vec<TieLabel>,
    /// The same question for a phone.
    #[serde(rename = "p")]
    pub compact: Compact,
}

/// A tie's label, centred on a point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "(usize, Point, String)", into = "(usize, Point, String)")]
pub struct TieLabel {
    /// Index into the request's ties.
    pub tie: usize,
    /// The middle of the text, both ways.
    pub at: Point,
    /// The label, shortened where needed.
    pub text: String,
}

impl From<(usize, Point, String)> for TieLabel {
    fn from((tie, at, text): (usize, Point, String)) -> Self {
        Self { tie, at, text }
    }
}

impl From<TieLabel> for (usize, Point, String) {
    fn from(label: TieLabel) -> Self {
        (label.tie, label.at, label.text)
    }
}

/// A scene laid out on its own for a narrow screen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Compact {
    /// Width and height: the view box.
    #[serde(rename = "z")]
    pub size: (Coord, Coord),
    /// The scene's actors by their index.
    #[serde(rename = "n")]
    pub nodes: Vec<(usize, Place)>,
    /// The scene's ties by their index.
    #[serde(rename = "r")]
    pub routes: Vec<(usize, Route)>,
    /// The ties whose label fits.
    #[serde(rename = "l")]
    pub labels: Vec<TieLabel>,
}
