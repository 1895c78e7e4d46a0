//! Takes over the instruments of a prerendered page.

/// The allocator of the standard library is twice as much to send.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Hydrates the instruments from the bytes of the story's data file; says whether there is something to hydrate,
/// and something to do it from. The loader calls it once.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate(data: &[u8]) -> bool {
    use std::rc::Rc;

    use throughline::browser;
    use throughline::ui::instruments::{App, AppProps, SharedModel};
    use throughline::view_model::ViewModel;

    let (Some(root), Some(model)) = (browser::instruments(), ViewModel::from_bytes(data)) else {
        return false;
    };
    let props = AppProps {
        data: SharedModel(Rc::new(model)),
    };
    yew::Renderer::<App>::with_root_and_props(root, props).hydrate();
    true
}

fn main() {}
