//! The compact layout: one scene on its own, for a narrow screen.
//!
//! Left stays left and top stays top as far as room allows, so that a reader
//! who turns the phone finds everything again.

use super::body::{Body, Standing, rounded};
use super::geometry::{Box2, Vec2, vec2};
use super::labels::{Ground, Wanted, labels};
use super::metrics::{NARROW, TIE_SIZE};
use super::request::{Request, Scene};
use super::result::{Compact, Coord, Place, Point};
use super::routes::{Tie, curve, routes};
use super::search::{Board, Bond};
use super::slots::{Field, Slot, count, pack, row_width};

/// The width of the view box.
const WIDTH: f64 = 340.0;
/// Its least height.
const LEAST_HEIGHT: f64 = 200.0;
/// The height of a row: a two-line name, and a tie label between the rows.
const ROW: f64 = 76.0;
/// Kept free at the edges.
const MARGIN: f64 = 4.0;
/// Steps of the search: a scene has few actors.
const STEPS: usize = 2500;

/// Lays out one scene; `at` are the places on the whole map.
pub(super) fn compact(request: &Request, scene: &Scene, at: &[Vec2]) -> Compact {
    let mut actors = scene.actors.clone();
    actors.sort_unstable();
    actors.dedup();
    let bodies: Vec<Body> = actors.iter().map(|&actor| Body::new(&request.actors[actor].label, NARROW)).collect();
    let ties = local_ties(request, scene, &actors);
    let members: Vec<usize> = (0..actors.len()).collect();
    let rows = rows(&members, &bodies);
    let height = (ROW * count(rows) + 2.0 * MARGIN).max(LEAST_HEIGHT);
    let widest = bodies.iter().map(|body| 2.0 * body.half()).fold(0.0, f64::max) + 4.0 * MARGIN;
    let frame = Box2 { x0: 0.0, y0: 0.0, x1: WIDTH.max(widest), y1: height };
    let inner = frame.grown(-MARGIN);
    let wishes = wishes(&actors, at, inner);
    let places = settle(&bodies, &ties, &wishes, Field::new(inner, &members, &bodies, rows));
    draw(request, frame, &actors, Standing { bodies: &bodies, at: &places }, &ties)
}

/// The scene's ties with the positions of their ends in `actors`.
fn local_ties(request: &Request, scene: &Scene, actors: &[usize]) -> Vec<(usize, Tie)> {
    let ends = |tie: usize| {
        let edge = &request.ties[tie];
        let from = actors.binary_search(&edge.from).ok()?;
        let to = actors.binary_search(&edge.to).ok()?;
        Some((tie, Tie { from, to, directed: edge.directed, weight: 1.0 }))
    };
    scene.ties.iter().filter_map(|&tie| ends(tie)).collect()
}

/// The fewest rows that leave some room in each.
fn rows(members: &[usize], bodies: &[Body]) -> usize {
    let roomy = |count: &usize| {
        pack(members, bodies, *count).iter().all(|row| row_width(row, bodies) <= 0.9 * (WIDTH - 2.0 * MARGIN))
    };
    let least = if members.len() > 3 { 2 } else { 1 };
    (least..=members.len().max(least)).find(roomy).unwrap_or(members.len().max(1))
}

/// The scene's part of the whole map, stretched over the compact one.
fn wishes(actors: &[usize], at: &[Vec2], inner: Box2) -> Vec<Vec2> {
    let points = || actors.iter().map(|&actor| at[actor]);
    let Some(seen) = points().map(|p| Box2::around(p, 1.0, 1.0)).reduce(Box2::union) else {
        return Vec::new();
    };
    let room = inner.grown(-30.0);
    let stretch = |p: Vec2| {
        vec2(
            room.x0 + (p.x - seen.x0) / seen.width() * room.width(),
            room.y0 + (p.y - seen.y0) / seen.height() * room.height(),
        )
    };
    points().map(stretch).collect()
}

fn settle(bodies: &[Body], ties: &[(usize, Tie)], wishes: &[Vec2], field: Field) -> Vec<Vec2> {
    let bonds: Vec<Bond> = ties.iter().map(|(_, tie)| Bond { a: tie.from, b: tie.to, weight: 2.0 }).collect();
    let slot = Slot { height: Body::tallest(NARROW), rise: Body::rise(NARROW) };
    let board = Board { bodies, bonds: &bonds, slot, wishes: Some(wishes) };
    board.settle(&mut vec![field], STEPS).into_iter().map(rounded).collect()
}

fn draw(request: &Request, frame: Box2, actors: &[usize], standing: Standing<'_>, ties: &[(usize, Tie)]) -> Compact {
    let plain: Vec<Tie> = ties.iter().map(|&(_, tie)| tie).collect();
    let drawn = routes(standing, &plain, frame.grown(-1.0));
    let wanted: Vec<Wanted<'_>> = ties
        .iter()
        .zip(&drawn)
        .map(|(&(tie, _), route)| Wanted { tie, text: &request.ties[tie].label, curve: curve(route) })
        .collect();
    let taken = (0..actors.len()).map(|node| standing.frame(node).grown(1.0)).collect();
    let ground = Ground { frame: frame.grown(-1.0), taken, avoid: Vec::new(), size: TIE_SIZE };
    let place = |node: usize| {
        let at = standing.at[node];
        Place { at: Point::new(at.x, at.y), lines: standing.bodies[node].lines.clone() }
    };
    Compact {
        size: (Coord::new(frame.width()), Coord::new(frame.height())),
        nodes: actors.iter().enumerate().map(|(node, &actor)| (actor, place(node))).collect(),
        labels: labels(&ground, &wanted),
        routes: ties.iter().map(|&(tie, _)| tie).zip(drawn).collect(),
    }
}
