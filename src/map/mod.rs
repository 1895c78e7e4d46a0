//! The actor map: from names, sides and ties to places, routes and labels.
//!
//! [`layout`] is computed once, at build, from a [`Request`]; its result is
//! plain data that travels to the browser. Equal requests give equal results
//! on every machine: only `+ - * /` and `sqrt` are used, the dice of the search
//! have a fixed seed, and coordinates are rounded to a tenth. The module knows
//! no story, no evidence, no pointer and no screen.

pub mod camera;
pub mod metrics;
pub mod request;
pub mod result;

mod body;
mod compact;
mod geometry;
mod labels;
mod regions;
mod routes;
mod scene;
mod search;
mod slots;
mod wording;

pub use camera::Camera;
pub use request::{Edge, Node, Request, Scene};
pub use result::{Compact, Coord, Layout, Place, Point, Rect, Region, Route, SceneLayout, TieLabel};

use body::{Body, Standing, rounded};
use geometry::{Box2, Vec2};
use metrics::WIDE;
use regions::{Demand, Ground, arrange};
use routes::Tie;
use search::{Board, Bond};
use slots::{Field, Slot};

/// Steps of the search for the whole map.
const STEPS: usize = 9000;

/// Lays out the whole map and every scene.
///
/// # Panics
///
/// If an index of the request points nowhere.
pub fn layout(request: &Request) -> Layout {
    let bodies: Vec<Body> = request.actors.iter().map(|actor| Body::new(&actor.label, WIDE)).collect();
    let bonds = bonds(request);
    let demands = demands(request, &bodies);
    let (size, grounds) = arrange(&demands, &closeness(request, &demands, &bonds));
    let at = places(&bodies, &bonds, &demands, &grounds);
    let standing = Standing { bodies: &bodies, at: &at };
    let frame = Box2 { x0: 1.0, y0: 1.0, x1: size.0 - 1.0, y1: size.1 - 1.0 };
    let routes = routes::routes(standing, &ties(request, &bonds), frame);
    let regions: Vec<Region> = demands.iter().zip(&grounds).map(|(demand, ground)| region(demand, ground)).collect();
    let scenes = request.scenes.iter().map(|scene| scene_layout(request, scene, standing, size, &routes, &regions));
    Layout {
        size: (Coord::new(size.0), Coord::new(size.1)),
        scenes: scenes.collect(),
        nodes: bodies.iter().zip(&at).map(|(body, &at)| place(body, at)).collect(),
        regions,
        routes,
    }
}

/// The ties as bonds; each scene that shows a tie adds to its weight.
fn bonds(request: &Request) -> Vec<Bond> {
    let mut bonds: Vec<Bond> =
        request.ties.iter().map(|tie| Bond { a: tie.from, b: tie.to, weight: 1.0 }).collect();
    for scene in &request.scenes {
        for &tie in &scene.ties {
            bonds[tie].weight = 2.0;
        }
    }
    bonds
}

/// The sides that have actors.
fn demands(request: &Request, bodies: &[Body]) -> Vec<Demand> {
    let members = |side: usize| -> Vec<usize> {
        (0..request.actors.len()).filter(|&actor| request.actors[actor].side == side).collect()
    };
    let demand = |(side, name): (usize, &String)| Demand::new(side, name, members(side), bodies);
    request.sides.iter().enumerate().map(demand).filter(|demand| !demand.members.is_empty()).collect()
}

/// How strongly each two sides are tied.
fn closeness(request: &Request, demands: &[Demand], bonds: &[Bond]) -> Vec<Vec<f64>> {
    let index = |actor: usize| demands.iter().position(|demand| demand.side == request.actors[actor].side);
    let mut closeness = vec![vec![0.0; demands.len()]; demands.len()];
    for bond in bonds {
        if let (Some(a), Some(b)) = (index(bond.a), index(bond.b)) {
            closeness[a][b] += bond.weight;
            closeness[b][a] += bond.weight;
        }
    }
    closeness
}

fn places(bodies: &[Body], bonds: &[Bond], demands: &[Demand], grounds: &[Ground]) -> Vec<Vec2> {
    let field = |(demand, ground): (&Demand, &Ground)| {
        Field::new(ground.inner(), &demand.members, bodies, ground.rows)
    };
    let mut fields: Vec<Field> = demands.iter().zip(grounds).map(field).collect();
    let slot = Slot { height: Body::tallest(WIDE), rise: Body::rise(WIDE) };
    let board = Board { bodies, bonds, slot, wishes: None };
    board.settle(&mut fields, STEPS).into_iter().map(rounded).collect()
}

fn ties(request: &Request, bonds: &[Bond]) -> Vec<Tie> {
    let tie = |(edge, bond): (&Edge, &Bond)| Tie {
        from: edge.from,
        to: edge.to,
        directed: edge.directed,
        weight: bond.weight,
    };
    request.ties.iter().zip(bonds).map(tie).collect()
}

fn region(demand: &Demand, ground: &Ground) -> Region {
    let rect = ground.rect;
    Region { side: demand.side, rect: Rect::new(rect.x0, rect.y0, rect.width(), rect.height()) }
}

fn place(body: &Body, at: Vec2) -> Place {
    Place { at: Point::new(at.x, at.y), lines: body.lines.clone() }
}

fn scene_layout(
    request: &Request,
    scene: &Scene,
    standing: Standing<'_>,
    size: (f64, f64),
    routes: &[Route],
    regions: &[Region],
) -> SceneLayout {
    let camera = scene::camera(standing, scene, size);
    let shown = (Coord::new(size.0), Coord::new(size.1));
    SceneLayout {
        camera,
        labels: scene::tie_labels(request, scene, standing, routes, regions, camera, shown),
        compact: compact::compact(request, scene, standing.at),
    }
}
