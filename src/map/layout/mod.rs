//! The layout of the map, in phases; compiled for the press and the tests alone.
//!
//! ```text
//! params, geometry, random, model, drawing, change  <-  objective  <-  annealing, routing, labeling
//!     <-  moves, placement  <-  regions  <-  whole, scenes  <-  layout
//! ```
//!
//! | phase | what it chooses | after |
//! |---|---|---|
//! | [`regions`] | which part of the map belongs to which side | level-oriented packing, local search |
//! | [`placement`] | in which row each actor stands | barycentres, annealing |
//! | [`routing`] | how each tie bends | iterated best response over curves |
//! | [`labeling`] | where the words of each tie hang | candidates and local search |
//! | [`scenes`] | all of these at once for one question | annealing with labels |
//!
//! Between routing and the finished map, and from the start in a scene, `moves` lets actors, lines and words move together.
//!
//! Each phase lowers the same [`objective`]; every constant is in `params`. Equal requests give equal results on every
//! machine and with any number of threads: only `+ - * /` and `sqrt` are used, chance has fixed seeds, and of attempts
//! made side by side the best is taken by cost, then by number.

mod annealing;
mod change;
mod drawing;
mod geometry;
pub mod golden;
mod labeling;
mod model;
mod moves;
mod objective;
mod output;
mod params;
mod placement;
pub mod quality;
mod random;
mod regions;
mod routing;
mod scenes;
pub mod synthetic;
#[cfg(test)]
pub(crate) mod tests;
mod whole;

use rayon::prelude::*;

use super::request::Request;
use super::result::{Layout, SceneLayouts};
use geometry::Point;
use params::{TALL, WIDE};

/// Lays out the whole map and every scene.
///
/// # Panics
///
/// If an index of the request points nowhere.
pub fn layout(request: &Request) -> Layout {
    let mut layout = whole::lay_out(request);
    // The scenes follow the whole map, so they come last.
    let at: Vec<Point> = layout
        .nodes
        .iter()
        .map(|place| Point::new(place.at.x.get(), place.at.y.get()))
        .collect();
    let scene = |scene| SceneLayouts {
        tall: scenes::lay_out(request, scene, &at, &TALL),
        wide: scenes::lay_out(request, scene, &at, &WIDE),
    };
    layout.scenes = request.scenes.par_iter().map(scene).collect();
    layout
}
