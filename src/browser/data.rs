//! The data that travels inside the page.

use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};

use super::find;
use crate::wire::Source;

/// The tokens of the inert element with the data, taken apart by the browser's own JSON parser.
pub struct InlineData {
    list: js_sys::Array,
    at: u32,
}

impl InlineData {
    /// The data of this page; `None` when the element is missing or broken.
    pub fn find() -> Option<Self> {
        let text = find("#story-data")?.text_content()?;
        let list = js_sys::JSON::parse(&text).ok()?.dyn_into().ok()?;
        Some(Self { list, at: 0 })
    }

    fn next(&mut self) -> JsValue {
        self.at += 1;
        self.list.get(self.at - 1)
    }
}

impl Source for InlineData {
    fn number(&mut self) -> Option<i32> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the page's own numbers are whole and small; a cast saturates"
        )]
        self.next().as_f64().map(|number| number as i32)
    }

    fn text(&mut self) -> Option<Rc<str>> {
        self.next().as_string().map(Rc::from)
    }
}
