//! The axis of the timeline.

use yew::prelude::*;

use super::px;
use crate::timeline::{Picture, Tick};

/// What the axis is drawn from.
#[derive(Clone, PartialEq)]
pub struct AxisPart {
    width: f64,
    axis: f64,
    published: f64,
    ticks: Vec<Tick>,
    breaks: Vec<f64>,
}

impl AxisPart {
    /// The axis of a picture.
    pub fn of(picture: &Picture) -> Self {
        Self {
            width: picture.width,
            axis: picture.axis,
            published: picture.published,
            ticks: picture.ticks.clone(),
            breaks: picture.breaks.clone(),
        }
    }
}

/// Axis, ticks, publication line and the ground of what came after.
pub fn axis(part: &AxisPart) -> Html {
    let (axis, published) = (part.axis, part.published);
    html! {
        <g class="axis" data-axis="" aria-hidden="true">
            <rect class="after" x={px(published)} y="0" width={px((part.width - published).max(0.0))} height={px(axis)} />
            <line class="axis-line" x1="0" x2={px(part.width)} y1={px(axis)} y2={px(axis)} />
            {for part.ticks.iter().map(|tick| self::tick(tick, axis))}
            {for part.breaks.iter().enumerate().map(|(idx, x)| html! {
                <path key={idx} class="axis-break" d={format!("M{} {}l4 -8", px(x - 4.0), px(axis + 4.0))} />
            })}
            <line class="published-line" x1={px(published)} x2={px(published)} y1="0" y2={px(axis)} />
            <text class="published-label" x={px(published + 4.0)} y="10">{"after the article"}</text>
        </g>
    }
}

fn tick(tick: &Tick, axis: f64) -> Html {
    let x = px(tick.x);
    html! {
        <g class="tick" key={tick.year}>
            <line x1={x.clone()} x2={x.clone()} y1={px(axis)} y2={px(axis + 5.0)} />
            <text x={x} y={px(axis + 18.0)}>{if tick.numbered { tick.year.to_string() } else { String::new() }}</text>
        </g>
    }
}
