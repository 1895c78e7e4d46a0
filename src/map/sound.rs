//! What holds for every layout: the assertions of the tests.

use super::body::Body;
use super::geometry::{Box2, Vec2, vec2};
use super::metrics::{NARROW, NODE_RADIUS, NameStyle, TIE_SIZE, WIDE};
use super::slots::count;
use super::{Coord, Layout, Place, Point, Request, SceneLayout, TieLabel};
use crate::advance::text_width;

pub(super) fn plain(point: Point) -> Vec2 {
    vec2(point.x.get(), point.y.get())
}

pub(super) fn whole(size: (Coord, Coord)) -> Box2 {
    Box2::sized(size.0.get(), size.1.get())
}

/// An actor as it stands in a picture, with its name.
type Stood<'a> = (&'a str, Place);

fn frame((name, place): Stood<'_>, style: NameStyle) -> Box2 {
    Body::new(name, style).frame(plain(place.at))
}

fn stood<'a>(request: &'a Request, layout: &Layout, actor: usize) -> Stood<'a> {
    (&request.actors[actor].label, layout.nodes[actor])
}

#[track_caller]
fn assert_apart(boxes: &[Box2], what: &str) {
    for (i, a) in boxes.iter().enumerate() {
        for (j, b) in boxes.iter().enumerate().skip(i + 1) {
            assert!(!a.overlaps(*b), "{what} {i} and {j} overlap: {a:?} {b:?}");
        }
    }
}

/// The text boxes of labels, for a font size.
fn texts(labels: &[TieLabel], size: f64) -> Vec<Box2> {
    labels
        .iter()
        .map(|label| {
            let widths = label.text.lines().map(|line| text_width(line, size));
            let (width, height) = (widths.fold(0.0, f64::max), count(label.text.lines().count()) * size);
            Box2::around(plain(label.at), width / 2.0, height / 2.0)
        })
        .collect()
}

/// Labels against each other, against all shapes, and against the names that the scene concerns.
#[track_caller]
fn assert_labels_clear<'a>(
    labels: &[TieLabel],
    size: f64,
    places: impl Iterator<Item = (bool, Stood<'a>)>,
    style: NameStyle,
    within: Box2,
) {
    let labels = texts(labels, size);
    assert_apart(&labels, "labels");
    assert!(
        labels.iter().all(|label| within.holds(*label)),
        "a label leaves the picture"
    );
    for (in_focus, (name, place)) in places {
        let at = plain(place.at);
        let area = Body::new(name, style).name(at);
        for label in &labels {
            assert!(!in_focus || !label.overlaps(area), "{name} is covered");
            assert!(!label.overlaps(Body::shape(at)), "the shape of {name} is covered");
        }
    }
}

/// How far a point is from an actor's shape or name, whichever is nearer.
fn distance(point: Point, (name, place): Stood<'_>, style: NameStyle) -> f64 {
    let (p, at) = (plain(point), plain(place.at));
    let name = Body::new(name, style).name(at);
    let beyond = vec2(
        (name.x0 - p.x).max(p.x - name.x1).max(0.0),
        (name.y0 - p.y).max(p.y - name.y1).max(0.0),
    );
    beyond.length().min((p.minus(at).length() - NODE_RADIUS).max(0.0))
}

/// Everything that must hold, for one request.
#[track_caller]
pub(super) fn assert_sound(request: &Request, layout: &Layout) {
    assert_eq!(layout.nodes.len(), request.actors.len());
    assert_eq!(layout.routes.len(), request.ties.len());
    assert_eq!(layout.scenes.len(), request.scenes.len());
    assert_places(request, layout);
    assert_routes(request, layout);
    for (scene, laid) in request.scenes.iter().zip(&layout.scenes) {
        for shown in [&laid.tall, &laid.wide] {
            assert!(
                scene
                    .actors
                    .iter()
                    .all(|actor| shown.nodes.iter().any(|(known, _)| known == actor))
            );
            assert_scene(request, shown);
        }
    }
}

#[track_caller]
fn assert_places(request: &Request, layout: &Layout) {
    let regions: Vec<Box2> = layout.regions.iter().map(|region| Box2::from(region.rect)).collect();
    assert_apart(&regions, "regions");
    assert!(
        regions.iter().all(|region| whole(layout.size).holds(*region)),
        "a region leaves the map"
    );
    let frames: Vec<Box2> = (0..layout.nodes.len())
        .map(|actor| frame(stood(request, layout, actor), WIDE))
        .collect();
    assert_apart(&frames, "actors");
    for (actor, frame) in request.actors.iter().zip(&frames) {
        let region = layout
            .regions
            .iter()
            .find(|region| region.side == actor.side)
            .expect("every side has a region");
        assert!(
            Box2::from(region.rect).holds(*frame),
            "{} stands outside its region",
            actor.label
        );
    }
}

#[track_caller]
fn assert_routes(request: &Request, layout: &Layout) {
    for (tie, route) in request.ties.iter().zip(&layout.routes) {
        if tie.from != tie.to {
            let [from, to] = [tie.from, tie.to].map(|actor| stood(request, layout, actor));
            assert!(
                distance(route.start, from, WIDE) < 4.0,
                "{} does not start at its actor",
                tie.label
            );
            assert!(
                distance(route.end, to, WIDE) < 6.0,
                "{} does not end at its actor",
                tie.label
            );
        }
    }
}

#[track_caller]
fn assert_scene(request: &Request, scene: &SceneLayout) {
    let picture = whole(scene.size);
    let stood: Vec<(usize, Stood<'_>)> = scene
        .nodes
        .iter()
        .map(|&(actor, place)| (actor, (request.actors[actor].label.as_str(), place)))
        .collect();
    let frames: Vec<Box2> = stood.iter().map(|&(_, stood)| frame(stood, NARROW)).collect();
    assert_apart(&frames, "actors in a scene");
    assert!(
        frames.iter().all(|frame| picture.holds(*frame)),
        "an actor leaves a scene"
    );
    assert_labels_clear(
        &scene.labels,
        TIE_SIZE,
        stood.iter().map(|&(_, stood)| (true, stood)),
        NARROW,
        picture,
    );
    for (tie, route) in &scene.routes {
        let of = |actor: usize| stood.iter().find(|(index, _)| *index == actor).map(|&(_, stood)| stood);
        let (from, to) = (of(request.ties[*tie].from), of(request.ties[*tie].to));
        assert!(
            from.is_some_and(|from| distance(route.start, from, NARROW) < 4.0),
            "tie {tie} hangs in the air"
        );
        assert!(
            to.is_some_and(|to| distance(route.end, to, NARROW) < 6.0),
            "tie {tie} points nowhere"
        );
    }
}
