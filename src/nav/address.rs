//! The fragment codec. A fragment names a place: `question`, then `actor`,
//! `tie`, `event`, `claim`, `record`, `term`, `map`, `asof` and `lens`.
//!
//! Total in both directions: any string gives an address, and one that was
//! written reads back as itself. Whether the ids exist is not known here.
//!
//! What newsletters, messengers and sentences hang on to an address
//! (`?utm_source=nl`, `%20`, a full stop) is ignored; `static/start.js` reads
//! the id by the same rule.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use crate::story::ids::is_id;
use crate::story::kinds::Basis;

/// A place as an address names it; nothing in it is resolved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The id before the first `&`: a question, or any thing of the story.
    pub id: Option<String>,
    /// The selected actor.
    pub actor: Option<String>,
    /// The selected tie.
    pub tie: Option<String>,
    /// The selected event.
    pub event: Option<String>,
    /// The point whose evidence is open.
    pub claim: Option<String>,
    /// The selected note of the record.
    pub record: Option<String>,
    /// The selected term of the glossary.
    pub term: Option<String>,
    /// Whether the map shows everyone: `map=whole`.
    pub whole: bool,
    /// The pinned date, in EDTF.
    pub asof: Option<String>,
    /// The bases shown; empty means all.
    pub lens: Vec<Basis>,
}

/// A text, taken apart after its first letters of this sort, all of ASCII.
fn leading(text: &str, is_of: fn(u8) -> bool) -> (&str, &str) {
    let end = text.bytes().position(|byte| !is_of(byte));
    text.split_at(end.unwrap_or(text.len()))
}

/// The id that a text begins with. A longer word is another word, and `key=` is a key.
fn leading_id(text: &str) -> Option<&str> {
    let (id, rest) = leading(text, |byte| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'
    });
    let goes_on = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte == b'=';
    (is_id(id) && !rest.as_bytes().first().is_some_and(goes_on)).then_some(id)
}

/// The date that a text begins with, as far as its characters tell: those that EDTF level 1 needs.
fn leading_date(text: &str) -> Option<&str> {
    let (mut date, rest) = leading(text, |byte| byte.is_ascii_digit() || b"-/.?~%X".contains(&byte));
    // A question mark makes a date uncertain, unless it begins what was hung on.
    while let Some(shorter) = date.strip_suffix('?').filter(|_| !rest.is_empty()) {
        date = shorter;
    }
    // Two dots end an open stretch, any others end a sentence.
    let open = date.as_bytes().windows(3).position(|three| three == b"/..");
    if let Some(at) = open {
        date = &date[..at + 3];
    }
    while let Some(shorter) = date.strip_suffix('.').filter(|_| open.is_none()) {
        date = shorter;
    }
    (!date.is_empty() && date.len() <= 32).then_some(date)
}

impl FromStr for Address {
    type Err = Infallible;

    fn from_str(fragment: &str) -> Result<Self, Infallible> {
        let mut address = Self::default();
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        for (idx, part) in fragment.split('&').enumerate() {
            match (leading_id(part), part.split_once('=')) {
                (Some(id), _) if idx == 0 => address.id = Some(id.to_owned()),
                (_, Some((key, value))) => address.set(key, &decode(value)),
                _ => {}
            }
        }
        Ok(address)
    }
}

impl Address {
    fn set(&mut self, key: &str, value: &str) {
        let id = leading_id(value).map(str::to_owned);
        match key {
            "actor" => self.actor = id,
            "tie" => self.tie = id,
            "event" => self.event = id,
            "claim" => self.claim = id,
            "record" => self.record = id,
            "term" => self.term = id,
            "map" => self.whole = id.as_deref() == Some("whole"),
            "asof" => self.asof = leading_date(value).map(str::to_owned),
            "lens" => {
                let words = value.split(',').filter_map(leading_id);
                self.lens = words.filter_map(Basis::from_word).collect();
            }
            _ => {}
        }
    }
}

