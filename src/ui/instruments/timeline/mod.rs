//! The timeline: axis, events by precision, what came after the article, and
//! the tray of what the article does not date.

mod dated;

use yew::prelude::*;

use super::date::date_button;
use super::parts::{AxisPart, MarkPart, Memo, Part, leaders, px};
use super::{Store, StoreProps, hooks};
use crate::nav::Thing;
use crate::timeline::{Mark, Picture};
use crate::view_model::brief::Brief;
use dated::Dated;

/// Width drawn at build; the browser draws again in its own.
const WIDTH: f64 = 680.0;

/// The timeline with its tray.
#[component]
pub fn TimelineView(props: &StoreProps) -> Html {
    let store = &props.store;
    let frame = use_node_ref();
    let width = hooks::use_width(frame.clone(), WIDTH);
    let brief = &store.data.brief;
    let dated = use_memo((store.data.clone(), width), |(data, width)| {
        Dated::of(&data.brief, *width)
    });
    let choice = dated.choice(&store.state);
    let picture = use_memo((width, choice), |(_, choice)| dated.picture(*choice));
    let mut marks = marks(store, &dated, &picture);
    let notes = marks.split_off(dated.events.len());
    html! {
        <section class="timeline" data-view="timeline" aria-labelledby="timeline-title">
            <div class="panel-head">
                <h2 id="timeline-title">{"What happened when"}</h2>
                <p class="panel-note"><span>{"years round the article are drawn wider"}</span></p>
                <div class="tools">
                    {date_button(store)}
                    <a href="#list-events">{"List"}</a>
                </div>
            </div>
            <div class="timeline-frame" ref={frame}>
                <svg class="timeline-svg" height={px(picture.height)} viewBox={format!("0 0 {} {}", px(picture.width), px(picture.height))} role="group" aria-labelledby="timeline-title">
                    <Memo data={store.data.clone()} part={Part::Axis(AxisPart::of(&picture))} />
                    {leaders(&picture.marks)}
                    <g class="events">{for marks}</g>
                    <g class="since-marks">{for notes}</g>
                    if let Some(x) = picture.asof {
                        <line class="asof-line" x1={px(x)} x2={px(x)} y1="0" y2={px(picture.axis)} />
                    }
                </svg>
            </div>
            {tray(brief, store)}
        </section>
    }
}

/// The marks, in the order of the picture.
fn marks(store: &UseReducerHandle<Store>, dated: &Dated, picture: &Picture) -> Vec<Html> {
    let (brief, state) = (&store.data.brief, &store.state);
    let scene = &brief.questions[state.pictured()];
    let events = dated.events.iter().map(|idx| (*idx, false));
    let things = events.chain((0..brief.notes.len()).map(|idx| (idx, true)));
    let mark = |((idx, later), mark): ((usize, bool), &Mark)| {
        let (id, focus, thing) = if later {
            (&brief.notes[idx].id, scene.notes.contains(&idx), Thing::Note(idx))
        } else {
            (&brief.events[idx].id, scene.events.contains(&idx), Thing::Event(idx))
        };
        let part = Part::Mark(MarkPart {
            idx,
            later,
            mark: mark.clone(),
            focus,
            selected: state.selected == Some(thing),
        });
        html! { <Memo key={&**id} data={store.data.clone()} {part} /> }
    };
    things.zip(&picture.marks).map(mark).collect()
}

fn tray(brief: &Brief, store: &UseReducerHandle<Store>) -> Html {
    let scene = &brief.questions[store.state.pictured()];
    let mut undated: Vec<_> = brief
        .events
        .iter()
        .enumerate()
        .filter(|(_, event)| event.date.is_none())
        .collect();
    // What the question concerns comes first: on a small screen the rest is out of sight.
    undated.sort_by_key(|(idx, _)| !scene.events.contains(idx));
    if undated.is_empty() {
        return Html::default();
    }
    html! {
        <div class="tray" data-tray="undated">
            <h3>{"Undated, in no order:"}</h3>
            <ul>
                {for undated.into_iter().map(|(idx, event)| html! {
                    <li key={&*event.id}>
                        <a
                            class="tray-event"
                            href={format!("#{}", event.id)}
                            data-event={event.id.clone()}
                            data-basis={event.basis.word()}
                            data-focus={scene.events.contains(&idx).then_some("")}
                            data-selected={(store.state.selected == Some(Thing::Event(idx))).then_some("")}
                        >{&*event.title}</a>
                    </li>
                })}
            </ul>
        </div>
    }
}
