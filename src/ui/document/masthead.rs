//! The head of the page: what it is, what it rests on, when it was checked.

use yew::prelude::*;

use super::DocumentProps;
use super::text::{spans, time};
use crate::counted;
use crate::story::Story;
use crate::story::kinds::{Basis, Kind};
use crate::ui::mark::shape;

/// What the page is: its heading, whom it is about, and when the record was read.
#[component]
pub fn Masthead(props: &DocumentProps) -> Html {
    let story = &props.story;
    html! {
        <header class="masthead">
            <p class="kicker">{format!("{} · {}", story.meta.kicker, counted(story.questions.len(), "question"))}</p>
            <p class="checked">
                {record_read(story)}{" · "}
                <a href="#about">{"About this page"}</a>
            </p>
            <div class="title">
                <h1>{&story.meta.headline}</h1>
                if let Some(topic) = &story.meta.topic {
                    <p class="topic">{topic}</p>
                } else {
                    <p class="topic">{spans(&story.meta.standfirst)}</p>
                }
            </div>
        </header>
    }
}

/// When the record was read, and how new the newest page read is.
pub fn record_read(story: &Story) -> Html {
    html! { <>{"Record read on "}{time(&story.meta.checked)}{", in pages up to "}{time(&story.meta.reaches)}</> }
}

/// What the forms on the map and on the timeline mean.
fn key() -> Html {
    html! {
        <div id="key">
            <h3>{"Key to the map and the timeline"}</h3>
            <ul class="key">
                {for Kind::ALL.iter().map(|kind| html! { <li>{shape(*kind)}{kind.label()}</li> })}
            </ul>
            <p>{"An arrow runs from who acts to whom or what. A line that ends in a bar says no: refused, disowned, ended or lacking. The colours are the sides."}</p>
            <p>{"On the timeline a disc is a day. A hollow mark is some time within it: a month, a season, a year. A bar is all that time. What lies beyond the dotted line came after the article."}</p>
        </div>
    }
}

/// How many points rest on what: numbers by basis, notes and independent origins.
pub fn coverage_table(story: &Story) -> Html {
    let points: Vec<_> = story.questions.iter().flat_map(|question| &question.points).collect();
    let noted = points.iter().filter(|point| !point.evidence.record.is_empty()).count();
    let mut origins: Vec<&str> = points
        .iter()
        .flat_map(|point| &point.evidence.record)
        .flat_map(|note| &story.record(&note.id).sources)
        .map(|id| story.source(id))
        .filter(|source| source.independent)
        .map(|source| source.origin.as_str())
        .collect();
    origins.sort_unstable();
    origins.dedup();
    html! {
        <section class="coverage" id="coverage">
            <h2>{"What the points rest on"}</h2>
            <ul class="coverage-rows">
                {for Basis::ALL.iter().map(|basis| {
                    let n_points = points.iter().filter(|point| point.evidence.basis == *basis).count();
                    html! {
                        <li class="line" data-basis={basis.word()}>
                            {basis.label()}
                            <span class="number" data-coverage={basis.word()}>{n_points}</span>
                        </li>
                    }
                })}
            </ul>
            <p>
                {format!(
                    "{} in all; {noted} {} a note on what the record shows, from {}. Sources that repeat one report count once.",
                    counted(points.len(), "point"),
                    if noted == 1 { "has" } else { "have" },
                    counted(origins.len(), "independent origin")
                )}
            </p>
            {key()}
        </section>
    }
}
