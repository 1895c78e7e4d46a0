//! A scene on the whole map: where the camera looks and which ties say what they are.

use std::iter;

use super::body::Standing;
use super::camera::Camera;
use super::drawn::{bounds, curve};
use super::geometry::{Box2, vec2};
use super::labels::{Ground, LOOSE, Wanted, covers, labels};
use super::metrics::{TIE_SIZE, TITLE_HEIGHT, TITLE_SIZE};
use super::request::{Request, Scene};
use super::result::{Compact, Layout, Rect, Region, SceneLayout, TieLabel};
use super::wording::area;

/// Around the scene's actors.
const MARGIN: f64 = 14.0;
/// Around its ties.
const TIE_MARGIN: f64 = 4.0;
/// The closest a scene looks: beyond this shapes grow and nothing is gained.
const CLOSEST: f64 = 2.0;

/// A scene without its compact layout.
pub(super) fn scene_layout(request: &Request, scene: &Scene, standing: Standing<'_>, whole: &Layout) -> SceneLayout {
    let camera = camera(standing, scene, whole);
    let labels = tie_labels(request, scene, standing, whole, camera);
    SceneLayout {
        camera,
        covered: covered(scene, standing, &labels, tie_size(whole, camera)),
        labels,
        compact: Compact::default(),
    }
}

/// The camera's rectangle: the scene's actors and ties and a margin, in the map's proportions, inside the map.
fn camera(standing: Standing<'_>, scene: &Scene, whole: &Layout) -> Rect {
    let (width, height) = (whole.size.0.get(), whole.size.1.get());
    let Some(seen) = standing.around(&scene.actors) else {
        return Rect::new(0.0, 0.0, width, height);
    };
    let ties = scene
        .ties
        .iter()
        .map(|&tie| bounds(&curve(&whole.routes[tie]).points::<17>()));
    let seen = ties.fold(seen.grown(MARGIN), |all, tie| all.union(tie.grown(TIE_MARGIN)));
    let seen = with_titles(seen, whole);
    let share = (seen.width() / width)
        .max(seen.height() / height)
        .clamp(1.0 / CLOSEST, 1.0);
    let (w, h) = (width * share, height * share);
    let middle = seen.centre();
    let y = (middle.y - h / 2.0).clamp(0.0, height - h);
    Rect::new(
        (middle.x - w / 2.0).clamp(0.0, width - w),
        clear_of_titles(y, h, seen, whole),
        w,
        h,
    )
}

/// Where the titles stand: the upper and the lower edge of each.
fn bands(whole: &Layout) -> impl Iterator<Item = (f64, f64)> {
    let tops = whole.regions.iter().map(|region| region.rect.y.get());
    tops.map(|top| (top, top + TITLE_HEIGHT))
}

/// A part of the map with all of each title that its upper or lower edge would cut.
fn with_titles(seen: Box2, whole: &Layout) -> Box2 {
    bands(whole).fold(seen, |seen, (top, bottom)| Box2 {
        y0: if seen.y0 > top && seen.y0 < bottom {
            top
        } else {
            seen.y0
        },
        y1: if seen.y1 > top && seen.y1 < bottom {
            bottom
        } else {
            seen.y1
        },
        ..seen
    })
}

/// The place nearest to `y` from which so much of the map cuts no title at its upper and lower edge, and misses nothing
/// of the scene; `y` itself if there is none.
fn clear_of_titles(y: f64, h: f64, seen: Box2, whole: &Layout) -> f64 {
    let cuts = |edge: f64| bands(whole).any(|(top, bottom)| edge > top && edge < bottom);
    let holds_all = |&from: &f64| {
        let inside = from >= 0.0 && from + h <= whole.size.1.get();
        inside && from <= seen.y0 && from + h >= seen.y1
    };
    let places = bands(whole).flat_map(|(top, bottom)| [top, bottom, top - h, bottom - h]);
    let clear = |&from: &f64| !cuts(from) && !cuts(from + h);
    iter::once(y)
        .filter(clear)
        .chain(places.filter(holds_all).filter(clear))
        .min_by(|a, b| (a - y).abs().total_cmp(&(b - y).abs()))
        .unwrap_or(y)
}

/// The labels of a scene's ties, at the size they have under its camera.
fn tie_labels(request: &Request, scene: &Scene, standing: Standing<'_>, whole: &Layout, camera: Rect) -> Vec<TieLabel> {
    let wanted: Vec<Wanted<'_>> = scene
        .ties
        .iter()
        .map(|&tie| Wanted {
            tie,
            text: &request.ties[tie].label,
            curve: curve(&whole.routes[tie]),
            worth: request.ties[tie].worth(),
        })
        .collect();
    let (w, h) = whole.size;
    let size = tie_size(whole, camera);
    let frame = if size < TIE_SIZE {
        camera
    } else {
        Rect::new(0.0, 0.0, w.get(), h.get())
    };
    let (taken, faint) = obstacles(scene, standing, whole, frame);
    labels(
        &Ground {
            frame: Box2::from(frame).grown(-2.0),
            taken,
            faint,
            size,
            spacing: LOOSE,
        },
        &wanted,
    )
}

/// The size of labels where the camera looks at this part of the map.
///
/// What is shown may be the whole map, where coming closer would gain too little.
fn tie_size(whole: &Layout, camera: Rect) -> f64 {
    let (w, h) = whole.size;
    TIE_SIZE / Camera::scene(camera, whole.size, (w.get(), h.get())).k
}

/// The actors outside the scene whose name lies under one of its labels.
fn covered(scene: &Scene, standing: Standing<'_>, labels: &[TieLabel], size: f64) -> Vec<usize> {
    let areas: Vec<Box2> = labels.iter().map(|label| area(label, size)).collect();
    let is_covered = |node: &usize| areas.iter().any(|area| covers(*area, standing.name(*node), size));
    (0..standing.at.len())
        .filter(|node| !scene.actors.contains(node))
        .filter(is_covered)
        .collect()
}

/// What labels must not touch, and what they cover only if they must.
fn obstacles(scene: &Scene, standing: Standing<'_>, whole: &Layout, shown: Rect) -> (Vec<Box2>, Vec<Box2>) {
    let title = |region: &Region| {
        let half = region.title_width(shown, whole.size.0) / 2.0;
        let x = region.title_at(shown, whole.size.0).x.get() + half;
        Box2::around(
            vec2(x, region.rect.y.get() + TITLE_HEIGHT / 2.0),
            half,
            TITLE_SIZE * 0.6,
        )
    };
    let mut taken: Vec<Box2> = whole.regions.iter().map(title).collect();
    let mut faint = Vec::new();
    for node in 0..standing.at.len() {
        let [shape, name] = standing.obstacles(node);
        taken.push(shape);
        // The names of the others are faint, and a label has a rim.
        let kept = if scene.actors.contains(&node) {
            &mut taken
        } else {
            &mut faint
        };
        kept.push(name);
    }
    (taken, faint)
}
