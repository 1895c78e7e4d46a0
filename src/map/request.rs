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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node {
    /// The short name, at most 22 characters.
    pub label: String,
    /// Its side, an index into [`Request::sides`].
    pub side: usize,
    /// The word on its tag in scenes; `None` where it has no tag.
    pub tag: Option<String>,
}

/// A tie as the map sees it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edge {
    /// The actor it starts from.
    pub from: usize,
    /// The actor it leads to.
    pub to: usize,
    /// The verb phrase, then perhaps a comma and a date; it may be long.
    pub label: String,
    /// Whether an arrow head is drawn at the end.
    pub directed: bool,
    /// Whether the bare line would say more than is known, so that its words matter more than others.
    pub guarded: bool,
    /// Whether a short stroke is drawn across the line, which says that the tie is disowned.
    pub stroked: bool,
    /// The word on its tag in scenes; `None` where it has no tag.
    pub tag: Option<String>,
    /// The ties that tell the same event otherwise: in a scene all of them have words, or none.
    pub rivals: Vec<usize>,
    /// Which account of the event it belongs to, counted from one; its words begin with that. `None` without rivals.
    pub account: Option<usize>,
}

/// What one question brings to the fore.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// At most twelve actors.
    pub actors: Vec<usize>,
    /// The ties among them.
    pub ties: Vec<usize>,
    /// What stands beside an actor.
    pub captions: Vec<Caption>,
}

/// Words beside an actor of a scene, in at most three lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Caption {
    /// The actor, one of the scene's.
    pub actor: usize,
    /// The words.
    pub text: String,
}
