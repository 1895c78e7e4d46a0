//! The whole map: everyone, in regions.
//!
//! Many arrangements of the regions are placed briefly, the better ones longer, the best routed and refined: which is best
//! shows only when people stand in it and lines run across it (successive halving, Karnin, Koren and Somekh 2013).

use std::mem;

use rayon::prelude::*;

use super::annealing::{Schedule, anneal};
use super::drawing::{Bend, Canvas, Drawing};
use super::geometry::{Point, Rect, grown};
use super::model::{Edge, Form, Graph, Node, name_wrap};
use super::moves::SingleMoves;
use super::output::{place, route};
use super::params::{LEAST_LENGTH, MANY_ACTORS, MOST_WORK, NAME_ON_MAP, NOWHERE, ROUNDS, SHOWN_WEIGHT, STEP_ASIDE};
use super::placement::{barycenters, exchanges::Exchanges, rows::Rows};
use super::regions::{Arrangement, Demand, arrangements, title};
use super::routing;
use crate::map::request::Request;
use crate::map::result::{self, Coord, Layout, Region};

/// Lays out the whole map, without scenes.
pub fn lay_out(request: &Request) -> Layout {
    let (graph, demands) = (graph(request), demands(request));
    let mut plans: Vec<Plan> = arrangements(&demands, &closeness(request, &demands), ROUNDS[0].0)
        .into_iter()
        .map(|arrangement| Plan::new(&graph, &demands, arrangement))
        .collect();
    for (round, (kept, each, tolerance)) in ROUNDS.into_iter().enumerate() {
        let schedule = Schedule {
            steps: steps(&graph, each),
            tolerance,
        };
        halved(&mut plans, kept, graph.nodes.len(), |plan, seed| match round {
            0 => plan.place(&graph, &schedule, seed),
            _ => plan.improve(&graph, round, &schedule, seed),
        });
    }
    plans
        .first()
        .map_or_else(Layout::default, |plan| plan.layout(&graph, &demands))
}

/// Works on the best plans, fewer of them where each costs much, and sorts them anew.
fn halved(plans: &mut Vec<Plan>, kept: usize, actors: usize, work: impl Fn(&mut Plan, u64) + Sync) {
    plans.truncate((kept * MANY_ACTORS).div_ceil(MANY_ACTORS + actors));
    plans
        .par_iter_mut()
        .enumerate()
        .for_each(|(seed, plan)| work(plan, u64::try_from(seed).unwrap_or_default()));
    plans.sort_by(|a, b| a.cost.total_cmp(&b.cost));
}

/// So many steps for each actor; fewer where each of them costs much.
fn steps(graph: &Graph, each: usize) -> usize {
    let things = graph.nodes.len() + graph.edges.len();
    (each * graph.nodes.len()).min(MOST_WORK / (things * things).max(1))
}

/// An arrangement of the regions with who stands where in it, and what that costs.
struct Plan {
    cost: f64,
    arrangement: Arrangement,
    rows: Vec<Rows>,
    canvas: Canvas,
    at: Vec<Point>,
    bends: Vec<Bend>,
}

impl Plan {
    fn new(graph: &Graph, demands: &[Demand], arrangement: Arrangement) -> Self {
        let each = || demands.iter().zip(&arrangement.regions);
        let mut rows: Vec<Rows> = each()
            .map(|(demand, region)| Rows::new(region.inner(), &demand.members, &graph.nodes, region.rows))
            .collect();
        barycenters::order(graph, &mut rows);
        let mut rooms = vec![NOWHERE; graph.nodes.len()];
        for (demand, region) in each() {
            demand.members.iter().for_each(|&member| rooms[member] = region.inner());
        }
        let canvas = Canvas {
            frame: grown(Rect::new(0.0, 0.0, arrangement.size.0, arrangement.size.1), -1.0),
            titles: each()
                .map(|(demand, region)| title(region.rect, &demand.name))
                .collect(),
            rooms,
            wishes: Vec::new(),
            least: LEAST_LENGTH.0,
        };
        Self {
            cost: 0.0,
            at: barycenters::places(graph, &rows),
            bends: vec![Bend::default(); graph.edges.len()],
            arrangement,
            rows,
            canvas,
        }
    }

