//! What holds for every layout: the assertions of the tests.

use super::super::geometry::{Point, Rect, Vec2, meet};
use super::super::model::Form;
use super::super::params::{NAME_IN_SCENE, NAME_ON_MAP, NameStyle, SHAPE_RADIUS};
use super::super::quality::{Quality, boxes};
use crate::map::{self, Layout, Place, Request, Route, SceneLayout};

pub fn plain(point: map::Point) -> Point {
    Point::new(point.x.get(), point.y.get())
}

/// Everything that must hold, for one request.
#[track_caller]
pub fn assert_sound(request: &Request, layout: &Layout) {
    assert_eq!(layout.nodes.len(), request.actors.len());
    assert_eq!(layout.routes.len(), request.ties.len());
    assert_eq!(layout.scenes.len(), request.scenes.len());
    assert_regions(request, layout);
    let map = Quality::of_map(request, layout);
    assert_eq!(map.overlaps, 0, "the whole map: {map:?}");
    for (tie, route) in layout.routes.iter().enumerate() {
        assert_ends(request, tie, route, |actor| Some(&layout.nodes[actor]), NAME_ON_MAP);
    }
    for (scene, laid) in request.scenes.iter().zip(&layout.scenes) {
        for shown in [&laid.tall, &laid.wide] {
            let has = |actor: &usize| shown.nodes.iter().any(|(known, _)| known == actor);
            assert!(scene.actors.iter().all(has), "an actor is missing");
            assert_scene(request, shown);
        }
    }
}

fn rect(rect: map::Rect) -> Rect {
    Rect::new(
        rect.x.get(),
        rect.y.get(),
        rect.x.get() + rect.w.get(),
        rect.y.get() + rect.h.get(),
    )
}

#[track_caller]
fn assert_regions(request: &Request, layout: &Layout) {
    let whole = rect(map::Rect::whole(layout.size));
    for (index, region) in layout.regions.iter().enumerate() {
        let area = rect(region.rect);
        assert!(whole.contains_rect(area), "a region leaves the map");
        assert!(
            layout.regions[..index]
                .iter()
                .all(|other| !meet(rect(other.rect), area)),
            "two regions meet"
        );
    }
    for (actor, (known, place)) in request.actors.iter().zip(&layout.nodes).enumerate() {
        let region = layout
            .regions
            .iter()
            .find(|region| region.side == known.side)
            .expect("every side has a region");
        let area = rect(region.rect);
        let parts = boxes(request, actor, place, NAME_ON_MAP);
        assert!(
            parts.iter().all(|part| area.contains_rect(*part)),
            "{} stands outside its region",
            known.label
        );
    }
}

/// That a line starts and ends at its actors.
#[track_caller]
fn assert_ends<'a>(
    request: &Request,
    tie: usize,
    route: &Route,
    place: impl Fn(usize) -> Option<&'a Place>,
    style: NameStyle,
) {
    let edge = &request.ties[tie];
    for (actor, end, most) in [(edge.from, route.start, 4.0), (edge.to, route.end, 6.0)] {
        let place = place(actor).expect("its actor is shown");
        let apart = distance(request, actor, place, plain(end), style);
        assert!(
            edge.from == edge.to || apart < most,
            "{:?} ends {apart} from its actor",
            edge.label
        );
    }
}

/// How far a point is from an actor's shape or texts, whichever is nearer.
fn distance(request: &Request, actor: usize, place: &Place, p: Point, style: NameStyle) -> f64 {
    let texts = boxes(request, actor, place, style).split_off(1);
    let beyond = |area: Rect| {
        Vec2::new(
            (area.x0 - p.x).max(p.x - area.x1).max(0.0),
            (area.y0 - p.y).max(p.y - area.y1).max(0.0),
        )
        .hypot()
    };
    let shape = ((p - plain(place.at)).hypot() - SHAPE_RADIUS).max(0.0);
    texts.into_iter().map(beyond).fold(shape, f64::min)
}

#[track_caller]
fn assert_scene(request: &Request, scene: &SceneLayout) {
    let quality = Quality::of_scene(request, scene);
    assert_eq!((quality.overlaps, quality.through), (0, 0), "{quality:?}: {scene:?}");
    for (tie, route) in &scene.routes {
        let place = |actor: usize| {
            scene
                .nodes
                .iter()
                .find(|(index, _)| *index == actor)
                .map(|(_, place)| place)
        };
        assert_ends(request, *tie, route, place, NAME_IN_SCENE);
    }
}

/// The box of an actor's name on the whole map.
pub fn name(request: &Request, layout: &Layout, actor: usize) -> Rect {
    let place = layout.nodes[actor];
    Form::new(&request.actors[actor].label, place.first, NAME_ON_MAP, None).boxes[1] + plain(place.at).to_vec2()
}
