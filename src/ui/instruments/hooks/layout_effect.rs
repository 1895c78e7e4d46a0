//! Effects in the frame of the render that they belong to.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser;

/// Runs an effect when its dependencies have changed: after the elements have been written, before they are drawn.
///
/// Yew's own effects may come a frame later, since it yields to the browser when rendering has taken long; then style
/// and layout are worked out twice. So what a step writes to the page is written here. What measures, focuses or scrolls
/// goes into [`after_layout_effects`], or the browser lays out the page between one change and the next.
#[hook]
pub fn use_layout_effect<Deps>(deps: Deps, effect: impl FnOnce(&Deps) + 'static)
where
    Deps: PartialEq + 'static,
{
    let before = use_mut_ref(|| None::<Rc<Deps>>);
    let mut before = before.borrow_mut();
    if before.as_deref() != Some(&deps) {
        let deps = Rc::new(deps);
        *before = Some(deps.clone());
        queue(Box::new(move || effect(&deps)));
    }
}

/// Runs once every layout effect of this render has written.
pub fn after_layout_effects(read: impl FnOnce() + 'static) {
    queue(Box::new(read));
}

/// Queues a microtask. Yew renders in one, so those queued meanwhile come right after it. Boxed: a future for each kind
/// of task would be written out for each.
fn queue(task: Box<dyn FnOnce()>) {
    // Nothing follows rendering at build.
    if cfg!(target_arch = "wasm32") {
        yew::platform::spawn_local(async move {
            // The page of an app that has failed is as it is without scripts, and stays so.
            if !browser::has_failed() {
                task();
            }
        });
    }
}
