//! Plane geometry on kurbo's points, boxes and quadratic Bézier curves.
//!
//! Everything here is exact in the sense that matters: `+ - * /` and `sqrt`
//! give the same bits on every machine. No other function of kurbo is used.

pub use kurbo::{ParamCurve, Point, QuadBez, Rect, Vec2};

/// A box by its centre and half its width and height.
#[inline]
pub fn around(centre: Point, half: Vec2) -> Rect {
    Rect::new(
        centre.x - half.x,
        centre.y - half.y,
        centre.x + half.x,
        centre.y + half.y,
    )
}

/// A box grown on all sides.
#[inline]
pub fn grown(rect: Rect, by: f64) -> Rect {
    Rect::new(rect.x0 - by, rect.y0 - by, rect.x1 + by, rect.y1 + by)
}

/// Whether two boxes share more than an edge.
#[inline]
pub fn meet(a: Rect, b: Rect) -> bool {
    a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}

/// How far one box has to move to be clear of another; 0 where it is.
#[inline]
pub fn penetration(a: Rect, b: Rect) -> f64 {
    let dx = a.x1.min(b.x1) - a.x0.max(b.x0);
    let dy = a.y1.min(b.y1) - a.y0.max(b.y0);
    if dx > 0.0 && dy > 0.0 { dx.min(dy) } else { 0.0 }
}

/// How far a box stands out of another, both ways together.
#[inline]
pub fn excess(inner: Rect, outer: Rect) -> f64 {
    let past = |low: f64, high: f64| low.max(0.0) + high.max(0.0);
    past(outer.x0 - inner.x0, inner.x1 - outer.x1) + past(outer.y0 - inner.y0, inner.y1 - outer.y1)
}

/// The length of the part of a segment that lies inside a box (Liang and Barsky 1984).
#[inline]
pub fn clipped(rect: Rect, a: Point, b: Point) -> f64 {
    let beside = (a.x <= rect.x0 && b.x <= rect.x0) || (a.x >= rect.x1 && b.x >= rect.x1);
    if beside || (a.y <= rect.y0 && b.y <= rect.y0) || (a.y >= rect.y1 && b.y >= rect.y1) {
        return 0.0;
    }
    let way = b - a;
    let (mut near, mut far) = (0.0_f64, 1.0_f64);
    for (from, step, low, high) in [(a.x, way.x, rect.x0, rect.x1), (a.y, way.y, rect.y0, rect.y1)] {
        if step == 0.0 {
            continue;
        }
        let (enter, leave) = ((low - from) / step, (high - from) / step);
        near = near.max(enter.min(leave));
        far = far.min(enter.max(leave));
    }
    if far > near { (far - near) * way.hypot() } else { 0.0 }
}

/// Whether two segments cross in their interiors.
#[inline]
pub fn cross(one: [Point; 2], other: [Point; 2]) -> bool {
    splits(one, other) && splits(other, one)
}

/// Whether the line through a segment has the ends of another on different sides.
#[inline]
fn splits(segment: [Point; 2], ends: [Point; 2]) -> bool {
    let way = segment[1] - segment[0];
    way.cross(ends[0] - segment[0]) * way.cross(ends[1] - segment[0]) < 0.0
}

/// Whether some point of a segment is nearer than a distance.
#[inline]
pub fn is_near(p: Point, a: Point, b: Point, distance: f64) -> bool {
    let (way, to) = (b - a, p - a);
    let (along, square, limit) = (to.dot(way), way.hypot2(), distance * distance);
    if along <= 0.0 {
        to.hypot2() < limit
    } else if along >= square {
        (p - b).hypot2() < limit
    } else {
        let aside = to.cross(way);
        aside * aside < limit * square
    }
}

/// The same direction with length one; to the right where there is none.
#[inline]
pub fn unit(way: Vec2) -> Vec2 {
    let length = way.hypot();
    if length > 0.0 {
        way * (1.0 / length)
    } else {
        Vec2::new(1.0, 0.0)
    }
}

/// Turned by a right angle.
#[inline]
pub fn normal(way: Vec2) -> Vec2 {
    Vec2::new(-way.y, way.x)
}

