//! Reads the walk: `[[question]]` and its `[[question.point]]`.

use super::super::{Point, Question};
use super::fields::Fields;

const MOST_SHORT: usize = 28;
const MOST_ACTORS: usize = 12;
const FEWEST_POINTS: usize = 2;
const MOST_POINTS: usize = 5;

/// `[[question]]`
pub(super) fn question(fields: &Fields<'_>) -> Question {
    Question {
        id: fields.id(),
        ask: ask(fields),
        short: fields.label("short", MOST_SHORT),
        answer: fields.text("answer"),
        points: points(fields),
        open: fields.texts("open"),
        actors: actors(fields),
        ties: fields.opt_references("ties"),
        events: fields.opt_references("events"),
        since: fields.records("since"),
    }
}

fn ask(fields: &Fields<'_>) -> String {
    let ask = fields.words("ask");
    if !ask.is_empty() && !ask.ends_with('?') {
        fields.report(
            fields.at("ask"),
            format!("`{ask}` is no question"),
            "write it as a reader would ask it, with a `?`",
        );
    }
    ask
}

fn points(fields: &Fields<'_>) -> Vec<Point> {
    let points = fields.each("point", "[[question.point]]", point);
    if !(FEWEST_POINTS..=MOST_POINTS).contains(&points.len()) {
        let count = match points.len() {
            0 => String::from("no points"),
            1 => String::from("only one point"),
            many => format!("{many} points"),
        };
        let what = format!("{} has {count}", fields.title());
        let mend = format!("give {FEWEST_POINTS} to {MOST_POINTS}, each under `[[question.point]]`");
        // A damaged head of a question gives its points to the question before it.
        fields.report_missing(fields.head(), what, mend);
    }
    points.into_iter().map(|point| point.value).collect()
}

fn point(fields: &Fields<'_>) -> Point {
    Point {
        id: fields.id(),
        text: fields.text("text"),
        evidence: fields.hedged_evidence(),
    }
}

fn actors<T: super::ids::Id>(fields: &Fields<'_>) -> Vec<T> {
    let actors: Vec<T> = fields.references("actors");
    if actors.len() > MOST_ACTORS {
        let what = format!("`actors` names {}, and {MOST_ACTORS} is the most", actors.len());
        fields.report(
            fields.at("actors"),
            what,
            "keep those that the question is about; more cannot stand out on the map",
        );
    }
    actors
}
