//! What the layout is asked for: names, sides, ties and scenes.
//!
//! Holds everything the layout may depend on and nothing else, so that two
//! equal requests give two equal pictures. Indices refer to the lists of the
//! same request; whoever builds a request has checked them.

/// Everything a layout depends on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// The names of the sides, in order of importance.
    pub sides: Vec<String>,
    /// The actors, in the order the story lists them.
    pub actors: Vec<Node>,
    /// The ties, in the order the story lists them.
    pub ties: Vec<Edge>,
    /// One scene per question, in order.
    pub scenes: Vec<Scene>,
}

/// An actor as the map sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The short name, at most 22 characters.
    pub label: String,
    /// Its side, an index into [`Request::sides`].
    pub side: usize,
}

/// A tie as the map sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// The actor it starts from.
    pub from: usize,
    /// The actor it leads to.
    pub to: usize,
    /// The verb phrase, then perhaps a comma and a date; it may be long.
    pub label: String,
    /// Whether an arrow head is drawn at the end.
    pub directed: bool,
    /// Whether the bare line would say more than is known, so that its label matters more than others.
    pub guarded: bool,
}

/// What one question brings to the fore.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// At most twelve actors.
    pub actors: Vec<usize>,
    /// The ties among them.
    pub ties: Vec<usize>,
}

impl Edge {
    /// What its label is worth, where not all find room.
    pub(super) fn worth(&self) -> f64 {
        if self.guarded { 1.5 } else { 1.0 }
    }
}
