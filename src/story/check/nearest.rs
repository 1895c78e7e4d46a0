//! Finds what was probably meant by a word that nothing is called.

use strsim::levenshtein;

/// What to do about such a word: the nearest candidate, when there is one, and then the rule.
pub(super) fn suggest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>, rule: &str) -> String {
    let Some(near) = nearest(word, candidates) else {
        return rule.to_owned();
    };
    let mut letters = rule.chars();
    let capital = letters.next().into_iter().flat_map(char::to_uppercase);
    format!(
        "did you mean `{near}`? {}{}",
        capital.collect::<String>(),
        letters.as_str()
    )
}

/// The candidate that is nearest to `word`, when it is near enough to be worth
/// a suggestion: at most a third of the letters differ.
pub(super) fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    candidates
        .into_iter()
        .map(|candidate| (levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| distance * 3 <= word.chars().count().max(candidate.chars().count()))
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_follows_the_suggestion_as_a_sentence() {
        assert_eq!(
            suggest("mekk", ["mek"], "the actors are few"),
            "did you mean `mek`? The actors are few"
        );
        assert_eq!(suggest("albania", ["mek"], "the actors are few"), "the actors are few");
    }

    #[test]
    fn the_nearest_word_is_suggested_unless_it_is_far() {
        let words = ["france", "mek", "ncri"];
        assert_eq!(nearest("mekk", words), Some("mek"));
        assert_eq!(nearest("frnace", words), Some("france"));
        assert_eq!(nearest("albania", words), None);
    }
}
