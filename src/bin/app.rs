//! Takes over the instruments of a prerendered page.

#[cfg(target_arch = "wasm32")]
fn main() {
    use std::rc::Rc;

    use throughline::browser;
    use throughline::ui::instruments::{App, AppProps, Data, Shared};
    use throughline::wire::Wire;

    let Some(root) = browser::instruments() else { return };
    // A page with broken data is left as it is: the loader sees the trap and says so.
    let data = browser::InlineData::find().and_then(|mut data| Data::read(&mut data));
    let data = data.expect("the page's own data can be read");
    let props = AppProps {
        data: Shared(Rc::new(data)),
    };
    yew::Renderer::<App>::with_root_and_props(root, props).hydrate();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
