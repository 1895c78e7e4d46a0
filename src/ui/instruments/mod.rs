//! The instruments: what moves. Rendered at build, then taken over in the
//! browser as one hydrated root.
//!
//! Everything that can be selected is a link, so the document's one listener
//! serves walk, map and timeline alike, and before and without the wasm the
//! same links lead to the rows of the lists. Rendering reads no clock, locale,
//! viewport or storage; what depends on them comes later, from effects.

mod controls;
mod date;
mod detail;
mod hooks;
mod map;
mod parts;
mod timeline;

use std::rc::Rc;

use yew::prelude::*;

use crate::nav::{Action, Panel, State};
use crate::ui::mark::changing;
use crate::view_model::ViewModel;
use controls::Progress;
use date::date_bar;
use detail::Detail;
use map::MapView;
use timeline::TimelineView;

/// The data, shared; two handles are equal when they are the same.
#[derive(Clone, Debug)]
pub struct SharedModel(pub Rc<ViewModel>);

impl PartialEq for SharedModel {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for SharedModel {
    type Target = ViewModel;

    fn deref(&self) -> &ViewModel {
        &self.0
    }
}

/// The state with the data that its reducer needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Store {
    /// Where the reader is.
    pub state: State,
    /// What there is.
    pub data: SharedModel,
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let state = self.state.reduce(action, &self.data.brief);
        if state == self.state {
            self
        } else {
            Rc::new(Self {
                state,
                data: self.data.clone(),
            })
        }
    }
}

/// What every instrument is given.
#[derive(Clone, PartialEq, Properties)]
pub struct StoreProps {
    /// The state, and the way to change it.
    pub store: UseReducerHandle<Store>,
}

/// What the root is given.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The data of the story.
    pub data: SharedModel,
}

/// The root of the instruments, in the order in which the keyboard comes to them after the walk: the stage is in
/// sight there.
#[component]
pub fn App(props: &AppProps) -> Html {
    let data = props.data.clone();
    let store = use_reducer(move || Store {
        state: State::default(),
        data,
    });
    hooks::use_browser(&store);
    html! {
        <>
            <Stage store={store.clone()} />
            <Detail store={store.clone()} />
            <Progress store={store} />
        </>
    }
}

/// The two pictures, with the tabs that choose between them where there is room for one.
#[component]
fn Stage(props: &StoreProps) -> Html {
    let state = &props.store.state;
    let tab = |panel: Panel, name: &'static str| {
        let store = props.store.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            let is_stuck = hooks::is_stuck();
            store.dispatch(Action::Panel { panel, is_stuck });
        });
        html! {
            <button type="button" class="tab" data-action={format!("show-{}", panel.word())} aria-pressed={(state.panel == panel).to_string()} {onclick}>{name}</button>
        }
    };
    let question = &props.store.data.brief.questions[state.pictured()];
    html! {
        <div class="stage" data-panel={state.panel.word()}>
            <div class="tabs">
                <p class="strip-title"><b>{changing(&format!("{} ", state.pictured() + 1))}</b>{changing(&question.short)}</p>
                {tab(Panel::Map, "Map")}
                {tab(Panel::Timeline, "Timeline")}
            </div>
            if props.store.state.ready && props.store.state.has_date_bar() {
                {date_bar(&props.store)}
            }
            <MapView store={props.store.clone()} />
            <TimelineView store={props.store.clone()} />
        </div>
    }
}
