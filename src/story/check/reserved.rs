//! The ids that the page gives to parts of its own. Were one given to a thing of
//! the story too, links to the two would lead to the same place.

/// The page's own parts, by name.
const NAMES: [&str; 10] = [
    "page",
    "walk",
    "instruments",
    "coverage",
    "key",
    "about",
    "terms",
    "embed-code",
    "changes",
    "story-data",
];
/// What the ids of lists begin with.
const LISTS: &str = "list-";
/// What the ids of headings end with.
const HEADINGS: &str = "-title";

/// Whether the page keeps this id for itself.
pub fn is_reserved(id: &str) -> bool {
    NAMES.contains(&id) || id.starts_with(LISTS) || id.ends_with(HEADINGS)
}

/// Which ids those are, for an author.
pub(super) fn rule() -> String {
    format!(
        "the page keeps {}, what begins with {LISTS} and what ends with {HEADINGS}",
        NAMES.join(", ")
    )
}
