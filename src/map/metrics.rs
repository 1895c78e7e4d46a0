//! How large shapes and text are, all in units of the picture's view box: the
//! sizes are those that `map.css` and the camera give them. Where the wide map
//! is shown as a whole, a unit is about a pixel; in a scene it is one.

use crate::advance::text_width;

/// The radius within which every actor's shape is drawn.
pub(super) const NODE_RADIUS: f64 = 10.0;
/// The font size of tie labels before a camera; on the map it is divided by the camera's `k`.
pub(super) const TIE_SIZE: f64 = 12.0;
/// The size of a region's title.
pub(super) const TITLE_SIZE: f64 = 12.0;
/// The height kept free for a region's title at its top edge.
pub(super) const TITLE_HEIGHT: f64 = 19.0;
/// How many times as wide as it was measured a title may be where the map is drawn smaller than its own size.
pub(super) const TITLE_AIR: f64 = 1.15;
/// From a region's top edge to the baseline of its title.
pub(super) const TITLE_BASELINE: f64 = 13.0;
/// From a region's left edge to its title.
pub(super) const TITLE_INSET: f64 = 8.0;

/// How actors' names are set beneath their shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct NameStyle {
    /// Font size.
    pub(super) size: f64,
    /// From the centre of the shape to the baseline of the first line.
    pub(super) first: f64,
    /// From one baseline to the next.
    pub(super) line: f64,
    /// The width a line of the name should keep to.
    pub(super) width: f64,
    /// How many times as wide as regular letters those of the weight are.
    pub(super) weight: f64,
}

/// Names on the whole map: slots must do for the question in which an actor is in focus, and so semibold.
pub(super) const WIDE: NameStyle = NameStyle {
    size: 12.5,
    first: 23.0,
    line: 14.0,
    width: 78.0,
    weight: 1.08,
};
/// Names in a scene: all are in focus, and so semibold.
pub(super) const NARROW: NameStyle = NameStyle {
    size: 13.0,
    first: 23.5,
    line: 14.5,
    width: 92.0,
    weight: 1.08,
};

/// Breaks a name that is wider than its style wants: the length of the first of two lines in bytes, or 0 for one line.
pub(super) fn wrap(name: &str, style: NameStyle) -> usize {
    if text_width(name, style.size) <= style.width {
        0
    } else {
        broken(name, style.size).unwrap_or(0)
    }
}

/// Breaks a text into two lines between words, the longer as short as possible: the length of the first in bytes.
pub(super) fn broken(text: &str, size: f64) -> Option<usize> {
    let longer = |&at: &usize| text_width(&text[..at], size).max(text_width(text[at..].trim_start(), size));
    let spaces = text.match_indices(' ').map(|(at, _)| at).filter(|&at| at > 0);
    spaces.min_by(|a, b| longer(a).total_cmp(&longer(b)))
}

#[cfg(test)]
mod tests {
    use super::super::Place;
    use super::*;

    #[test]
    fn a_short_name_stays_on_one_line() {
        assert_eq!(wrap("MEK", WIDE), 0);
        assert_eq!(Place::default().lines("MEK"), ["MEK", ""]);
    }

    #[test]
    fn a_long_name_is_broken_where_both_lines_are_shortest() {
        let name = "EP foreign affairs";
        let place = Place {
            first: wrap(name, WIDE),
            ..Place::default()
        };
        assert_eq!(place.lines(name), ["EP foreign", "affairs"]);
    }

    #[test]
    fn a_long_word_is_not_cut() {
        assert_eq!(wrap("Bundesverfassungsgeric", WIDE), 0);
    }
}
