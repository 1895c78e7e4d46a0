//! Finds what was probably meant by a word that nothing is called.

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
fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    candidates
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, candidate)| distance * 3 <= word.chars().count().max(candidate.chars().count()))
        .min()
        .map(|(_, candidate)| candidate)
}

/// The number of letters to insert, delete or replace (Levenshtein), row by row.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for letter in from.chars() {
        let mut diagonal = row[0];
        row[0] += 1;
        for (idx, other) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != *other);
            diagonal = row[idx + 1];
            row[idx + 1] = replaced.min(row[idx] + 1).min(diagonal + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distance_counts_inserted_deleted_and_replaced_letters() {
        for (from, to, expected) in [
            ("", "", 0),
            ("", "mek", 3),
            ("mek", "mekk", 1),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(distance(from, to), expected, "{from} to {to}");
            assert_eq!(distance(to, from), expected, "{to} to {from}");
        }
    }

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
