//! Reads the value of a field: words, texts, dates, choices, lists. Each reader
//! tells what is wrong and then gives an empty stand-in.

use toml::Spanned;
use toml::de::DeValue;

use super::super::date::{DateError, Shape, When};
use super::super::text::{Text, TextError, TextFault};
use super::calendar::no_such_day;
use super::fields::Fields;
use super::nearest::suggest;
use super::visible::{is_visible, unseen};

type Value<'a> = Spanned<DeValue<'a>>;

/// What a string looks like in the file.
const STRING: &str = "\"…\"";

impl<'a> Fields<'a> {
    /// Words without markup.
    pub(super) fn words(&self, name: &'static str) -> String {
        self.need(name, STRING)
            .map(|value| self.plain(name, value))
            .unwrap_or_default()
    }

    /// Words without markup that may be left out.
    pub(super) fn opt_words(&self, name: &'static str) -> Option<String> {
        self.get(name).map(|value| self.plain(name, value))
    }

    /// Words that must fit on a label.
    pub(super) fn label(&self, name: &'static str, most: usize) -> String {
        let words = self.words(name);
        let count = words.chars().count();
        if count > most {
            let what = format!("`{name}` has {count} characters, and {most} is the most");
            self.report(
                self.at(name),
                what,
                format!("shorten it by {}: it is a label", count - most),
            );
        }
        words
    }

    /// Words that have little room, when they are there.
    pub(super) fn opt_label(&self, name: &'static str, most: usize) -> Option<String> {
        self.has(name).then(|| self.label(name, most))
    }

    /// Different words, none or many.
    pub(super) fn opt_words_list(&self, name: &'static str) -> Vec<String> {
        let items = self.get(name).map(|value| self.list(name, value)).unwrap_or_default();
        self.refuse_repeats(name, items);
        items.iter().map(|item| self.plain(name, item)).collect()
    }

    /// A text with the tiny markup.
    pub(super) fn text(&self, name: &'static str) -> Text {
        self.need(name, STRING)
            .map(|value| self.marked_up(name, value))
            .unwrap_or_default()
    }

    /// A text with the tiny markup that may be left out.
    pub(super) fn opt_text(&self, name: &'static str) -> Option<Text> {
        self.get(name).map(|value| self.marked_up(name, value))
    }

    /// Texts, at least one.
    pub(super) fn texts(&self, name: &'static str) -> Vec<Text> {
        self.some(name, "[\"…\"]")
            .iter()
            .map(|item| self.marked_up(name, item))
            .collect()
    }

    /// Texts, none or many.
    pub(super) fn opt_texts(&self, name: &'static str) -> Vec<Text> {
        let items = self.get(name).map(|value| self.list(name, value)).unwrap_or_default();
        items.iter().map(|item| self.marked_up(name, item)).collect()
    }

    /// A list that must be there with at least one member.
    pub(super) fn some(&self, name: &'static str, example: &str) -> &'a [Value<'a>] {
        let Some(value) = self.need(name, example) else {
            return &[];
        };
        let items = self.list(name, value);
        if items.is_empty() && value.get_ref().is_array() {
            let what = format!("`{name}` is empty");
            self.report(
                value.span().start,
                what,
                format!("give at least one, as in `{name} = {example}`"),
            );
        }
        items
    }

    /// The members of a list.
    pub(super) fn list(&self, name: &str, value: &'a Value<'a>) -> &'a [Value<'a>] {
        let Some(list) = value.get_ref().as_array() else {
            self.wrong(name, value, "a list", "put it in brackets: `[…]`");
            return &[];
        };
        list
    }

    /// Tells of strings that stand twice in a list.
    pub(super) fn refuse_repeats(&self, name: &str, items: &[Value<'_>]) {
        for (idx, item) in items.iter().enumerate() {
            let Some(word) = item.get_ref().as_str() else { continue };
            if items[..idx]
                .iter()
                .any(|earlier| earlier.get_ref().as_str() == Some(word))
            {
                self.report(
                    item.span().start,
                    format!("`{word}` stands twice in `{name}`"),
                    "drop one of the two",
                );
            }
        }
    }

    /// A date or a stretch of time.
    pub(super) fn opt_when(&self, name: &'static str) -> Option<When> {
        let value = self.get(name)?;
        let Some(source) = value.get_ref().as_str() else {
            self.wrong(name, value, "a date in quotes", "put it in quotes: `\"2018-07\"`");
            return None;
        };
        let mend = |error: &DateError| match error {
            DateError::Reversed(_) => "swap the two ends, or correct one of them",
            DateError::NotEdtf(_) | DateError::Unsupported(_) => {
                "write it as `2018-07-02`, `2018-07`, `2019-22` for summer, `1981`, `2019-10-30?`, `1981/2019-11`, `1981/..`"
            }
        };
        let tell = |error: DateError| match no_such_day(source) {
            Some(what) => self.report(value.span().start, what, "correct the day or the month"),
            None => self.report(value.span().start, error.to_string(), mend(&error)),
        };
        When::parse(source).map_err(tell).ok()
    }

    /// One date that must be there, not a stretch of time.
    pub(super) fn one_date(&self, name: &'static str) -> Option<When> {
        self.need(name, "\"YYYY-MM-DD\"")?;
        let when = self.opt_when(name)?;
        if let Shape::Interval(..) = when.shape() {
            let what = format!("`{name}` is a stretch of time, and must be one date");
            self.report(self.at(name), what, "give the one date");
        }
        Some(when)
    }

    /// One of a closed list of words.
    pub(super) fn choice<T: Copy>(&self, name: &'static str, all: &[T], word: fn(T) -> &'static str) -> T {
        let words: Vec<_> = all.iter().map(|choice| word(*choice)).collect();
        let rule = format!("one of: {}", words.join(" "));
        let Some(value) = self.need_as(name, || format!("add `{name} = \"…\"`, {rule}")) else {
            return all[0];
        };
        let Some(given) = self.string(name, value) else {
            return all[0];
        };
        let known = all.iter().copied().find(|choice| word(*choice) == given);
        known.unwrap_or_else(|| {
            let what = format!("`{given}` is no `{name}` of {}", self.header());
            let mend = suggest(given, words.iter().copied(), &format!("take {rule}"));
            self.report(value.span().start, what, mend);
            all[0]
        })
    }

    /// Yes or no, when it is there.
    pub(super) fn opt_flag(&self, name: &'static str) -> Option<bool> {
        let value = self.get(name)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong(name, value, "true or false", "write `true` or `false`, without quotes");
        }
        flag
    }

