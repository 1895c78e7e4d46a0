//! Placement: where in its region each actor of the whole map stands.
//!
//! Rows start in the order of barycentres (Sugiyama, Tagawa and Toda 1981), are improved by annealing the objective over
//! straight lines (Davidson and Harel 1996), and once lines are routed actors step aside where that clears the picture.
//! A step of annealing moves the actors of one or two rows, k of them with d lines each: O(k · d · (n + m)).

pub mod annealing;
pub mod barycenters;
pub mod refinement;
pub mod rows;
