//! Reads what one thing says of others: its own id, the ids it names, its
//! evidence, and where in the article it stands.

use toml::Spanned;
use toml::de::DeValue;

use super::super::ids::{RecordId, is_id};
use super::super::kinds::{Basis, Verdict};
use super::super::locator::{Locator, LocatorError};
use super::super::{Evidence, RecordRef};
use super::fields::Fields;
use super::reserved::{self, is_reserved};
use super::sorts::Id;

impl<'a> Fields<'a> {
    /// The thing's own id. That it is the only one of its name was seen before.
    pub(super) fn id<T: Id>(&self) -> T {
        let value = self.need("id", "\"…\"");
        let id = value.and_then(|value| self.string("id", value)).unwrap_or_default();
        self.hold_new_id("id", id);
        T::from(id)
    }

    /// Tells when words cannot be given to a thing as its id.
    pub(super) fn hold_new_id(&self, name: &str, id: &str) {
        self.hold_id(name, id);
        if is_reserved(id) {
            let what = format!("the id `{id}` is one of the page's own");
            self.report(self.at(name), what, format!("give it another; {}", reserved::rule()));
        }
    }

    /// Tells when words are no id; that there are none was told before.
    pub(super) fn hold_id(&self, name: &str, words: &str) {
        if !words.is_empty() && !is_id(words) {
            let what = format!("`{name}` cannot be `{words}`");
            let mend = "begin with a lower-case letter and go on with lower-case letters, digits and hyphens, as in `t-asylum-1981`";
            self.report(self.at(name), what, mend);
        }
    }

    /// The id of another thing.
    pub(super) fn reference<T: Id>(&self, name: &'static str) -> T {
        let value = self.need(name, "\"…\"");
        T::from(value.and_then(|value| self.known::<T>(name, value)).unwrap_or_default())
    }

    /// The ids of other things, none or many.
    pub(super) fn opt_references<T: Id>(&self, name: &'static str) -> Vec<T> {
        self.get(name)
            .map(|value| self.resolve(name, self.list(name, value)))
            .unwrap_or_default()
    }

    /// The ids of other things, at least one.
    pub(super) fn references<T: Id>(&self, name: &'static str) -> Vec<T> {
        self.resolve(name, self.some(name, "[\"…\"]"))
    }

    /// The words of a list that name things, without a look at whether they do: that is told where the list is read.
    pub(super) fn quiet_ids<T: Id>(&self, name: &'static str) -> Vec<T> {
        let items = self.get(name).and_then(|value| value.get_ref().as_array());
        items
            .into_iter()
            .flatten()
            .filter_map(|item| item.get_ref().as_str())
            .map(T::from)
            .collect()
    }

    fn resolve<T: Id>(&self, name: &'static str, items: &'a [Spanned<DeValue<'a>>]) -> Vec<T> {
        self.refuse_repeats(name, items);
        items
            .iter()
            .filter_map(|item| self.known::<T>(name, item))
            .map(T::from)
            .collect()
    }

    /// The id in a value, when it names a thing of the right sort.
    fn known<T: Id>(&self, name: &str, value: &'a Spanned<DeValue<'a>>) -> Option<&'a str> {
        let id = self.string(name, value)?;
        self.context.ids.names(id, T::SORT, value.span().start).then_some(id)
    }

    /// References to record notes: ids, or tables with an id and a verdict of their own.
    pub(super) fn records(&self, name: &'static str) -> Vec<RecordRef> {
        let items = self.get(name).map(|value| self.list(name, value)).unwrap_or_default();
        self.refuse_repeats(name, items);
        items.iter().filter_map(|item| self.record(name, item)).collect()
    }

    fn record(&self, name: &'static str, item: &'a Spanned<DeValue<'a>>) -> Option<RecordRef> {
        let DeValue::Table(table) = item.get_ref() else {
            let id = self.known::<RecordId>(name, item)?;
            let verdict = *self.context.verdicts.get(id)?;
            return Some(RecordRef { id: id.into(), verdict });
        };
        let fields = self.row(table, item.span().start, "the reference");
        let id = fields.reference("id");
        let verdict = fields.choice("verdict", Verdict::ALL, Verdict::word);
        fields.close();
        Some(RecordRef { id, verdict })
    }

    /// Who says it, where, and what the record shows; `hedge` is read by those who may have one.
    pub(super) fn evidence(&self) -> Evidence {
        let basis = self.choice("basis", Basis::ALL, Basis::word);
        Evidence {
            basis,
            hedge: None,
            at: self.locators(),
            record: self.records("record"),
            reply: Vec::new(),
        }
    }

    /// As [`Fields::evidence`], with the words by which the article holds back.
    pub(super) fn hedged_evidence(&self) -> Evidence {
        let hedge = self.opt_words("hedge");
        let count = hedge.as_deref().map_or(0, |hedge| hedge.split_whitespace().count());
        if count > MOST_HEDGE_WORDS {
            let what = format!("`hedge` has {count} words, and {MOST_HEDGE_WORDS} is the most");
            self.report(
                self.at("hedge"),
                what,
                "keep only the word or two by which the article holds back",
            );
        }
        let evidence = self.evidence();
        let reply = self.replies(&evidence.record);
        Evidence {
            hedge,
            reply,
            ..evidence
        }
    }

    /// Notes with the reply of whom the thing speaks against. A note is told once: as a reply, or as what the record shows.
    fn replies(&self, record: &[RecordRef]) -> Vec<RecordId> {
        let replies: Vec<RecordId> = self.opt_references("reply");
        for id in replies.iter().filter(|id| record.iter().any(|note| note.id == **id)) {
            let what = format!("`{id}` stands in both `reply` and `record`");
            let mend = "keep it in `reply` where it is the other side's voice, else in `record`";
            self.report(self.at_item("reply", id.as_str()), what, mend);
        }
        for id in &replies {
            let verdict = self.context.verdicts.get(id.as_str());
            if let Some(Verdict::Supports | Verdict::Contradicts) = verdict {
                let what = format!("the reply `{id}` has a verdict on who is right");
                let mend = "a reply is a voice: give the note the verdict `completes`, or name it in `record`";
                self.report(self.at_item("reply", id.as_str()), what, mend);
            }
        }
        replies
    }

    fn locators(&self) -> Vec<Locator> {
        let items = self.some("at", "[\"5.3\"]");
        self.refuse_repeats("at", items);
        items.iter().filter_map(|item| self.locator(item)).collect()
    }

    fn locator(&self, item: &'a Spanned<DeValue<'a>>) -> Option<Locator> {
        let source = self.string("at", item)?;
        let locator = Locator::parse(source).and_then(|locator| match &self.context.sentences {
            Some(sentences) => locator.fits(sentences).map(|()| locator),
            None => Ok(locator),
        });
        let tell = |error| self.report(item.span().start, format!("`{source}` {error}"), mend(error));
        locator.map_err(tell).ok()
    }
}

/// A hedge keeps a word or two; more would copy the article.
const MOST_HEDGE_WORDS: usize = 6;

fn mend(error: LocatorError) -> &'static str {
    match error {
        LocatorError::Form => {
            "write `\"5.3\"` for sentence 3 of paragraph 5, `\"5\"` for a whole paragraph, `\"7.2-7.3\"` for a run, `\"0\"` for the headline"
        }
        LocatorError::Backwards => "name the earlier place first, or give one place alone",
        LocatorError::NoParagraph { .. } | LocatorError::NoSentence { .. } => {
            "correct the place; `[article] sentences` says how many sentences each paragraph has, the headline first"
        }
    }
}
