//! The response headers of the site, in the `_headers` form that static hosts
//! read. The policy allows what the page has, by hash, and nothing else.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::Assets;

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
    format!(
        "/*\n\
         \x20 Content-Security-Policy: {policy}\n\
         \x20 X-Content-Type-Options: nosniff\n\
         \x20 Referrer-Policy: strict-origin-when-cross-origin\n\
         \x20 Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()\n\
         \x20 Access-Control-Allow-Origin: *\n\
         \x20 Cross-Origin-Resource-Policy: cross-origin\n\
         \x20 Cache-Control: no-cache, no-transform\n\
         \n\
         /{js}\n\
         \x20 Cache-Control: public, max-age=31536000, immutable, no-transform\n\
         \n\
         /{wasm}\n\
         \x20 Cache-Control: public, max-age=31536000, immutable, no-transform\n",
        js = assets.js.trim_start_matches("./"),
        wasm = assets.wasm.trim_start_matches("./"),
    )
}
