//! What in a story can be named: every id, what it stands for, and where.

use std::collections::BTreeMap;

use toml::de::DeTable;

use super::super::ids::{ActorId, EventId, PointId, QuestionId, RecordId, SideId, SourceId, TermId, TieId};
use super::super::text::Target;
use super::fields::tables;
use super::log::Log;
use super::nearest::suggest;
use super::syntax::Damage;

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
}

impl Sort {
    const ALL: [Self; 9] = [
        Self::Side,
        Self::Source,
        Self::Record,
        Self::Actor,
        Self::Tie,
        Self::Event,
        Self::Question,
        Self::Point,
        Self::Term,
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
            Self::Question => "question",
            Self::Point => "question.point",
            Self::Term => "term",
        }
    }

    /// What a link in a text finds there. A side has no place of its own on the page.
    fn target(self) -> Option<Target> {
        match self {
            Self::Side => None,
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

/// All ids of a file.
pub(super) struct Ids<'a> {
    /// What each id stands for. More than one thing is a problem, told once:
    /// whoever names the id means the one that fits.
    declared: BTreeMap<&'a str, Vec<Sort>>,
    damage: &'a Damage,
}

impl<'a> Ids<'a> {
    /// Collects the ids, also those of things that cannot be used, and tells which are repeated.
    pub(super) fn scan(tree: &'a DeTable<'a>, damage: &'a Damage, log: &Log<'_>) -> Self {
        let mut found: Vec<_> = Sort::ALL.iter().flat_map(|sort| of_sort(tree, *sort)).collect();
        found.sort_unstable_by_key(|(at, ..)| *at);
        let mut declared: BTreeMap<&str, Vec<Sort>> = BTreeMap::new();
        for (idx, (at, id, sort)) in found.iter().enumerate() {
            if let Some((first, _, of)) = found[..idx].iter().find(|(_, earlier, _)| earlier == id) {
                let (line, _) = log.place(*first);
                let mend = format!(
                    "the first is {} on line {line}; give this one an id of its own",
                    of.name()
                );
                log.add(*at, format!("the id `{id}` is given twice"), mend);
            }
            declared.entry(id).or_default().push(*sort);
        }
        Self { declared, damage }
    }

    /// Why this id cannot stand where one of `sort` is wanted, and what to do; nothing when it can.
    pub(super) fn refuse(&self, id: &str, sort: Sort) -> Option<(String, String)> {
        let rule = format!("the {}s are listed under [[{}]]", sort.noun(), sort.table());
        match self.declared.get(id) {
            Some(found) if found.contains(&sort) => None,
            Some(found) => Some((format!("`{id}` is {}, not {}", found[0].name(), sort.name()), rule)),
            None if self.damage.may_declare(id) => None,
            None => {
                let mend = suggest(id, self.of(|other| other == sort), &rule);
                Some((format!("`{id}` is no {} of this story", sort.noun()), mend))
            }
        }
    }

    /// What a link in a text finds under this id.
    pub(super) fn target(&self, id: &str) -> Option<Target> {
        match self.declared.get(id) {
            Some(found) => found.iter().find_map(|sort| sort.target()),
            None => self.damage.may_declare(id).then_some(Target::Thing),
        }
    }

    /// What to do about a link that leads nowhere.
    pub(super) fn mend_link(&self, id: &str) -> String {
        if let Some(found) = self.declared.get(id) {
            return format!("{} has no place of its own to link to; drop the link", found[0].name());
        }
        let rule = "a link leads to an actor, tie, event, question, point, record note, source or glossary term";
        suggest(id, self.of(|sort| sort.target().is_some()), rule)
    }

    fn of(&self, fits: impl Fn(Sort) -> bool) -> impl Iterator<Item = &'a str> {
        let fitting = self
            .declared
            .iter()
            .filter(move |(_, found)| found.iter().any(|sort| fits(*sort)));
        fitting.map(|(id, _)| *id)
    }
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
