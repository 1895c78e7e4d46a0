//! Counts tests from what test runners print. Knows nothing of how they are run.

/// How many tests passed and how many failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that passed.
    pub(crate) passed: u64,
    /// Tests that failed.
    pub(crate) failed: u64,
}

impl Tally {
    /// Adds what a line reports, where it is the result line of a runner: `test result: ok. 12 passed; 0 failed; …`.
    ///
    /// Only the start of a line counts, so that a test which prints another runner's output is not counted twice.
    pub(crate) fn read(&mut self, line: &str) {
        let Some(result) = line.trim_start().strip_prefix("test result: ") else {
            return;
        };
        let counts = result.split(['.', ';']).filter_map(|part| part.trim().split_once(' '));
        for (number, what) in counts {
            let Ok(number) = number.parse::<u64>() else { continue };
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                _ => {}
            }
        }
    }

    /// Both counts together.
    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(lines: &[&str]) -> Tally {
        let mut tally = Tally::default();
        for line in lines {
            tally.read(line);
        }
        tally
    }

    #[test]
    fn result_lines_of_several_runners_are_summed() {
        let lines = [
            "running 3 tests",
            "test dates ... ok",
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 10 passed; 2 failed; 1 ignored; 0 measured; 4 filtered out; finished in 1.20s",
        ];
        assert_eq!(tally(&lines), Tally { passed: 13, failed: 2 });
    }

    #[test]
    fn ignored_and_filtered_tests_count_as_neither() {
        let line = "test result: ok. 0 passed; 0 failed; 7 ignored; 0 measured; 5 filtered out; finished in 0.10s";
        assert_eq!(tally(&[line]), Tally::default());
    }

    #[test]
    fn a_coloured_verdict_does_not_hide_the_counts() {
        let line = "test result: \u{1b}[32mok\u{1b}[0m. 5 passed; 0 failed; 0 ignored; finished in 0.10s";
        assert_eq!(tally(&[line]), Tally { passed: 5, failed: 0 });
    }

    #[test]
    fn a_test_that_speaks_of_results_is_not_counted() {
        assert_eq!(
            tally(&["it printed: test result: ok. 5 passed; 0 failed;"]),
            Tally::default()
        );
    }
}
