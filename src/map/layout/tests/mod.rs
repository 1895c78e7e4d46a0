//! Layouts as a whole: one of a story's size, and the edge cases.

mod edge_cases;
pub mod misread;
mod phases;
mod sample;
mod sound;

use super::geometry::{QuadBez, sampled};
use super::layout;
use crate::map::{Coord, Edge, Layout, Node, Place, Point, Request, Route, Scene, SceneLayout, SceneLayouts};
use misread::misread;
use sample::sample;
use sound::{assert_sound, name, plain};
use std::sync::LazyLock;

static SAMPLE: LazyLock<(Request, Layout)> = LazyLock::new(|| {
    let request = sample();
    let layout = layout(&request);
    (request, layout)
});

fn node(label: &str, side: usize) -> Node {
    Node {
        label: label.to_owned(),
        side,
        tag: None,
    }
}

fn edge(from: usize, to: usize, label: &str) -> Edge {
    Edge {
        from,
        to,
        label: label.to_owned(),
        directed: true,
        ..Edge::default()
    }
}

fn request(names: &[(&str, usize)], ties: Vec<Edge>, scenes: Vec<Scene>) -> Request {
    let sides = vec!["One".to_owned(), "Two".to_owned()];
    Request {
        sides,
        actors: names.iter().map(|&(name, side)| node(name, side)).collect(),
        ties,
        scenes,
    }
}

/// A scene of everything.
fn everything(request: &Request) -> Scene {
    Scene {
        actors: (0..request.actors.len()).collect(),
        ties: (0..request.ties.len()).collect(),
        captions: Vec::new(),
    }
}

#[test]
fn a_map_of_the_size_of_a_story_is_sound() {
    assert_sound(&SAMPLE.0, &SAMPLE.1);
}

#[test]
fn a_map_of_the_size_of_a_story_is_as_large_as_its_place_on_the_page() {
    assert_eq!(SAMPLE.1.size, (Coord::new(720.0), Coord::new(640.0)));
    for scene in &SAMPLE.1.scenes {
        assert_eq!(
            (scene.tall.size.0, scene.wide.size.0),
            (Coord::new(340.0), Coord::new(640.0))
        );
        assert!(
            scene.tall.size.1 <= Coord::new(420.0) && scene.wide.size.1 <= Coord::new(400.0),
            "too high: {scene:?}"
        );
    }
}

#[test]
fn no_scene_is_misread() {
    assert_eq!(misread(&SAMPLE.0, &SAMPLE.1), [""; 0]);
}

#[test]
fn a_tie_through_a_third_actor_and_one_along_another_are_faults() {
    let ties = vec![edge(0, 2, "far"), edge(0, 1, "near")];
    let mut row = request(&[("A", 0), ("B", 0), ("C", 0)], ties, vec![]);
    row.scenes = vec![everything(&row)];
    let place = |x: f64| Place {
        at: Point::new(x, 50.0),
        ..Place::default()
    };
    let route = |to: f64| Route {
        start: Point::new(60.0, 50.0),
        control: Point::new(60.0, 50.0),
        end: Point::new(to, 50.0),
        stroke: None,
    };
    let wide = SceneLayout {
        nodes: [50.0, 150.0, 250.0].map(place).into_iter().enumerate().collect(),
        routes: [240.0, 140.0].map(route).into_iter().enumerate().collect(),
        ..SceneLayout::default()
    };
    let forced = Layout {
        nodes: [50.0, 150.0, 250.0].map(place).to_vec(),
        routes: [240.0, 140.0].map(route).to_vec(),
        scenes: vec![SceneLayouts {
            wide,
            ..SceneLayouts::default()
        }],
        ..Layout::default()
    };
    let faults = ["\"far\" runs through B", "\"near\" lies on \"far\""];
    let shown = ["whole map, ties of scene 0", "wide scene 0"];
    let expected: Vec<String> = shown
        .iter()
        .flat_map(|shown| faults.map(|fault| format!("{shown}: {fault}")))
        .collect();
    assert_eq!(misread(&row, &forced), expected);
}

