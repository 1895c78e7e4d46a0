//! The response headers of the site, in the `_headers` form that static hosts
//! read. The policy allows what the page has, by hash, and nothing else.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::Assets;

/// What keeps its name when it changes. No rule for all files says so: hosts join what several rules
/// say of one file, and the app's files, named by their content, may be kept for ever.
const ASKED_ANEW: [&str; 8] = [
    "/",
    "/index.html",
    "/story.json",
    "/embed.js",
    "/embed/*",
    "/404.html",
    "/favicon.svg",
    "/robots.txt",
];

fn source_hash(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)))
}

/// The content of `_headers`.
///
/// `origin` is where the site will be served, as `https://explainers.example`:
/// Chromium and Firefox know the page's origin in a sandboxed frame, WebKit
/// takes `'self'` for nothing there and needs it named.
pub fn headers(assets: &Assets, origin: Option<&str>) -> String {
    let own = origin.map_or_else(|| "'self'".to_owned(), |origin| format!("'self' {origin}"));
    let policy = [
        "default-src 'none'".to_owned(),
        format!("script-src {own} 'wasm-unsafe-eval' {}", source_hash(&assets.script)),
        format!("style-src 'self' {}", source_hash(&assets.style)),
        format!("img-src {own}"),
        format!("connect-src {own}"),
        // The page that shows the embed frames this very site.
        "frame-src 'self'".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
        "object-src 'none'".to_owned(),
        "worker-src 'none'".to_owned(),
        "require-trusted-types-for 'script'".to_owned(),
        "trusted-types 'none'".to_owned(),
    ]
    .join("; ");
    // A host that has isolated itself shows a frame only when its page is isolated too; nothing of another site is in it.
    let everywhere = format!(
        "/*\n\
         \x20 Content-Security-Policy: {policy}\n\
         \x20 X-Content-Type-Options: nosniff\n\
         \x20 Referrer-Policy: strict-origin-when-cross-origin\n\
         \x20 Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()\n\
         \x20 Access-Control-Allow-Origin: *\n\
         \x20 Cross-Origin-Resource-Policy: cross-origin\n\
         \x20 Cross-Origin-Embedder-Policy: require-corp\n"
    );
    let asked_anew = ASKED_ANEW.map(|path| kept(path, "no-cache, no-transform"));
    let for_ever = [&assets.js, &assets.wasm, &assets.model].map(|address| {
        let path = address.trim_start_matches('.');
        kept(path, "public, max-age=31536000, immutable, no-transform")
    });
    format!("{everywhere}{}{}", asked_anew.concat(), for_ever.concat())
}

/// How long browsers may keep the files of a path.
fn kept(path: &str, how_long: &str) -> String {
    format!("\n{path}\n  Cache-Control: {how_long}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> String {
        let assets = Assets {
            style: "a{}".to_owned(),
            script: "1".to_owned(),
            js: "./app-0a.js".to_owned(),
            wasm: "./app-0b.wasm".to_owned(),
            model: "./story-0c.bin".to_owned(),
        };
        headers(&assets, None)
    }

    /// What a host that adds up all matching rules says of a path about keeping it.
    fn keeping(path: &str) -> Vec<String> {
        let mut applies = false;
        let mut found = Vec::new();
        for line in rules().lines() {
            if line.starts_with('/') {
                let start = line.strip_suffix('*');
                applies = start.map_or(line == path, |start| path.starts_with(start));
            } else if let Some(value) = line.trim().strip_prefix("Cache-Control: ").filter(|_| applies) {
                found.push(value.to_owned());
            }
        }
        found
    }

    #[test]
    fn each_file_says_once_how_long_it_keeps() {
        for path in [
            "/",
            "/index.html",
            "/embed/",
            "/embed/article.css",
            "/embed.js",
            "/story.json",
            "/404.html",
            "/favicon.svg",
            "/robots.txt",
        ] {
            assert_eq!(keeping(path), ["no-cache, no-transform"], "{path}");
        }
        for path in ["/app-0a.js", "/app-0b.wasm", "/story-0c.bin"] {
            let kept = keeping(path);
            assert_eq!(kept.len(), 1, "{path}: {kept:?}");
            assert!(kept[0].contains("immutable"), "{path}: {kept:?}");
        }
    }
}
