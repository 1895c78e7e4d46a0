//! Two lines: where they cross, and where they can hardly be told apart.

use super::super::drawing::{Drawing, Line};
use super::super::geometry::{ParamCurve, Point, cross, grown, is_near, meet};
use super::super::model::Edge;
use super::super::params::{
    ALONG, ALONG_FREE, CROSSING, ENDS_APART, ENDS_TOUCH, LINES_APART, NOT_TOGETHER, PARALLEL, PARALLEL_APART,
};

/// What two lines cost each other.
#[inline]
pub fn lines(drawing: &Drawing<'_>, edge: usize, other: usize) -> f64 {
    if !meet(grown(drawing.bounds[edge], LINES_APART), drawing.bounds[other]) {
        return 0.0;
    }
    let (a, b) = (&drawing.lines[edge], &drawing.lines[other]);
    let (one, two) = (&drawing.graph.edges[edge], &drawing.graph.edges[other]);
    let mut cost = 0.0;
    if meet(a.bounds, b.bounds) {
        let crossings = crossings(a, b);
        if crossings > 0 {
            cost += CROSSING * f64::midpoint(one.weight, two.weight) * f64::from(crossings);
        }
    }
    if one.source == two.source || one.source == two.target || one.target == two.source || one.target == two.target {
        cost += at_shared_node(one, a, two, b);
        if (one.source, one.target) == (two.source, two.target) || (one.source, one.target) == (two.target, two.source)
        {
            let apart = (a.curve.eval(0.5) - b.curve.eval(0.5)).hypot();
            cost += (PARALLEL_APART - apart).max(0.0) * PARALLEL;
        }
    }
    if one.is_shown_with(two) {
        cost += along(a, b);
    }
    cost
}

/// How often two lines cross.
pub fn crossings(a: &Line, b: &Line) -> u32 {
    let mut found = 0;
    for one in a.pieces().filter(|one| meets_piece(b, *one)) {
        for two in b.pieces() {
            found += u32::from(cross(one, two));
        }
    }
    found
}

/// Whether the box around a piece of another line meets that around this one.
#[inline]
fn meets_piece(line: &Line, [from, to]: [Point; 2]) -> bool {
    let area = line.bounds;
    from.x.min(to.x) < area.x1 && from.x.max(to.x) > area.x0 && from.y.min(to.y) < area.y1 && from.y.max(to.y) > area.y0
}

/// How nearly two lines end in the same place at a node that they share.
fn at_shared_node(one: &Edge, a: &Line, two: &Edge, b: &Line) -> f64 {
    let mut lacking = 0.0;
    for (node, end) in [(one.source, a.curve.p0), (one.target, a.curve.p2)] {
        for (other, near) in [(two.source, b.curve.p0), (two.target, b.curve.p2)] {
            if node == other {
                lacking += (ENDS_APART - (end - near).hypot()).max(0.0);
            }
        }
    }
    let together = if one.is_shown_with(two) { 1.0 } else { NOT_TOGETHER };
    lacking * ENDS_TOUCH * together
}

/// How much of the shorter of two lines lies along the other.
fn along(a: &Line, b: &Line) -> f64 {
    const HELD: [f64; 6] = [0.05, 0.23, 0.41, 0.59, 0.77, 0.95];
    let (short, long) = if a.length < b.length { (a, b) } else { (b, a) };
    let area = grown(long.bounds, LINES_APART);
    if !meet(area, short.bounds) {
        return 0.0;
    }
    let points = HELD.map(|t| short.curve.eval(t));
    let near = points
        .iter()
        .filter(|p| area.contains(**p) && long.pieces().any(|[from, to]| is_near(**p, from, to, LINES_APART)));
    let share = super::super::geometry::number(near.count()) / 6.0;
    (share - ALONG_FREE).max(0.0) * ALONG
}
