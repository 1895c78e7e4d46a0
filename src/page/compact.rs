//! Markup written short. HTML lets quotes round most values and the end tags of paragraphs and list items be left out; a
//! parser makes the same tree of what is left, which is a tenth less to take apart.

use std::cell::RefCell;
use std::mem;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// Elements that end a paragraph before them, of those that the standard names.
const END_A_PARAGRAPH: [&str; 22] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "details",
    "div",
    "dl",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "hr",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "ul",
];
/// Elements in which a paragraph must be ended.
const KEEP_A_PARAGRAPH: [&str; 7] = ["a", "audio", "del", "ins", "map", "noscript", "video"];

/// Elements of SVG that are often empty: they may be closed by a stroke in their own tag.
const OFTEN_EMPTY: [&str; 4] = ["path", "rect", "line", "text"];

/// Which end tags are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndTags {
    /// All: what is hydrated is compared with what was rendered.
    All,
    /// Those that a parser needs.
    Needed,
}

/// The same tree in fewer bytes, for markup without scripts and style sheets.
pub fn compact(markup: &str, end_tags: EndTags) -> String {
    let sink = Writer {
        end_tags,
        state: RefCell::default(),
    };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(markup));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.state.into_inner().out
}

struct Writer {
    end_tags: EndTags,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    out: String,
    /// An end tag that what comes next may make needless.
    held: Option<&'static str>,
    /// Whether the last start tag has yet to be ended: by a stroke, if its end tag comes next.
    is_unended: bool,
}

impl TokenSink for Writer {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let state = &mut *self.state.borrow_mut();
        if let Some(held) = mem::take(&mut state.held).filter(|held| !is_needless(held, &token)) {
            state.out += &format!("</{held}>");
        }
        if mem::take(&mut state.is_unended) {
            if matches!(&token, Token::TagToken(tag) if tag.kind == TagKind::EndTag) {
                // After a value without quotes a stroke would belong to it.
                state.out += " />";
                return TokenSinkResult::Continue;
            }
            state.out += ">";
        }
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => match (self.end_tags, &*tag.name) {
                (EndTags::Needed, "p") => state.held = Some("p"),
                (EndTags::Needed, "li") => state.held = Some("li"),
                (_, name) => state.out += &format!("</{name}>"),
            },
            Token::TagToken(tag) => {
                start_tag(&mut state.out, &tag);
                state.is_unended = !tag.self_closing && OFTEN_EMPTY.contains(&&*tag.name);
                if !state.is_unended {
                    state.out += if tag.self_closing { " />" } else { ">" };
                }
            }
            Token::CharacterTokens(text) => state.out += &escaped(&text),
            Token::CommentToken(text) => state.out += &format!("<!--{text}-->"),
            Token::DoctypeToken(_) | Token::NullCharacterToken | Token::ParseError(_) | Token::EOFToken => {}
        }
        TokenSinkResult::Continue
    }
}

/// Whether an end tag is implied by what follows it.
fn is_needless(held: &str, next: &Token) -> bool {
    match next {
        Token::EOFToken => true,
        Token::TagToken(tag) if tag.kind == TagKind::EndTag => held == "li" || !KEEP_A_PARAGRAPH.contains(&&*tag.name),
        Token::TagToken(tag) if held == "li" => &*tag.name == "li",
        Token::TagToken(tag) => END_A_PARAGRAPH.contains(&&*tag.name),
        _ => false,
    }
}

fn start_tag(out: &mut String, tag: &Tag) {
    *out += &format!("<{}", tag.name);
    for attribute in &tag.attrs {
        *out += &format!(" {}{}", &*attribute.name.local, value(&attribute.value));
    }
}

/// A value with its sign, quoted where it must be.
fn value(value: &str) -> String {
    let needs_quotes = |c: char| c.is_ascii_whitespace() || "\"'=<>`".contains(c);
    match value {
        "" => String::new(),
        value if value.contains(needs_quotes) => {
            format!("=\"{}\"", value.replace('&', "&amp;").replace('"', "&quot;"))
        }
        value => format!("={}", value.replace('&', "&amp;")),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('\u{a0}', "&nbsp;")
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use scraper::Html;
    use yew::LocalServerRenderer;

    use super::*;
    use crate::story::check;
    use crate::ui::document::{Appendix, DocumentProps, Walk};

    fn tree(markup: &str) -> String {
        Html::parse_fragment(markup).html()
    }

    #[tokio::test]
    async fn a_parser_makes_the_same_tree_of_it() {
        let source = include_str!("../../static/stories/france-mek/story.toml");
        let story = Rc::new(check::check("story.toml", source).expect("it has no problem"));
        let walk = LocalServerRenderer::<Walk>::with_props(DocumentProps { story: story.clone() });
        let appendix = LocalServerRenderer::<Appendix>::with_props(DocumentProps { story });
        let long = walk.hydratable(false).render().await + &appendix.hydratable(false).render().await;
        let short = compact(&long, EndTags::Needed);
        assert!(short.len() * 20 < long.len() * 19, "{} of {}", short.len(), long.len());
        assert!(tree(&short) == tree(&long), "the trees differ");
    }

    #[test]
    fn only_what_needs_quotes_has_them() {
        for (long, short) in [
            (
                r##"<a class="tie" href="#a?b=1" data-off="">x</a>"##,
                r##"<a class=tie href="#a?b=1" data-off>x</a>"##,
            ),
            (
                r#"<svg><path d="M0 1"></path><text x="1">a</text><text></text><g x="1"></g></svg>"#,
                r#"<svg><path d="M0 1" /><text x=1>a</text><text /><g x=1></g></svg>"#,
            ),
            (
                r#"<p title="a &quot;b&quot; &amp; c">&lt;b&gt; &#x27;</p>"#,
                r#"<p title="a &quot;b&quot; &amp; c">&lt;b> '</p>"#,
            ),
        ] {
            assert_eq!(compact(long, EndTags::All), short);
            assert_eq!(tree(short), tree(long));
        }
    }

    #[test]
    fn an_end_tag_stays_where_a_parser_needs_it() {
        for (long, short) in [
            (
                "<ul><li><p>a</p><p>b</p></li><li>c</li></ul>",
                "<ul><li><p>a<p>b<li>c</ul>",
            ),
            ("<p>a</p>b<p>c</p> <p>d</p>", "<p>a</p>b<p>c</p> <p>d"),
            ("<p>a</p><span>b</span>", "<p>a</p><span>b</span>"),
            ("<a href=\"b\"><p>a</p></a>", "<a href=b><p>a</p></a>"),
            ("<p>a</p><!--b-->", "<p>a</p><!--b-->"),
        ] {
            assert_eq!(compact(long, EndTags::Needed), short);
            assert_eq!(tree(short), tree(long));
            assert_eq!(compact(short, EndTags::Needed), short, "nothing more can go");
        }
    }
}
