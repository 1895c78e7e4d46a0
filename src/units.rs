//! Lengths in pictures: tenths, exact on every machine and short when written.
//!
//! Writing them needs no floating-point formatting, which would weigh more in
//! the wasm than everything that is drawn with it.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A coordinate or a length, in tenths of a unit of the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Coord(i32);

impl Coord {
    /// Rounds to a tenth.
    pub fn new(value: f64) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "pictures are a few thousand units across; a cast saturates"
        )]
        let tenths = (value * 10.0).round() as i32;
        Self(tenths)
    }

    /// From a whole number of tenths.
    pub fn from_tenths(tenths: i32) -> Self {
        Self(tenths)
    }

    /// The nearest whole number of units.
    pub fn whole(self) -> i32 {
        (self.0 + 5).div_euclid(10)
    }

    /// The plain number.
    pub fn get(self) -> f64 {
        f64::from(self.0) / 10.0
    }
}

/// Pictures travel in whole units, about a pixel: tenths would be 2 KB more to send, and nobody sees them.
impl Serialize for Coord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.whole().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Coord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        i32::deserialize(deserializer).map(|units| Self::from_tenths(units * 10))
    }
}

impl fmt::Display for Coord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 10, (self.0 % 10).abs());
        if self.0 < 0 {
            f.write_str("-")?;
        }
        write!(f, "{}", whole.abs())?;
        if rest == 0 { Ok(()) } else { write!(f, ".{rest}") }
    }
}

/// A number with at most three decimals, for scales and sizes of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thousandths(i32);

impl Thousandths {
    /// Rounds to a thousandth.
    pub fn new(value: f64) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "scales are small numbers; a cast saturates"
        )]
        let thousandths = (value * 1_000.0).round() as i32;
        Self(thousandths)
    }
}

impl fmt::Display for Thousandths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 1_000, (self.0 % 1_000).abs());
        if self.0 < 0 {
            f.write_str("-")?;
        }
        write!(f, "{}.{rest:03}", whole.abs())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coordinate_is_written_with_at_most_one_decimal() {
        for (value, text) in [
            (12.34, "12.3"),
            (12.0, "12"),
            (-0.04, "0"),
            (-0.5, "-0.5"),
            (-12.25, "-12.3"),
            (0.96, "1"),
        ] {
            assert_eq!(Coord::new(value).to_string(), text);
        }
    }

    #[test]
    fn a_scale_is_written_with_three_decimals() {
        assert_eq!(Thousandths::new(1.0).to_string(), "1.000");
        assert_eq!(Thousandths::new(-0.0125).to_string(), "-0.013");
    }
}
