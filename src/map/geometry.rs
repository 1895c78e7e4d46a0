//! Plane geometry in plain numbers: points, boxes and where they meet.
//!
//! Everything here is exact in the sense that matters: `+ - * /` and `sqrt`
//! give the same bits on every machine.

use super::result::Rect;

/// A point or a vector.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Vec2 {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// A vector by its components.
#[inline]
pub(super) const fn vec2(x: f64, y: f64) -> Vec2 {
    Vec2 { x, y }
}

impl Vec2 {
    #[inline]
    pub(super) fn plus(self, other: Self) -> Self {
        vec2(self.x + other.x, self.y + other.y)
    }

    #[inline]
    pub(super) fn minus(self, other: Self) -> Self {
        vec2(self.x - other.x, self.y - other.y)
    }

    #[inline]
    pub(super) fn times(self, factor: f64) -> Self {
        vec2(self.x * factor, self.y * factor)
    }

    #[inline]
    pub(super) fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }

    #[inline]
    pub(super) fn cross(self, other: Self) -> f64 {
        self.x * other.y - self.y * other.x
    }

    #[inline]
    pub(super) fn length(self) -> f64 {
        self.dot(self).sqrt()
    }

    /// The same direction with length one; to the right where there is none.
    #[inline]
    pub(super) fn unit(self) -> Self {
        let length = self.length();
        if length > 0.0 {
            self.times(1.0 / length)
        } else {
            vec2(1.0, 0.0)
        }
    }

    /// Whether some point of a segment is nearer than a distance.
    #[inline]
    pub(super) fn is_near(self, a: Self, b: Self, distance: f64) -> bool {
        let (way, to) = (b.minus(a), self.minus(a));
        let (along, square, limit) = (to.dot(way), way.dot(way), distance * distance);
        if along <= 0.0 {
            to.dot(to) < limit
        } else if along >= square {
            let beyond = self.minus(b);
            beyond.dot(beyond) < limit
        } else {
            let aside = to.cross(way);
            aside * aside < limit * square
        }
    }

    /// Turned by a right angle.
    #[inline]
    pub(super) fn normal(self) -> Self {
        vec2(-self.y, self.x)
    }
}

/// A box with edges along the axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Box2 {
    pub(super) x0: f64,
    pub(super) y0: f64,
    pub(super) x1: f64,
    pub(super) y1: f64,
}

impl Box2 {
    /// From the origin.
    pub(super) const fn sized(width: f64, height: f64) -> Self {
        Self {
            x0: 0.0,
            y0: 0.0,
            x1: width,
            y1: height,
        }
    }

    #[inline]
    pub(super) fn around(centre: Vec2, half_width: f64, half_height: f64) -> Self {
        Self {
            x0: centre.x - half_width,
            y0: centre.y - half_height,
            x1: centre.x + half_width,
            y1: centre.y + half_height,
        }
    }

    #[inline]
    pub(super) fn grown(self, by: f64) -> Self {
        Self {
            x0: self.x0 - by,
            y0: self.y0 - by,
            x1: self.x1 + by,
            y1: self.y1 + by,
        }
    }

    #[inline]
    pub(super) fn union(self, other: Self) -> Self {
        Self {
            x0: self.x0.min(other.x0),
            y0: self.y0.min(other.y0),
            x1: self.x1.max(other.x1),
            y1: self.y1.max(other.y1),
        }
    }

    pub(super) fn width(self) -> f64 {
        self.x1 - self.x0
    }

    pub(super) fn height(self) -> f64 {
        self.y1 - self.y0
    }

    pub(super) fn centre(self) -> Vec2 {
        vec2(f64::midpoint(self.x0, self.x1), f64::midpoint(self.y0, self.y1))
    }

    #[inline]
    pub(super) fn contains(self, p: Vec2) -> bool {
        p.x > self.x0 && p.x < self.x1 && p.y > self.y0 && p.y < self.y1
    }

