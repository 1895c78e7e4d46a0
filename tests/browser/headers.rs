//! The `_headers` file of the built site, read as Netlify and Cloudflare Pages read it:
//! a line with a path pattern, then indented lines `Name: value`; `*` stands for anything, and all matching rules add up.

use std::path::Path;

use anyhow::{Context, Result, bail};
use axum::http::{HeaderMap, HeaderName, HeaderValue};

#[derive(Debug, Default)]
pub(crate) struct HeaderRules(Vec<Rule>);

#[derive(Debug)]
struct Rule {
    pattern: String,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl HeaderRules {
    pub(crate) fn read(dist: &Path) -> Result<Self> {
        let path = dist.join("_headers");
        let text = std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        Self::parse(&text)
    }

    fn parse(text: &str) -> Result<Self> {
        let mut rules: Vec<Rule> = Vec::new();
        let lines = text
            .lines()
            .filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
        for line in lines {
            if !line.starts_with(char::is_whitespace) {
                rules.push(Rule {
                    pattern: line.trim().to_owned(),
                    headers: Vec::new(),
                });
                continue;
            }
            let Some((name, value)) = line.split_once(':') else {
                bail!("_headers: `{line}` has no colon")
            };
            let rule = rules
                .last_mut()
                .with_context(|| format!("_headers: `{line}` comes before any path"))?;
            rule.headers.push((name.trim().parse()?, value.trim().parse()?));
        }
        Ok(Self(rules))
    }

    /// Adds what the file says for a path; a header of the same name set by the server gives way.
    pub(crate) fn apply(&self, path: &str, headers: &mut HeaderMap) {
        let matching: Vec<&Rule> = self.0.iter().filter(|rule| matches(&rule.pattern, path)).collect();
        for (name, _) in matching.iter().flat_map(|rule| &rule.headers) {
            headers.remove(name);
        }
        for (name, value) in matching.iter().flat_map(|rule| &rule.headers) {
            headers.append(name, value.clone());
        }
    }
}

/// Whether a path fits a pattern in which `*` stands for any run of characters.
fn matches(pattern: &str, path: &str) -> bool {
    let Some((head, tail)) = pattern.split_once('*') else {
        return pattern == path;
    };
    let Some(rest) = path.strip_prefix(head) else {
        return false;
    };
    (0..=rest.len())
        .filter(|&end| rest.is_char_boundary(end))
        .any(|end| matches(tail, &rest[end..]))
}
