//! The objective, routing and labeling on small graphs.

use super::super::change::Touched;
use super::super::drawing::{Anchor, Canvas, Drawing};
use super::super::geometry::{Point, Rect, penetration};
use super::super::labeling::{hang, prune, wording};
use super::super::model::{Edge, Form, Graph, Node};
use super::super::objective::{self, crossings::crossings, labels::broken_rules};
use super::super::params::{ANCHORS, CROSSING, NAME_IN_SCENE, STROKES};
use super::super::random::Random;
use super::super::routing::{route, route_all};

fn graph(nodes: usize, ends: &[(usize, usize)]) -> Graph {
    let form = Form::new("A name", 0, NAME_IN_SCENE, Some("adds"));
    let edge = |&(source, target): &(usize, usize)| Edge {
        source,
        target,
        directed: true,
        weight: 1.0,
        scenes: 1,
        words: wording::forms("said to have warned", None, Some("differs")),
        ..Edge::default()
    };
    Graph::new(vec![Node { forms: vec![form] }; nodes], ends.iter().map(edge).collect())
}

fn canvas(nodes: usize) -> Canvas {
    let frame = Rect::new(0.0, 0.0, 400.0, 400.0);
    Canvas {
        frame,
        titles: Vec::new(),
        rooms: vec![frame; nodes],
        wishes: Vec::new(),
        least: 30.0,
    }
}

fn points<const N: usize>(points: [(f64, f64); N]) -> Vec<Point> {
    points.into_iter().map(Point::from).collect()
}

fn middle() -> Anchor {
    Anchor {
        place: ANCHORS.0 / 2,
        ..Anchor::default()
    }
}

#[test]
fn what_a_change_costs_is_what_the_whole_costs_more() {
    let graph = graph(6, &[(0, 1), (1, 2), (2, 3), (3, 0), (4, 5), (0, 2), (2, 0)]);
    let canvas = canvas(6);
    let at = points([
        (60.0, 60.0),
        (300.0, 80.0),
        (310.0, 300.0),
        (70.0, 310.0),
        (180.0, 90.0),
        (200.0, 330.0),
    ]);
    let mut drawing = Drawing::new(&graph, &canvas, at);
    drawing.anchors = vec![Some(middle()); 7];
    drawing.redraw_all();
    let (mut random, mut touched) = (Random::new(3), Touched::none(&graph));
    for step in 0..200 {
        touched.clear();
        match step % 3 {
            0 => touched.node(&graph, random.below(6)),
            1 => touched.line(random.below(7)),
            _ => touched.label(random.below(7)),
        }
        let (whole, part) = (objective::total(&drawing), objective::part(&drawing, &touched));
        let saved = drawing.saved(&touched);
        shake(&mut drawing, &touched, &mut random);
        let more = objective::total(&drawing) - whole;
        assert!(
            (objective::part(&drawing, &touched) - part - more).abs() < 1e-6,
            "step {step}"
        );
        if step % 2 == 0 {
            drawing.restore(&saved);
            assert!(
                (objective::total(&drawing) - whole).abs() < 1e-6,
                "step {step} is taken back"
            );
        }
    }
}

/// Chooses anew, by lot, whatever a change touches.
fn shake(drawing: &mut Drawing<'_>, touched: &Touched, random: &mut Random) {
    for &node in &touched.nodes {
        let at = Point::new(random.share() * 400.0, random.share() * 400.0);
        drawing.at[node] = drawing.kept(node, at);
    }
    for &edge in &touched.lines {
        drawing.bends[edge].share = 0.3 * random.either();
    }
    for &edge in &touched.labels {
        drawing.anchors[edge] = Some(Anchor {
            place: random.below(ANCHORS.0),
            ..middle()
        });
    }
    drawing.update(touched);
}

#[test]
fn two_lines_cross_once_and_pay_for_it() {
    let graph = graph(4, &[(0, 2), (1, 3)]);
    let canvas = canvas(4);
    let square = points([(60.0, 60.0), (340.0, 60.0), (340.0, 300.0), (60.0, 300.0)]);
    let drawing = Drawing::new(&graph, &canvas, square.clone());
    assert_eq!(crossings(&drawing.lines[0], &drawing.lines[1]), 1);
    let apart = Drawing::new(&graph, &canvas, vec![square[0], square[2], square[1], square[3]]);
    assert_eq!(crossings(&apart.lines[0], &apart.lines[1]), 0);
    assert!(objective::crossings::lines(&drawing, 0, 1) >= CROSSING);
}

