//! What holds for every layout: the assertions of the tests.

use super::body::Body;
use super::geometry::{Box2, Vec2, vec2};
use super::metrics::{NARROW, NODE_RADIUS, NameStyle, TIE_SIZE, WIDE};
use super::{Camera, Compact, Coord, Layout, Place, Point, Request, Scene, SceneLayout, TieLabel};
use crate::advance::text_width;

pub(super) fn plain(point: Point) -> Vec2 {
    vec2(point.x.get(), point.y.get())
}

pub(super) fn whole(size: (Coord, Coord)) -> Box2 {
    Box2::sized(size.0.get(), size.1.get())
}

fn frame(place: &Place, style: NameStyle) -> Box2 {
    Body::new(&place.lines.join(" "), style).frame(plain(place.at))
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
        .map(|label| Box2::around(plain(label.at), text_width(&label.text, size) / 2.0, size / 2.0))
        .collect()
}

/// Labels against each other, against all shapes, and against the names that the scene concerns.
#[track_caller]
fn assert_labels_clear<'a>(
    labels: &[TieLabel],
    size: f64,
    places: impl Iterator<Item = (bool, &'a Place)>,
    style: NameStyle,
    within: Box2,
) {
    let labels = texts(labels, size);
    assert_apart(&labels, "labels");
    assert!(
        labels.iter().all(|label| within.holds(*label)),
        "a label leaves the picture"
    );
    for (in_focus, place) in places {
        let at = plain(place.at);
        let name = Body::new(&place.lines.join(" "), style).name(at);
        for label in &labels {
            assert!(!in_focus || !label.overlaps(name), "{:?} is covered", place.lines);
            assert!(
                !label.overlaps(Body::shape(at)),
                "the shape of {:?} is covered",
                place.lines
            );
        }
    }
}

/// How far a point is from an actor's shape or name, whichever is nearer.
fn distance(point: Point, place: &Place, style: NameStyle) -> f64 {
    let (p, at) = (plain(point), plain(place.at));
    let name = Body::new(&place.lines.join(" "), style).name(at);
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
    for (scene, shown) in request.scenes.iter().zip(&layout.scenes) {
        assert_scene(scene, shown, layout);
        assert_compact(request, &shown.compact);
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
    let frames: Vec<Box2> = layout.nodes.iter().map(|place| frame(place, WIDE)).collect();
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
            let (from, to) = (&layout.nodes[tie.from], &layout.nodes[tie.to]);
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
fn assert_scene(scene: &Scene, shown: &SceneLayout, layout: &Layout) {
    let camera = Box2::from(shown.camera);
    assert!(whole(layout.size).grown(0.1).holds(camera), "the camera leaves the map");
    for &actor in &scene.actors {
        assert!(
            camera.grown(0.1).holds(frame(&layout.nodes[actor], WIDE)),
            "the camera misses actor {actor}"
        );
    }
    let k = Camera::fit(shown.camera, layout.size).k;
    assert!(
        (layout.size.0.get() / camera.width() - k).abs() < 0.01,
        "the camera is not what it shows"
    );
    let full = (layout.size.0.get(), layout.size.1.get());
    let drawn = Camera::scene(shown.camera, layout.size, full).k;
    let within = if drawn > 1.0 { camera } else { whole(layout.size) };
    let places = layout.nodes.iter().enumerate();
    let places = places.map(|(actor, place)| (scene.actors.contains(&actor), place));
    assert_labels_clear(&shown.labels, TIE_SIZE / drawn, places, WIDE, within);
}

#[track_caller]
fn assert_compact(request: &Request, compact: &Compact) {
    let picture = whole(compact.size);
    let frames: Vec<Box2> = compact.nodes.iter().map(|(_, place)| frame(place, NARROW)).collect();
    assert_apart(&frames, "actors in a compact layout");
    assert!(
        frames.iter().all(|frame| picture.holds(*frame)),
        "an actor leaves a compact layout"
    );
    assert_labels_clear(
        &compact.labels,
        TIE_SIZE,
        compact.nodes.iter().map(|(_, place)| (true, place)),
        NARROW,
        picture,
    );
    for (tie, route) in &compact.routes {
        let place = |actor: usize| {
            compact
                .nodes
                .iter()
                .find(|(index, _)| *index == actor)
                .map(|(_, place)| place)
        };
        let (from, to) = (place(request.ties[*tie].from), place(request.ties[*tie].to));
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
