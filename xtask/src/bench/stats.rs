//! What repeated measurements come to. Knows nothing of what was measured.

/// Measurements of one thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Samples(Vec<f64>);

impl Samples {
    /// Takes one up.
    pub(super) fn push(&mut self, sample: f64) {
        self.0.push(sample);
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// The one in the middle: half of them are at most this.
    pub(super) fn median(&self) -> Option<f64> {
        self.percentile(50)
    }

    /// The 95th percentile: all but one in twenty are at most this.
    pub(super) fn p95(&self) -> Option<f64> {
        self.percentile(95)
    }

    /// The smallest measurement that so many of a hundred do not exceed: one that was made, not one between two.
    fn percentile(&self, of_hundred: usize) -> Option<f64> {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let rank = (sorted.len() * of_hundred).div_ceil(100);
        sorted.get(rank.saturating_sub(1)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn samples(of: impl IntoIterator<Item = u8>) -> Samples {
        Samples(of.into_iter().map(f64::from).collect())
    }

    #[test]
    fn of_a_hundred_the_fiftieth_is_the_median_and_the_95th_the_95th() {
        let hundred = samples((1..=100).rev());
        assert_eq!((hundred.median(), hundred.p95()), (Some(50.0), Some(95.0)));
    }

    #[test]
    fn of_forty_two_are_above_the_95th_percentile() {
        let forty = samples(1..=40);
        assert_eq!((forty.median(), forty.p95()), (Some(20.0), Some(38.0)));
    }

    #[test]
    fn of_a_few_the_largest_is_the_95th_percentile() {
        assert_eq!(samples([3, 9, 1]).p95(), Some(9.0));
        assert_eq!(samples([3, 9, 1]).median(), Some(3.0));
        assert_eq!(samples([7]).median(), Some(7.0));
    }

    #[test]
    fn of_none_there_is_neither() {
        assert_eq!((samples([]).median(), samples([]).p95()), (None, None));
    }
}
