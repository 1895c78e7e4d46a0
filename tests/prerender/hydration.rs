//! What hydration walks: the tree that the browser's parser makes of the markup.
//! It must be what the renderer wrote, node by node, or the app panics at its start.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use scraper::node::Node;
use scraper::{ElementRef, Html};

use crate::making::*;

const OPENING: &str = "<div id=\"instruments\" class=\"instruments\">";
const CLOSING: &str = "</div></main>";
/// Elements that are written without an end.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

#[test]
fn the_parser_leaves_every_node_where_the_renderer_put_it() {
    let (_, rest) = PAGE.split_once(OPENING).expect("the instruments are in the page");
    let (written, _) = rest.split_once(CLOSING).expect("the instruments end");
    let document = Html::parse_document(&PAGE);
    let parsed = as_parsed(all(&document, "#instruments")[0]);
    let written = as_written(written);
    let same = written.chars().zip(parsed.chars()).take_while(|(a, b)| a == b).count();
    let from = |text: &str| text.chars().skip(same.saturating_sub(60)).take(160).collect::<String>();
    assert!(
        written == parsed,
        "written:\n{}\nparsed:\n{}",
        from(&written),
        from(&parsed)
    );
}

#[test]
fn what_a_parser_would_move_add_or_drop_is_noticed() {
    for misplaced in [
        "<p>a<p>b</p></p>",
        "<p><div>a</div></p>",
        "<ul><li>a<li>b</li></li></ul>",
        "<table><tr><td>a</td></tr></table>",
        "<table> <!----><div></div></table>",
        "<a href=\"#a\">a<a href=\"#b\">b</a></a>",
        "<button>a<button>b</button></button>",
    ] {
        assert_ne!(as_written(misplaced), parsed(misplaced), "{misplaced}");
    }
    for in_place in ["<ul><li>a</li></ul> <!--<[]>-->b", "<svg><path d=\"\" /></svg><input>"] {
        assert_eq!(as_written(in_place), parsed(in_place), "{in_place}");
    }
}

fn parsed(markup: &str) -> String {
    let document = Html::parse_document(&format!("<!doctype html><body><main>{markup}</main>"));
    as_parsed(all(&document, "main")[0])
}

/// The nodes inside an element of the tree, attributes left out.
fn as_parsed(element: ElementRef<'_>) -> String {
    element
        .children()
        .map(|child| node(child.value(), ElementRef::wrap(child)))
        .collect()
}

fn node(node: &Node, element: Option<ElementRef<'_>>) -> String {
    match (node, element) {
        (Node::Text(text), _) => text.to_string(),
        (Node::Comment(comment), _) => format!("<!--{}-->", &**comment),
        (_, Some(element)) => {
            let name = element.value().name().to_ascii_lowercase();
            format!("<{name}>{}</{name}>", as_parsed(element))
        }
        (other, None) => panic!("{other:?} is nothing to hydrate"),
    }
}

/// The nodes of some markup in the order in which they are written, before a parser makes a tree of them.
fn as_written(markup: &str) -> String {
    let tokenizer = Tokenizer::new(Written::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(markup));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

#[derive(Default)]
struct Written(RefCell<String>);

impl TokenSink for Written {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut out = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => *out += &format!("</{}>", tag.name),
            Token::TagToken(tag) => {
                *out += &format!("<{}>", tag.name);
                if tag.self_closing || VOID.contains(&&*tag.name) {
                    *out += &format!("</{}>", tag.name);
                }
            }
            Token::CharacterTokens(text) => *out += &text,
            Token::CommentToken(text) => *out += &format!("<!--{text}-->"),
            Token::DoctypeToken(_) | Token::NullCharacterToken | Token::ParseError(_) | Token::EOFToken => {}
        }
        TokenSinkResult::Continue
    }
}
