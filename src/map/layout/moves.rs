//! Moves of single things: a node steps aside, two nodes change places, a line bends, words hang elsewhere.
//!
//! Where room is short, words decide where nodes can stand: so all of them move in one search (for graphs Davidson and
//! Harel 1996; with words Edmondson, Christensen, Marks and Shieber 1996). A step costs O(d · (n + m)) for a node with d
//! lines.

use super::annealing::Moves;
use super::change::Touched;
use super::drawing::{Anchor, Bend, Drawing};
use super::geometry::Vec2;
use super::params::{ANCHORS, BESIDE, STROKES};
use super::random::Random;

/// Moves of single things.
#[derive(Clone, Copy, Debug)]
pub struct SingleMoves {
    /// How far a node moves in a step at the beginning and at the end.
    pub stride: (f64, f64),
}

/// A change of one choice, or of two nodes' places.
pub enum Change {
    /// A node moves by so much.
    Node(usize, Vec2),
    /// Two nodes change places.
    Swap(usize, usize),
    /// A node takes another form.
    Form(usize, usize),
    /// A line bends otherwise.
    Bend(usize, Bend),
    /// Words hang elsewhere.
    Anchor(usize, Anchor),
}

impl Moves for SingleMoves {
    type Move = Change;

    fn draw(&self, drawing: &Drawing<'_>, random: &mut Random, left: f64) -> Option<Change> {
        let (nodes, edges) = (drawing.at.len(), drawing.lines.len());
        let node = random.below(nodes);
        let edge = random.below(edges);
        Some(match random.below(100) {
            0..38 => {
                let stride = self.stride.1 + (self.stride.0 - self.stride.1) * left * left;
                Change::Node(node, Vec2::new(random.either(), random.either()) * stride)
            }
            38..46 => {
                let other = random.below(nodes);
                if other == node || drawing.canvas.rooms.get(node) != drawing.canvas.rooms.get(other) {
                    return None;
                }
                Change::Swap(node, other)
            }
            46..50 => {
                let forms = drawing.graph.nodes.get(node)?.forms.len();
                if forms < 2 {
                    return None;
                }
                Change::Form(node, random.below(forms))
            }
            _ if edges == 0 => return None,
            50..66 => Change::Bend(edge, bend(drawing, edge, random)),
            _ => Change::Anchor(edge, anchor(drawing, edge, random)?),
        })
    }

    fn touch(&self, drawing: &Drawing<'_>, change: &Change, touched: &mut Touched) {
        match *change {
            Change::Node(node, _) | Change::Form(node, _) => touched.node(drawing.graph, node),
            Change::Swap(a, b) => {
                touched.node(drawing.graph, a);
                touched.node(drawing.graph, b);
            }
            Change::Bend(edge, _) => touched.line(edge),
            Change::Anchor(edge, _) => touched.label(edge),
        }
    }

    fn apply(&self, drawing: &mut Drawing<'_>, change: &Change) {
        match *change {
            Change::Node(node, by) => drawing.at[node] = drawing.kept(node, drawing.at[node] + by),
            Change::Swap(a, b) => {
                let (at_a, at_b) = (drawing.at[a], drawing.at[b]);
                (drawing.at[a], drawing.at[b]) = (drawing.kept(a, at_b), drawing.kept(b, at_a));
            }
            Change::Form(node, form) => {
                drawing.form[node] = form;
                drawing.at[node] = drawing.kept(node, drawing.at[node]);
            }
            Change::Bend(edge, bend) => drawing.bends[edge] = bend,
            Change::Anchor(edge, anchor) => drawing.anchors[edge] = Some(anchor),
        }
    }
}

/// Another bend, or another place of the stroke.
fn bend(drawing: &Drawing<'_>, edge: usize, random: &mut Random) -> Bend {
    let bend = drawing.bends[edge];
    match random.below(4) {
        0 if drawing.graph.edges[edge].stroked => Bend {
            stroke: random.below(STROKES.len()),
            ..bend
        },
        0 | 1 => Bend {
            share: 0.0,
            lean: 0.0,
            ..bend
        },
        _ => Bend {
            share: 0.4 * random.either() * random.share(),
            ..bend
        },
    }
}

/// Another place for the words, near the old one or anywhere.
fn anchor(drawing: &Drawing<'_>, edge: usize, random: &mut Random) -> Option<Anchor> {
    let before = drawing.anchors[edge]?;
    Some(match random.below(4) {
        0 => Anchor {
            place: (before.place + random.below(5)).saturating_sub(2).min(ANCHORS.0 - 1),
            ..before
        },
        1 => Anchor {
            words: random.below(drawing.graph.edges[edge].words.len()),
            ..before
        },
        2 => Anchor {
            side: side(random),
            ..before
        },
        _ => Anchor {
            words: random.below(drawing.graph.edges[edge].words.len()),
            place: random.below(ANCHORS.0),
            side: if random.below(2) == 0 { 0 } else { side(random) },
        },
    })
}

/// On a line, or on one of its sides with some air.
fn side(random: &mut Random) -> i8 {
    let drawn = random.below(2 * BESIDE.len() + 1);
    i8::try_from(drawn).unwrap_or_default() - i8::try_from(BESIDE.len()).unwrap_or_default()
}
