//! How wide text is, without a browser: average advances by class of character.
//!
//! The widths are those of a broad sans face, so that on every machine the
//! text is at most as wide as the layouts think.

/// The width of `text` at a font size, a little on the generous side.
pub fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

/// The average advance of a character, in ems.
fn advance(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' | '’' => 0.31,
        'f' | 't' | 'r' | ' ' | '-' | '(' | ')' | '/' | '"' => 0.4,
        'm' | 'M' | 'W' | '—' | '…' => 0.97,
        'w' | '+' | '=' | '%' | '&' => 0.84,
        'c' | 's' | 'z' | 'k' | 'v' | 'x' | 'y' => 0.59,
        _ if c.is_uppercase() => 0.72,
        _ if c.is_ascii() || c.is_lowercase() => 0.635,
        // Scripts without case are often as wide as they are high.
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_wider_than_small_letters() {
        assert!(text_width("EU", 10.0) > text_width("eu", 10.0));
    }
}
