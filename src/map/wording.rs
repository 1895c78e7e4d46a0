//! Wording: how a tie's label is shortened without changing what it says.
//!
//! A date may go, a word may not be cut, and what is left out at the end is
//! marked, so that no short label claims more than the long one.

/// The longest label drawn on the map, in characters.
const LONGEST: usize = 28;
/// Words that cannot end a shortened label: the reader would wait for the next one.
const DANGLING: [&str; 30] = [
    "a", "an", "and", "any", "as", "at", "be", "been", "by", "for", "from", "has", "have", "in", "into", "is", "its",
    "never", "no", "not", "of", "on", "or", "over", "that", "the", "to", "was", "were", "with",
];

/// The wordings to try, the fullest first; none if the label cannot be shortened sensibly.
pub(super) fn wordings(label: &str) -> Vec<String> {
    let label = label.trim();
    let plain = label.rsplit_once(',').map_or(label, |(verb, _)| verb.trim_end());
    let mut found: Vec<String> = Vec::new();
    for text in [label, plain] {
        if !text.is_empty() && text.chars().count() <= LONGEST && !found.iter().any(|other| other == text) {
            found.push(text.to_owned());
        }
    }
    if found.is_empty() {
        found.extend(shortened(plain));
    }
    found
}

/// As many words as fit before an ellipsis; at least two, or it says nothing.
fn shortened(text: &str) -> Option<String> {
    let mut kept: Vec<&str> = Vec::new();
    let mut length = 1;
    for word in text.split_whitespace() {
        length += word.chars().count() + usize::from(!kept.is_empty());
        if length > LONGEST {
            break;
        }
        kept.push(word);
    }
    while kept.last().is_some_and(|word| DANGLING.contains(&word.to_lowercase().as_str())) {
        kept.pop();
    }
    (kept.len() >= 2).then(|| format!("{}…", kept.join(" ").trim_end_matches([',', ';', ':'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_label_stays_and_may_lose_its_date() {
        assert_eq!(wordings("granted asylum to, 1981"), ["granted asylum to, 1981", "granted asylum to"]);
    }

    #[test]
    fn a_long_date_goes_first() {
        assert_eq!(wordings("did not allow the rally of, summer 2019"), ["did not allow the rally of"]);
    }

    #[test]
    fn a_long_verb_is_cut_between_words_and_the_cut_is_shown() {
        assert_eq!(wordings("has not entirely ruled out the theory of"), ["has not entirely ruled out…"]);
    }

    #[test]
    fn a_shortened_label_does_not_end_on_a_small_word() {
        assert_eq!(wordings("never gained a foothold in the foreign affairs bodies"), ["never gained a foothold…"]);
    }

    #[test]
    fn what_cannot_be_shortened_is_dropped() {
        assert!(wordings("Donaudampfschifffahrtsgesellschaftskapitän").is_empty());
        assert!(wordings("").is_empty());
    }
}
