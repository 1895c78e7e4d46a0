//! A table that is being read: which fields it has, which were asked for, and
//! where each stands. What the fields mean is not known here.

use std::cell::RefCell;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Context;
use super::nearest::suggest;

/// A table of the file. Reading a field notes that it is known; [`Fields::close`] refuses the others.
pub(super) struct Fields<'a> {
    pub(super) context: &'a Context<'a>,
    header: &'static str,
    table: &'a DeTable<'a>,
    start: usize,
    asked: RefCell<Vec<&'static str>>,
}

/// A thing that was read, with the table it was read from.
pub(super) struct Placed<'a, T> {
    pub(super) value: T,
    pub(super) fields: Fields<'a>,
}

impl<'a> Fields<'a> {
    /// The file itself.
    pub(super) fn root(context: &'a Context<'a>, table: &'a DeTable<'a>) -> Self {
        Self {
            context,
            header: "",
            table,
            start: 0,
            asked: RefCell::default(),
        }
    }

    /// The value of a field, when it is there.
    pub(super) fn get(&self, name: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        if !self.asked.borrow().contains(&name) {
            self.asked.borrow_mut().push(name);
        }
        self.table.get(name)
    }

    /// The value of a field that must be there; `example` shows how it is written.
    pub(super) fn need(&self, name: &'static str, example: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.need_as(name, || format!("add `{name} = {example}`"))
    }

    /// As [`Fields::need`], with other words for what to do.
    pub(super) fn need_as(
        &self,
        name: &'static str,
        mend: impl FnOnce() -> String,
    ) -> Option<&'a Spanned<DeValue<'a>>> {
        let value = self.get(name);
        if value.is_none() {
            self.report(self.start, format!("{} has no `{name}`", self.title()), mend());
        }
        value
    }

    /// Whether a field is there, whatever it holds.
    pub(super) fn has(&self, name: &'static str) -> bool {
        self.get(name).is_some()
    }

    /// Whether a field holds this word.
    pub(super) fn string_is(&self, name: &'static str, word: &str) -> bool {
        self.get(name).and_then(|value| value.get_ref().as_str()) == Some(word)
    }

    /// Whether a field is there and not an empty list.
    pub(super) fn has_members(&self, name: &'static str) -> bool {
        self.get(name).is_some_and(|value| !items(value).is_empty())
    }

    /// Where the table begins.
    pub(super) fn head(&self) -> usize {
        self.start
    }

    /// Where the value of a field stands; without the field, the head of the table.
    pub(super) fn at(&self, name: &str) -> usize {
        self.table.get(name).map_or(self.start, |value| value.span().start)
    }

    /// Where a word stands in a list of words, or the list when the word is not in it.
    pub(super) fn at_item(&self, name: &str, word: &str) -> usize {
        let list = self.table.get(name).and_then(|value| value.get_ref().as_array());
        let mut items = list.into_iter().flat_map(|list| list.iter());
        items
            .find(|item| item.get_ref().as_str() == Some(word))
            .map_or(self.at(name), |item| item.span().start)
    }

