//! Camera maths: what part of the map fills the view box.
//!
//! Used in the browser while the reader pans and zooms. It knows neither pointer nor transform, only numbers:
//! `screen = k * map + (x, y)`, all in units of the view box.

use super::result::Coord;

/// How far the reader may move away, and how close.
const ZOOM: (f64, f64) = (0.8, 6.0);
/// The share of the view that always shows some of the map.
const KEPT: f64 = 0.25;

/// A scale and a shift.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Shift to the right.
    pub x: f64,
    /// Shift downwards.
    pub y: f64,
    /// Scale.
    pub k: f64,
}

impl Default for Camera {
    /// The whole map as it is.
    fn default() -> Self {
        Self { x: 0.0, y: 0.0, k: 1.0 }
    }
}

impl Camera {
    /// Zooms by `factor` and keeps the map under the point (`x`, `y`) of the view in place.
    #[must_use]
    pub fn zoom_at(self, factor: f64, x: f64, y: f64, size: (Coord, Coord)) -> Self {
        let k = (self.k * factor).clamp(ZOOM.0, ZOOM.1);
        let ratio = k / self.k;
        Self {
            x: x - (x - self.x) * ratio,
            y: y - (y - self.y) * ratio,
            k,
        }
        .kept(size)
    }

    /// Moves the map by a distance in units of the view box.
    #[must_use]
    pub fn pan(self, dx: f64, dy: f64, size: (Coord, Coord)) -> Self {
        Self {
            x: self.x + dx,
            y: self.y + dy,
            ..self
        }
        .kept(size)
    }

    /// Holds a quarter of the view on the map, so that it cannot be lost.
    fn kept(self, size: (Coord, Coord)) -> Self {
        let hold = |shift: f64, length: f64| {
            let margin = KEPT * length;
            shift.clamp(margin - self.k * length, length - margin)
        };
        Self {
            x: hold(self.x, size.0.get()),
            y: hold(self.y, size.1.get()),
            k: self.k,
        }
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "the numbers are exact")]
mod tests {
    use super::*;

    fn size() -> (Coord, Coord) {
        (Coord::new(720.0), Coord::new(480.0))
    }

    fn seen(camera: Camera, x: f64, y: f64) -> (f64, f64) {
        (camera.k * x + camera.x, camera.k * y + camera.y)
    }

    #[test]
    fn zooming_keeps_the_point_under_the_pointer() {
        let before = Camera::default();
        let after = before.zoom_at(1.5, 200.0, 100.0, size());
        assert_eq!(seen(before, 200.0, 100.0), seen(after, 200.0, 100.0));
    }

    #[test]
    fn zooming_ends_at_its_limits() {
        let mut camera = Camera::default();
        for _ in 0..20 {
            camera = camera.zoom_at(2.0, 0.0, 0.0, size());
        }
        assert_eq!(camera.k, 6.0);
        for _ in 0..20 {
            camera = camera.zoom_at(0.5, 0.0, 0.0, size());
        }
        assert_eq!(camera.k, 0.8);
    }

    #[test]
    fn the_map_cannot_be_pushed_out_of_view() {
        let camera = Camera::default().pan(1e6, -1e6, size());
        assert_eq!(seen(camera, 0.0, 480.0), (540.0, 120.0));
    }
}
