//! Curves: the lines that ties are drawn in.

use super::geometry::Vec2;

/// A quadratic Bézier curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Curve {
    pub(super) a: Vec2,
    pub(super) b: Vec2,
    pub(super) c: Vec2,
}

impl Curve {
    /// From `a` to `c`, its middle `bow` away from the straight line.
    ///
    /// `lean` moves the bend along the way, as a share of the length.
    pub(super) fn bowed(a: Vec2, c: Vec2, bow: f64, lean: f64) -> Self {
        let way = c.minus(a);
        let middle = a.plus(way.times(0.5 + lean));
        Self {
            a,
            b: middle.plus(way.unit().normal().times(2.0 * bow)),
            c,
        }
    }

    #[inline]
    pub(super) fn at(self, t: f64) -> Vec2 {
        self.blossom(t, t)
    }

    pub(super) fn tangent(self, t: f64) -> Vec2 {
        let (ab, bc) = (self.b.minus(self.a), self.c.minus(self.b));
        ab.times(1.0 - t).plus(bc.times(t)).unit()
    }

    /// The distance between the ends.
    pub(super) fn chord(self) -> f64 {
        self.c.minus(self.a).length()
    }

    /// The part of the curve between two parameters.
    pub(super) fn part(self, s: f64, t: f64) -> Self {
        Self {
            a: self.blossom(s, s),
            b: self.blossom(s, t),
            c: self.blossom(t, t),
        }
    }

    #[inline]
    fn blossom(self, s: f64, t: f64) -> Vec2 {
        let (u, v) = (1.0 - s, 1.0 - t);
        self.a
            .times(u * v)
            .plus(self.b.times(s * v + t * u))
            .plus(self.c.times(s * t))
    }

    /// `N` + 1 points evenly spaced in the parameter.
    pub(super) fn points<const N: usize>(self) -> [Vec2; N] {
        let mut points = [self.a; N];
        let mut t = 0.0;
        let last = points.len().saturating_sub(1).max(1);
        #[allow(clippy::cast_precision_loss, reason = "a handful of points")]
        let step = 1.0 / last as f64;
        for point in &mut points {
            *point = self.at(t);
            t += step;
        }
        points
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "the numbers are exact")]
mod tests {
    use super::*;
    use crate::map::geometry::vec2;

    #[test]
    fn a_part_of_a_curve_lies_on_the_curve() {
        let curve = Curve::bowed(vec2(0.0, 0.0), vec2(10.0, 0.0), 3.0, 0.0);
        let part = curve.part(0.25, 0.75);
        assert_eq!(curve.at(0.5), vec2(5.0, 3.0));
        assert_eq!(part.at(0.5), curve.at(0.5));
        assert_eq!((part.a, part.c), (curve.at(0.25), curve.at(0.75)));
    }
}