    /// What its head looks like in the file.
    pub(super) fn header(&self) -> &'static str {
        self.header
    }

    /// What the table is called in a problem: its head, and its id when it has one.
    pub(super) fn title(&self) -> String {
        match self.table.get("id").and_then(|id| id.get_ref().as_str()) {
            Some(id) => format!("{} `{id}`", self.header),
            None => self.header.to_owned(),
        }
    }

    /// Notes a problem.
    pub(super) fn report(&self, at: usize, what: impl Into<String>, mend: impl Into<String>) {
        self.context.log.add(at, what, mend);
    }

    /// Notes that something is not there that should be elsewhere in the file.
    pub(super) fn report_missing(&self, at: usize, what: impl Into<String>, mend: impl Into<String>) {
        self.context.log.add_missing(at, what, mend);
    }

    /// Reads the table that stands once under this name.
    pub(super) fn one<T>(&self, name: &'static str, header: &'static str, read: fn(&Fields<'a>) -> T) -> Option<T> {
        let Some(value) = self.get(name) else {
            self.context.log.add_missing(
                0,
                format!("the file has no `{header}`"),
                format!("add the table `{header}`"),
            );
            return None;
        };
        if let DeValue::Array(_) = value.get_ref() {
            let what = format!("`{name}` stands once, and is written as a list");
            self.report(
                value.span().start,
                what,
                format!("write `{header}`, with one bracket, and keep one"),
            );
        }
        self.rows(value, header)
            .into_iter()
            .map(|fields| fields.read(read).value)
            .next()
    }

    /// Reads the tables that stand any number of times under this name.
    pub(super) fn each<T>(
        &self,
        name: &'static str,
        header: &'static str,
        read: fn(&Fields<'a>) -> T,
    ) -> Vec<Placed<'a, T>> {
        let Some(value) = self.get(name) else {
            return Vec::new();
        };
        if let DeValue::Table(table) = value.get_ref() {
            let what = format!("`{name}` stands for many, and is written as one");
            self.report(
                value.span().start,
                what,
                format!("write `{header}`, with two brackets, before what belongs to it"),
            );
            if holds_only_tables(table) {
                return Vec::new();
            }
        }
        self.rows(value, header)
            .into_iter()
            .map(|fields| fields.read(read))
            .collect()
    }

    /// Tells when there is not one table under this name.
    pub(super) fn want(&self, name: &'static str) {
        if !self.has_members(name) {
            self.report_missing(0, format!("the file has no `[[{name}]]`"), "a story needs at least one");
        }
    }

    fn read<T>(self, read: fn(&Fields<'a>) -> T) -> Placed<'a, T> {
        let value = read(&self);
        self.close();
        Placed { value, fields: self }
    }

    fn rows(&self, value: &'a Spanned<DeValue<'a>>, header: &'static str) -> Vec<Fields<'a>> {
        let (rows, others): (Vec<_>, Vec<_>) = items(value).iter().partition(|item| item.get_ref().is_table());
        for other in others {
            self.report(
                other.span().start,
                format!("this is no table `{header}`"),
                format!("begin it with `{header}`"),
            );
        }
        rows.into_iter()
            .filter_map(|row| Some(self.row(row.get_ref().as_table()?, row.span().start, header)))
            .collect()
    }

    /// A table inside this one.
    pub(super) fn row(&self, table: &'a DeTable<'a>, start: usize, header: &'static str) -> Fields<'a> {
        Fields {
            context: self.context,
            header,
            table,
            start,
            asked: RefCell::default(),
        }
    }

    /// Refuses the fields that nobody asked for.
    pub(super) fn close(&self) {
        let asked = self.asked.borrow();
        for (key, _) in self.table {
            let name = key.get_ref().as_ref();
            if asked.contains(&name) {
                continue;
            }
            let (what, rule) = if self.header.is_empty() {
                (format!("there is no table `{name}`"), "the tables are")
            } else {
                (format!("{} has no field `{name}`", self.header), "its fields are")
            };
            let rule = format!("{rule}: {}", asked.join(" "));
            self.report(key.span().start, what, suggest(name, asked.iter().copied(), &rule));
        }
    }
}

/// The tables under a name with the places where they begin, in silence about whatever else is there.
pub(super) fn tables<'a>(parent: &'a DeTable<'a>, name: &str) -> impl Iterator<Item = (&'a DeTable<'a>, usize)> {
    let items = parent.get(name).map(items).unwrap_or_default();
    items
        .iter()
        .filter_map(|item| Some((item.get_ref().as_table()?, item.span().start)))
}

/// Whether nobody wrote this table: a `[[question.point]]` before its question makes one.
fn holds_only_tables(table: &DeTable<'_>) -> bool {
    table
        .iter()
        .all(|(_, value)| items(value).iter().all(|item| item.get_ref().is_table()))
}

/// The members of a list; anything else counts as a list of one.
fn items<'a>(value: &'a Spanned<DeValue<'a>>) -> &'a [Spanned<DeValue<'a>>] {
    match value.get_ref() {
        DeValue::Array(list) => list,
        _ => std::slice::from_ref(value),
    }
}
