//! A scene as a graph of its own, and back.

use super::super::drawing::{Canvas, Drawing};
use super::super::geometry::{Point, Rect, bounds, grown};
use super::super::labeling::wording;
use super::super::model::{Edge, Form, Graph, Node, Side, broken, scene_forms};
use super::super::output::{place, route};
use super::super::params::{CAPTION, LEAST_LENGTH, MARGIN, NODES_APART, WORDS_SIZE};
use crate::advance::text_width;
use crate::map::request::{Request, Scene};
use crate::map::result::{self, Coord, PlacedCaption, SceneLayout, TieLabel};

/// A scene with its own numbering of actors and ties.
pub struct Local<'a> {
    request: &'a Request,
    /// The index of each node in the request.
    actors: Vec<usize>,
    /// The index of each edge in the request.
    ties: Vec<usize>,
    /// The graph.
    pub graph: Graph,
}

impl<'a> Local<'a> {
    /// The actors of a scene, and the ties among them.
    pub fn new(request: &'a Request, scene: &Scene) -> Self {
        let mut actors = scene.actors.clone();
        actors.sort_unstable();
        actors.dedup();
        let nodes = actors.iter().map(|&actor| node(request, scene, actor)).collect();
        let (mut ties, mut edges) = (Vec::new(), Vec::new());
        for &tie in &scene.ties {
            let ends = &request.ties[tie];
            if let (Ok(source), Ok(target)) = (actors.binary_search(&ends.from), actors.binary_search(&ends.to)) {
                ties.push(tie);
                edges.push(Edge {
                    source,
                    target,
                    directed: ends.directed,
                    stroked: ends.stroked,
                    weight: if ends.guarded || !ends.rivals.is_empty() {
                        1.5
                    } else {
                        1.0
                    },
                    scenes: 1,
                    words: wording::forms(&ends.label, ends.account, ends.tag.as_deref()),
                });
            }
        }
        Self {
            request,
            graph: Graph::new(nodes, edges),
            actors,
            ties,
        }
    }

    /// The canvas of a size; wider than asked where a name needs it.
    pub fn canvas(&self, at: &[Point], (width, height): (f64, f64)) -> Canvas {
        let narrowest = |node: &Node| {
            node.forms
                .iter()
                .map(|form| form.bounds.width())
                .fold(f64::INFINITY, f64::min)
        };
        let widest = self.graph.nodes.iter().map(narrowest).fold(0.0, f64::max);
        let frame = Rect::new(0.0, 0.0, width.max(widest + 4.0 * MARGIN), height);
        let room = grown(frame, -MARGIN);
        Canvas {
            frame: grown(frame, -1.0),
            titles: Vec::new(),
            rooms: vec![room; self.graph.nodes.len()],
            wishes: wishes(&self.actors, at, room),
            least: LEAST_LENGTH.1,
        }
    }

    /// What the result says of a drawing.
    pub fn result(&self, mut drawing: Drawing<'_>) -> SceneLayout {
        let canvas = drawing.canvas;
        self.level_rivals(&mut drawing);
        let size = (canvas.frame.x1 + 1.0, canvas.frame.y1 + 1.0);
        let nodes = self
            .actors
            .iter()
            .enumerate()
            .map(|(node, &actor)| (actor, place(&drawing, node)));
        let routes = self
            .ties
            .iter()
            .enumerate()
            .map(|(edge, &tie)| (tie, route(&drawing, edge)));
        let mut labels: Vec<TieLabel> = (0..self.ties.len())
            .filter_map(|edge| self.label(&drawing, edge))
            .collect();
        labels.sort_by_key(|label| label.tie);
        let captions = (0..self.actors.len()).filter_map(|node| self.caption(&drawing, node));
        SceneLayout {
            size: (Coord::new(size.0), Coord::new(size.1)),
            nodes: nodes.collect(),
            routes: routes.collect(),
            labels,
            captions: captions.collect(),
        }
    }

    fn label(&self, drawing: &Drawing<'_>, edge: usize) -> Option<TieLabel> {
        let words = &self.graph.edges[edge].words[drawing.anchors[edge]?.words];
        let middle = drawing.labels[edge].center();
        Some(TieLabel {
            tie: self.ties[edge],
            at: result::Point::new(middle.x, middle.y),
            text: words.text.clone(),
            tag: self.request.ties[self.ties[edge]].tag.is_some(),
        })
    }

    fn caption(&self, drawing: &Drawing<'_>, node: usize) -> Option<PlacedCaption> {
        let (text, by) = drawing.form_of(node).caption.clone()?;
        let at = drawing.at[node] + by;
        Some(PlacedCaption {
            actor: self.actors[node],
            at: result::Point::new(at.x, at.y),
            text,
        })
    }

    /// Takes the words off a tie whose rival has none: of two accounts of one event neither may look like the only one.
    fn level_rivals(&self, drawing: &mut Drawing<'_>) {
        let is_bare = |edge: usize| drawing.anchors[edge].is_none();
        let bare: Vec<usize> = (0..self.ties.len())
            .filter(|&edge| is_bare(edge))
            .map(|edge| self.ties[edge])
            .collect();
        for (edge, tie) in self.ties.iter().enumerate() {
            if self.request.ties[*tie].rivals.iter().any(|rival| bare.contains(rival)) {
                drawing.anchors[edge] = None;
                drawing.relabel(edge);
            }
        }
    }
}

/// An actor in all its forms: with a caption those that have it, on every side, in two lines and in three.
fn node(request: &Request, scene: &Scene, actor: usize) -> Node {
    let known = &request.actors[actor];
    let forms = scene_forms(&known.label, known.tag.as_deref());
    let Some(caption) = scene.captions.iter().find(|caption| caption.actor == actor) else {
        return Node { forms };
    };
    let is_short = text_width(&caption.text, WORDS_SIZE) < CAPTION.1;
    let lines = if is_short { 1..=1 } else { 2..=CAPTION.0 };
    let texts: Vec<String> = lines.filter_map(|lines| broken(&caption.text, lines)).collect();
    let sides = [Side::Right, Side::Left, Side::Above, Side::Below];
    let each = |form: &Form| {
        let form = form.clone();
        texts
            .iter()
            .flat_map(move |text| sides.map(|side| form.clone().captioned(text, side)))
            .collect::<Vec<_>>()
    };
    Node {
        forms: forms.iter().flat_map(each).collect(),
    }
}

/// The scene's part of the whole map, stretched over the frame.
fn wishes(actors: &[usize], at: &[Point], room: Rect) -> Vec<Point> {
    let points = || actors.iter().map(|&actor| at[actor]);
    let seen = bounds(&points().collect::<Vec<_>>());
    let room = grown(room, -6.0 * NODES_APART);
    let stretch = |p: Point| {
        Point::new(
            room.x0 + (p.x - seen.x0) / seen.width().max(1.0) * room.width(),
            room.y0 + (p.y - seen.y0) / seen.height().max(1.0) * room.height(),
        )
    };
    points().map(stretch).collect()
}