    /// A string that is not empty.
    pub(super) fn string(&self, name: &str, value: &'a Value<'a>) -> Option<&'a str> {
        let Some(words) = value.get_ref().as_str() else {
            self.wrong(name, value, "words in quotes", "write it in quotes: `\"…\"`");
            return None;
        };
        if words.trim().is_empty() {
            self.report(
                value.span().start,
                format!("`{name}` is empty"),
                "fill it in, or leave it out where it is optional",
            );
            return None;
        }
        if !is_visible(words) {
            let what = format!("nothing of `{name}` can be seen");
            self.report(value.span().start, what, "write it in letters that can be seen");
            return None;
        }
        if let Some((idx, unseen)) = unseen(words) {
            let letter = u32::from(words[idx..].chars().next().unwrap_or_default());
            let what = format!("`{name}` holds U+{letter:04X}, {unseen}");
            let mend = "delete it; write the words again where it cannot be found";
            self.report(self.inside(value, words, idx), what, mend);
        }
        Some(words)
    }

    /// Says that a value is not of the kind that is wanted.
    pub(super) fn wrong(&self, name: &str, value: &Value<'_>, wanted: &str, mend: &str) {
        let what = format!("`{name}` must be {wanted}, and is {}", kind(value.get_ref()));
        self.report(value.span().start, what, mend);
    }

    fn plain(&self, name: &'static str, value: &'a Value<'a>) -> String {
        let Some(words) = self.string(name, value) else {
            return String::new();
        };
        let beyond = |letter: char| letter.is_control() || matches!(letter, '<' | '>' | '`' | '*');
        if let Some(idx) = words.find(beyond) {
            let what = format!("`{name}` is plain words, and this is markup, a line break or a tab");
            self.report(
                self.inside(value, words, idx),
                what,
                "write it in plain words on one line",
            );
        }
        words.to_owned()
    }

    fn marked_up(&self, name: &'static str, value: &'a Value<'a>) -> Text {
        let Some(words) = self.string(name, value) else {
            return Text::default();
        };
        Text::parse(words, |id| self.context.ids.target(id)).unwrap_or_else(|errors| {
            for TextError { at, fault } in errors {
                let at = self.inside(value, words, at);
                match &fault {
                    TextFault::Unknown(id) => self.context.ids.leads_nowhere(id, at, fault.to_string()),
                    other => self.report(at, fault.to_string(), mend_text(other)),
                }
            }
            Text::default()
        })
    }

    /// The place of a byte of a string; the string's own where escapes make it hard to tell.
    fn inside(&self, value: &Value<'_>, words: &str, at: usize) -> usize {
        let raw = self.context.log.source().get(value.span()).unwrap_or_default();
        value.span().start + raw.find(words).map_or(0, |start| start + at)
    }
}

/// A whole number from 1 to 255.
pub(super) fn whole_number(value: &DeValue<'_>) -> Option<u8> {
    let number = value.as_integer()?;
    u8::from_str_radix(number.as_str(), number.radix())
        .ok()
        .filter(|number| *number > 0)
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "words in quotes",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date without quotes",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

fn mend_text(fault: &TextFault) -> &'static str {
    match fault {
        TextFault::Control => "write it on one line; in `\"\"\"` strings end a line with `\\` to go on",
        TextFault::Address => "put the address into a [[source]], and link to it as `[words](#id)`",
        TextFault::Strong => "write `*words*` for emphasis",
        TextFault::Star => "write `*words*` for emphasis, or drop the `*`",
        TextFault::Emphasis(_) => "write `*words*`: words alone, the stars close to them",
        TextFault::Bracket(_) => "write a link as `[words](#id)`; other brackets are round",
        TextFault::Elsewhere(_) => "write `[words](#id)`; addresses stand in the [[source]] tables",
        TextFault::Words(_) => "write `[words](#id)` with plain words",
        TextFault::Character(_) | TextFault::Unknown(_) => {
            "write plain sentences, with `*word*` and `[words](#id)` alone"
        }
    }
}