#[test]
fn a_line_is_straight_where_nothing_is_in_its_way_and_bends_round_an_actor_that_is() {
    let graph = graph(3, &[(0, 1)]);
    let canvas = canvas(3);
    let mut free = Drawing::new(&graph, &canvas, points([(60.0, 200.0), (340.0, 200.0), (200.0, 60.0)]));
    route_all(&mut free);
    assert!(free.bends[0].share.abs() < 0.1, "{:?}", free.bends[0]);
    let mut barred = Drawing::new(&graph, &canvas, points([(60.0, 200.0), (340.0, 200.0), (200.0, 200.0)]));
    assert!(objective::overlaps::line_and_node(&barred, 0, 2) > 0.0);
    route(&mut barred, 0);
    assert!(
        objective::overlaps::line_and_node(&barred, 0, 2) <= 0.0,
        "{:?}",
        barred.bends[0]
    );
}

#[test]
fn lines_between_the_same_two_actors_fan_out() {
    let graph = graph(2, &[(0, 1), (1, 0), (0, 1)]);
    let canvas = canvas(2);
    let mut drawing = Drawing::new(&graph, &canvas, points([(60.0, 200.0), (340.0, 200.0)]));
    route_all(&mut drawing);
    let middles: Vec<f64> = drawing
        .lines
        .iter()
        .map(|line| line.points()[line.points().len() / 2].y)
        .collect();
    for (index, one) in middles.iter().enumerate() {
        assert!(
            middles[..index].iter().all(|other| (one - other).abs() > 9.0),
            "{middles:?}"
        );
    }
}

#[test]
fn words_hang_on_their_line_and_break_no_rule() {
    let graph = graph(2, &[(0, 1)]);
    let canvas = canvas(2);
    let mut drawing = Drawing::new(&graph, &canvas, points([(60.0, 200.0), (340.0, 200.0)]));
    hang(&mut drawing, 0);
    assert_eq!(
        drawing.anchors[0].map(|anchor| anchor.side),
        Some(0),
        "there is room on the line"
    );
    assert!(broken_rules(&drawing, 0) <= 0.0);
}

#[test]
fn words_keep_clear_of_the_stroke_of_their_own_line_and_of_another() {
    let mut graph = graph(4, &[(0, 1), (2, 3)]);
    graph.edges.iter_mut().for_each(|edge| edge.stroked = true);
    let canvas = canvas(4);
    let at = points([(50.0, 100.0), (350.0, 100.0), (50.0, 180.0), (350.0, 180.0)]);
    for stroke in 0..STROKES.len() {
        let mut drawing = Drawing::new(&graph, &canvas, at.clone());
        drawing.bends[1].stroke = stroke;
        drawing.redraw_all();
        (0..2).for_each(|edge| hang(&mut drawing, edge));
        for line in &drawing.lines {
            let stroke = line.stroke.expect("it has a stroke");
            assert!(
                drawing.labels.iter().all(|label| penetration(stroke, *label) <= 0.0),
                "{stroke:?}"
            );
        }
    }
}

#[test]
fn where_one_of_two_words_finds_room_it_is_the_weightier() {
    for heavy in [0, 1] {
        let mut graph = graph(4, &[(0, 1), (2, 3)]);
        graph.edges[heavy].weight = 1.5;
        graph.edges.iter_mut().for_each(|edge| edge.words.truncate(1));
        let mut canvas = canvas(4);
        canvas.frame = Rect::new(0.0, 80.0, 400.0, 150.0);
        let at = points([(80.0, 100.0), (320.0, 100.0), (80.0, 128.0), (320.0, 128.0)]);
        let mut drawing = Drawing::new(&graph, &canvas, at);
        drawing.anchors = vec![Some(middle()); 2];
        drawing.redraw_all();
        assert!(broken_rules(&drawing, 0) > 0.0 && broken_rules(&drawing, 1) > 0.0);
        prune(&mut drawing);
        let shown: Vec<usize> = (0..2).filter(|&edge| drawing.anchors[edge].is_some()).collect();
        assert_eq!(shown, [heavy]);
    }
}
