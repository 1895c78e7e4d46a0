//! Every constant of the layout, with its unit and its reason.
//!
//! Lengths are units of the picture. A scene is drawn at about a pixel a unit, and so is the whole map on a desk. Weights
//! say what a fault costs; the unit of all of them is a nuisance that a reader would hardly notice.

use super::geometry::{Rect, Vec2};

// Sizes of what is drawn: those that `map.css` gives.

/// The radius within which every actor's shape is drawn, with a unit of air.
pub const SHAPE_RADIUS: f64 = 11.0;
/// The size of the words of ties and of captions.
pub const WORDS_SIZE: f64 = 12.0;
/// From one line of these words to the next.
pub const WORDS_LINE: f64 = 14.0;
/// How many times as wide as regular letters the semibold ones of names, tags and captions are.
pub const SEMIBOLD: f64 = 1.08;
/// The size of a region's title.
pub const TITLE_SIZE: f64 = 12.0;
/// The height kept free for a region's title at its top edge.
pub const TITLE_HEIGHT: f64 = 19.0;
/// Half the box round the stroke of a disowned tie.
pub const STROKE_HALF: Vec2 = Vec2::new(7.5, 7.5);

/// How actors' names are set beneath their shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NameStyle {
    /// Font size.
    pub size: f64,
    /// From the centre of the shape to the baseline of the first line.
    pub first: f64,
    /// From one baseline to the next.
    pub line: f64,
    /// The width a line of the name should keep to.
    pub width: f64,
}

/// Names on the whole map.
pub const NAME_ON_MAP: NameStyle = NameStyle {
    size: 12.5,
    first: 23.0,
    line: 14.0,
    width: 78.0,
};
/// Names in a scene.
pub const NAME_IN_SCENE: NameStyle = NameStyle {
    size: 13.0,
    first: 23.5,
    line: 14.5,
    width: 92.0,
};

// Objective: what a fault costs.

/// Two lines cross. All other weights are measured against this one.
pub const CROSSING: f64 = 24.0;
/// A line runs through the shape of an actor whom it does not tie, which would make that actor a party to it.
pub const THROUGH_SHAPE: f64 = 150.0;
/// A line runs through a name, a tag or a caption of such an actor.
pub const THROUGH_NAME: f64 = 70.0;
/// Each unit of its length in there: so that it can be pulled out.
pub const THROUGH_LENGTH: f64 = 0.4;
/// A line strikes through a region's title, per unit of length in it.
pub const THROUGH_TITLE: f64 = 0.2;
/// Two actors stand nearer than [`NODES_APART`], and each unit by which they do: to overlap is forbidden in all but name,
/// whatever else a move would gain.
pub const NODE_OVERLAP: (f64, f64) = (60.0, 1e4);
/// A line leaves its frame, per unit.
pub const OUTSIDE: f64 = 5.0;
/// Words hit what they must keep clear of, and each unit by which they do.
pub const LABEL_HIT: (f64, f64) = (25.0, 1.0);
/// Words stand away from the middle of their line: the whole line's length would cost this.
pub const LABEL_OFF_MIDDLE: f64 = 2.0;
/// Words stand beside their line and not on it, at least.
pub const LABEL_BESIDE: f64 = 0.6;
/// The length of a line that costs one.
pub const LONG: f64 = 140.0;
/// Each unit that a line lacks of the least length at which it is seen.
pub const SHORT: f64 = 0.3;
/// The length of its own actors' names that hides a line, per unit.
pub const HIDDEN: f64 = 0.05;
/// The distance from where an actor is wished to be that costs one.
pub const ASTRAY: f64 = 120.0;
/// Each unit that the ends of two lines at one actor lack of [`ENDS_APART`].
pub const ENDS_TOUCH: f64 = 1.5;
/// Two lines that run along each other, for the whole of the shorter.
pub const ALONG: f64 = 130.0;
/// Each unit that the middles of two ties between the same actors lack of [`PARALLEL_APART`].
pub const PARALLEL: f64 = 4.0;
/// How much ends that touch count when no scene shows both lines.
pub const NOT_TOGETHER: f64 = 0.12;
/// A line bent by the whole of its length; a bend costs by its square.
pub const BENT: f64 = 14.0;
/// A bend that leans by the whole of its line's length, by its square.
pub const LEANING: f64 = 6.0;
/// What a tie that some scene shows weighs on the whole map against one that none does.
pub const SHOWN_WEIGHT: f64 = 1.5;
/// Words break into one line more.
pub const WORDS_BROKEN: f64 = 0.5;
/// Words leave their date out.
pub const WORDS_UNDATED: f64 = 1.5;

