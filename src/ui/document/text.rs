//! Text with the tiny markup, as nodes.

use yew::prelude::*;

use crate::story::date::When;
use crate::story::text::{Span, Text};

/// The spans of a text.
pub fn spans(text: &Text) -> Html {
    text.0
        .iter()
        .map(|span| match span {
            Span::Plain(words) => html! { {words} },
            Span::Emphasis(words) => html! { <em>{words}</em> },
            Span::Link { words, id, term } => {
                html! { <a href={format!("#{id}")} data-term={term.then(|| id.clone())}>{words}</a> }
            }
        })
        .collect()
}

/// A date in words; what is inferred stands in brackets.
pub fn date(when: &When, inferred: bool) -> String {
    if inferred {
        when.phrase_inferred()
    } else {
        when.phrase()
    }
}

/// A date as a `time` element.
pub fn time(when: &When) -> Html {
    let phrase = when.phrase();
    // HTML knows years, months and days, but no season, interval or doubt.
    let machine = when.edtf().trim_end_matches(['?', '~', '%']);
    let is_date = machine.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let is_season = machine.len() == 7 && machine.as_bytes()[5] == b'2';
    let is_of_our_era = when.earliest().is_some_and(|day| day.ymd().0 > 0);
    if is_date && is_of_our_era && !is_season {
        html! { <time datetime={machine.to_owned()}>{phrase}</time> }
    } else {
        html! { {phrase} }
    }
}
