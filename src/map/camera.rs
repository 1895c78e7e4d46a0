//! Camera maths: what part of the map fills the view box.
//!
//! Used at build for the scenes and in the browser while the reader pans and
//! zooms. It knows neither pointer nor transform, only numbers:
//! `screen = k * map + (x, y)`, all in units of the view box.

use super::result::{Coord, Rect};

/// The closest a scene brings the map by itself.
const CLOSEST_FIT: f64 = 2.2;
/// A scene that needs less than this is shown on the whole map.
const WORTH_MOVING: f64 = 1.25;
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
    /// Shows `rect`, centred, on a map of `size`, and nothing beyond the map's edges.
    pub fn fit(rect: Rect, size: (Coord, Coord)) -> Self {
        Self::fit_in(rect, size, (size.0.get(), size.1.get()))
    }

    /// As [`Camera::fit`], where the frame has other proportions than the map:
    /// `seen` is how much of the view box's plane it shows, round its middle.
    pub fn fit_in(rect: Rect, size: (Coord, Coord), seen: (f64, f64)) -> Self {
        let (rw, rh) = (rect.w.get().max(1.0), rect.h.get().max(1.0));
        let k = (seen.0 / rw).min(seen.1 / rh).clamp(1.0, CLOSEST_FIT);
        let hold = |start: Coord, across: f64, length: f64, seen: f64| {
            let beyond = (seen - length) / 2.0;
            let (least, most) = (length + beyond - k * length, -beyond);
            let shift = length / 2.0 - k * (start.get() + across / 2.0);
            if least <= most {
                shift.clamp(least, most)
            } else {
                (length - k * length) / 2.0
            }
        };
        let (w, h) = (size.0.get(), size.1.get());
        Self {
            x: hold(rect.x, rect.w.get(), w, seen.0),
            y: hold(rect.y, rect.h.get(), h, seen.1),
            k,
        }
    }

    /// The camera of a scene: close to it, or the whole map where coming a
    /// little closer would only cut off its edge.
    pub fn scene(rect: Rect, size: (Coord, Coord), seen: (f64, f64)) -> Self {
        let close = Self::fit_in(rect, size, seen);
        if close.k < WORTH_MOVING {
            Self::fit_in(Rect::whole(size), size, seen)
        } else {
            close
        }
    }

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
    fn the_whole_map_fits_without_moving() {
        assert_eq!(
            Camera::fit(Rect::new(0.0, 0.0, 720.0, 480.0), size()),
            Camera::default()
        );
    }

    #[test]
    fn a_small_rectangle_is_centred_but_not_blown_up() {
        let camera = Camera::fit(Rect::new(350.0, 230.0, 20.0, 20.0), size());
        assert_eq!(camera.k, 2.2);
        assert_eq!(seen(camera, 360.0, 240.0), (360.0, 240.0));
    }

    #[test]
    fn a_wide_frame_shows_more_to_the_sides_and_no_empty_edge() {
        let camera = Camera::fit_in(Rect::new(0.0, 0.0, 300.0, 240.0), size(), (1_200.0, 480.0));
        assert_eq!(camera.k, 2.0);
        assert_eq!(
            seen(camera, 0.0, 0.0),
            (-240.0, 0.0),
            "the corner of the map is the corner of the frame"
        );
    }

    #[test]
    fn a_scene_that_is_nearly_the_whole_map_shows_the_whole_map() {
        let camera = Camera::scene(Rect::new(20.0, 20.0, 680.0, 440.0), size(), (720.0, 480.0));
        assert_eq!(camera, Camera::default());
    }

    #[test]
    fn a_rectangle_in_the_corner_shows_nothing_outside() {
        let camera = Camera::fit(Rect::new(0.0, 0.0, 360.0, 100.0), size());
        assert_eq!((camera.x, camera.y, camera.k), (0.0, 0.0, 2.0));
        let camera = Camera::fit(Rect::new(700.0, 470.0, 20.0, 10.0), size());
        assert_eq!(seen(camera, 720.0, 480.0), (720.0, 480.0));
    }

    #[test]
    fn an_empty_rectangle_and_an_empty_map_give_a_camera() {
        let none = (Coord::new(0.0), Coord::new(0.0));
        assert_eq!(Camera::fit(Rect::default(), none), Camera::default());
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
