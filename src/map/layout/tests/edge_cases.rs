//! Layouts of requests that no story would be glad of: nobody, one, a crowd, words too long.

use super::super::layout;
use super::sound::{assert_sound, plain};
use super::{edge, everything, request};
use crate::map::{Edge, Request, Scene};

#[test]
fn no_actors_give_an_empty_map() {
    let empty = Request {
        scenes: vec![Scene::default()],
        ..Request::default()
    };
    let layout = layout(&empty);
    assert_sound(&empty, &layout);
    assert!(layout.regions.is_empty());
    assert!(layout.scenes[0].wide.nodes.is_empty());
}

#[test]
fn one_actor_stands_in_its_region() {
    let mut one = request(&[("MEK", 1)], vec![], vec![]);
    one.scenes = vec![everything(&one)];
    let layout = layout(&one);
    assert_sound(&one, &layout);
    assert_eq!(layout.regions.len(), 1);
}

#[test]
fn an_empty_scene_shows_nobody() {
    let request = request(&[("A", 0), ("B", 1)], vec![edge(0, 1, "met")], vec![Scene::default()]);
    let layout = layout(&request);
    assert_sound(&request, &layout);
    assert!(layout.scenes[0].tall.nodes.is_empty() && layout.scenes[0].wide.labels.is_empty());
}

#[test]
fn parallel_and_opposite_ties_keep_apart() {
    let ties = vec![
        edge(0, 1, "met"),
        edge(0, 1, "paid"),
        edge(1, 0, "left"),
        edge(1, 0, "sued"),
    ];
    let mut four = request(&[("Left party", 0), ("Right party", 1)], ties, vec![]);
    four.scenes = vec![everything(&four)];
    let layout = layout(&four);
    assert_sound(&four, &layout);
    for (i, a) in layout.routes.iter().enumerate() {
        for b in &layout.routes[i + 1..] {
            assert!(
                (plain(a.at(0.5)) - plain(b.at(0.5))).hypot() > 12.0,
                "two ties run as one"
            );
        }
    }
    assert_eq!(layout.scenes[0].wide.labels.len(), 4);
}

#[test]
fn the_stroke_of_a_disowned_tie_lies_under_no_words() {
    let stroked = |from, to, label| Edge {
        stroked: true,
        tag: Some("differs".to_owned()),
        ..edge(from, to, label)
    };
    let parallel = vec![
        edge(0, 1, "gave money to"),
        stroked(1, 0, "took money from"),
        edge(0, 1, "sued"),
        stroked(1, 0, "later disowned"),
    ];
    let hub = (1..8).map(|other| stroked(0, other, "is said to have paid")).collect();
    let names: Vec<(&str, usize)> = (0..8).map(|index| ("Organisation", index % 2)).collect();
    for (ties, actors) in [(parallel, 2), (hub, 8)] {
        let mut disowned = request(&names[..actors], ties, vec![]);
        disowned.scenes = vec![everything(&disowned)];
        let layout = layout(&disowned);
        assert_sound(&disowned, &layout);
        for scene in [&layout.scenes[0].tall, &layout.scenes[0].wide] {
            assert_eq!(scene.labels.len(), disowned.ties.len());
            let strokes = scene.routes.iter().filter(|(_, route)| route.stroke.is_some());
            assert_eq!(strokes.count(), disowned.ties.iter().filter(|tie| tie.stroked).count());
        }
    }
}

#[test]
fn everybody_on_one_side_finds_room() {
    let names: Vec<(&str, usize)> = (0..30).map(|_| ("Ministry of the Interior", 0)).collect();
    let ties = (1..30).map(|to| edge(0, to, "oversees")).collect();
    let crowd = request(
        &names,
        ties,
        vec![Scene {
            actors: (0..12).collect(),
            ties: (0..11).collect(),
            captions: Vec::new(),
        }],
    );
    let layout = layout(&crowd);
    assert_sound(&crowd, &layout);
    assert_eq!(layout.regions.len(), 1);
}

#[test]
fn a_name_that_cannot_be_broken_gets_the_room_it_needs() {
    let names = [
        ("Wasserstraßenverwaltun", 0),
        ("Bundesverfassungsgeric", 0),
        ("A", 0),
        ("B", 1),
        ("WWWWWWWWWWWWWWWWWWWWWW", 1),
    ];
    let mut long = request(&names, vec![edge(0, 1, "x"), edge(1, 4, "y")], vec![]);
    long.scenes = vec![everything(&long)];
    assert_sound(&long, &layout(&long));
}

#[test]
fn a_tie_of_an_actor_with_itself_is_a_loop() {
    let mut own = request(&[("A", 0)], vec![edge(0, 0, "contradicts")], vec![]);
    own.scenes = vec![everything(&own)];
    let layout = layout(&own);
    assert!((plain(layout.routes[0].start) - plain(layout.routes[0].end)).hypot() > 10.0);
}
