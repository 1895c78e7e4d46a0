//! The timeline: axis, events by precision, what came after the article, and
//! the tray of what the article does not date.

use yew::prelude::*;

use super::{ShellProps, hooks};
use crate::nav::{Action, Thing};
use crate::story::brief::Brief;
use crate::story::date::When;
use crate::timeline::{Item, Mark, Picture, Request, Tick, layout};

/// Width drawn at build; the browser draws again in its own.
const WIDTH: f64 = 680.0;

/// The timeline with its tray.
#[component]
pub fn TimelineView(props: &ShellProps) -> Html {
    let shell = &props.shell;
    let frame = use_node_ref();
    let width = hooks::use_width(frame.clone(), WIDTH);
    let brief = &shell.data.brief;
    let dated = Dated::of(brief);
    let scene = &brief.questions[shell.state.question];
    let picture = layout(&dated.request(props, width));
    let release = {
        let shell = shell.clone();
        Callback::from(move |_: MouseEvent| shell.dispatch(Action::ReleaseDate))
    };
    let asof = shell.state.asof.as_ref().map_or_else(String::new, |when| format!("As of {} ✕", when.phrase()));
    html! {
        <section class="timeline" data-view="timeline" aria-labelledby="timeline-title">
            <div class="panel-head">
                <h2 id="timeline-title">{"What happened when"}</h2>
                <p class="panel-note"><span>{"years round the article are drawn wider"}</span></p>
                <div class="tools">
                    <button type="button" data-action="release-date" hidden={shell.state.asof.is_none()} onclick={release}><span>{asof}</span></button>
                    <a href="#list-events">{"List"}</a>
                </div>
            </div>
            <div class="timeline-frame" ref={frame}>
                <svg class="timeline-svg" viewBox={format!("0 0 {} {}", picture.width, picture.height)} role="group" aria-labelledby="timeline-title">
                    {axis(&picture)}
                    <g class="events">
                        {for dated.events.iter().zip(&picture.marks).map(|(idx, mark)| event(brief, *idx, mark, shell))}
                    </g>
                    <g class="since-marks">
                        {for brief.notes.iter().zip(&picture.marks[dated.events.len()..]).enumerate().map(|(idx, (note, mark))| {
                            let words = format!("{}: {}. After the article.", note.date.phrase(), note.title);
                            html! {
                                <a class="since-mark" key={&*note.id} href={format!("#{}", note.id)} tabindex="-1" aria-label={words}
                                    data-record={note.id.clone()} data-focus={scene.notes.contains(&idx).then_some("")}>
                                    {drawn(mark, picture.axis)}
                                </a>
                            }
                        })}
                    </g>
                    if let Some(x) = picture.asof {
                        <line class="asof-line" x1={x.to_string()} x2={x.to_string()} y1="0" y2={picture.axis.to_string()} />
                    }
                </svg>
            </div>
            {tray(brief, shell)}
        </section>
    }
}

/// The dated things, in the order of the picture's items: events first, then later notes.
struct Dated {
    events: Vec<usize>,
    items: Vec<Item>,
}

impl Dated {
    fn of(brief: &Brief) -> Self {
        let label = |when: &When, title: &str, inferred: bool| format!("{} {title}", when.short(inferred));
        let (events, mut items): (Vec<usize>, Vec<Item>) = brief
            .events
            .iter()
            .enumerate()
            .filter_map(|(idx, event)| {
                let when = event.date.clone()?;
                let label = label(&when, &event.title, event.inferred);
                Some((idx, Item { when, label }))
            })
            .unzip();
        items.extend(brief.notes.iter().map(|note| Item {
            when: note.date.clone(),
            label: label(&note.date, &note.title, false),
        }));
        Self { events, items }
    }

    fn request(&self, props: &ShellProps, width: f64) -> Request {
        let brief = &props.shell.data.brief;
        let state = &props.shell.state;
        let item = |event: &usize| self.events.iter().position(|idx| idx == event);
        let scenes = brief.questions.iter().map(|question| {
            let notes = question.notes.iter().map(|note| self.events.len() + note);
            question.events.iter().filter_map(item).chain(notes).collect()
        });
        Request {
            width,
            items: self.items.clone(),
            scenes: scenes.collect(),
            scene: state.question,
            selected: match &state.selected {
                Some(Thing::Event(event)) => item(event),
                _ => None,
            },
            published: brief.published.earliest().unwrap_or(crate::story::date::Day(0)),
            asof: state.asof.as_ref().and_then(|when| when.earliest().or(when.latest())),
        }
    }
}