    pub(super) fn holds(self, other: Self) -> bool {
        other.x0 >= self.x0 && other.y0 >= self.y0 && other.x1 <= self.x1 && other.y1 <= self.y1
    }

    #[inline]
    pub(super) fn overlaps(self, other: Self) -> bool {
        self.x0 < other.x1 && other.x0 < self.x1 && self.y0 < other.y1 && other.y0 < self.y1
    }

    /// The length of the part of the segment that lies inside.
    #[inline]
    pub(super) fn cut(self, a: Vec2, b: Vec2) -> f64 {
        let beside = (a.x <= self.x0 && b.x <= self.x0) || (a.x >= self.x1 && b.x >= self.x1);
        if beside || (a.y <= self.y0 && b.y <= self.y0) || (a.y >= self.y1 && b.y >= self.y1) {
            return 0.0;
        }
        let way = b.minus(a);
        let (mut near, mut far) = (0.0_f64, 1.0_f64);
        for (from, step, low, high) in [(a.x, way.x, self.x0, self.x1), (a.y, way.y, self.y0, self.y1)] {
            if step == 0.0 {
                continue;
            }
            let (enter, leave) = ((low - from) / step, (high - from) / step);
            near = near.max(enter.min(leave));
            far = far.min(enter.max(leave));
        }
        if far > near { (far - near) * way.length() } else { 0.0 }
    }
}

impl From<Rect> for Box2 {
    fn from(rect: Rect) -> Self {
        let (x0, y0) = (rect.x.get(), rect.y.get());
        Self {
            x0,
            y0,
            x1: x0 + rect.w.get(),
            y1: y0 + rect.h.get(),
        }
    }
}

/// Whether two segments cross in their interiors.
#[inline]
pub(super) fn segments_cross(one: (Vec2, Vec2), other: (Vec2, Vec2)) -> bool {
    splits(one, other) && splits(other, one)
}

/// Whether the line through a segment has the ends of another on different sides.
#[inline]
fn splits(segment: (Vec2, Vec2), ends: (Vec2, Vec2)) -> bool {
    let way = segment.1.minus(segment.0);
    way.cross(ends.0.minus(segment.0)) * way.cross(ends.1.minus(segment.0)) < 0.0
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "the numbers are exact")]
mod tests {
    use super::*;

    const UNIT: Box2 = Box2::sized(1.0, 1.0);

    #[test]
    fn a_segment_is_cut_where_it_lies_inside() {
        assert_eq!(UNIT.cut(vec2(-1.0, 0.5), vec2(3.0, 0.5)), 1.0);
        assert_eq!(UNIT.cut(vec2(0.5, 0.5), vec2(0.5, 9.0)), 0.5);
    }

    #[test]
    fn a_segment_along_an_edge_is_not_inside() {
        assert_eq!(UNIT.cut(vec2(-1.0, 0.0), vec2(3.0, 0.0)), 0.0);
        assert_eq!(UNIT.cut(vec2(2.0, 2.0), vec2(3.0, 1.0)), 0.0);
    }

    #[test]
    fn a_point_is_near_a_segment_beside_it_and_beyond_its_ends() {
        let (a, b) = (vec2(0.0, 0.0), vec2(10.0, 0.0));
        for (x, y, near) in [
            (5.0, 2.9, true),
            (5.0, 3.1, false),
            (-2.9, 0.0, true),
            (12.0, 2.5, false),
        ] {
            assert_eq!(vec2(x, y).is_near(a, b, 3.0), near, "{x} {y}");
        }
        assert!(vec2(1.0, 1.0).is_near(a, a, 2.0), "a segment may be a point");
    }

    #[test]
    fn segments_that_share_an_end_do_not_cross() {
        let (corner, falling, rising) = (
            vec2(0.0, 0.0),
            (vec2(0.0, 0.0), vec2(2.0, 2.0)),
            (vec2(0.0, 2.0), vec2(2.0, 0.0)),
        );
        assert!(segments_cross(falling, rising));
        assert!(!segments_cross(falling, (corner, vec2(2.0, 0.0))));
    }
}
