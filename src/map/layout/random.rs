//! Numbers that look random and are the same everywhere.

/// `SplitMix64` (Steele, Lea and Flood 2014): plain, fast, whole numbers only.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// A sequence of its own for each seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `limit`; 0 where there is none.
    pub fn below(&mut self, limit: usize) -> usize {
        let high = usize::try_from(self.next() >> 33).unwrap_or_default();
        high.checked_rem(limit).unwrap_or_default()
    }

    /// A number from 0 to 1.
    pub fn share(&mut self) -> f64 {
        const STEPS: usize = 1 << 20;
        super::geometry::number(self.below(STEPS)) / super::geometry::number(STEPS)
    }

    /// A number from -1 to 1.
    pub fn either(&mut self) -> f64 {
        2.0 * self.share() - 1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_one_sequence_and_no_limit_gives_nothing() {
        let drawn = |seed| {
            let mut random = Random::new(seed);
            [(); 4].map(|()| random.below(100))
        };
        assert_eq!(drawn(7), drawn(7));
        assert_ne!(drawn(7), drawn(8));
        assert_eq!(Random::new(1).below(0), 0);
    }
}
