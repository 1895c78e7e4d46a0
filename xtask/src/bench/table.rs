//! What is measured, the bars it is held against, and the table of both. Measures nothing.

use std::collections::BTreeMap;
use std::fmt;

use super::stats::Samples;

/// What is measured of a page, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Measure {
    /// From the request to the first paint.
    FirstPaint,
    /// From the request to the page that has been taken over.
    Ready,
    /// The longest task of the main thread until then.
    LongestTask,
    /// From a click to the end of the frame after it.
    Action(Act),
    /// Layouts that one took.
    Layouts(Act),
    /// Style passes that one took.
    Styles(Act),
    /// Elements when ready.
    Elements,
    /// Bytes until ready, as they were sent.
    Bytes,
}

/// What a reader does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Act {
    /// To the next question.
    Next,
    /// To the one before.
    Back,
    /// Selects an actor on the map.
    Actor,
    /// Selects a tie on the map.
    Tie,
    /// Selects an event of the timeline.
    Event,
}

/// More than the bar is too much; the aim is what to work towards.
type Bar = (f64, f64);

impl Act {
    fn name(self) -> &'static str {
        match self {
            Self::Next => "Next",
            Self::Back => "Back",
            Self::Actor => "select an actor",
            Self::Tie => "select a tie",
            Self::Event => "select an event",
        }
    }
}

impl Measure {
    /// What the 95th percentile is held against.
    fn bar(self) -> Option<Bar> {
        match self {
            Self::LongestTask => Some((120.0, 50.0)),
            Self::Action(_) => Some((60.0, 40.0)),
            Self::Layouts(_) => Some((1.0, 1.0)),
            Self::Elements => Some((6_000.0, 4_500.0)),
            Self::FirstPaint | Self::Ready | Self::Styles(_) | Self::Bytes => None,
        }
    }

    fn unit(self) -> &'static str {
        match self {
            Self::FirstPaint | Self::Ready | Self::LongestTask | Self::Action(_) => " ms",
            _ => "",
        }
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FirstPaint => f.pad("first paint"),
            Self::Ready => f.pad("ready"),
            Self::LongestTask => f.pad("longest task during start"),
            Self::Action(act) => f.pad(&format!("{} to frame", act.name())),
            Self::Layouts(act) => f.pad(&format!("  layouts, {}", act.name())),
            Self::Styles(act) => f.pad(&format!("  style passes, {}", act.name())),
            Self::Elements => f.pad("elements when ready"),
            Self::Bytes => f.pad("bytes until ready"),
        }
    }
}

/// All that was measured of one build in one window.
#[derive(Default)]
pub(super) struct Measured(BTreeMap<Measure, Samples>);

impl Measured {
    /// Takes up one measurement.
    pub(super) fn push(&mut self, measure: Measure, sample: f64) {
        self.0.entry(measure).or_default().push(sample);
    }

    /// How often an act was measured.
    pub(super) fn count(&self, act: Act) -> usize {
        self.0.get(&Measure::Action(act)).map_or(0, Samples::count)
    }

    /// The table; with another build beside it, how this one's figures stand to that one's.
    pub(super) fn table(&self, against: Option<&Self>) -> String {
        let mut table = format!(
            "{:<34} {:>5} {:>11} {:>11} {:>11}",
            "4x slowed CPU", "n", "median", "p95", "bar"
        );
        if against.is_some() {
            table += &format!(" {:>11} {:>11} {:>6} {:>6}", "other", "other p95", "ratio", "p95");
        }
        for (measure, samples) in &self.0 {
            let other = against.and_then(|other| other.0.get(measure));
            table += &row(*measure, samples, other);
        }
        table
    }
}

fn row(measure: Measure, samples: &Samples, other: Option<&Samples>) -> String {
    let shown =
        |figure: Option<f64>| figure.map_or_else(String::new, |figure| format!("{figure:.0}{}", measure.unit()));
    let ratio = |this: Option<f64>, other: Option<f64>| match (this, other) {
        (Some(this), Some(other)) if other > 0.0 => format!("{:.2}", this / other),
        _ => String::new(),
    };
    let (median, p95) = (samples.median(), samples.p95());
    let bar = measure.bar();
    let mut row = format!(
        "\n{measure:<34} {:>5} {:>11} {:>11} {:>11}",
        samples.count(),
        shown(median),
        shown(p95),
        shown(bar.map(|(bar, _)| bar))
    );
    if let Some(other) = other {
        let (its_median, its_p95) = (other.median(), other.p95());
        row += &format!(
            " {:>11} {:>11} {:>6} {:>6}",
            shown(its_median),
            shown(its_p95),
            ratio(median, its_median),
            ratio(p95, its_p95)
        );
    }
    match (p95, bar) {
        (Some(p95), Some((bar, _))) if p95 > bar => row += "  OVER THE BAR",
        (Some(p95), Some((_, aim))) if p95 <= aim => row += "  within the aim",
        (Some(_), Some(_)) => row += "  within the bar",
        _ => {}
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(next: &[f64]) -> Measured {
        let mut measured = Measured::default();
        for sample in next {
            measured.push(Measure::Action(Act::Next), *sample);
        }
        measured
    }

    fn words(row: &str) -> Vec<&str> {
        row.split_whitespace().collect()
    }

    #[test]
    fn a_row_has_count_median_95th_percentile_bar_and_verdict() {
        let table = measured(&[30.0, 50.0, 61.0]).table(None);
        let row = words(table.lines().last().unwrap());
        let expected = "Next to frame 3 50 ms 61 ms 60 ms OVER THE BAR";
        assert_eq!(row, words(expected));
    }

    #[test]
    fn reaching_a_bar_or_an_aim_exactly_is_within_it() {
        let verdict = |sample| measured(&[sample]).table(None);
        assert!(verdict(60.0).ends_with("  within the bar"));
        assert!(verdict(40.0).ends_with("  within the aim"));
    }

    #[test]
    fn another_build_stands_beside_it_with_the_ratio_to_it() {
        let table = measured(&[30.0]).table(Some(&measured(&[60.0, 120.0])));
        let row = words(table.lines().last().unwrap());
        let expected = "Next to frame 1 30 ms 30 ms 60 ms 60 ms 120 ms 0.50 0.25 within the aim";
        assert_eq!(row, words(expected));
    }

    #[test]
    fn what_has_no_bar_has_no_verdict_and_nothing_divides_by_zero() {
        let mut measured = Measured::default();
        measured.push(Measure::Bytes, 0.0);
        let table = measured.table(Some(&measured));
        assert_eq!(
            words(table.lines().last().unwrap()),
            words("bytes until ready 1 0 0 0 0")
        );
    }
}
