//! The document: everything that is read. Rendered at build only and not part
//! of the wasm, so it works before it, without it and after it has failed.
//!
//! Plain functions from the story to markup; nothing here has state.

mod appendix;
mod evidence;
mod masthead;
mod question;
mod rows;
mod text;

pub use appendix::Appendix;
pub use masthead::Masthead;
pub use question::Walk;

use std::rc::Rc;

use yew::Properties;

use crate::story::Story;

/// What every part of the document is made from.
#[derive(Clone, PartialEq, Properties)]
pub struct DocumentProps {
    /// The story.
    pub story: Rc<Story>,
}
