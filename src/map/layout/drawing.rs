//! A drawing in the making: where nodes stand, how lines bend, where words hang on them.
//!
//! What is chosen (points, forms, bends, anchors) is kept beside what follows from it (visible lines, boxes of words).
//! Whoever changes a choice draws anew what hangs on it; [`Touched`] says what that is.

use super::geometry::{
    ParamCurve, Point, QuadBez, Rect, Vec2, around, bent, bounds, grown, normal, number, sampled, snapped, tangent,
};
use super::model::{Form, Graph};
use super::params::{ANCHORS, BESIDE, END_AIR, NODE_CLEAR, NOWHERE, SHAPE_RADIUS, SHORTEST_BENT, STROKE_HALF, STROKES};

/// Points that a bent line is measured in.
const SAMPLES: usize = 8;

/// What a drawing has to keep to.
#[derive(Clone, Debug)]
pub struct Canvas {
    /// Where lines and words have to stay.
    pub frame: Rect,
    /// Titles, which lines had better not strike through.
    pub titles: Vec<Rect>,
    /// Where each node has to stay.
    pub rooms: Vec<Rect>,
    /// Where each node is wished to be; empty where nothing is wished.
    pub wishes: Vec<Point>,
    /// The least length of a line that can be seen.
    pub least: f64,
}

/// How a line runs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bend {
    /// How far its middle lies off the straight line, as a share of the length.
    pub share: f64,
    /// How far along the way the bend lies from the middle, likewise.
    pub lean: f64,
    /// Where its stroke crosses it, an index into [`STROKES`].
    pub stroke: usize,
}

/// Where words hang on a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The form of the words.
    pub words: usize,
    /// How far along the line, an index into the [`ANCHORS`].
    pub place: usize,
    /// 0 on the line; else beside it, left where positive, at so much of [`BESIDE`].
    pub side: i8,
}

impl Anchor {
    /// The parameter of the curve.
    pub fn t(self) -> f64 {
        ANCHORS.1 + number(self.place) * (1.0 - 2.0 * ANCHORS.1) / number(ANCHORS.0 - 1)
    }

    /// The air between the words and their line; 0 on it.
    pub fn gap(self) -> f64 {
        let index = usize::from(self.side.unsigned_abs());
        index.checked_sub(1).map_or(0.0, |index| BESIDE[index])
    }
}

/// What is seen of a line.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// The curve from node to node.
    pub curve: QuadBez,
    /// The box around it.
    pub bounds: Rect,
    /// Its length.
    pub length: f64,
    /// The box around its stroke.
    pub stroke: Option<Rect>,
    points: [Point; SAMPLES],
    count: usize,
}

impl Line {
    fn new(curve: QuadBez, is_straight: bool, stroke: Option<Rect>) -> Self {
        let (points, count) = if is_straight {
            let mut points = [curve.p2; SAMPLES];
            points[0] = curve.p0;
            (points, 2)
        } else {
            (sampled::<SAMPLES>(curve), SAMPLES)
        };
        let length = points[..count].windows(2).map(|pair| (pair[1] - pair[0]).hypot()).sum();
        Self {
            curve,
            bounds: bounds(&points[..count]),
            length,
            stroke,
            points,
            count,
        }
    }

    /// The points it is measured in.
    pub fn points(&self) -> &[Point] {
        &self.points[..self.count]
    }

    /// Its straight pieces.
    pub fn pieces(&self) -> impl Iterator<Item = [Point; 2]> + Clone + '_ {
        self.points().windows(2).map(|pair| [pair[0], pair[1]])
    }
}

/// A drawing of a graph on a canvas.
#[derive(Clone, Debug)]
pub struct Drawing<'a> {
    /// The graph.
    pub graph: &'a Graph,
    /// The canvas.
    pub canvas: &'a Canvas,
    /// Where each node stands.
    pub at: Vec<Point>,
    /// Which of its forms each node has.
    pub form: Vec<usize>,
    /// How each line runs.
    pub bends: Vec<Bend>,
    /// Where the words of each edge hang; `None` where they are not shown.
    pub anchors: Vec<Option<Anchor>>,
    /// The lines that follow.
    pub lines: Vec<Line>,
    /// The boxes around nodes that follow, with air for the lines that pass them.
    pub areas: Vec<Rect>,
    /// The boxes around lines that follow.
    pub bounds: Vec<Rect>,
    /// The boxes of words that follow; [`NOWHERE`] where they are not shown.
    pub labels: Vec<Rect>,
}

impl<'a> Drawing<'a> {
    /// Straight lines between nodes, without words.
    pub fn new(graph: &'a Graph, canvas: &'a Canvas, at: Vec<Point>) -> Self {
        let nowhere = Line::new(QuadBez::new(Point::ZERO, Point::ZERO, Point::ZERO), true, None);
        let mut drawing = Self {
            graph,
            canvas,
            form: vec![0; graph.nodes.len()],
            bends: vec![Bend::default(); graph.edges.len()],
            anchors: vec![None; graph.edges.len()],
            areas: vec![NOWHERE; graph.nodes.len()],
            lines: vec![nowhere; graph.edges.len()],
            bounds: vec![NOWHERE; graph.edges.len()],
            labels: vec![NOWHERE; graph.edges.len()],
            at,
        };
        drawing.redraw_all();
        drawing
    }

