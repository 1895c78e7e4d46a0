//! Placement: where in its region each actor of the whole map stands.
//!
//! Rows start in the order of barycentres (Sugiyama, Tagawa and Toda 1981), and are improved by annealing the objective
//! over straight lines, by exchanges of actors between rows. Once lines are routed, actors leave their rows and move
//! with them, as in a scene.

pub mod barycenters;
pub mod exchanges;
pub mod rows;
