//! What is wrong with a story, shown in the browser while the site is served for development: a list over the last
//! good page, or alone where there is none. No release has it, since a story with a problem is not released.

use super::{BODY_SLOT, HEAD_SLOT, PageError, escape, fill};
use crate::counted;
use crate::story::problem::Problem;

/// The style sheet of the list. It joins the others only where there is a list.
pub const PROBLEM_STYLE: &str = "problems.css";

/// Puts a list of problems over the last good page of a story: first in the order of reading, and to be closed by key.
///
/// # Errors
/// When the page has no body to put it into, or several.
pub fn with_problems(page: &str, slug: &str, problems: &[Problem]) -> Result<String, PageError> {
    // It closes without a script, so that the page's policy stays as it is.
    let list = format!(
        "<body>\n<dialog class=\"problems\" open closedby=\"closerequest\" aria-labelledby=\"problems-title\" {}>\n\
         <form method=\"dialog\">{}<button class=\"control\" autofocus>Close</button></form>\n\
         <p>Behind this list is the last good page of <code>{}</code>. {MEND}</p>\n{}</dialog>",
        marked(problems),
        heading(problems),
        escape(slug),
        rows(problems)
    );
    fill(page, "<body>", &list)
}

/// A page that has only the list, for when there has been no good page.
///
/// # Errors
/// When a slot of the template is missing or doubled.
pub fn problem_page(template: &str, problems: &[Problem], style: &str) -> Result<String, PageError> {
    let title = counted(problems.len(), "problem");
    let head = format!("<title>{title}</title>\n<style>{style}</style>");
    let body = format!(
        "<main class=\"problems\" {}>\n{}\n<p>There is no earlier good page to show. {MEND}</p>\n{}</main>",
        marked(problems),
        heading(problems),
        rows(problems)
    );
    fill(&fill(template, HEAD_SLOT, &head)?, BODY_SLOT, &body)
}

const MEND: &str = "Mend the story and save it: the page then comes by itself.";

/// By this `cargo xtask serve` sees that the page has a list.
fn marked(problems: &[Problem]) -> String {
    format!("data-problems=\"{}\"", problems.len())
}

fn heading(problems: &[Problem]) -> String {
    let count = counted(problems.len(), "problem");
    format!("<h1 id=\"problems-title\">{count}</h1>")
}

fn rows(problems: &[Problem]) -> String {
    let rows: String = problems.iter().map(row).collect();
    format!("<ol>\n{rows}</ol>\n")
}

fn row(problem: &Problem) -> String {
    format!(
        "<li><code>{}</code><p>{}</p><p><b>Mend:</b> {}</p></li>\n",
        escape(&problem.address()),
        with_code(&problem.what),
        with_code(&problem.mend)
    )
}

/// What stands between backticks is code; where one of them has no other, they are left as they are.
fn with_code(words: &str) -> String {
    let parts: Vec<String> = words.split('`').map(escape).collect();
    if parts.len().is_multiple_of(2) {
        return escape(words);
    }
    let marked = parts.iter().enumerate().map(|(idx, part)| match idx % 2 {
        0 => part.clone(),
        _ => format!("<code>{part}</code>"),
    });
    marked.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::problem::LineColumn;

    const TEMPLATE: &str = "<html><head><meta name=\"page-head\"></head><body>\n<div id=\"page\"></div></body></html>";

    fn problem(line: usize, what: &str) -> Problem {
        Problem {
            file: String::from("stories/a/story.toml"),
            place: Some(LineColumn { line, column: 7 }),
            what: what.to_owned(),
            mend: String::from("write `a < b`"),
        }
    }

    #[test]
    fn a_list_says_place_fault_and_remedy_of_each_problem() {
        let page = problem_page(
            TEMPLATE,
            &[problem(3, "`<b>` is no name"), problem(4, "no date")],
            "p{}",
        )
        .unwrap();
        for words in [
            "<title>2 problems</title>\n<style>p{}</style>",
            "<h1 id=\"problems-title\">2 problems</h1>",
            "<li><code>stories/a/story.toml:3:7</code><p><code>&lt;b&gt;</code> is no name</p>\
             <p><b>Mend:</b> write <code>a &lt; b</code></p></li>",
            "<li><code>stories/a/story.toml:4:7</code><p>no date</p>",
            "There is no earlier good page",
        ] {
            assert!(page.contains(words), "{words} in {page}");
        }
        assert!(!page.contains("Close"), "there is nothing behind it");
    }

    #[test]
    fn a_list_stands_before_the_page_that_it_is_shown_over_and_leaves_it_whole() {
        let page = "<body>\n<main>the last good page</main>\n</body>";
        let shown = with_problems(page, "a", &[problem(3, "no date")]).unwrap();
        let (before, after) = shown.split_once("</dialog>").unwrap();
        assert!(
            before.starts_with("<body>\n<dialog") && before.contains(">1 problem</h1>"),
            "{before}"
        );
        assert!(before.contains("the last good page of <code>a</code>"), "{before}");
        assert_eq!(format!("<body>{after}"), page);
    }

    #[test]
    fn a_problem_without_a_place_names_its_file_alone() {
        let problem = Problem {
            place: None,
            ..problem(1, "there is no such file")
        };
        assert!(row(&problem).contains("<code>stories/a/story.toml</code>"));
    }

    #[test]
    fn a_single_backtick_is_no_code() {
        assert_eq!(with_code("a ` b"), "a ` b");
        assert_eq!(with_code("`a`"), "<code>a</code>");
    }
}
