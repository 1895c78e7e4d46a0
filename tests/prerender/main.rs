//! The built page: complete without a script, the same bytes every time, every
//! link and id in order, valid, and under the policy that its headers state.

mod built;
mod checker;
mod complete;
mod data;
mod hydration;
mod making;
mod policy;
mod press;