/// Browsers and messengers percent-encode `/`, `?` and `,` now and then.
fn decode(value: &str) -> String {
    let mut out = Vec::with_capacity(value.len());
    let mut bytes = value.bytes();
    while let Some(byte) = bytes.next() {
        let hex = |digit: Option<u8>| digit.and_then(|digit| char::from(digit).to_digit(16));
        if byte != b'%' {
            out.push(byte);
            continue;
        }
        let mut ahead = bytes.clone();
        match (hex(ahead.next()), hex(ahead.next())) {
            (Some(high), Some(low)) => {
                out.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                bytes = ahead;
            }
            // A lone `%` marks a date as approximate and uncertain.
            _ => out.push(byte),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("#")?;
        f.write_str(self.id.as_deref().unwrap_or_default())?;
        let pairs = [
            ("actor", &self.actor),
            ("tie", &self.tie),
            ("event", &self.event),
            ("claim", &self.claim),
            ("record", &self.record),
            ("term", &self.term),
        ];
        for (key, value) in pairs {
            if let Some(value) = value {
                write!(f, "&{key}={value}")?;
            }
        }
        if self.whole {
            f.write_str("&map=whole")?;
        }
        if let Some(asof) = &self.asof {
            write!(f, "&asof={}", asof.replace('%', "%25"))?;
        }
        for (idx, basis) in self.lens.iter().enumerate() {
            f.write_str(if idx == 0 { "&lens=" } else { "," })?;
            f.write_str(basis.word())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(fragment: &str) -> Address {
        let Ok(address) = fragment.parse();
        address
    }

    #[test]
    fn what_is_written_reads_back_as_itself() {
        for fragment in [
            "#",
            "#is-france-moving",
            "#what-plot&actor=mek",
            "#what-plot&tie=t-plot&claim=p-1",
            "#refusal&event=e-2019&asof=2019-22",
            "#refusal&actor=mek&map=whole&asof=2019",
            "#refusal&record=r-2021",
            "#refusal&term=g-jcpoa",
            "#refusal&asof=2019-10-30?",
            "#refusal&asof=1981/..",
            "#refusal&asof=1984%25",
            "#refusal&lens=stated,attributed",
        ] {
            assert_eq!(read(fragment).to_string(), fragment);
        }
    }

    #[test]
    fn a_percent_encoded_date_is_understood() {
        assert_eq!(read("#q&asof=1981%2F..").asof.as_deref(), Some("1981/.."));
        assert_eq!(read("#q&lens=stated%2Cview").lens, [Basis::Stated, Basis::View]);
    }

    #[test]
    fn what_follows_an_id_and_is_no_key_is_ignored() {
        for hung_on in [
            "?utm_source=nl",
            "?utm_source=nl&utm_medium=mail",
            ".",
            ",",
            ")",
            "%20",
            "%E2%80%9D",
            "\u{201d}",
            "/",
            ":~:text=plot",
        ] {
            let address = read(&format!("#who-tweeted{hung_on}"));
            assert_eq!(address.to_string(), "#who-tweeted", "{hung_on}");
            let address = read(&format!("#who-tweeted&actor=mek{hung_on}"));
            assert_eq!(address.to_string(), "#who-tweeted&actor=mek", "{hung_on}");
            let address = read(&format!("#who-tweeted&lens=stated,view{hung_on}"));
            assert_eq!(address.to_string(), "#who-tweeted&lens=stated,view", "{hung_on}");
        }
        let address = read("#who-tweeted?utm_source=nl&actor=mek");
        assert_eq!(address.to_string(), "#who-tweeted&actor=mek");
    }

    #[test]
    fn a_longer_word_is_another_word() {
        for fragment in ["#mekTables", "#mek_2019", "#mek=1"] {
            assert_eq!(read(fragment), Address::default(), "{fragment}");
        }
        assert_eq!(read("#q&actor=mekB").actor, None);
    }

    #[test]
    fn what_follows_a_date_is_ignored() {
        for (value, date) in [
            ("2019.", "2019"),
            ("2019-10-30?", "2019-10-30?"),
            ("2019?utm_source=nl", "2019"),
            ("2019%20", "2019"),
            ("1981/..", "1981/.."),
            ("1981/...", "1981/.."),
            ("../1981.", "../1981"),
        ] {
            assert_eq!(read(&format!("#q&asof={value}")).asof.as_deref(), Some(date), "{value}");
        }
    }

    #[test]
    fn foreign_fragments_name_no_place() {
        for fragment in [
            "#?secret=abcdefghij",
            "#amp=1",
            "#!/x",
            "#:~:text=plot",
            "#%E2%80",
            "#<b>",
            "#A B",
            "#2019",
            "#-a",
        ] {
            assert_eq!(read(fragment), Address::default(), "{fragment}");
        }
    }

    #[test]
    fn unknown_keys_and_bad_values_are_ignored() {
        let address = read("#q&utm_source=x&actor=A%20B&lens=stated,loud&asof=soon&tie=t-1");
        assert_eq!(address.id.as_deref(), Some("q"));
        assert_eq!(address.actor, None);
        assert_eq!(address.lens, [Basis::Stated]);
        assert_eq!(address.asof, None);
        assert_eq!(address.tie.as_deref(), Some("t-1"));
    }

    #[test]
    fn any_string_gives_a_place_that_reads_back() {
        for fragment in [
            "",
            "#",
            "&&&",
            "a&b&c",
            "q&actor=",
            "=",
            "q&claim=%",
            "q&asof=%2",
            "q&asof=2019..",
            "q&asof=..?x",
            "q&asof=1981/...?x",
            "\u{1F600}&tie=t",
        ] {
            let once = read(fragment);
            assert_eq!(read(&once.to_string()), once, "{fragment}");
        }
    }
}
