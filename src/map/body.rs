//! What an actor takes up on paper: its shape and the name beneath.
//!
//! ```text
//!      ( )      shape, radius 10, centred on the actor's point
//!   Alexis      name, at most two lines, centred
//!   Kohler
//! ```

use super::geometry::{Box2, Vec2, vec2};
use super::metrics::{NODE_RADIUS, NameStyle, wrap};
use super::result::{Place, Point};
use crate::advance::text_width;

/// Air around the shape that nothing else may enter.
const RIM: f64 = 1.0;

/// A name, broken into lines and measured.
#[derive(Clone, Debug)]
pub(super) struct Body {
    /// How much of it stands in the first of two lines, in bytes; 0 where one is enough.
    first: usize,
    /// Half the width of the name.
    half_name: f64,
    /// From the centre of the shape to the top of the name.
    name_top: f64,
    /// From the centre of the shape to the bottom of the name.
    bottom: f64,
}

impl Body {
    pub(super) fn new(label: &str, style: NameStyle) -> Self {
        let first = wrap(label, style);
        let half = |line: &str| text_width(line, style.size) * style.weight / 2.0;
        let half_name = half(&label[..first]).max(half(label[first..].trim_start()));
        let last = if first > 0 {
            style.first + style.line
        } else {
            style.first
        };
        let bottom = if label.trim().is_empty() {
            NODE_RADIUS + RIM
        } else {
            last + style.size * 0.25
        };
        Self {
            first,
            half_name,
            name_top: style.first - style.size * 0.8,
            bottom,
        }
    }

    /// Half the width of shape and name together.
    pub(super) fn half(&self) -> f64 {
        self.half_name.max(NODE_RADIUS + RIM)
    }

    /// Shape and name of the actor standing at `at`.
    pub(super) fn frame(&self, at: Vec2) -> Box2 {
        let (top, half) = (NODE_RADIUS + RIM, self.half());
        Box2 {
            x0: at.x - half,
            y0: at.y - top,
            x1: at.x + half,
            y1: at.y + self.bottom,
        }
    }

    /// The shape alone.
    pub(super) fn shape(at: Vec2) -> Box2 {
        Box2::around(at, NODE_RADIUS + RIM, NODE_RADIUS + RIM)
    }

    /// The name alone.
    pub(super) fn name(&self, at: Vec2) -> Box2 {
        let half = self.half_name;
        Box2 {
            x0: at.x - half,
            y0: at.y + self.name_top,
            x1: at.x + half,
            y1: at.y + self.bottom,
        }
    }

    /// The height of shape and name for a name of two lines, which slots are made for.
    pub(super) fn tallest(style: NameStyle) -> f64 {
        NODE_RADIUS + RIM + style.first + style.line + style.size * 0.25
    }

    /// From the middle of a slot up to the centre of the shape.
    pub(super) fn rise(style: NameStyle) -> f64 {
        Self::tallest(style) / 2.0 - NODE_RADIUS - RIM
    }
}

/// Actors with their places: what routes and labels have to keep clear of.
#[derive(Clone, Copy)]
pub(super) struct Standing<'a> {
    pub(super) bodies: &'a [Body],
    pub(super) at: &'a [Vec2],
}

impl Standing<'_> {
    pub(super) fn frame(&self, node: usize) -> Box2 {
        self.bodies[node].frame(self.at[node])
    }

    pub(super) fn name(&self, node: usize) -> Box2 {
        self.bodies[node].name(self.at[node])
    }

    pub(super) fn shape(&self, node: usize) -> Box2 {
        Body::shape(self.at[node])
    }

    /// What labels keep clear of: the shape and the name, each with a little air.
    ///
    /// Beside the shape and above the name there is room that a frame would waste.
    pub(super) fn obstacles(&self, node: usize) -> [Box2; 2] {
        [self.shape(node).grown(1.5), self.name(node).grown(1.0)]
    }

    /// An actor's place as the result has it.
    pub(super) fn place(&self, node: usize) -> Place {
        let at = self.at[node];
        Place {
            at: Point::new(at.x, at.y),
            first: self.bodies[node].first,
        }
    }
}

/// Rounds a place the way the result will, so that what is tested is what is drawn.
pub(super) fn rounded(at: Vec2) -> Vec2 {
    vec2((at.x * 10.0).round() / 10.0, (at.y * 10.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::super::metrics::WIDE;
    use super::*;

    #[test]
    fn an_empty_name_has_no_lines() {
        for name in ["", "  "] {
            let body = Body::new(name, WIDE);
            assert_eq!(body.first, 0);
            assert_eq!(body.frame(vec2(0.0, 0.0)), Body::shape(vec2(0.0, 0.0)));
        }
    }
}
