//! The built site on a port of 127.0.0.1, compressed once by brotli at its best, as a server would send it: the bytes
//! on the slow network are those of a reader.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result};

use crate::sizes;

struct File {
    kind: &'static str,
    brotli: Vec<u8>,
}

/// Serves until the program ends; says at which address.
pub(super) fn serve(dist: &Path) -> Result<String> {
    let mut files = HashMap::new();
    for (name, content) in sizes::files_ending(dist, &["html", "js", "wasm", "css", "bin", "svg", "json"])? {
        let brotli = sizes::compressed(&content)?;
        files.insert(
            format!("/{name}"),
            File {
                kind: kind(&name),
                brotli,
            },
        );
    }
    let files = Arc::new(files);
    let listener = TcpListener::bind("127.0.0.1:0").context("no port of 127.0.0.1 is free")?;
    let origin = format!("http://{}/", listener.local_addr()?);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let files = Arc::clone(&files);
            // A connection that breaks off shows in the browser as a page that does not load.
            thread::spawn(move || answer_all(stream, &files));
        }
    });
    Ok(origin)
}

fn answer_all(stream: TcpStream, files: &HashMap<String, File>) -> std::io::Result<()> {
    let mut answers = stream.try_clone()?;
    let mut lines = BufReader::new(stream).lines();
    while let Some(request) = lines.next().transpose()? {
        // The headers say nothing that the answer depends on.
        while lines.next().transpose()?.is_some_and(|header| !header.is_empty()) {}
        match files.get(path(&request)) {
            Some(File { kind, brotli }) => {
                let length = brotli.len();
                write!(
                    answers,
                    "HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\ncontent-encoding: br\r\ncontent-length: {length}\r\n\r\n"
                )?;
                answers.write_all(brotli)?;
            }
            None => write!(answers, "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n")?,
        }
    }
    Ok(())
}

/// The file that a request line asks for.
fn path(request: &str) -> &str {
    let target = request.split(' ').nth(1).unwrap_or_default();
    match target.split(['?', '#']).next() {
        Some("/") => "/index.html",
        path => path.unwrap_or_default(),
    }
}

fn kind(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_names_a_file_whatever_its_query() {
        assert_eq!(path("GET / HTTP/1.1"), "/index.html");
        assert_eq!(path("GET /?view=map HTTP/1.1"), "/index.html");
        assert_eq!(path("GET /app.js?v=1 HTTP/1.1"), "/app.js");
        assert_eq!(path("nonsense"), "");
    }

    #[test]
    fn wasm_has_the_type_that_browsers_compile_as_it_comes() {
        assert_eq!(kind("app-1.wasm"), "application/wasm");
        assert_eq!(kind("story-1.bin"), "application/octet-stream");
    }
}
