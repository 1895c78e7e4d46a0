//! Easing: actors step aside where a tie would run over them.
//!
//! The search for slots knows ties as lines with a few bows; here the routes
//! are drawn. An actor moves a little within its region, or changes places with
//! another, when the routes get clearer by it. Frames never come to overlap.

use super::body::{Body, Standing, rounded};
use super::drawn::{Drawn, Tie};
use super::geometry::{Box2, Vec2, vec2};
use super::result::Route;
use super::routes::Router;
use super::slots::AIR;

/// Steps aside that are tried, in map units.
const STEPS: [Vec2; 10] = [
    vec2(-10.0, 0.0),
    vec2(10.0, 0.0),
    vec2(0.0, -7.0),
    vec2(0.0, 7.0),
    vec2(-24.0, 0.0),
    vec2(24.0, 0.0),
    vec2(-12.0, -7.0),
    vec2(12.0, -7.0),
    vec2(-12.0, 7.0),
    vec2(12.0, 7.0),
];
/// How often everybody is asked.
const ROUNDS: usize = 4;
/// An actor with more ties than this stays where the search has put it.
const HUB: usize = 9;
/// What a picture must gain for a change to be worth it.
const GAIN: f64 = 0.5;

/// Who stands where, in which part of the map each must stay, and the ties between them.
pub(super) struct Easing<'a> {
    pub(super) bodies: &'a [Body],
    pub(super) ties: &'a [Tie],
    /// Where each actor's frame has to stay.
    pub(super) rooms: &'a [Box2],
    /// Where the routes have to stay.
    pub(super) frame: Box2,
    /// Titles within it.
    pub(super) titles: &'a [Box2],
    /// The least length of a tie that can be seen and labelled well.
    pub(super) short: f64,
}

/// Where everybody stands in the end, the routes between them, and how bad they are.
pub(super) struct Eased {
    pub(super) at: Vec<Vec2>,
    pub(super) routes: Vec<Route>,
    pub(super) cost: f64,
}

impl Easing<'_> {
    /// Moves the actors.
    pub(super) fn ease(&self, at: Vec<Vec2>) -> Eased {
        let mut at = at;
        let mut drawn = self.router(&at).all();
        for _ in 0..ROUNDS {
            for node in (0..at.len()).filter(|&node| self.is_light(node)) {
                for moved in self.moves(node, &at) {
                    if let Some(better) = self.better(&at, &drawn, &moved) {
                        at = moved;
                        drawn = better;
                    }
                }
            }
            drawn = self.router(&at).again(drawn);
        }
        Eased {
            cost: self.router(&at).total(&drawn),
            routes: drawn.iter().map(Drawn::route).collect(),
            at,
        }
    }

    fn router<'b>(&'b self, at: &'b [Vec2]) -> Router<'b> {
        Router {
            standing: Standing {
                bodies: self.bodies,
                at,
            },
            ties: self.ties,
            frame: self.frame,
            titles: self.titles,
            short: self.short,
        }
    }

    /// Whether an actor has few enough ties to be moved; the others arrange themselves around a hub.
    fn is_light(&self, node: usize) -> bool {
        self.ties
            .iter()
            .filter(|tie| tie.from == node || tie.to == node)
            .count()
            <= HUB
    }

    /// The places after each change of one actor that is possible.
    fn moves(&self, node: usize, at: &[Vec2]) -> Vec<Vec<Vec2>> {
        let steps = STEPS.iter().map(|step| {
            let mut moved = at.to_vec();
            moved[node] = rounded(at[node].plus(*step));
            moved
        });
        let neighbours =
            (node + 1..at.len()).filter(|&other| self.rooms[other] == self.rooms[node] && self.is_light(other));
        let trades = neighbours.map(|other| {
            let mut moved = at.to_vec();
            moved.swap(node, other);
            moved
        });
        steps.chain(trades).filter(|moved| self.stands(at, moved)).collect()
    }

    /// Whether everybody who has moved stands within the own room and clear of the others.
    fn stands(&self, at: &[Vec2], moved: &[Vec2]) -> bool {
        let frame = |node: usize| self.bodies[node].frame(moved[node]);
        let clear = |node: usize| {
            let own = frame(node).grown(AIR);
            self.rooms[node].holds(frame(node))
                && (0..at.len()).all(|other| other == node || !frame(other).overlaps(own))
        };
        (0..at.len()).filter(|&node| at[node] != moved[node]).all(clear)
    }

    /// The routes after a change, if it is a gain.
    fn better(&self, at: &[Vec2], drawn: &[Drawn], moved: &[Vec2]) -> Option<Vec<Drawn>> {
        let frames = |at: &[Vec2], node: usize| self.bodies[node].frame(at[node]).grown(4.0);
        let movers: Vec<usize> = (0..at.len()).filter(|&node| at[node] != moved[node]).collect();
        let touched = |drawn: &Drawn| {
            movers
                .iter()
                .any(|&node| drawn.bounds.overlaps(frames(at, node)) || drawn.bounds.overlaps(frames(moved, node)))
        };
        let incident = |tie: &Tie| movers.contains(&tie.from) || movers.contains(&tie.to);
        let (mut redrawn, mut nearby) = (Vec::new(), Vec::new());
        for (index, (tie, route)) in self.ties.iter().zip(drawn).enumerate() {
            if incident(tie) {
                redrawn.push(index);
            } else if touched(route) {
                nearby.push(index);
            }
        }
        let before = self.cost(at, drawn, &redrawn, &nearby);
        let router = self.router(moved);
        let mut after = drawn.to_vec();
        for &index in &redrawn {
            after[index] = router.cheapest(index, &after);
        }
        (self.cost(moved, &after, &redrawn, &nearby) + GAIN < before).then_some(after)
    }

    /// The cost of the ties that a change concerns.
    fn cost(&self, at: &[Vec2], drawn: &[Drawn], redrawn: &[usize], nearby: &[usize]) -> f64 {
        let router = self.router(at);
        let own = |&index: &usize| router.own_cost(self.ties[index], &drawn[index]);
        let length = |&index: &usize| at[self.ties[index].to].minus(at[self.ties[index].from]).length() / 150.0;
        let among = |&index: &usize| router.cost_among(index, &drawn[index], drawn, f64::INFINITY);
        redrawn
            .iter()
            .map(|index| own(index) + length(index) + among(index))
            .sum::<f64>()
            + nearby.iter().map(own).sum::<f64>()
    }
}