    /// Chooses who stands in which row, with straight lines.
    fn place(&mut self, graph: &Graph, schedule: &Schedule, seed: u64) {
        let mut drawing = Drawing::new(graph, &self.canvas, self.at.clone());
        let cost = anneal(&mut drawing, Exchanges(mem::take(&mut self.rows)), schedule, seed);
        (self.cost, self.at) = (cost, drawing.at);
    }

    /// Routes the lines, and moves actors with them.
    fn improve(&mut self, graph: &Graph, round: usize, schedule: &Schedule, seed: u64) {
        let mut drawing = self.drawing(graph);
        if round == 1 {
            routing::route_all(&mut drawing);
        }
        let cost = anneal(&mut drawing, SingleMoves { stride: STEP_ASIDE }, schedule, seed);
        let (at, bends) = (drawing.at, drawing.bends);
        (self.cost, self.at, self.bends) = (cost, at, bends);
    }

    fn drawing<'a>(&'a self, graph: &'a Graph) -> Drawing<'a> {
        let mut drawing = Drawing::new(graph, &self.canvas, self.at.clone());
        drawing.bends.clone_from(&self.bends);
        drawing.redraw_all();
        drawing
    }

    fn layout(&self, graph: &Graph, demands: &[Demand]) -> Layout {
        let drawing = self.drawing(graph);
        Layout {
            size: (Coord::new(self.arrangement.size.0), Coord::new(self.arrangement.size.1)),
            regions: regions(demands, &self.arrangement),
            nodes: (0..graph.nodes.len()).map(|node| place(&drawing, node)).collect(),
            routes: (0..graph.edges.len()).map(|edge| route(&drawing, edge)).collect(),
            ..Layout::default()
        }
    }
}

/// All actors and ties.
fn graph(request: &Request) -> Graph {
    let node = |label: &str| Node {
        forms: vec![Form::new(label, name_wrap(label, NAME_ON_MAP), NAME_ON_MAP, None)],
    };
    let nodes = request.actors.iter().map(|actor| node(&actor.label)).collect();
    let edge = |(index, tie): (usize, &crate::map::request::Edge)| {
        let scenes = shown_by(request, index);
        Edge {
            source: tie.from,
            target: tie.to,
            directed: tie.directed,
            stroked: tie.stroked,
            weight: if scenes == 0 { 1.0 } else { SHOWN_WEIGHT },
            scenes,
            words: Vec::new(),
        }
    };
    Graph::new(nodes, request.ties.iter().enumerate().map(edge).collect())
}

/// The scenes that show a tie, one bit each; should there be more than bits, some share one.
fn shown_by(request: &Request, tie: usize) -> u64 {
    let scenes = request.scenes.iter().enumerate();
    scenes
        .filter(|(_, scene)| scene.ties.contains(&tie))
        .fold(0, |bits, (index, _)| bits | 1 << (index % 64))
}

/// The sides that have actors.
fn demands(request: &Request) -> Vec<Demand> {
    let nodes = graph(request).nodes;
    let members = |side: usize| -> Vec<usize> {
        (0..request.actors.len())
            .filter(|&actor| request.actors[actor].side == side)
            .collect()
    };
    let sides = request
        .sides
        .iter()
        .enumerate()
        .map(|(side, name)| (side, name, members(side)));
    sides
        .filter(|(.., members)| !members.is_empty())
        .map(|(side, name, members)| Demand::new(side, name, members, &nodes))
        .collect()
}

/// How many ties run between each two demands.
fn closeness(request: &Request, demands: &[Demand]) -> Vec<Vec<f64>> {
    let index = |actor: usize| {
        demands
            .iter()
            .position(|demand| demand.side == request.actors[actor].side)
    };
    let mut closeness = vec![vec![0.0; demands.len()]; demands.len()];
    for tie in &request.ties {
        if let (Some(a), Some(b)) = (index(tie.from), index(tie.to)) {
            closeness[a][b] += 1.0;
            closeness[b][a] += 1.0;
        }
    }
    closeness
}

fn regions(demands: &[Demand], arrangement: &Arrangement) -> Vec<Region> {
    let region = |(demand, region): (&Demand, &super::regions::Region)| {
        let rect = region.rect;
        Region {
            side: demand.side,
            rect: result::Rect::new(rect.x0, rect.y0, rect.width(), rect.height()),
        }
    };
    demands.iter().zip(&arrangement.regions).map(region).collect()
}