fn axis(picture: &Picture) -> Html {
    let (axis, published) = (picture.axis, picture.published);
    html! {
        <g class="axis" data-axis="" aria-hidden="true">
            <rect class="after" x={published.to_string()} y="0" width={(picture.width - published).max(0.0).to_string()} height={axis.to_string()} />
            <line class="axis-line" x1="0" x2={picture.width.to_string()} y1={axis.to_string()} y2={axis.to_string()} />
            {for picture.ticks.iter().map(|tick| self::tick(tick, axis))}
            {for picture.breaks.iter().enumerate().map(|(idx, x)| html! {
                <path key={idx} class="axis-break" d={format!("M{} {}l4 -8", x - 4.0, axis + 4.0)} />
            })}
            <line class="published-line" x1={published.to_string()} x2={published.to_string()} y1="0" y2={axis.to_string()} />
            <text class="published-label" x={(published + 4.0).to_string()} y="10">{"after the article"}</text>
        </g>
    }
}

fn tick(tick: &Tick, axis: f64) -> Html {
    let x = tick.x.to_string();
    html! {
        <g class="tick" key={tick.year}>
            <line x1={x.clone()} x2={x.clone()} y1={axis.to_string()} y2={(axis + 5.0).to_string()} />
            <text x={x} y={(axis + 18.0).to_string()}>{if tick.numbered { tick.year.to_string() } else { String::new() }}</text>
        </g>
    }
}

fn event(brief: &Brief, idx: usize, mark: &Mark, shell: &UseReducerHandle<super::Shell>) -> Html {
    let event = &brief.events[idx];
    let scene = &brief.questions[shell.state.question];
    let when = event.date.as_ref().map_or_else(String::new, |when| {
        if event.inferred { when.phrase_inferred() } else { when.phrase() }
    });
    html! {
        <a
            class="event"
            key={&*event.id}
            href={format!("#{}", event.id)}
            tabindex="-1"
            aria-label={format!("{when}: {}. {}.", event.title, event.basis.label())}
            data-event={event.id.clone()}
            data-basis={event.basis.word()}
            data-precision={mark.form.word()}
            data-inferred={event.inferred.then_some("")}
            data-focus={scene.events.contains(&idx).then_some("")}
            data-selected={(shell.state.selected == Some(Thing::Event(idx))).then_some("")}
        >
            {drawn(mark, 0.0)}
        </a>
    }
}

/// A mark with its leader and its label; the three elements are always there.
fn drawn(mark: &Mark, _axis: f64) -> Html {
    let width = mark.to - mark.from;
    let label = mark.label.as_ref();
    let leader = label.map(|label| format!("M{} {}V{}", label.x, label.y + 4.0, mark.y));
    let text_x = label.map(|label| if label.before { label.x - 2.0 } else { label.x + 2.0 });
    html! {
        <>
            <rect class="event-hit" x={(mark.from - 5.0).to_string()} y={(mark.y - 12.0).to_string()} width={(width + 10.0).max(24.0).to_string()} height="24" />
            <path class="event-leader" d={leader} />
            <path class="event-mark" d={outline(mark)} />
            <text
                class="event-label"
                x={text_x.map(|x| x.to_string())}
                y={label.map(|label| label.y.to_string())}
                text-anchor={if label.is_some_and(|label| label.before) { "end" } else { "start" }}
            >
                {label.map_or_else(String::new, |label| label.text.clone())}
            </text>
        </>
    }
}

/// A disc for a day, a bar for a stretch; an end that is open or not known is pointed.
fn outline(mark: &Mark) -> String {
    use crate::timeline::Form;
    let (x0, x1, y, half) = (mark.from, mark.to, mark.y, 3.5);
    if mark.form == Form::Day {
        let x = f64::midpoint(x0, x1);
        return format!("M{:.1} {y}A{half} {half} 0 1 1 {:.1} {y}A{half} {half} 0 1 1 {:.1} {y}Z", x - half, x + half, x - half);
    }
    let (top, bottom) = (y - half, y + half);
    let left = if mark.open_start { format!("M{x0} {y}L{:.1} {bottom:.1}", x0 + 8.0) } else { format!("M{x0} {top:.1}V{bottom:.1}") };
    let right = if mark.open_end { format!("H{:.1}L{x1} {y}L{:.1} {top:.1}", x1 - 8.0, x1 - 8.0) } else { format!("H{x1}V{top:.1}") };
    let close = if mark.open_start { format!("H{:.1}Z", x0 + 8.0) } else { String::from("Z") };
    left + &right + &close
}

fn tray(brief: &Brief, shell: &UseReducerHandle<super::Shell>) -> Html {
    let scene = &brief.questions[shell.state.question];
    html! {
        <div class="tray" data-tray="undated">
            <h3>{"Undated in the article, in no order"}</h3>
            <ul>
                {for brief.events.iter().enumerate().filter(|(_, event)| event.date.is_none()).map(|(idx, event)| html! {
                    <li key={&*event.id}>
                        <a
                            class="tray-event"
                            href={format!("#{}", event.id)}
                            data-event={event.id.clone()}
                            data-basis={event.basis.word()}
                            data-focus={scene.events.contains(&idx).then_some("")}
                            data-selected={(shell.state.selected == Some(Thing::Event(idx))).then_some("")}
                        >{&*event.title}</a>
                    </li>
                })}
            </ul>
        </div>
    }
}