    /// Draws everything anew.
    pub fn redraw_all(&mut self) {
        (0..self.at.len()).for_each(|node| self.frame(node));
        (0..self.lines.len()).for_each(|edge| self.redraw(edge));
    }

    /// Frames a node anew where it stands.
    pub fn frame(&mut self, node: usize) {
        self.areas[node] = grown(self.bounds_of(node), NODE_CLEAR);
    }

    /// The form of a node.
    #[inline]
    pub fn form_of(&self, node: usize) -> &'a Form {
        &self.graph.nodes[node].forms[self.form[node]]
    }

    /// The boxes of a node where it stands.
    #[inline]
    pub fn boxes(&self, node: usize) -> impl Iterator<Item = Rect> + '_ {
        let by = self.at[node].to_vec2();
        self.form_of(node).boxes.iter().map(move |part| *part + by)
    }

    /// The box around a node where it stands.
    #[inline]
    pub fn bounds_of(&self, node: usize) -> Rect {
        self.form_of(node).bounds + self.at[node].to_vec2()
    }

    /// The nearest point at which a node stands within its room.
    pub fn kept(&self, node: usize, at: Point) -> Point {
        let (room, bounds) = (self.canvas.rooms[node], self.form_of(node).bounds);
        let held = |value: f64, low: f64, high: f64| {
            if low < high {
                value.max(low).min(high)
            } else {
                f64::midpoint(low, high)
            }
        };
        snapped(Point::new(
            held(at.x, room.x0 - bounds.x0, room.x1 - bounds.x1),
            held(at.y, room.y0 - bounds.y0, room.y1 - bounds.y1),
        ))
    }

    /// Draws a line anew, and its words.
    pub fn redraw(&mut self, edge: usize) {
        let (ends, bend) = (&self.graph.edges[edge], self.bends[edge]);
        let (a, c) = (self.at[ends.source], self.at[ends.target]);
        let whole = if ends.source == ends.target {
            loop_above(a)
        } else {
            bent(a, c, bend.share * (c - a).hypot().max(SHORTEST_BENT), bend.lean)
        };
        let tip = if ends.directed { END_AIR.1 } else { END_AIR.0 };
        let start = self.leaves(ends.source, whole, END_AIR.0);
        let end = 1.0 - self.leaves(ends.target, QuadBez::new(whole.p2, whole.p1, whole.p0), tip);
        let curve = if start < end {
            whole.subsegment(start..end)
        } else {
            whole.subsegment(0.5..0.5)
        };
        let stroke = ends
            .stroked
            .then(|| around(curve.eval(f64::from(STROKES[bend.stroke]) / 100.0), STROKE_HALF));
        let is_straight = bend.share == 0.0 && ends.source != ends.target;
        self.lines[edge] = Line::new(curve, is_straight, stroke);
        self.bounds[edge] = self.lines[edge].bounds;
        self.relabel(edge);
    }

    /// Sets the words of a line anew.
    pub fn relabel(&mut self, edge: usize) {
        self.labels[edge] = self.anchors[edge].map_or(NOWHERE, |anchor| self.label_at(edge, anchor));
    }

    /// The box of an edge's words at an anchor.
    pub fn label_at(&self, edge: usize, anchor: Anchor) -> Rect {
        let (curve, half) = (self.lines[edge].curve, self.graph.edges[edge].words[anchor.words].half);
        let on = curve.eval(anchor.t());
        if anchor.side == 0 {
            return around(snapped(on), half);
        }
        let normal = normal(tangent(curve, anchor.t())) * f64::from(anchor.side.signum());
        around(snapped(on + normal * (reach(half, normal) + anchor.gap())), half)
    }

    /// The parameter at which a curve has left a node for good: its shape, its name and its tag.
    fn leaves(&self, node: usize, curve: QuadBez, air: f64) -> f64 {
        const STRIDE: f64 = 1.0 / 32.0;
        let form = self.form_of(node);
        let by = self.at[node].to_vec2();
        let (centre, radius) = (self.at[node], SHAPE_RADIUS - 1.0 + air);
        let texts = &form.boxes[1..form.body];
        let inside = |p: Point| {
            (p - centre).hypot2() < radius * radius || texts.iter().any(|text| grown(*text + by, air).contains(p))
        };
        let area = grown(form.bounds + by, air);
        let (mut last, mut t) = (0.0, 0.0);
        while t < 0.5 {
            let p = curve.eval(t);
            if inside(p) {
                last = t;
            } else if !area.contains(p) {
                break;
            }
            t += STRIDE;
        }
        let (mut low, mut high) = (last, last + STRIDE);
        for _ in 0..6 {
            let middle = f64::midpoint(low, high);
            if inside(curve.eval(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        high
    }
}

/// From the centre of a box to its farthest edge in a direction of length one.
pub fn reach(half: Vec2, way: Vec2) -> f64 {
    way.x.abs() * half.x + way.y.abs() * half.y
}

/// A tie of an actor with itself: a small loop above its shape.
fn loop_above(at: Point) -> QuadBez {
    let side = 2.0 * SHAPE_RADIUS;
    QuadBez::new(
        at - Vec2::new(side, 0.0),
        at - Vec2::new(0.0, 2.5 * side),
        at + Vec2::new(side, 0.0),
    )
}
