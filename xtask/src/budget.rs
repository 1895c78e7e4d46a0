//! The size budgets of the design, and what a measurement says against them. Measures nothing.

use std::fmt;

/// How much of something: bytes after compression, or a number of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Amount {
    /// Bytes, shown in KB of 1,024.
    Bytes(usize),
    /// A number of things.
    Count(usize),
}

impl Amount {
    /// So many KB.
    pub(crate) const fn kb(kb: usize) -> Self {
        Self::Bytes(kb * 1024)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Bytes(bytes) => f.pad(&kb(bytes)),
            Self::Count(count) => f.pad(&count.to_string()),
        }
    }
}

/// Bytes in KB to a tenth, rounded up so that nothing over a limit is shown at it.
fn kb(bytes: usize) -> String {
    let tenths = (bytes * 10).div_ceil(1024);
    format!("{}.{} KB", tenths / 10, tenths % 10)
}

/// One line of the table.
pub(crate) struct Budget {
    /// What is measured.
    pub(crate) what: &'static str,
    /// What it came to.
    pub(crate) measured: Amount,
    /// More than this is a failure.
    pub(crate) limit: Amount,
    /// What to work towards.
    pub(crate) aim: Amount,
}

/// What a measurement says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// As small as hoped for.
    WithinAim,
    /// Small enough.
    WithinLimit,
    /// Too large.
    OverLimit,
}

impl Budget {
    /// The measurement against limit and aim. Reaching a limit exactly is within it.
    pub(crate) fn verdict(&self) -> Verdict {
        if self.measured <= self.aim {
            Verdict::WithinAim
        } else if self.measured <= self.limit {
            Verdict::WithinLimit
        } else {
            Verdict::OverLimit
        }
    }
}

impl fmt::Display for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            what,
            measured,
            limit,
            aim,
        } = self;
        write!(f, "{what:<44} {measured:>9} {limit:>9} {aim:>9}  {}", self.verdict())
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::WithinAim => "within the aim",
            Self::WithinLimit => "within the limit",
            Self::OverLimit => "OVER THE LIMIT",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(measured: usize) -> Verdict {
        let measured = Amount::Bytes(measured);
        Budget {
            what: "page",
            measured,
            limit: Amount::kb(60),
            aim: Amount::kb(45),
        }
        .verdict()
    }

    #[test]
    fn a_size_at_the_aim_or_at_the_limit_is_within_it_and_one_byte_more_is_not() {
        assert_eq!(verdict(45 * 1024), Verdict::WithinAim);
        assert_eq!(verdict(45 * 1024 + 1), Verdict::WithinLimit);
        assert_eq!(verdict(60 * 1024), Verdict::WithinLimit);
        assert_eq!(verdict(60 * 1024 + 1), Verdict::OverLimit);
    }

    #[test]
    fn one_byte_over_a_limit_is_not_shown_as_the_limit() {
        assert_eq!(Amount::kb(60).to_string(), "60.0 KB");
        assert_eq!(Amount::Bytes(60 * 1024 + 1).to_string(), "60.1 KB");
        assert_eq!(Amount::Count(1).to_string(), "1");
    }

    #[test]
    fn a_line_of_the_table_says_all_four_things() {
        let measured = Amount::Bytes(50 * 1024);
        let line = Budget {
            what: "HTML page",
            measured,
            limit: Amount::kb(60),
            aim: Amount::kb(45),
        }
        .to_string();
        let words: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(words.join(" "), "HTML page 50.0 KB 60.0 KB 45.0 KB within the limit");
    }
}
