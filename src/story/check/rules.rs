//! Holds the things of a story against each other. What does not resolve was
//! told before, and is passed over here.

use super::super::date::{End, Shape, When};
use super::super::ids::ActorId;
use super::super::kinds::{Basis, TIE_TYPES_THAT_ACCUSE};
use super::super::{Actor, Event, Point, Question, Side, Tie};
use super::fields::{Fields, Placed};

/// Tells what does not fit together.
pub(super) fn hold(
    sides: &[Placed<'_, Side>],
    actors: &[Placed<'_, Actor>],
    ties: &[Placed<'_, Tie>],
    events: &[Placed<'_, Event>],
    questions: &[Placed<'_, Question>],
) {
    for side in sides {
        has_an_actor(side, actors);
    }
    for tie in ties {
        let ends = [&tie.value.from, &tie.value.to];
        within_lives(&tie.fields, tie.value.date.as_ref(), &ends, actors);
        rivals_agree(tie, ties);
        has_a_reply(tie, questions);
    }
    for event in events {
        let present: Vec<_> = event.value.actors.iter().collect();
        within_lives(&event.fields, event.value.date.as_ref(), &present, actors);
        title_keeps_its_distance(event);
    }
    for question in questions {
        ends_are_present(question, ties);
    }
}

fn has_an_actor(side: &Placed<'_, Side>, actors: &[Placed<'_, Actor>]) {
    if !actors.iter().any(|actor| actor.value.side == side.value.id) {
        let what = format!("{} has no actor", side.fields.title());
        side.fields
            .report_missing(side.fields.head(), what, "give an actor this `side`, or drop the side");
    }
}

/// What is laid at somebody's door has their reply beside it, on the map and in the walk.
fn has_a_reply(tie: &Placed<'_, Tie>, questions: &[Placed<'_, Question>]) {
    if !TIE_TYPES_THAT_ACCUSE.contains(&tie.value.kind.as_str()) {
        return;
    }
    for question in questions {
        let says_the_same = |point: &&Point| {
            let (one, other) = (&point.evidence, &tie.value.evidence);
            one.basis == other.basis && one.at.iter().any(|at| other.at.iter().any(|place| at.meets(place)))
        };
        for point in question.value.points.iter().filter(says_the_same) {
            if point.evidence.reply.is_empty() {
                let what = format!(
                    "`{}` says what `{}` accuses of, and has no `reply`",
                    point.id, tie.value.id
                );
                let mend = "give the point the `reply` of the tie: who reads the text alone needs it too";
                question.fields.report(question.fields.head(), what, mend);
            }
        }
    }
    if !tie.fields.has_members("reply") {
        let what = format!("{} accuses, and has no `reply`", tie.fields.title());
        let mend = "add `reply = [\"r-…\"]`: a note with the voice of the accused, or one of verdict `not-found` that says where it was looked for";
        tie.fields.report(tie.fields.at("type"), what, mend);
    }
}

/// On the timeline an event has nothing but its title to say that the article does not assert it.
fn title_keeps_its_distance(event: &Placed<'_, Event>) {
    let hearsay = matches!(event.value.evidence.basis, Basis::Attributed | Basis::View);
    let title = &event.value.title;
    let says_so = title
        .split(|letter: char| !letter.is_alphabetic())
        .any(|word| WORDS_OF_DISTANCE.contains(&word.to_lowercase().as_str()));
    if hearsay && !title.is_empty() && event.fields.context.is_english() && !says_so {
        let what = format!(
            "the title `{title}` reads as a fact, and its basis is `{}`",
            event.value.evidence.basis.word()
        );
        let mend = format!("keep the hedge in it, with one of: {}", WORDS_OF_DISTANCE.join(" "));
        event.fields.report(event.fields.at("title"), what, mend);
    }
}

/// Words by which a title says that somebody says so.
const WORDS_OF_DISTANCE: [&str; 12] = [
    "says",
    "say",
    "said",
    "sources",
    "reports",
    "reported",
    "reportedly",
    "alleged",
    "allegedly",
    "may",
    "author",
    "if",
];

/// A tie or an event needs all its actors to exist.
fn within_lives(fields: &Fields<'_>, date: Option<&When>, ids: &[&ActorId], actors: &[Placed<'_, Actor>]) {
    let Some(date) = date else { return };
    for actor in actors.iter().filter(|actor| ids.contains(&&actor.value.id)) {
        let Some(time) = &actor.value.time else { continue };
        let one_date = matches!(date.shape(), Shape::Date(_));
        let relation = match (begins_before(date, time), ends_after(date, time)) {
            (true, _) if one_date => "is before",
            (true, _) => "begins before",
            (_, true) if one_date => "is after",
            (_, true) => "goes on after",
            _ => continue,
        };
        let what = format!(
            "`{}` {relation} the `time` of `{}`, `{}`",
            date.edtf(),
            actor.value.id,
            time.edtf()
        );
        let (line, _) = fields.context.log.place(actor.fields.at("time"));
        fields.report(
            fields.at("date"),
            what,
            format!("correct this date, or the `time` of the actor on line {line}"),
        );
    }
}

/// Whether a date certainly begins before a life does.
fn begins_before(date: &When, life: &When) -> bool {
    let ends = [date.start(), life.start()];
    certain(&ends)
        && ends[0]
            .latest()
            .zip(ends[1].earliest())
            .is_some_and(|(begin, birth)| begin < birth)
}

/// Whether a date certainly goes on after a life has ended; one that is open goes on until today.
fn ends_after(date: &When, life: &When) -> bool {
    let ends = [date.end(), life.end()];
    let ended = life.latest().is_some();
    certain(&ends)
        && (ends[0] == End::Open && ended
            || ends[0]
                .earliest()
                .zip(ends[1].latest())
                .is_some_and(|(end, death)| death < end))
}

/// What is marked as uncertain may lie elsewhere, so it proves nothing.
fn certain(ends: &[End; 2]) -> bool {
    !ends.iter().any(|end| end.is_uncertain())
}

fn rivals_agree(tie: &Placed<'_, Tie>, ties: &[Placed<'_, Tie>]) {
    let id = &tie.value.id;
    for rival in &tie.value.rivals {
        let at = tie.fields.at_item("rivals", rival.as_str());
        if rival == id {
            tie.fields.report(
                at,
                format!("`{id}` names itself as its rival"),
                "name the other account of the event",
            );
            continue;
        }
        let other = ties.iter().find(|other| other.value.id == *rival);
        if let Some(other) = other.filter(|other| !other.value.rivals.contains(id)) {
            let (line, _) = tie.fields.context.log.place(other.fields.head());
            let what = format!("`{rival}` does not name `{id}` as its rival");
            let mend = format!("add `{id}` to the `rivals` of the tie on line {line}: both name each other");
            tie.fields.report_missing(at, what, mend);
        }
    }
}

fn ends_are_present(question: &Placed<'_, Question>, ties: &[Placed<'_, Tie>]) {
    for id in &question.value.ties {
        let Some(tie) = ties.iter().find(|tie| tie.value.id == *id) else {
            continue;
        };
        let mut ends = vec![&tie.value.from, &tie.value.to];
        ends.dedup();
        let absent = |end: &&&ActorId| !end.as_str().is_empty() && !question.value.actors.contains(**end);
        for end in ends.iter().filter(absent) {
            let what = format!("`{id}` has `{end}` at an end, which is not among the question's actors");
            let mend = format!("add `{end}` to the `actors` of the question, or drop the tie");
            question
                .fields
                .report(question.fields.at_item("ties", id.as_str()), what, mend);
        }
    }
}
