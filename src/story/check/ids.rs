//! What in a story can be named: every id, what it stands for, and where.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use toml::de::DeTable;

use super::super::text::Target;
use super::log::Log;
use super::nearest::{nearest, suggest};
use super::sorts::Sort;
use super::syntax::Damage;

/// All ids of a file, and who names them.
pub(super) struct Ids<'a> {
    /// What each id stands for. More than one thing is a problem, told once:
    /// whoever names the id means the one that fits.
    declared: BTreeMap<&'a str, Vec<Declared>>,
    damage: &'a Damage,
    /// The ids that something names.
    named: RefCell<BTreeSet<&'a str>>,
    /// What names nothing.
    unknown: RefCell<Vec<Unknown>>,
}

/// Where an id is given to a thing.
struct Declared {
    at: usize,
    sort: Sort,
}

/// A place that names what is not there.
struct Unknown {
    at: usize,
    id: String,
    /// What it must stand for there; a link in a text leads to whatever has a place on the page.
    wanted: Option<Sort>,
    what: String,
    rule: String,
}

impl Unknown {
    fn fits(&self, sort: Sort) -> bool {
        self.wanted.map_or(sort.target().is_some(), |wanted| wanted == sort)
    }
}

impl<'a> Ids<'a> {
    /// Collects the ids, also those of things that cannot be used, and tells which are repeated.
    pub(super) fn scan(tree: &'a DeTable<'a>, damage: &'a Damage, log: &Log<'_>) -> Self {
        let mut found: Vec<_> = Sort::ALL.iter().flat_map(|sort| sort.given(tree)).collect();
        found.sort_unstable_by_key(|(at, ..)| *at);
        let mut declared: BTreeMap<&str, Vec<Declared>> = BTreeMap::new();
        for (at, id, sort) in found {
            let known = declared.entry(id).or_default();
            if let Some(first) = known.first() {
                let (line, _) = log.place(first.at);
                let mend = format!(
                    "the first is {} on line {line}; give this one an id of its own",
                    first.sort.name()
                );
                log.add(at, format!("the id `{id}` is given twice"), mend);
            }
            known.push(Declared { at, sort });
        }
        Self {
            declared,
            damage,
            named: RefCell::default(),
            unknown: RefCell::default(),
        }
    }

    /// Takes note of a place that names an id where one of `sort` is wanted; whether it can stand there.
    pub(super) fn names(&self, id: &'a str, sort: Sort, at: usize) -> bool {
        let rule = format!("the {}s are listed under [[{}]]", sort.noun(), sort.table());
        let what = match self.declared.get(id) {
            Some(found) if found.iter().any(|known| known.sort == sort) => {
                self.named.borrow_mut().insert(id);
                return true;
            }
            Some(found) => format!("`{id}` is {}, not {}", found[0].sort.name(), sort.name()),
            None if self.damage.may_declare(id) => return true,
            None => format!("`{id}` is no {} of this story", sort.noun()),
        };
        self.unknown.borrow_mut().push(Unknown {
            at,
            id: id.to_owned(),
            wanted: Some(sort),
            what,
            rule,
        });
        false
    }

    /// What a link in a text finds under this id.
    pub(super) fn target(&self, id: &str) -> Option<Target> {
        match self.declared.get_key_value(id) {
            Some((id, found)) => {
                self.named.borrow_mut().insert(id);
                found.iter().find_map(|known| known.sort.target())
            }
            None => self.damage.may_declare(id).then_some(Target::Thing),
        }
    }

    /// Takes note of a link in a text under whose id nothing was found.
    pub(super) fn leads_nowhere(&self, id: &str, at: usize, what: String) {
        let rule = match self.declared.get(id) {
            Some(found) => format!(
                "{} has no place of its own to link to; drop the link",
                found[0].sort.name()
            ),
            None => {
                "a link leads to an actor, tie, event, question, point, record note, source or glossary term".into()
            }
        };
        self.unknown.borrow_mut().push(Unknown {
            at,
            id: id.to_owned(),
            wanted: None,
            what,
            rule,
        });
    }

    /// Tells what names nothing, and which sources and notes nothing names.
    ///
    /// Where several places name one id that is not there, and nothing names one that is almost the same,
    /// the id is misspelt where it is given: that is told, once, and not what follows from it.
    pub(super) fn tell(&self, log: &Log<'_>) {
        let mut misspelt = BTreeSet::new();
        let unknown = self.unknown.borrow();
        let mut of_id: BTreeMap<&str, Vec<&Unknown>> = BTreeMap::new();
        for place in unknown.iter() {
            of_id.entry(&place.id).or_default().push(place);
        }
        for (id, places) in of_id {
            match self.misspelt(id, &places) {
                Some((given, at)) => {
                    misspelt.insert(given);
                    let lines: Vec<String> = places.iter().map(|place| log.place(place.at).0.to_string()).collect();
                    let what = format!(
                        "nothing names `{given}`, and {} places name `{id}`, which is not there",
                        places.len()
                    );
                    let mend = format!("write `id = \"{id}\"` here, or correct lines {}", lines.join(", "));
                    log.add(at, what, mend);
                }
                None => places.iter().for_each(|place| self.tell_place(place, log)),
            }
        }
        self.tell_unnamed(&misspelt, log);
    }

    fn tell_place(&self, place: &Unknown, log: &Log<'_>) {
        let mend = if self.declared.contains_key(&*place.id) {
            place.rule.clone()
        } else {
            let candidates = self.of(|sort| place.fits(sort));
            suggest(&place.id, candidates, &place.rule)
        };
        log.add(place.at, place.what.as_str(), mend);
    }

    /// The id that was meant to be `id` where it was given, and where that is.
    fn misspelt(&self, id: &str, places: &[&Unknown]) -> Option<(&'a str, usize)> {
        if places.len() < 2 || self.declared.contains_key(id) {
            return None;
        }
        let fits = |sort| places.iter().all(|place| place.fits(sort));
        let given = nearest(id, self.of(fits))?;
        let is_named = self.named.borrow().contains(given);
        let declared = self.declared.get(given)?;
        (!is_named).then(|| (given, declared[0].at))
    }

    /// Of what nobody names a reader never learns why it is there.
    fn tell_unnamed(&self, misspelt: &BTreeSet<&str>, log: &Log<'_>) {
        let named = self.named.borrow();
        let idle = self
            .declared
            .iter()
            .filter(|(id, _)| !named.contains(*id) && !misspelt.contains(*id));
        for (id, declared) in idle {
            let Declared { at, sort } = declared[0];
            let mend = match sort {
                Sort::Source => "name it in the `sources` of the note that rests on it, or drop it",
                Sort::Record => "name it in a `record`, `reply` or `since`, or drop it",
                _ => continue,
            };
            log.add_missing(at, format!("nothing names the {} `{id}`", sort.noun()), mend);
        }
    }

    fn of(&self, fits: impl Fn(Sort) -> bool) -> impl Iterator<Item = &'a str> {
        let fitting = self
            .declared
            .iter()
            .filter(move |(_, found)| found.iter().any(|known| fits(known.sort)));
        fitting.map(|(id, _)| *id)
    }
}
