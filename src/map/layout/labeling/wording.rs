//! Wording: how a tie's label is shortened without changing what it says, and set in one to three lines.
//!
//! A date may go, a word may not be cut, and what is left out at the end is
//! marked, so that no short label claims more than the long one.

use super::super::geometry::{Vec2, number};
use super::super::model::{Words, block_half, broken, tag_width};
use super::super::params::{LONGEST, WORDS_BROKEN, WORDS_SIZE, WORDS_UNDATED};
use crate::story::date::month_name;

/// Words that cannot end a shortened label: the reader would wait for the next one.
const DANGLING: [&str; 30] = [
    "a", "an", "and", "any", "as", "at", "be", "been", "by", "for", "from", "has", "have", "in", "into", "is", "its",
    "never", "no", "not", "of", "on", "or", "over", "that", "the", "to", "was", "were", "with",
];
/// What may stand in a date beside its numbers and its month.
const DATE_WORDS: [&str; 9] = [
    "spring", "summer", "autumn", "winter", "since", "until", "from", "to", "the",
];
/// The most lines that words break into.
const MOST_LINES: usize = 3;

/// The forms of a tie's words: each wording in one line, in two and in three, with one line more for a tag. Of rival
/// accounts each begins with a line that says which it is.
pub fn forms(label: &str, account: Option<usize>, tag: Option<&str>) -> Vec<Words> {
    let heading = account.map_or_else(String::new, |number| format!("account {number}:\n"));
    let mut found: Vec<Words> = Vec::new();
    for (shortened, wording) in wordings(label).into_iter().enumerate() {
        for lines in 1..=MOST_LINES - heading.lines().count() {
            let Some(text) = broken(&wording, lines) else { continue };
            let text = format!("{heading}{text}");
            let words = block_half(&text, WORDS_SIZE, tag.is_some());
            let half = Vec2::new(words.x.max(tag.map_or(0.0, tag_width) / 2.0), words.y);
            // A line more that makes the block no narrower is of no use.
            if found.last().is_some_and(|last| lines > 1 && half.x + 2.0 > last.half.x) {
                continue;
            }
            let cost = number(shortened) * WORDS_UNDATED + number(lines - 1) * WORDS_BROKEN;
            found.push(Words { text, half, cost });
        }
    }
    found
}

/// The wordings to try, the fullest first; none if the label cannot be shortened sensibly.
fn wordings(label: &str) -> Vec<String> {
    let verb = undated(label.trim());
    let date = label.trim()[verb.len()..].to_owned();
    let verb = bare(verb);
    let mut found: Vec<String> = Vec::new();
    for text in [format!("{verb}{date}"), verb.to_owned()] {
        if !verb.is_empty() && text.chars().count() <= LONGEST && !found.contains(&text) {
            found.push(text);
        }
    }
    if found.is_empty() {
        found.extend(shortened(verb));
    }
    found
}

/// A verb phrase without the article of the name that follows in a sentence; on the map none follows.
fn bare(verb: &str) -> &str {
    let verb = verb.trim();
    [" the", " a", " an"]
        .iter()
        .find_map(|article| verb.strip_suffix(article))
        .unwrap_or(verb)
        .trim_end_matches(',')
}

/// The label without a date at its end: what follows the last comma, when it is nothing but a date.
fn undated(label: &str) -> &str {
    match label.rsplit_once(", ") {
        Some((verb, tail)) if is_date(tail) => verb,
        _ => label,
    }
}

/// Whether a clause is a date and nothing else: "1981", "2013–2014", "the 1980s", "30 Oct 2019", "since summer 2019".
/// Any other clause with a digit in it, such as "1 report says", may be the caution that the label must keep.
fn is_date(clause: &str) -> bool {
    let words = || clause.split([' ', '–', '-', '/']).filter(|word| !word.is_empty());
    words().any(is_year) && words().all(|word| is_year(word) || is_day(word) || is_date_word(word))
}

