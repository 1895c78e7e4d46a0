//! The sorts of things that have ids, and where a file gives them.

use toml::de::DeTable;

use super::super::ids::{ActorId, EventId, PointId, QuestionId, RecordId, SideId, SourceId, TermId, TieId};
use super::super::text::Target;
use super::fields::tables;

/// What an id stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Side,
    Source,
    Record,
    Actor,
    Tie,
    Event,
    Question,
    Point,
    Term,
    Former,
}

impl Sort {
    /// All of them.
    pub(super) const ALL: [Self; 10] = [
        Self::Side,
        Self::Source,
        Self::Record,
        Self::Actor,
        Self::Tie,
        Self::Event,
        Self::Question,
        Self::Point,
        Self::Term,
        Self::Former,
    ];

    /// What it is called, with its article.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Side => "a side",
            Self::Source => "a source",
            Self::Record => "a record note",
            Self::Actor => "an actor",
            Self::Tie => "a tie",
            Self::Event => "an event",
            Self::Question => "a question",
            Self::Point => "a point",
            Self::Term => "a glossary term",
            Self::Former => "a former id",
        }
    }

    /// What it is called, without an article.
    pub(super) fn noun(self) -> &'static str {
        self.name().trim_start_matches("an ").trim_start_matches("a ")
    }

    /// The name of its table.
    pub(super) fn table(self) -> &'static str {
        match self {
            Self::Side => "side",
            Self::Source => "source",
            Self::Record => "record",
            Self::Actor => "actor",
            Self::Tie => "tie",
            Self::Event => "event",
            Self::Question | Self::Former => "question",
            Self::Point => "question.point",
            Self::Term => "term",
        }
    }

    /// Every id that a file gives to things of this sort, with its place.
    pub(super) fn given<'a>(self, tree: &'a DeTable<'a>) -> Vec<(usize, &'a str, Self)> {
        match self {
            Self::Former => former(tree),
            _ => of_sort(tree, self),
        }
    }

    /// What a link in a text finds there. A side and a former id have no place of their own on the page.
    pub(super) fn target(self) -> Option<Target> {
        match self {
            Self::Side | Self::Former => None,
            Self::Term => Some(Target::Term),
            _ => Some(Target::Thing),
        }
    }
}

/// An id that says by its type what it stands for.
pub(super) trait Id: for<'s> From<&'s str> {
    const SORT: Sort;
}

macro_rules! sorts {
    ($($id:ident = $sort:ident),+ $(,)?) => {
        $(impl Id for $id { const SORT: Sort = Sort::$sort; })+
    };
}

sorts! {
    SideId = Side, SourceId = Source, RecordId = Record, ActorId = Actor, TieId = Tie,
    EventId = Event, QuestionId = Question, PointId = Point, TermId = Term,
}

fn of_sort<'a>(tree: &'a DeTable<'a>, sort: Sort) -> Vec<(usize, &'a str, Sort)> {
    let things: Vec<_> = match sort {
        Sort::Point => tables(tree, "question")
            .flat_map(|(question, _)| tables(question, "point"))
            .collect(),
        _ => tables(tree, sort.table()).collect(),
    };
    let id = |thing: &'a DeTable<'a>| {
        thing
            .get("id")
            .and_then(|id| Some((id.span().start, id.get_ref().as_str()?, sort)))
    };
    things.into_iter().filter_map(|(thing, _)| id(thing)).collect()
}

/// The ids that things once had, under the questions that they lead to now.
fn former<'a>(tree: &'a DeTable<'a>) -> Vec<(usize, &'a str, Sort)> {
    let lists = tables(tree, "question").filter_map(|(question, _)| question.get("formerly")?.get_ref().as_array());
    lists
        .flat_map(|list| list.iter())
        .filter_map(|id| Some((id.span().start, id.get_ref().as_str()?, Sort::Former)))
        .collect()
}
