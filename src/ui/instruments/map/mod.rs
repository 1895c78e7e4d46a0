//! The actor map: regions, ties, actors, legend and tools.

mod view;
mod words;

use yew::prelude::*;

use super::date::date_button;
use super::parts::{ActorPart, Marks, Memo, Part, TiePart};
use super::{StoreProps, hooks};
use crate::counted;
use crate::map::Region;
use crate::nav::{Action, State, Status, Thing, Viewport};
use crate::story::date::When;
use crate::ui::mark;
use crate::view_model::ViewModel;
use crate::view_model::brief::SideBrief;
use view::{View, shows_whole};

/// What the camera is set for: while it stays, the reader's own zoom stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct CameraKey {
    question: usize,
    whole: bool,
    /// Asked for by the button: pressing it ends the reader's own zoom too.
    asked: bool,
    viewport: Viewport,
}

impl CameraKey {
    fn of(state: &State, data: &ViewModel) -> Self {
        Self {
            question: state.pictured(),
            whole: shows_whole(state, data),
            asked: state.whole,
            viewport: state.viewport,
        }
    }
}

/// The map with its tools and its legend.
#[component]
pub fn MapView(props: &StoreProps) -> Html {
    let store = &props.store;
    let state = &store.state;
    let view = View::of(state, &store.data);
    let frame = use_node_ref();
    let camera = hooks::use_camera(
        frame.clone(),
        view.target,
        view.size,
        view.least(state.ready),
        CameraKey::of(state, &store.data),
    );
    hooks::use_gestures(frame.clone(), &camera);
    let zoom = |factor: f64| {
        let camera = camera.clone();
        Callback::from(move |_: MouseEvent| camera.zoom(factor))
    };
    let whole = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| store.dispatch(Action::Whole))
    };
    html! {
        <section class="map" data-view="map" aria-labelledby="map-title">
            <div class="panel-head">
                <h2 id="map-title">{"Who is tied to whom"}</h2>
                <p class="panel-note">{mark::changing(&note(state, &store.data))}</p>
                <div class="tools">
                    {date_button(store)}
                    <button type="button" data-action="whole-map" aria-pressed={view.whole.to_string()} aria-label={more_ties(&view)} onclick={whole}>{mark::changing(&whole_map(&view))}</button>
                    <button type="button" data-action="zoom-in" aria-label="Zoom in" onclick={zoom(1.4)}>{"+"}</button>
                    <button type="button" data-action="zoom-out" aria-label="Zoom out" onclick={zoom(1.0 / 1.4)}>{"−"}</button>
                    <a href="#list-ties">{"List"}</a>
                    <a class="map-key" href="#key">{"Key"}</a>
                </div>
            </div>
            if state.ready && !state.viewport.wide && !view.is_scene() {
                <div class="map-regions">{for view.regions.iter().map(|region| enter(region, &store.data, &camera))}</div>
            }
            <div class="map-frame" ref={frame}>{drawing(props, &view)}</div>
            <Memo data={store.data.clone()} part={Part::Legend} />
        </section>
    }
}

/// The way into a region: its name and how many actors it has.
fn enter(region: &Region, data: &ViewModel, camera: &hooks::CameraHandle) -> Html {
    let side = &data.brief.sides[region.side];
    let count = data
        .brief
        .actors
        .iter()
        .filter(|actor| actor.side == region.side)
        .count();
    let (camera, rect) = (camera.clone(), region.rect);
    let onclick = Callback::from(move |_: MouseEvent| camera.look_at(rect));
    html! {
        <button type="button" class="control" data-action="region" key={&*side.name} data-tint={side.tint.word()} {onclick}>
            {format!("{} · {count}", side.name)}
        </button>
    }
}

/// What the button offers: the whole map, and on it the ties of a selected actor that the scene does not have.
fn whole_map(view: &View<'_>) -> String {
    match view.n_ties_outside() {
        0 => String::from("Whole map"),
        more => format!("Whole map +{more}"),
    }
}

/// The same in words.
fn more_ties(view: &View<'_>) -> Option<String> {
    let more = view.n_ties_outside();
    (more > 0).then(|| format!("Whole map +{more}: {}", counted(more, "more tie")))
}

/// How many ties the question concerns, and how many of them a pinned date hides.
fn note(state: &State, data: &ViewModel) -> String {
    let ties = &data.brief.questions[state.pictured()].ties;
    let count = ties.len();
    let note = format!("{} in this question", counted(count, "tie"));
    let hidden = ties.iter().filter(|idx| !has_begun(state, data, **idx)).count();
    match &state.asof {
        Some(asof) if hidden > 0 => format!("{note}, {hidden} not begun by {}", asof.phrase()),
        _ => note,
    }
}