/// Four digits, or the decade that they begin.
fn is_year(word: &str) -> bool {
    let digits = word.strip_suffix('s').unwrap_or(word);
    digits.len() == 4 && digits.starts_with(['1', '2']) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_day(word: &str) -> bool {
    word.parse().is_ok_and(|day: u32| (1..=31).contains(&day))
}

fn is_date_word(word: &str) -> bool {
    let is_month = |month| {
        let name = month_name(month);
        word == name || word == &name[..3]
    };
    DATE_WORDS.contains(&word) || (1..=12).any(is_month)
}

/// As many words as fit before an ellipsis; at least two, or it says nothing.
///
/// A cut within an inserted clause ("gave money, the author") or a quotation would
/// read as something else, and one before a clause would leave out a caution, so a
/// label with a comma is left out and a quotation too.
fn shortened(text: &str) -> Option<String> {
    if text.contains([',', ';', ':', '“', '"', '(']) {
        return None;
    }
    let mut kept: Vec<&str> = Vec::new();
    let mut length = 1;
    for word in text.split_whitespace() {
        length += word.chars().count() + usize::from(!kept.is_empty());
        if length > LONGEST {
            break;
        }
        kept.push(word);
    }
    while kept
        .last()
        .is_some_and(|word| DANGLING.contains(&word.to_lowercase().as_str()))
    {
        kept.pop();
    }
    (kept.len() >= 2).then(|| format!("{}…", kept.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_rival_accounts_the_words_begin_with_which_it_is() {
        let texts: Vec<String> = forms("may have staged", Some(2), None)
            .into_iter()
            .map(|words| words.text)
            .collect();
        assert_eq!(texts, ["account 2:\nmay have staged", "account 2:\nmay have\nstaged"]);
    }

    #[test]
    fn a_short_label_stays_and_may_lose_its_date() {
        assert_eq!(
            wordings("granted asylum to, 1981"),
            ["granted asylum to, 1981", "granted asylum to"]
        );
    }

    #[test]
    fn a_comma_in_a_number_or_a_clause_is_no_date() {
        assert_eq!(wordings("hosts about 3,000"), ["hosts about 3,000"]);
        assert_eq!(wordings("met, briefly"), ["met, briefly"]);
    }

    #[test]
    fn a_clause_with_a_digit_that_is_no_date_is_never_left_out() {
        for caution in [
            "paid, 1 report says",
            "paid, 2 of 3 say",
            "paid, in 2019 he said",
            "sent troops, 1,500 at most",
        ] {
            assert_eq!(wordings(caution), [caution]);
        }
        let long = "paid the leaders of the party, 1 report says";
        assert!(wordings(long).is_empty(), "{long}: whole or not at all");
    }

    #[test]
    fn a_date_in_any_words_may_be_left_out() {
        for date in [
            "1981",
            "the 1980s",
            "2013–2014",
            "30 Oct 2019",
            "since summer 2019",
            "July 2018",
        ] {
            let label = format!("led, {date}");
            assert_eq!(wordings(&label), [label.as_str(), "led"]);
        }
    }

    #[test]
    fn a_long_date_goes_first() {
        assert_eq!(
            wordings("did not allow the rally of, summer 2019"),
            ["did not allow the rally of"]
        );
    }

    #[test]
    fn a_long_verb_is_cut_between_words_and_the_cut_is_shown() {
        assert_eq!(
            wordings("has not entirely ruled out the theory of"),
            ["has not entirely ruled out…"]
        );
    }

    #[test]
    fn a_shortened_label_does_not_end_on_a_small_word() {
        assert_eq!(
            wordings("never gained a foothold in the foreign affairs bodies"),
            ["never gained a foothold…"]
        );
    }

    #[test]
    fn the_article_of_a_name_that_does_not_follow_is_dropped() {
        assert_eq!(wordings("led the, 1979"), ["led, 1979", "led"]);
        assert_eq!(wordings("spoke at the"), ["spoke at"]);
    }

    #[test]
    fn a_hedge_or_a_quotation_is_never_cut_in_two() {
        assert!(wordings("gave money, the author says, to the leaders of").is_empty());
        assert!(wordings("led a campaign of “maximum pressure” against").is_empty());
    }

    #[test]
    fn what_cannot_be_shortened_is_dropped() {
        assert!(wordings("Donaudampfschifffahrtsgesellschaftskapitän").is_empty());
        assert!(wordings("").is_empty());
    }
}
