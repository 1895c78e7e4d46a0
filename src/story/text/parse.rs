//! Reads the tiny markup. It does not know which ids there are; whoever reads a
//! text says so.

use thiserror::Error;

use super::{Span, Text};

/// What a link in a text leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A term of the glossary.
    Term,
    /// Any other thing with a place of its own on the page.
    Thing,
}

/// A place in a text that cannot be used, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextError {
    /// Bytes from the start of the text.
    pub at: usize,
    /// Why.
    pub fault: TextFault,
}

/// What a text may not hold.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TextFault {
    /// A character that is markup elsewhere: `<`, `>`, a backtick, `_`.
    #[error("`{0}` is no markup of a story")]
    Character(char),
    /// A line break, a tab or another control character.
    #[error("a text is one line without tabs")]
    Control,
    /// `https://…` in the words.
    #[error("an address stands in the text")]
    Address,
    /// `**words**`.
    #[error("`**` is no markup of a story")]
    Strong,
    /// A `*` without its partner.
    #[error("this `*` has no partner")]
    Star,
    /// Nothing, a space at the edge, or markup between two stars.
    #[error("`*{0}*` is no emphasis")]
    Emphasis(String),
    /// A `[` or `]` that is no part of a link.
    #[error("this `{0}` is no part of a link")]
    Bracket(char),
    /// A link to an address.
    #[error("the link `[{0}]` does not lead to an id")]
    Elsewhere(String),
    /// A link without words, or with markup in them.
    #[error("the words of the link to `#{0}` are empty or hold markup")]
    Words(String),
    /// A link to an id that a text cannot lead to.
    #[error("`#{0}` is nothing a text can link to")]
    Unknown(String),
}

impl Text {
    /// Reads a text; `target` says what an id stands for, when a text may link to it.
    ///
    /// # Errors
    /// All places that are beyond the tiny markup, in order.
    pub fn parse(source: &str, target: impl Fn(&str) -> Option<Target>) -> Result<Self, Vec<TextError>> {
        let mut parser = Parser {
            source,
            at: 0,
            target,
            spans: Vec::new(),
            errors: Vec::new(),
        };
        while parser.at < source.len() {
            parser.step();
        }
        if parser.errors.is_empty() {
            Ok(Self(parser.spans))
        } else {
            Err(parser.errors)
        }
    }
}

struct Parser<'s, F> {
    source: &'s str,
    at: usize,
    target: F,
    spans: Vec<Span>,
    errors: Vec<TextError>,
}

impl<'s, F: Fn(&str) -> Option<Target>> Parser<'s, F> {
    fn step(&mut self) {
        let rest = &self.source[self.at..];
        if rest.starts_with("**") {
            self.refuse(self.at, TextFault::Strong);
            self.at += 2;
        } else if let Some(inside) = rest.strip_prefix('*') {
            self.emphasis(inside);
        } else if let Some(inside) = rest.strip_prefix('[') {
            self.link(inside);
        } else {
            let words = &rest[..rest.find(['*', '[']).unwrap_or(rest.len())];
            self.words(self.at, words);
            self.spans.push(Span::Plain(words.to_owned()));
            self.at += words.len();
        }
    }

    fn emphasis(&mut self, inside: &'s str) {
        let Some(end) = inside.find('*') else {
            self.refuse(self.at, TextFault::Star);
            self.at += 1;
            return;
        };
        let words = &inside[..end];
        if words.is_empty() || words.trim() != words || words.contains(['[', ']']) {
            self.refuse(self.at, TextFault::Emphasis(words.to_owned()));
        } else {
            self.words(self.at + 1, words);
        }
        self.spans.push(Span::Emphasis(words.to_owned()));
        self.at += words.len() + 2;
    }

    /// Reads `words](#id)`; a bracket that begins no such thing is refused alone, so that what follows is still read.
    fn link(&mut self, inside: &'s str) {
        let parts = inside
            .split_once("](")
            .and_then(|(words, rest)| Some((words, rest.split_once(')')?.0)));
        let Some((words, address)) = parts.filter(|(words, _)| !words.contains(['[', ']'])) else {
            self.refuse(self.at, TextFault::Bracket('['));
            self.at += 1;
            return;
        };
        match address.strip_prefix('#') {
            Some(id) => self.link_to(words, id),
            None => self.refuse(self.at, TextFault::Elsewhere(words.to_owned())),
        }
        self.at += words.len() + address.len() + "[]()".len();
    }

    fn link_to(&mut self, words: &str, id: &str) {
        if words.trim().is_empty() || words.contains('*') {
            self.refuse(self.at, TextFault::Words(id.to_owned()));
        }
        self.words(self.at + 1, words);
        match (self.target)(id) {
            Some(target) => {
                let term = target == Target::Term;
                self.spans.push(Span::Link {
                    words: words.to_owned(),
                    id: id.to_owned(),
                    term,
                });
            }
            None => self.refuse(self.at, TextFault::Unknown(id.to_owned())),
        }
    }

