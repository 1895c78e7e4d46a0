//! How hard a text is to read: sentences, words, syllables and the grade they come to.
//!
//! Counting syllables by letters is right for about nine English words in ten; over a
//! sentence or two the errors are small beside what the grade is used for.

/// What a text comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Runs of words that end with a full stop, a question mark or an exclamation mark, or with the text.
    pub n_sentences: usize,
    /// What stands between white space and has a letter or a digit.
    pub n_words: usize,
    /// The syllables of all words, at least one each.
    pub n_syllables: usize,
}

impl Measure {
    /// Counts a text; its cost grows with its length.
    pub fn of(text: &str) -> Self {
        let words: Vec<&str> = text
            .split_whitespace()
            .filter(|word| word.contains(char::is_alphanumeric))
            .collect();
        let ends = |word: &&&str| {
            word.trim_end_matches(|letter: char| CLOSING.contains(letter))
                .ends_with(['.', '?', '!'])
        };
        let n_ended = words.iter().filter(ends).count();
        let is_open = words.last().is_some_and(|word| !ends(&word));
        Self {
            n_sentences: n_ended + usize::from(is_open),
            n_words: words.len(),
            n_syllables: words.iter().map(|word| syllables(word)).sum(),
        }
    }

    /// The Flesch-Kincaid grade of an English text: the years of school that it asks for.
    ///
    /// Source: J. P. Kincaid and others, "Derivation of new readability formulas for Navy
    /// enlisted personnel", 1975.
    pub fn grade(self) -> f64 {
        let [sentences, words, syllables] =
            [self.n_sentences, self.n_words, self.n_syllables].map(|n| f64::from(u32::try_from(n).unwrap_or(u32::MAX)));
        0.39 * words / sentences.max(1.0) + 11.8 * syllables / words.max(1.0) - 15.59
    }
}

/// What may stand after the mark that ends a sentence.
const CLOSING: &str = "\"')]”’»";

/// Groups of vowels, less the silent ones at the end. A number counts as one syllable.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word
        .to_lowercase()
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .collect();
    let is_vowel = |letter: &char| "aeiouyàáâäéèêëíìîïóòôöúùûü".contains(*letter);
    let groups = letters.chunk_by(|one, other| is_vowel(one) == is_vowel(other));
    let count = groups.filter(|group| group.first().is_some_and(is_vowel)).count();
    let silent = match letters.as_slice() {
        [.., 'l', 'e'] => false,
        [.., before, 'e'] => !is_vowel(before),
        [.., before, 'e', 'd'] => !"td".contains(*before) && !is_vowel(before),
        [.., before, 'e', 's'] => !"csxzg".contains(*before) && !is_vowel(before),
        _ => false,
    };
    count.saturating_sub(usize::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_they_are_spoken() {
        for (word, n) in [
            ("the", 1),
            ("refused", 2),
            ("granted", 2),
            ("table", 2),
            ("names", 1),
            ("places", 2),
            ("organisation", 5),
            ("Élysée", 3),
            ("2018", 1),
            ("MEK", 1),
        ] {
            assert_eq!(syllables(word), n, "{word}");
        }
    }

    #[test]
    fn a_sentence_ends_with_its_mark_or_with_the_text() {
        let n_sentences = |text| Measure::of(text).n_sentences;
        assert_eq!(n_sentences(""), 0);
        assert_eq!(n_sentences("Nobody says"), 1);
        assert_eq!(n_sentences("Who says so? “Nobody.” He – alone – does."), 3);
    }

    #[test]
    fn long_words_in_long_sentences_are_hard() {
        let grade = |text| Measure::of(text).grade();
        assert!(grade("The cat sat on the mat.") < 1.0);
        let hard = "Considerable organisational difficulties notwithstanding, parliamentary representatives \
                    unanimously recommended immediate international investigation of irregularities.";
        assert!(grade(hard) > 20.0);
    }
}
