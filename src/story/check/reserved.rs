//! The ids that the page gives to parts of its own. Were one given to a thing of
//! the story too, links to the two would lead to the same place.

/// The page's own parts, by name.
const NAMES: [&str; 9] = [
    "page",
    "walk",
    "instruments",
    "coverage",
    "about",
    "terms",
    "embed-code",
    "changes",
    "story-data",
];
/// What the ids of lists begin with.
const LISTS: &str = "list-";
/// What the ids of headings end with: of a panel or a list, and of a question.
const HEADINGS: [&str; 2] = ["-title", "-ask"];

/// Whether the page keeps this id for itself.
pub fn is_reserved(id: &str) -> bool {
    NAMES.contains(&id) || id.starts_with(LISTS) || HEADINGS.iter().any(|ending| id.ends_with(ending))
}

/// Which ids those are, for an author.
pub(super) fn rule() -> String {
    let [panel, question] = HEADINGS;
    format!(
        "the page keeps {}, what begins with {LISTS} and what ends with {panel} or {question}",
        NAMES.join(", ")
    )
}
