//! Made-up requests of any size for the bench, the same for the same numbers.
//!
//! Ties are clustered (most stay within a side) and heavy-tailed: who has many is given more, as in the networks of
//! Barabási and Albert (1999). Each scene is a busy actor with some of its neighbours.

use super::random::Random;
use crate::map::request::{Edge, Node, Request, Scene};

/// Actors on one side, on average.
const ACTORS_PER_SIDE: usize = 12;
/// Of ten ties so many stay within a side.
const WITHIN_SIDE: usize = 7;
/// Scenes, and actors in each.
const SCENES: (usize, usize) = (12, 9);
const FIRST: [&str; 8] = [
    "Ministry",
    "Bank",
    "Committee",
    "Court",
    "Agency",
    "Union",
    "Council",
    "Front",
];
const LAST: [&str; 8] = [
    "of Works",
    "North",
    "of the Bay",
    "Amsel",
    "Delta",
    "for Trade",
    "Okonjo",
    "of Audit",
];
const VERBS: [&str; 8] = [
    "oversees",
    "reportedly paid",
    "said to have warned",
    "sued, 2014",
    "is part of",
    "may have hired",
    "signed a contract with",
    "refused to meet",
];
const TAGS: [&str; 4] = ["agrees", "differs", "adds", "not found"];

/// A request of so many actors, and of twice as many ties.
pub fn request(actors: usize, seed: u64) -> Request {
    let mut random = Random::new(seed);
    let sides = (actors / ACTORS_PER_SIDE).clamp(2, 60);
    let nodes: Vec<Node> = (0..actors).map(|index| node(index, sides, &mut random)).collect();
    let ties = ties(&nodes, &mut random);
    Request {
        sides: (0..sides).map(|side| format!("Side {}", side + 1)).collect(),
        scenes: scenes(&nodes, &ties),
        actors: nodes,
        ties,
    }
}

fn node(index: usize, sides: usize, random: &mut Random) -> Node {
    // The square makes some sides several times as large as others.
    let side = random.below(sides) * random.below(sides) / sides;
    Node {
        label: format!("{} {}", FIRST[random.below(8)], LAST[index % 8]),
        side: if index < sides { index } else { side },
        tag: (random.below(3) == 0).then(|| TAGS[random.below(4)].to_owned()),
    }
}

fn ties(nodes: &[Node], random: &mut Random) -> Vec<Edge> {
    // Each end of a tie stands here once more, so that it is drawn more often.
    let mut ends: Vec<usize> = (0..nodes.len()).collect();
    let mut ties = Vec::new();
    while ties.len() < 2 * nodes.len() {
        let from = random.below(nodes.len());
        let to = ends[random.below(ends.len())];
        let is_within = nodes[from].side == nodes[to].side;
        if from == to || is_within != (random.below(10) < WITHIN_SIDE) {
            continue;
        }
        ends.push(to);
        ties.push(Edge {
            from,
            to,
            label: VERBS[random.below(8)].to_owned(),
            directed: random.below(5) > 0,
            stroked: random.below(12) == 0,
            tag: (random.below(3) == 0).then(|| TAGS[random.below(4)].to_owned()),
            ..Edge::default()
        });
    }
    ties
}

/// The busiest actors, each with its first neighbours and the ties to them.
fn scenes(nodes: &[Node], ties: &[Edge]) -> Vec<Scene> {
    let mut degrees = vec![0_usize; nodes.len()];
    for tie in ties {
        degrees[tie.from] += 1;
        degrees[tie.to] += 1;
    }
    let mut busiest: Vec<usize> = (0..nodes.len()).collect();
    busiest.sort_by_key(|&actor| (usize::MAX - degrees[actor], actor));
    busiest.into_iter().take(SCENES.0).map(|hub| scene(hub, ties)).collect()
}

fn scene(hub: usize, ties: &[Edge]) -> Scene {
    let mut scene = Scene {
        actors: vec![hub],
        ..Scene::default()
    };
    for (index, tie) in ties.iter().enumerate() {
        let other = match (tie.from == hub, tie.to == hub) {
            (true, _) => tie.to,
            (_, true) => tie.from,
            _ => continue,
        };
        if !scene.actors.contains(&other) && scene.actors.len() < SCENES.1 {
            scene.actors.push(other);
            scene.ties.push(index);
        }
    }
    scene
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_has_twice_as_many_ties_as_actors_and_some_have_many() {
        let request = request(100, 1);
        assert_eq!((request.actors.len(), request.ties.len()), (100, 200));
        let ends = |actor: usize| {
            request
                .ties
                .iter()
                .filter(|tie| tie.from == actor || tie.to == actor)
                .count()
        };
        assert!((0..100).map(ends).max() > Some(12));
        assert_eq!(request, super::request(100, 1));
    }
}
