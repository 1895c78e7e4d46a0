//! Which characters a reader cannot see, and what they do to a text.

/// The first character of a text that is not seen and has no place in it: its byte and its name.
///
/// The joiners of Persian and Indian scripts (U+200C, U+200D) and the marks of direction
/// (U+200E, U+200F, U+061C) stay: their languages need them. So does the soft hyphen.
pub(super) fn unseen(words: &str) -> Option<(usize, &'static str)> {
    words.char_indices().find_map(|(at, letter)| Some((at, name(letter)?)))
}

/// Whether anything of a text can be seen.
pub(super) fn is_visible(words: &str) -> bool {
    words.chars().any(|letter| {
        !letter.is_whitespace() && !BLANKS.contains(&letter) && name(letter).is_none() && !letter.is_control()
    })
}

/// What is seen of a text.
pub(super) fn seen(words: &str) -> String {
    words
        .chars()
        .filter(|letter| !BLANKS.contains(letter) && name(*letter).is_none())
        .collect()
}

/// Letters and marks that are drawn as nothing.
const BLANKS: [char; 12] = [
    '\u{ad}', '\u{34f}', '\u{61c}', '\u{115f}', '\u{1160}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{2800}',
    '\u{3164}', '\u{ffa0}',
];

fn name(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\u{180e}' | '\u{200b}' => "a space of no width",
        '\u{2028}' | '\u{2029}' => "an unseen line break",
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "an override of the direction of writing",
        '\u{2060}' | '\u{feff}' => "a joiner of no width",
        '\u{2061}'..='\u{2064}' | '\u{206a}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => {
            "an unseen character"
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_language_needs_is_no_fault() {
        for words in ["می‌شود", "क्‍ष", "5\u{a0}%", "e\u{301}", "Donau\u{ad}dampf", "👩‍🚒"] {
            assert_eq!(unseen(words), None, "{words}");
            assert!(is_visible(words), "{words}");
        }
    }

    #[test]
    fn what_is_not_seen_is_found_where_it_stands() {
        assert_eq!(
            unseen("é\u{202e}b"),
            Some((2, "an override of the direction of writing"))
        );
        assert_eq!(unseen("a\u{2028}"), Some((1, "an unseen line break")));
    }

    #[test]
    fn a_name_of_blanks_cannot_be_seen() {
        for words in ["\u{200b}", " \u{a0}", "\u{3164}", "\u{2800}\u{200d}", "\u{ffa0}"] {
            assert!(!is_visible(words), "{words:?}");
        }
    }
}