/// A curve from `a` to `c`, its middle `bow` away from the straight line; `lean` moves the bend along the way, as a
/// share of the length.
#[inline]
pub fn bent(a: Point, c: Point, bow: f64, lean: f64) -> QuadBez {
    let way = c - a;
    let middle = a + way * (0.5 + lean);
    QuadBez::new(a, middle + normal(unit(way)) * (2.0 * bow), c)
}

/// The direction of a curve at a parameter.
#[inline]
pub fn tangent(curve: QuadBez, t: f64) -> Vec2 {
    unit((curve.p1 - curve.p0) * (1.0 - t) + (curve.p2 - curve.p1) * t)
}

/// `N` points of a curve, evenly spaced in the parameter, the ends among them.
#[inline]
pub fn sampled<const N: usize>(curve: QuadBez) -> [Point; N] {
    let mut points = [curve.p0; N];
    let step = 1.0 / number(N.saturating_sub(1).max(1));
    for (index, point) in points.iter_mut().enumerate() {
        *point = curve.eval(number(index) * step);
    }
    points
}

/// The box around points.
#[inline]
pub fn bounds(points: &[Point]) -> Rect {
    let first = points.first().copied().unwrap_or_default();
    let empty = Rect::new(first.x, first.y, first.x, first.y);
    points.iter().fold(empty, |all, p| {
        Rect::new(all.x0.min(p.x), all.y0.min(p.y), all.x1.max(p.x), all.y1.max(p.y))
    })
}

/// A point at whole units, as it travels to the browser: what is tested is what is drawn.
#[inline]
pub fn snapped(p: Point) -> Point {
    Point::new((p.x + 0.5).floor(), (p.y + 0.5).floor())
}

/// A small number as a length.
#[inline]
pub fn number(count: usize) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "numbers of things are small")]
    let number = count as f64;
    number
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "the numbers are exact")]
mod tests {
    use super::*;

    const UNIT: Rect = Rect::new(0.0, 0.0, 1.0, 1.0);

    fn p(x: f64, y: f64) -> Point {
        Point::new(x, y)
    }

    #[test]
    fn a_segment_is_clipped_where_it_lies_inside() {
        assert_eq!(clipped(UNIT, p(-1.0, 0.5), p(3.0, 0.5)), 1.0);
        assert_eq!(clipped(UNIT, p(0.5, 0.5), p(0.5, 9.0)), 0.5);
    }

    #[test]
    fn a_segment_along_an_edge_is_not_inside() {
        assert_eq!(clipped(UNIT, p(-1.0, 0.0), p(3.0, 0.0)), 0.0);
        assert_eq!(clipped(UNIT, p(2.0, 2.0), p(3.0, 1.0)), 0.0);
    }

    #[test]
    fn boxes_that_touch_do_not_meet() {
        assert!(!meet(UNIT, Rect::new(1.0, 0.0, 2.0, 1.0)));
        assert_eq!(penetration(UNIT, Rect::new(0.75, 0.5, 2.0, 2.0)), 0.25);
        assert_eq!(excess(Rect::new(-0.5, 0.0, 0.5, 2.0), UNIT), 1.5);
    }

    #[test]
    fn a_point_is_near_a_segment_beside_it_and_beyond_its_ends() {
        let (a, b) = (p(0.0, 0.0), p(10.0, 0.0));
        for (x, y, near) in [
            (5.0, 2.9, true),
            (5.0, 3.1, false),
            (-2.9, 0.0, true),
            (12.0, 2.5, false),
        ] {
            assert_eq!(is_near(p(x, y), a, b, 3.0), near, "{x} {y}");
        }
        assert!(is_near(p(1.0, 1.0), a, a, 2.0), "a segment may be a point");
    }

    #[test]
    fn segments_that_share_an_end_do_not_cross() {
        let (falling, rising) = ([p(0.0, 0.0), p(2.0, 2.0)], [p(0.0, 2.0), p(2.0, 0.0)]);
        assert!(cross(falling, rising));
        assert!(!cross(falling, [p(0.0, 0.0), p(2.0, 0.0)]));
    }

    #[test]
    fn a_bent_curve_goes_through_its_bow() {
        let curve = bent(p(0.0, 0.0), p(10.0, 0.0), 3.0, 0.0);
        assert_eq!(curve.eval(0.5), p(5.0, 3.0));
        assert_eq!(sampled::<3>(curve)[1], p(5.0, 3.0));
    }
}
