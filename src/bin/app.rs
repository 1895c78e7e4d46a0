//! Takes over the instruments of a prerendered page.

#[cfg(target_arch = "wasm32")]
fn main() {
    use std::rc::Rc;

    use throughline::browser;
    use throughline::ui::instruments::{App, AppProps, Data, Shared};

    let Some(root) = browser::instruments() else { return };
    let Some(data) = browser::data().and_then(|text| serde_json::from_str::<Data>(&text).ok()) else { return };
    let props = AppProps { data: Shared(Rc::new(data)) };
    yew::Renderer::<App>::with_root_and_props(root, props).hydrate();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
