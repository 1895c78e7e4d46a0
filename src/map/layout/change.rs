//! A change of a drawing: what it touches, and how it is taken back.

use super::drawing::{Anchor, Bend, Drawing, Line};
use super::geometry::{Point, Rect};
use super::model::Graph;

/// What a change touches: nodes, lines with their words, and words alone.
#[derive(Clone, Debug)]
pub struct Touched {
    /// The nodes that move or take another form.
    pub nodes: Vec<usize>,
    /// The edges whose lines are drawn anew; their words are touched too.
    pub lines: Vec<usize>,
    /// The edges whose words are set anew.
    pub labels: Vec<usize>,
    has_node: Vec<bool>,
    has_line: Vec<bool>,
    has_label: Vec<bool>,
}

impl Touched {
    /// Nothing of a graph.
    pub fn none(graph: &Graph) -> Self {
        Self {
            nodes: Vec::new(),
            lines: Vec::new(),
            labels: Vec::new(),
            has_node: vec![false; graph.nodes.len()],
            has_line: vec![false; graph.edges.len()],
            has_label: vec![false; graph.edges.len()],
        }
    }

    /// Everything.
    pub fn all(graph: &Graph) -> Self {
        let mut touched = Self::none(graph);
        (0..graph.nodes.len()).for_each(|node| touched.node(graph, node));
        (0..graph.edges.len()).for_each(|edge| touched.line(edge));
        touched
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.nodes.drain(..).for_each(|node| self.has_node[node] = false);
        self.lines.drain(..).for_each(|edge| self.has_line[edge] = false);
        self.labels.drain(..).for_each(|edge| self.has_label[edge] = false);
    }

    /// A node, and the lines that end at it.
    pub fn node(&mut self, graph: &Graph, node: usize) {
        if !self.has_node[node] {
            self.has_node[node] = true;
            self.nodes.push(node);
            graph.incident[node].iter().for_each(|&edge| self.line(edge));
        }
    }

    /// A line, and its words.
    pub fn line(&mut self, edge: usize) {
        if !self.has_line[edge] {
            self.has_line[edge] = true;
            self.lines.push(edge);
        }
        self.label(edge);
    }

    /// Words alone.
    pub fn label(&mut self, edge: usize) {
        if !self.has_label[edge] {
            self.has_label[edge] = true;
            self.labels.push(edge);
        }
    }

    /// Whether a node is among them.
    #[inline]
    pub fn has_node(&self, node: usize) -> bool {
        self.has_node[node]
    }

    /// Whether a line is among them.
    #[inline]
    pub fn has_line(&self, edge: usize) -> bool {
        self.has_line[edge]
    }

    /// Whether words are among them.
    #[inline]
    pub fn has_label(&self, edge: usize) -> bool {
        self.has_label[edge]
    }
}

/// What a change may have to be taken back to.
#[derive(Clone, Debug)]
pub struct Saved {
    nodes: Vec<(usize, Point, usize)>,
    edges: Vec<(usize, Bend, Option<Anchor>, Line, Rect)>,
}

impl Drawing<'_> {
    /// Remembers what a change touches.
    pub fn saved(&self, touched: &Touched) -> Saved {
        let node = |&node: &usize| (node, self.at[node], self.form[node]);
        let edge = |&edge: &usize| {
            (
                edge,
                self.bends[edge],
                self.anchors[edge],
                self.lines[edge],
                self.labels[edge],
            )
        };
        Saved {
            nodes: touched.nodes.iter().map(node).collect(),
            edges: touched.labels.iter().map(edge).collect(),
        }
    }

    /// Takes a change back.
    pub fn restore(&mut self, saved: &Saved) {
        for &(node, at, form) in &saved.nodes {
            (self.at[node], self.form[node]) = (at, form);
            self.frame(node);
        }
        for &(edge, bend, anchor, line, label) in &saved.edges {
            (
                self.bends[edge],
                self.anchors[edge],
                self.lines[edge],
                self.labels[edge],
            ) = (bend, anchor, line, label);
            self.bounds[edge] = line.bounds;
        }
    }

    /// Draws anew all that a change touches.
    pub fn update(&mut self, touched: &Touched) {
        touched.nodes.iter().for_each(|&node| self.frame(node));
        touched.lines.iter().for_each(|&edge| self.redraw(edge));
        for &edge in touched.labels.iter().filter(|&&edge| !touched.has_line(edge)) {
            self.relabel(edge);
        }
    }
}
