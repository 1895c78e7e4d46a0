//! Under the policy that the headers state.

use crate::making::*;
use base64::Engine;
use scraper::Html;
use sha2::{Digest, Sha256};
use throughline::page;

#[test]
fn nothing_in_the_page_needs_a_looser_policy() {
    let document = Html::parse_document(&PAGE);
    assert!(all(&document, "[style]").is_empty(), "no style attributes");
    let handlers = all(&document, "*")
        .into_iter()
        .flat_map(|element| element.value().attrs().map(|(name, _)| name));
    assert_eq!(
        handlers.filter(|name| name.starts_with("on")).count(),
        0,
        "no inline handlers"
    );
    let headers = page::headers(&assets(&story(), &MAP), None);
    let hash = |content: &str| {
        format!(
            "'sha256-{}'",
            base64::engine::general_purpose::STANDARD.encode(Sha256::digest(content))
        )
    };
    let scripts = all(&document, "script:not([src])");
    assert!(!scripts.is_empty(), "the loader is inlined");
    for script in scripts {
        let content: String = script.text().collect();
        assert!(
            headers.contains(&hash(&content)),
            "a script without its hash: {content:.80}"
        );
    }
    for style in all(&document, "style") {
        let content: String = style.text().collect();
        assert!(headers.contains(&hash(&content)), "a style sheet without its hash");
    }
    assert!(
        !headers.contains("unsafe-inline") && !headers.contains("'unsafe-eval'"),
        "{headers}"
    );
    for element in all(&document, "[src], link[href]") {
        let address = element.attr("src").or(element.attr("href")).unwrap_or_default();
        assert!(!address.contains("//"), "{address} is asked of another host");
    }
}

#[test]
fn the_policy_names_the_origin_where_it_is_told() {
    let headers = page::headers(&assets(&story(), &MAP), Some("https://explainers.example"));
    for directive in ["connect-src", "img-src"] {
        let named = format!("{directive} 'self' https://explainers.example;");
        assert!(headers.contains(&named), "{headers}");
    }
    assert!(
        headers.contains("script-src 'self' https://explainers.example 'wasm-unsafe-eval'"),
        "{headers}"
    );
}
