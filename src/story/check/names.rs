//! Holds the names of a story against each other: what a reader tells apart by
//! name has a name of its own.

use super::super::{Actor, Question, Side};
use super::fields::{Fields, Placed};
use super::visible::seen;

/// A name, with the table it stands in and its field.
struct Name<'f, 'a> {
    fields: &'f Fields<'a>,
    field: &'static str,
    words: &'f str,
}

/// Tells of names that two things share.
pub(super) fn apart<'a>(sides: &[Placed<'a, Side>], actors: &[Placed<'a, Actor>], questions: &[Placed<'a, Question>]) {
    let sides: Vec<_> = sides
        .iter()
        .map(|side| name(&side.fields, "name", &side.value.name))
        .collect();
    let actors: Vec<_> = actors
        .iter()
        .flat_map(|actor| {
            [
                name(&actor.fields, "name", &actor.value.name),
                name(&actor.fields, "short", &actor.value.short),
            ]
        })
        .collect();
    let asks: Vec<_> = questions
        .iter()
        .map(|question| name(&question.fields, "ask", &question.value.ask))
        .collect();
    let shorts: Vec<_> = questions
        .iter()
        .map(|question| name(&question.fields, "short", &question.value.short))
        .collect();
    for (names, what) in [
        (sides, "two sides are named"),
        (actors, "two actors are named"),
        (asks, "two questions ask"),
        (shorts, "two questions are called"),
    ] {
        each_its_own(&names, what);
    }
}

fn name<'f, 'a>(fields: &'f Fields<'a>, field: &'static str, words: &'f str) -> Name<'f, 'a> {
    Name { fields, field, words }
}

fn each_its_own(names: &[Name<'_, '_>], what: &str) {
    for (idx, later) in names.iter().enumerate().filter(|(_, name)| !name.words.is_empty()) {
        let is_same =
            |earlier: &&Name<'_, '_>| earlier.fields.head() != later.fields.head() && same(earlier.words, later.words);
        let Some(first) = names[..idx].iter().find(is_same) else {
            continue;
        };
        let (line, _) = later.fields.context.log.place(first.fields.head());
        let mend = format!(
            "the first is {} on line {line}; give this one words of its own",
            first.fields.header()
        );
        let at = later.fields.at(later.field);
        later.fields.report(at, format!("{what} `{}`", later.words), mend);
    }
}

/// Whether a reader takes two names for one.
fn same(one: &str, other: &str) -> bool {
    let folded = |words: &str| {
        let seen = seen(words);
        seen.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
    };
    folded(one) == folded(other)
}
