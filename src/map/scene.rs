//! A scene on the whole map: where the camera looks and which ties say what they are.

use super::body::Standing;
use super::camera::Camera;
use super::drawn::{bounds, curve};
use super::geometry::Box2;
use super::labels::{Ground, Wanted, covers, labels};
use super::metrics::TIE_SIZE;
use super::regions::title;
use super::request::{Request, Scene};
use super::result::{Compact, Layout, Rect, SceneLayout, TieLabel};
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
    let share = (seen.width() / width)
        .max(seen.height() / height)
        .clamp(1.0 / CLOSEST, 1.0);
    let (w, h) = (width * share, height * share);
    let middle = seen.centre();
    Rect::new(
        (middle.x - w / 2.0).clamp(0.0, width - w),
        (middle.y - h / 2.0).clamp(0.0, height - h),
        w,
        h,
    )
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
    let (taken, faint) = obstacles(request, scene, standing, whole);
    let (w, h) = whole.size;
    let size = tie_size(whole, camera);
    let frame = if size < TIE_SIZE {
        camera
    } else {
        Rect::new(0.0, 0.0, w.get(), h.get())
    };
    labels(
        &Ground {
            frame: Box2::from(frame).grown(-2.0),
            taken,
            faint,
            size,
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
fn obstacles(request: &Request, scene: &Scene, standing: Standing<'_>, whole: &Layout) -> (Vec<Box2>, Vec<Box2>) {
    let titles = whole.regions.iter();
    let mut taken: Vec<Box2> = titles
        .map(|region| title(region.rect.into(), &request.sides[region.side]))
        .collect();
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