// Objective: how near is a fault.

/// Air between an actor and the lines that pass it.
pub const NODE_CLEAR: f64 = 2.5;
/// Air between two actors.
pub const NODES_APART: f64 = 5.0;
/// The ends of two lines at one actor: nearer, a line coming and a line going would read as one.
pub const ENDS_APART: f64 = 9.0;
/// Two lines nearer than this are hard to tell apart.
pub const LINES_APART: f64 = 8.0;
/// The share of a line that may lie along another, as it must where both leave one actor.
pub const ALONG_FREE: f64 = 0.28;
/// The middles of ties between the same two actors.
pub const PARALLEL_APART: f64 = 16.0;
/// Air between words and an actor.
pub const LABEL_CLEAR: f64 = 2.0;
/// Words are at least this much nearer to their own line than to any other.
pub const LABEL_TO_LINE: f64 = 5.0;
/// Air between two labels, sideways and up and down: nearer, both would read as one text.
pub const LABELS_APART: Vec2 = Vec2::new(8.0, 5.0);
/// What of a line must be seen on both sides of words that sit on it: it must run on, and keep its head.
pub const LINE_SEEN: f64 = 9.0;
/// A line bends at most this much beneath its words, or it comes out above them.
pub const BEND_BENEATH: f64 = 4.5;
/// The centre of words is at most this far from a line beside them, unless the line is steep.
pub const BESIDE_FARTHEST: f64 = 20.0;
/// The least share of its length by which a steep line goes up or down: words have a whole side along it.
pub const STEEP: f64 = 0.9;
/// The least length of a line on the whole map that can be seen, and in a scene.
pub const LEAST_LENGTH: (f64, f64) = (26.0, 34.0);

// Regions.

/// The map as drawn beside the text; it grows in these proportions when the actors need it. Higher than half its width,
/// since lines need air between the rows of names: with 500 units of height a third more of them cross, and some run
/// through names.
pub const MAP_SIZE: Vec2 = Vec2::new(720.0, 640.0);
/// By how much it grows at a time.
pub const MAP_GROWTH: f64 = 1.04;
/// The size past which it grows no more, as a multiple; then actors are given what there is, and that is said.
pub const MAP_LARGEST: f64 = 12.0;
/// Between regions, and around them.
pub const GUTTER: f64 = 8.0;
/// Between a region's edge and the names in it.
pub const PADDING: f64 = 5.0;
/// The lowest useful row: a two-line name and some air for lines.
pub const ROW_HEIGHT: f64 = 56.0;
/// Rows that one region has at most.
pub const MOST_ROWS: usize = 24;
/// Room beyond the bare minimum, without which no two actors could change places.
pub const ROW_EASE: f64 = 1.04;
/// What uneven room for each actor costs.
pub const UNEVEN: f64 = 250.0;
/// What each unit of missing height costs while sides are ordered: forbidden in all but name.
pub const MISSING_ROOM: f64 = 1e4;
/// Orders that are started from, changes tried on each per side, and changes at most.
pub const ORDERINGS: (usize, usize, usize) = (60, 60, 600);

// Placement.