    /// Refuses what may stand in no words; `at` is where they begin.
    fn words(&mut self, mut at: usize, words: &str) {
        for word in words.split_inclusive(char::is_whitespace) {
            let bare = word.trim_start_matches(|letter: char| !letter.is_alphanumeric());
            if bare.contains("://") || bare.starts_with("www.") {
                self.refuse(at + word.len() - bare.len(), TextFault::Address);
            } else {
                self.characters(at, word);
            }
            at += word.len();
        }
    }

    fn characters(&mut self, start: usize, word: &str) {
        for (idx, letter) in word.char_indices() {
            match letter {
                '<' | '>' | '`' | '_' => self.refuse(start + idx, TextFault::Character(letter)),
                ']' => self.refuse(start + idx, TextFault::Bracket(letter)),
                _ if letter.is_control() => self.refuse(start + idx, TextFault::Control),
                _ => {}
            }
        }
    }

    fn refuse(&mut self, at: usize, fault: TextFault) {
        self.errors.push(TextError { at, fault });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(id: &str) -> Option<Target> {
        match id {
            "mek" => Some(Target::Thing),
            "g-edtf" => Some(Target::Term),
            _ => None,
        }
    }

    fn parse(source: &str) -> Result<Vec<Span>, Vec<(usize, TextFault)>> {
        let faults = |errors: Vec<TextError>| errors.into_iter().map(|error| (error.at, error.fault)).collect();
        Text::parse(source, target).map(|text| text.0).map_err(faults)
    }

    #[test]
    fn plain_words_are_one_span() {
        assert_eq!(
            parse("Paris, it “seems”."),
            Ok(vec![Span::Plain("Paris, it “seems”.".into())])
        );
        assert_eq!(parse(""), Ok(vec![]));
    }

    #[test]
    fn emphasis_and_links_are_spans_of_their_own() {
        let link = |words: &str, id: &str, term| Span::Link {
            words: words.into(),
            id: id.into(),
            term,
        };
        assert_eq!(
            parse("The [group](#mek) *may* use [EDTF](#g-edtf)"),
            Ok(vec![
                Span::Plain("The ".into()),
                link("group", "mek", false),
                Span::Plain(" ".into()),
                Span::Emphasis("may".into()),
                Span::Plain(" use ".into()),
                link("EDTF", "g-edtf", true),
            ])
        );
    }

    #[test]
    fn the_plain_form_keeps_the_words_alone() {
        let text = Text::parse("The [group](#mek) *may* leave.", target).unwrap();
        assert_eq!(text.plain(), "The group may leave.");
    }

    #[test]
    fn markup_beyond_the_two_is_refused_where_it_stands() {
        assert_eq!(
            parse("a <b>"),
            Err(vec![(2, TextFault::Character('<')), (4, TextFault::Character('>'))])
        );
        assert_eq!(parse("é `x"), Err(vec![(3, TextFault::Character('`'))]));
        assert_eq!(parse("*a_b*"), Err(vec![(2, TextFault::Character('_'))]));
        assert_eq!(parse("a\nb"), Err(vec![(1, TextFault::Control)]));
        assert_eq!(
            parse("**a**"),
            Err(vec![(0, TextFault::Strong), (3, TextFault::Strong)])
        );
    }

    #[test]
    fn addresses_are_refused_as_one_thing() {
        assert_eq!(parse("see (https://a.example/x_y)"), Err(vec![(5, TextFault::Address)]));
        assert_eq!(parse("see www.example.org"), Err(vec![(4, TextFault::Address)]));
    }

    #[test]
    fn marks_without_a_partner_are_refused() {
        assert_eq!(parse("a *b"), Err(vec![(2, TextFault::Star)]));
        assert_eq!(parse("a * b * c"), Err(vec![(2, TextFault::Emphasis(" b ".into()))]));
        assert_eq!(parse("a [b"), Err(vec![(2, TextFault::Bracket('['))]));
        assert_eq!(parse("a] b"), Err(vec![(1, TextFault::Bracket(']'))]));
        let both = vec![(0, TextFault::Bracket('[')), (4, TextFault::Bracket(']'))];
        assert_eq!(parse("[sic] and"), Err(both));
    }

    #[test]
    fn a_stray_bracket_does_not_swallow_the_link_after_it() {
        assert_eq!(parse("[a [b](#mek)"), Err(vec![(0, TextFault::Bracket('['))]));
    }

    #[test]
    fn links_lead_to_known_ids_only() {
        assert_eq!(parse("[a](#mekk)"), Err(vec![(0, TextFault::Unknown("mekk".into()))]));
        assert_eq!(
            parse("[a](https://a.example)"),
            Err(vec![(0, TextFault::Elsewhere("a".into()))])
        );
        assert_eq!(parse("[](#mek)"), Err(vec![(0, TextFault::Words("mek".into()))]));
        assert_eq!(parse("[*a*](#mek)"), Err(vec![(0, TextFault::Words("mek".into()))]));
    }

    #[test]
    fn all_faults_are_found_at_once() {
        let faults = parse("<a [b](#c) *d").unwrap_err();
        assert_eq!(faults.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [0, 3, 11]);
    }
}