/// Whether a tie had begun, or may have, at the pinned date: what had not is not shown.
fn has_begun(state: &State, data: &ViewModel, tie: usize) -> bool {
    Status::of(data.brief.ties[tie].date.as_ref(), state.asof.as_ref()) != Status::NotBegun
}

fn drawing(props: &StoreProps, view: &View<'_>) -> Html {
    let data = &props.store.data;
    let state = &props.store.state;
    let asof = state.asof.as_ref();
    let labels = view.labels.iter().filter(|label| has_begun(state, data, label.tie));
    html! {
        <svg
            class="map-svg"
            viewBox={format!("0 0 {} {}", view.size.0, view.size.1)}
            role="group"
            aria-labelledby="map-title"
            data-moves={moves(state)}
        >
            // The camera is set on the element itself, not through the virtual DOM.
            <g class="map-camera">
                <Memo data={data.clone()} part={Part::Regions(!view.is_scene())} />
                // In the file they have no names.
                <g class="ties" aria-hidden={mark::fixed(|| "true")} data-asof={asof.map(|when| when.edtf().to_owned())}>
                    {for view.ties_in_order().into_iter().map(|idx| html! {
                        <Memo key={&*data.brief.ties[idx].id} data={data.clone()} part={Part::Tie(view.tie(idx, asof))} />
                    })}
                </g>
                <g class="map-words">
                    <g aria-hidden="true">{for view.regions.iter().map(|region| title(region, &data.brief.sides))}</g>
                    <g class="nodes">
                        {for data.brief.actors.iter().enumerate().map(|(idx, actor)| html! {
                            <Memo key={&*actor.id} data={data.clone()} part={Part::Actor(view.actor(idx))} />
                        })}
                    </g>
                    <g class="tie-labels" aria-hidden="true">
                        {for labels.flat_map(|label| words::of_tie(label, &data.brief.ties[label.tie]))}
                        {for view.tagged.iter().filter_map(|(idx, place)| words::of_actor(place, &data.brief.actors[*idx]))}
                        {for view.captions.iter().flat_map(|caption| words::of_caption(caption, &data.brief.actors[caption.actor]))}
                    </g>
                </g>
            </g>
        </svg>
    }
}

/// That the picture has changed since the page opened, in one of two words by turns: so that what fades in does so at
/// each change.
fn moves(state: &State) -> Option<&'static str> {
    let is_even = (state.pictured() + usize::from(state.whole)).is_multiple_of(2);
    let word = if is_even { "a" } else { "b" };
    (state.turn.count > 0 || state.whole).then_some(word)
}

/// The title of a region, over the ties.
fn title(region: &Region, sides: &[SideBrief]) -> Html {
    let side = &sides[region.side];
    let at = region.title_at();
    html! {
        <text
            class="region-name"
            key={&*side.name}
            data-tint={side.tint.word()}
            x={at.x.to_string()}
            y={at.y.to_string()}
        >
            {&*side.name}
        </text>
    }
}

impl View<'_> {
    /// The ties in the order in which they are drawn: those that the question concerns lie over the others. A scene
    /// draws no others, and to move an element costs time.
    fn ties_in_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.ties.len()).collect();
        if !self.is_scene() {
            order.sort_by_key(|idx| self.scene.ties.contains(idx));
        }
        order
    }

    fn tie(&self, idx: usize, asof: Option<&When>) -> TiePart {
        TiePart {
            idx,
            route: self.route(idx).copied(),
            marks: self.marks_tie(idx),
            status: Status::of(self.ties[idx].date.as_ref(), asof),
            is_pinned: asof.is_some(),
        }
    }

    fn actor(&self, idx: usize) -> ActorPart {
        ActorPart {
            idx,
            place: self.place(idx).copied(),
            marks: self.marks_actor(idx),
        }
    }

    fn marks_tie(&self, idx: usize) -> Marks {
        let selected = match self.selected {
            Some(Thing::Tie(tie)) => *tie == idx,
            Some(Thing::Actor(actor)) => self.ties[idx].from == *actor || self.ties[idx].to == *actor,
            _ => false,
        };
        Marks {
            focus: self.scene.ties.contains(&idx),
            selected,
        }
    }

    fn marks_actor(&self, idx: usize) -> Marks {
        let selected = match self.selected {
            Some(Thing::Actor(actor)) => *actor == idx,
            Some(Thing::Tie(tie)) => self.ties[*tie].from == idx || self.ties[*tie].to == idx,
            Some(Thing::Event(event)) => self.events[*event].actors.contains(&idx),
            _ => false,
        };
        Marks {
            focus: self.scene.actors.contains(&idx),
            selected,
        }
    }
}