#[test]
fn ties_that_a_scene_shows_end_apart_at_an_actor() {
    let (request, layout) = &*SAMPLE;
    let scenes = layout.scenes.iter().flat_map(|scene| [&scene.tall, &scene.wide]);
    for (index, scene) in scenes.enumerate() {
        for (i, (tie, route)) in scene.routes.iter().enumerate() {
            for (other, taken) in &scene.routes[i + 1..] {
                let (a, b) = (&request.ties[*tie], &request.ties[*other]);
                let ends = |edge: &Edge, route: &Route| [(edge.from, route.start), (edge.to, route.end)];
                for (actor, end) in ends(a, route) {
                    for (_, near) in ends(b, taken).into_iter().filter(|(with, _)| *with == actor) {
                        let apart = (plain(end) - plain(near)).hypot();
                        assert!(apart > 5.5, "{:?} and {:?} touch in scene {index}", a.label, b.label);
                    }
                }
            }
        }
    }
}

#[test]
fn few_ties_run_over_names_and_many_say_what_they_are() {
    let (request, layout) = &*SAMPLE;
    let mut over = 0;
    for (tie, route) in request.ties.iter().zip(&layout.routes) {
        let points = sampled::<33>(QuadBez::new(plain(route.start), plain(route.control), plain(route.end)));
        for actor in (0..layout.nodes.len()).filter(|&actor| actor != tie.from && actor != tie.to) {
            let name = name(request, layout, actor);
            over += usize::from(points.iter().any(|&point| name.contains(point)));
        }
    }
    assert!(over <= 8, "{over} ties run over a name");
    let tall: usize = layout.scenes.iter().map(|scene| scene.tall.labels.len()).sum();
    let wide: usize = layout.scenes.iter().map(|scene| scene.wide.labels.len()).sum();
    // Those of the other 15 are too long, and cannot be cut.
    assert_eq!((tall, wide), (45, 45), "ties that have words");
}

#[test]
fn the_same_request_gives_the_same_layout() {
    let request = request(
        &[("A", 0), ("B", 1), ("C", 1)],
        vec![edge(0, 1, "meets"), edge(1, 2, "left")],
        vec![],
    );
    assert_eq!(layout(&request), layout(&request));
}

#[test]
fn a_layout_survives_the_journey_to_the_browser() {
    let travelled = |layout: &Layout| -> Layout {
        let bytes = postcard::to_allocvec(layout).expect("it can be written");
        postcard::from_bytes(&bytes).expect("it can be read")
    };
    let arrived = travelled(&SAMPLE.1);
    // It travels in whole units, so the second journey changes nothing more.
    assert!(travelled(&arrived) == arrived);
    for (sent, received) in SAMPLE.1.nodes.iter().zip(&arrived.nodes) {
        assert_eq!(sent.first, received.first);
        let moved = (sent.at.x.get() - received.at.x.get())
            .abs()
            .max((sent.at.y.get() - received.at.y.get()).abs());
        assert!(moved <= 0.5, "an actor moved by {moved}");
    }
}

#[test]
fn left_stays_left_in_a_scene() {
    let (_, layout) = &*SAMPLE;
    let (mut same, mut all) = (0_usize, 0_usize);
    for scene in layout.scenes.iter().flat_map(|scene| [&scene.tall, &scene.wide]) {
        for (i, (a, small_a)) in scene.nodes.iter().enumerate() {
            for (b, small_b) in &scene.nodes[i + 1..] {
                let wide = layout.nodes[*b].at.x.get() - layout.nodes[*a].at.x.get();
                let small = small_b.at.x.get() - small_a.at.x.get();
                if wide.abs() > 200.0 {
                    all += 1;
                    same += usize::from(wide * small > 0.0);
                }
            }
        }
    }
    assert!(same * 100 > all * 65, "{same} of {all} pairs kept their order");
}
