//! The actor map: from names, sides and ties to places, routes and labels.
//!
//! [`layout`] is computed once, at build, from a [`Request`]; its result is
//! plain data that travels to the browser. Equal requests give equal results
//! on every machine: only `+ - * /` and `sqrt` are used, the dice of the search
//! have a fixed seed, and coordinates are rounded to a tenth. The module knows
//! no story, no evidence, no pointer and no screen.

pub mod camera;
pub mod request;
pub mod result;

mod body;
mod cost;
mod curve;
mod drafts;
mod drawn;
mod easing;
mod geometry;
mod labels;
mod metrics;
#[cfg(test)]
pub(crate) mod misread;
mod regions;
mod routes;
#[cfg(test)]
mod sample;
mod scenes;
mod search;
mod slots;
#[cfg(test)]
mod sound;
mod spots;
#[cfg(test)]
mod tests;
mod wording;

pub use camera::Camera;
pub use request::{Edge, Node, Request, Scene};
pub use result::{Coord, Layout, Place, Point, Rect, Region, Route, SceneLayout, SceneLayouts, TieLabel};

use body::{Body, Standing};
use drafts::{PLANS, Studio};
use drawn::Tie;
use easing::Eased;
use metrics::WIDE;
use regions::{Demand, Ground, Plan, arrange, title_width};
use search::Bond;

/// Lays out the whole map and every scene.
///
/// # Panics
///
/// If an index of the request points nowhere.
pub fn layout(request: &Request) -> Layout {
    let bodies: Vec<Body> = request
        .actors
        .iter()
        .map(|actor| Body::new(&actor.label, WIDE))
        .collect();
    let bonds = bonds(request);
    let ties: Vec<Tie> = request
        .ties
        .iter()
        .zip(&bonds)
        .enumerate()
        .map(|(index, (edge, bond))| tie(edge, bond, shown_by(request, index)))
        .collect();
    let demands = demands(request, &bodies);
    let studio = Studio {
        bodies: &bodies,
        bonds: &bonds,
        ties: &ties,
        demands: &demands,
    };
    let finals = studio.finals(arrange(&demands, &closeness(request, &demands, &bonds), PLANS));
    let best = finals.into_iter().min_by(|(_, a), (_, b)| a.cost.total_cmp(&b.cost));
    let mut layout = best.map_or_else(Layout::default, |(plan, eased)| whole(&bodies, &demands, &plan, eased));
    add_scenes(request, &mut layout);
    layout
}

/// The ties as bonds; those that a scene shows weigh more.
fn bonds(request: &Request) -> Vec<Bond> {
    let mut bonds: Vec<Bond> = request
        .ties
        .iter()
        .map(|tie| Bond {
            a: tie.from,
            b: tie.to,
            weight: 1.0,
        })
        .collect();
    for scene in &request.scenes {
        for &tie in &scene.ties {
            bonds[tie].weight = 2.0;
        }
    }
    bonds
}

/// The scenes that show a tie, one bit each; should there be more than bits, some share one.
fn shown_by(request: &Request, tie: usize) -> u64 {
    let scenes = request.scenes.iter().enumerate();
    scenes
        .filter(|(_, scene)| scene.ties.contains(&tie))
        .fold(0, |bits, (index, _)| bits | 1 << (index % 64))
}

fn tie(edge: &Edge, bond: &Bond, scenes: u64) -> Tie {
    Tie {
        from: edge.from,
        to: edge.to,
        directed: edge.directed,
        weight: bond.weight,
        scenes,
    }
}

/// The sides that have actors.
fn demands(request: &Request, bodies: &[Body]) -> Vec<Demand> {
    let members = |side: usize| -> Vec<usize> {
        (0..request.actors.len())
            .filter(|&actor| request.actors[actor].side == side)
            .collect()
    };
    let demand = |(side, name): (usize, &String)| Demand::new(side, name, members(side), bodies);
    request
        .sides
        .iter()
        .enumerate()
        .map(demand)
        .filter(|demand| !demand.members.is_empty())
        .collect()
}

/// How strongly each two sides are tied.
fn closeness(request: &Request, demands: &[Demand], bonds: &[Bond]) -> Vec<Vec<f64>> {
    let index = |actor: usize| {
        demands
            .iter()
            .position(|demand| demand.side == request.actors[actor].side)
    };
    let mut closeness = vec![vec![0.0; demands.len()]; demands.len()];
    for bond in bonds {
        if let (Some(a), Some(b)) = (index(bond.a), index(bond.b)) {
            closeness[a][b] += bond.weight;
            closeness[b][a] += bond.weight;
        }
    }
    closeness
}

/// The map of everyone, without its scenes.
fn whole(bodies: &[Body], demands: &[Demand], plan: &Plan, eased: Eased) -> Layout {
    let standing = Standing { bodies, at: &eased.at };
    Layout {
        size: (Coord::new(plan.size.0), Coord::new(plan.size.1)),
        regions: demands
            .iter()
            .zip(&plan.grounds)
            .map(|(demand, ground)| region(demand, ground))
            .collect(),
        nodes: (0..eased.at.len()).map(|node| standing.place(node)).collect(),
        routes: eased.routes,
        scenes: Vec::new(),
    }
}

fn region(demand: &Demand, ground: &Ground) -> Region {
    let rect = ground.rect;
    Region {
        side: demand.side,
        rect: Rect::new(rect.x0, rect.y0, rect.width(), rect.height()),
        title: Coord::new(title_width(&demand.name)),
    }
}

/// The scenes follow the whole map, so they come last.
fn add_scenes(request: &Request, layout: &mut Layout) {
    let at: Vec<_> = layout
        .nodes
        .iter()
        .map(|place| geometry::vec2(place.at.x.get(), place.at.y.get()))
        .collect();
    layout.scenes.resize_with(request.scenes.len(), SceneLayouts::default);
    let mut scenes: Vec<_> = request.scenes.iter().zip(&mut layout.scenes).collect();
    on_threads(&mut scenes, |(scene, shown)| {
        shown.tall = scenes::lay_out(request, scene, &at, &scenes::TALL);
        shown.wide = scenes::lay_out(request, scene, &at, &scenes::WIDE);
    });
}

/// Does work on each item on a thread of its own. No item may depend on another, so the result is that of a loop.
fn on_threads<T: Send>(items: &mut [T], work: impl Fn(&mut T) + Sync) {
    std::thread::scope(|threads| {
        for item in items {
            let work = &work;
            threads.spawn(move || work(item));
        }
    });
}