/// The least air between two names in a row.
pub const ROW_GAP: f64 = 7.0;
/// At most this far do neighbours in a row stand higher and lower than the row.
pub const ROW_STAGGER: f64 = 9.0;
/// The proportion of a slot that looks best: names are wider than high.
pub const SLOT_PROPORTION: f64 = 1.45;
/// Sweeps in which rows are ordered by their barycentres.
pub const SWEEPS: usize = 6;
/// Rounds of the search for the whole map: arrangements of the regions kept, steps for each actor, and how much worse a
/// picture may get by one of them at the beginning. In the first lines are straight and actors change rows; in the others
/// all moves.
pub const ROUNDS: [(usize, usize, f64); 3] = [(24, 40, 14.0), (6, 700, 50.0), (2, 10_000, 50.0)];
/// Steps of a round times the square of actors and ties together, at most: a step costs as much as there are of them, and
/// past it a picture has other faults than the last crossing.
pub const MOST_WORK: usize = 5_100_000_000;
/// With so many actors half as many arrangements are tried.
pub const MANY_ACTORS: usize = 100;
/// How far an actor moves in a step at the beginning and at the end.
pub const STEP_ASIDE: (f64, f64) = (100.0, 3.0);

// Routing.

/// Bends tried, as shares of the length; slight ones look drawn, not ruled.
pub const BENDS: [f64; 13] = [
    0.06, -0.06, 0.0, 0.12, -0.12, 0.19, -0.19, 0.27, -0.27, 0.36, -0.36, 0.46, -0.46,
];
/// How far along a line its bend may lie from the middle, as shares of the length.
pub const LEANS: [f64; 3] = [0.0, -0.22, 0.22];
/// Short lines bend as if they were this long.
pub const SHORTEST_BENT: f64 = 70.0;
/// Rounds in which every line may change its mind.
pub const ROUTINGS: usize = 3;
/// Air between an actor's shape and its lines, and beyond the tip of an arrow head.
pub const END_AIR: (f64, f64) = (1.0, 2.5);
/// Where the stroke of a disowned tie may cross its line, in hundredths of the parameter, the best first.
pub const STROKES: [u8; 9] = [50, 40, 60, 30, 70, 22, 78, 15, 85];

// Labeling.

/// The longest words drawn on the map, in characters.
pub const LONGEST: usize = 28;
/// Places along a line that are tried: how many, and where the first of them lies.
pub const ANCHORS: (usize, f64) = (25, 0.14);
/// Between words beside a line and the line.
pub const BESIDE: [f64; 3] = [1.5, 3.6, 6.0];

// Scenes.

/// What a scene is laid out for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Format {
    /// The width of the view box.
    pub width: f64,
    /// The heights that are tried, the lowest first, and the step between them.
    pub height: (f64, f64, f64),
    /// The share of the picture that actors and words may take up before it is made higher.
    pub fill: f64,
}

/// A phone held upright.
pub const TALL: Format = Format {
    width: 340.0,
    height: (300.0, 460.0, 20.0),
    fill: 0.5,
};
/// The stage of a desk.
pub const WIDE: Format = Format {
    width: 640.0,
    height: (340.0, 420.0, 20.0),
    fill: 0.4,
};
/// Kept free at the edges of a scene.
pub const MARGIN: f64 = 4.0;
/// Attempts at each height, and steps of annealing for each actor and tie.
pub const ATTEMPTS: (u64, usize) = (4, 600);
/// What a unit of height costs against the faults of a lower scene.
pub const HEIGHT: f64 = 0.1;
/// How much worse a scene may get by one change at the beginning.
pub const SCENE_TOLERANCE: f64 = 30.0;
/// How far an actor moves in a step at the beginning and at the end.
pub const STRIDE: (f64, f64) = (120.0, 6.0);
/// The most lines of a caption, and the width that makes it break.
pub const CAPTION: (usize, f64) = (3, 150.0);

/// Where nothing stands.
pub const NOWHERE: Rect = Rect::new(0.0, 0.0, 0.0, 0.0);
