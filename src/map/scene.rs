//! A scene on the whole map: where the camera looks and which ties say what they are.

use super::body::Standing;
use super::camera::Camera;
use super::geometry::{Box2, vec2};
use super::labels::{Ground, Wanted, labels};
use super::metrics::{TIE_SIZE, TITLE_HEIGHT, TITLE_INSET, TITLE_SIZE, text_width};
use super::request::{Request, Scene};
use super::result::{Coord, Rect, Region, Route, TieLabel};
use super::routes::curve;

/// Around the scene's actors.
const MARGIN: f64 = 14.0;
/// The closest a scene looks: beyond this shapes grow and nothing is gained.
const CLOSEST: f64 = 2.0;

/// The camera's rectangle: the scene's actors and a margin, in the map's proportions, inside the map.
pub(super) fn camera(standing: Standing<'_>, scene: &Scene, size: (f64, f64)) -> Rect {
    let Some(seen) = standing.around(&scene.actors) else {
        return Rect::new(0.0, 0.0, size.0, size.1);
    };
    let seen = seen.grown(MARGIN);
    let share = (seen.width() / size.0).max(seen.height() / size.1).clamp(1.0 / CLOSEST, 1.0);
    let (w, h) = (size.0 * share, size.1 * share);
    let middle = seen.centre();
    let x = (middle.x - w / 2.0).clamp(0.0, size.0 - w);
    let y = (middle.y - h / 2.0).clamp(0.0, size.1 - h);
    Rect::new(x, y, w, h)
}

/// The labels of a scene's ties, at the size they have under its camera.
pub(super) fn tie_labels(
    request: &Request,
    scene: &Scene,
    standing: Standing<'_>,
    routes: &[Route],
    regions: &[Region],
    camera: Rect,
    size: (Coord, Coord),
) -> Vec<TieLabel> {
    let view = plain(camera);
    let wanted: Vec<Wanted<'_>> = scene
        .ties
        .iter()
        .map(|&tie| Wanted { tie, text: &request.ties[tie].label, curve: curve(&routes[tie]) })
        .collect();
    let mut taken: Vec<Box2> = scene.actors.iter().map(|&actor| standing.frame(actor).grown(1.0)).collect();
    taken.extend((0..standing.at.len()).map(|node| standing.shape(node)));
    taken.extend(regions.iter().map(|region| title(request, region)));
    let avoid = (0..standing.at.len()).map(|node| standing.name(node)).collect();
    let size = TIE_SIZE / Camera::fit(camera, size).k;
    labels(&Ground { frame: view.grown(-2.0), taken, avoid, size }, &wanted)
}

/// The box of a region's title.
fn title(request: &Request, region: &Region) -> Box2 {
    let rect = plain(region.rect);
    let width = text_width(&request.sides[region.side].to_uppercase(), TITLE_SIZE) * 1.1;
    let middle = vec2(rect.x0 + TITLE_INSET + width / 2.0, rect.y0 + TITLE_HEIGHT / 2.0);
    Box2::around(middle, width / 2.0, TITLE_SIZE * 0.6)
}

fn plain(rect: Rect) -> Box2 {
    let (x0, y0) = (rect.x.get(), rect.y.get());
    Box2 { x0, y0, x1: x0 + rect.w.get(), y1: y0 + rect.h.get() }
}
