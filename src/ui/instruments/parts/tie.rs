//! One tie on the map: a line in the style of its basis, its head, a wide
//! stroke that catches fingers.

use yew::prelude::*;

use super::{Marks, said};
use crate::map::Route;
use crate::nav::Status;
use crate::story::kinds::Basis;
use crate::ui::mark::{fixed, live};
use crate::units::Coord;
use crate::view_model::ViewModel;
use crate::view_model::brief::TieBrief;

/// Length and half width of an arrow head, in map units.
const HEAD: (f64, f64) = (7.0, 3.2);
/// Half length and thickness of the bar in which a tie ends that denies something.
const BAR: (f64, f64) = (5.5, 1.6);

/// What a tie is drawn from.
#[derive(Clone, Copy, PartialEq)]
pub struct TiePart {
    /// Its place in the brief's list.
    pub idx: usize,
    /// How it runs; `None` where the view does not show it.
    pub route: Option<Route>,
    /// How much it stands out.
    pub marks: Marks,
    /// How it stands to the pinned date.
    pub status: Status,
    /// Whether a date is pinned: then its name says how it stands to that.
    pub is_pinned: bool,
}

/// A tie; kept in the page but not shown where the view has no route for it. In the file it has no name and nothing that
/// catches fingers: what it says stands in the list of ties.
pub fn tie(data: &ViewModel, part: &TiePart) -> Html {
    let TiePart { status, marks, .. } = *part;
    let tie = &data.brief.ties[part.idx];
    let remark = if part.is_pinned { status.remark() } else { "" };
    let path = part.route.as_ref().map(|route| AttrValue::from(route.path()));
    let head = part.route.map(|route| decoration(&route, tie));
    html! {
        <a
            class="tie"
            href={fixed(|| format!("#{}", tie.id))}
            tabindex={fixed(|| "-1")}
            aria-label={live(|| format!("{}. {}.{}{remark}", data.brief.sentence(tie), tie.basis.label(), said(tie.verdict)))}
            data-tie={fixed(|| tie.id.clone())}
            data-basis={fixed(|| tie.basis.word())}
            data-focus={marks.focus.then_some("")}
            data-selected={marks.selected.then_some("")}
            data-state={status.word()}
            data-off={part.route.is_none().then_some("")}
        >
            <path class="tie-hit" d={path.clone().and_then(|path| live(|| path))} />
            if tie.basis == Basis::Open {
                <path class="tie-casing" d={path.clone()} />
            }
            <path class="tie-line" d={path} />
            <path class="tie-head" d={head} />
        </a>
    }
}

/// The arrow head of a directed tie, or the bar in which it ends, and the stroke through a disowned one.
fn decoration(route: &Route, tie: &TieBrief) -> String {
    let mut path = String::new();
    if tie.directed {
        let (tip, back) = (route.end, route.control);
        let (dx, dy) = unit(tip.x.get() - back.x.get(), tip.y.get() - back.y.get());
        path += &if tie.denies {
            bar(tip.x.get(), tip.y.get(), dx, dy)
        } else {
            head(tip.x.get(), tip.y.get(), dx, dy)
        };
    }
    if let Some(at) = route.stroke {
        let t = f64::from(at) / 100.0;
        let (middle, ahead) = (route.at(t), route.at(t + 0.05));
        let (dx, dy) = unit(ahead.x.get() - middle.x.get(), ahead.y.get() - middle.y.get());
        let (x, y) = (middle.x.get(), middle.y.get());
        // Across the line and a little along it: a stroke, not a tick.
        let (sx, sy) = (dx * 3.0 - dy * 6.0, dy * 3.0 + dx * 6.0);
        path += &format!("M{}L{}", pair(x - sx, y - sy), pair(x + sx, y + sy));
    }
    path
}

/// An arrow head with its tip here, along a direction.
fn head(x: f64, y: f64, dx: f64, dy: f64) -> String {
    let (length, half) = HEAD;
    let to_corner = step(-dx * length - dy * half, -dy * length + dx * half);
    format!(
        "M{}l{to_corner} {}z",
        pair(x, y),
        step(2.0 * dy * half, -2.0 * dx * half)
    )
}

/// A bar across the end of a line.
fn bar(x: f64, y: f64, dx: f64, dy: f64) -> String {
    let (half, thick) = BAR;
    let (across, back) = (step(2.0 * dy * half, -2.0 * dx * half), step(-dx * thick, -dy * thick));
    let opposite = step(-2.0 * dy * half, 2.0 * dx * half);
    format!("M{}l{across} {back} {opposite}z", pair(x - dy * half, y + dx * half))
}

/// A short way, in half units: there are a hundred of them in the page.
fn step(dx: f64, dy: f64) -> String {
    let half = |length: f64| (length * 2.0).round() / 2.0;
    pair(half(dx), half(dy))
}

fn unit(dx: f64, dy: f64) -> (f64, f64) {
    let length = (dx * dx + dy * dy).sqrt();
    if length > 0.0 {
        (dx / length, dy / length)
    } else {
        (1.0, 0.0)
    }
}

fn pair(x: f64, y: f64) -> String {
    format!("{} {}", Coord::new(x), Coord::new(y))
}
