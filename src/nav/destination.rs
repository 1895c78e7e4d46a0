//! Whether a link or an address leads to something of the story, to another part of the page, or nowhere in it.

use super::address::Address;
use super::index::Index;
use crate::view_model::brief::Brief;

/// Where an address leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// To something of the story: the instruments take it up.
    Story,
    /// To a part of the page that is left to the browser: a list, a source.
    Part,
    /// Nowhere in this page: it is empty, or of another program.
    Foreign,
}

impl Destination {
    /// Where an address leads on a page of this story; `has_part` says whether the page has something with an id.
    pub fn of(address: &Address, brief: &Brief, has_part: impl FnOnce(&str) -> bool) -> Self {
        if Index(brief).resolve(address).is_some() {
            Self::Story
        } else if address.id.as_deref().is_some_and(has_part) {
            Self::Part
        } else {
            Self::Foreign
        }
    }
}
