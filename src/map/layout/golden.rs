//! A layout as readable text, for the golden file of the shipped story: a change is seen, and meant.

use super::quality::{Quality, of_scenes};
use crate::map::request::Request;
use crate::map::result::{Layout, Place, Point, Route, SceneLayout};

/// A layout in lines, each thing by its name, at the whole units in which it travels.
pub fn text(request: &Request, layout: &Layout) -> String {
    let mut lines = vec![format!("whole map {} x {}", layout.size.0, layout.size.1)];
    lines.push(format!("  {}", figures(Quality::of_map(request, layout))));
    for region in &layout.regions {
        let (name, rect) = (&request.sides[region.side], region.rect);
        lines.push(format!("  region {name}: {} {} {} {}", rect.x, rect.y, rect.w, rect.h));
    }
    for (actor, place) in layout.nodes.iter().enumerate() {
        lines.push(node(request, actor, place));
    }
    for (tie, route) in layout.routes.iter().enumerate() {
        lines.push(line(request, tie, route));
    }
    for (index, scenes) in layout.scenes.iter().enumerate() {
        for (format, scene) in [("tall", &scenes.tall), ("wide", &scenes.wide)] {
            lines.push(format!(
                "scene {}, {format}, {} x {}",
                index + 1,
                scene.size.0,
                scene.size.1
            ));
            lines.extend(self::scene(request, scene));
        }
    }
    let tall = of_scenes(request, layout.scenes.iter().map(|scene| &scene.tall));
    let wide = of_scenes(request, layout.scenes.iter().map(|scene| &scene.wide));
    lines.push(format!("all scenes, tall: {}", figures(tall)));
    lines.push(format!("all scenes, wide: {}", figures(wide)));
    lines.join("\n") + "\n"
}

fn scene(request: &Request, scene: &SceneLayout) -> Vec<String> {
    let nodes = scene.nodes.iter().map(|(actor, place)| node(request, *actor, place));
    let routes = scene.routes.iter().map(|(tie, route)| line(request, *tie, route));
    let labels = scene.labels.iter().map(|label| {
        let tag = request.ties[label.tie].tag.as_deref().filter(|_| label.tag);
        let text = label.text.replace('\n', " / ");
        format!(
            "  words {}: {text}{}",
            at(label.at),
            tag.map_or_else(String::new, |tag| format!(" [{tag}]"))
        )
    });
    let captions = scene.captions.iter().map(|caption| {
        let name = &request.actors[caption.actor].label;
        format!(
            "  caption {} of {name}: {}",
            at(caption.at),
            caption.text.replace('\n', " / ")
        )
    });
    nodes.chain(routes).chain(labels).chain(captions).collect()
}

fn figures(quality: Quality) -> String {
    format!(
        "{} ties, {} with words, {} crossings, {} through actors, {} over names, {} overlaps",
        quality.ties, quality.labels, quality.crossings, quality.through, quality.crossed_names, quality.overlaps
    )
}

fn node(request: &Request, actor: usize, place: &Place) -> String {
    let known = &request.actors[actor];
    let tag = known.tag.as_deref().filter(|_| place.tag);
    let [first, second] = place.lines(&known.label);
    let broken = if second.is_empty() { "" } else { " / " };
    let tag = tag.map_or_else(String::new, |tag| format!(" [{tag}]"));
    format!("  actor {}: {first}{broken}{second}{tag}", at(place.at))
}

fn line(request: &Request, tie: usize, route: &Route) -> String {
    let edge = &request.ties[tie];
    let [from, to] = [edge.from, edge.to].map(|actor| &request.actors[actor].label);
    let stroke = route
        .stroke
        .map_or_else(String::new, |at| format!(", stroke at {at} %"));
    format!(
        "  tie {from} > {to}: {} {} {}{stroke}",
        at(route.start),
        at(route.control),
        at(route.end)
    )
}

fn at(point: Point) -> String {
    format!("({} {})", point.x.whole(), point.y.whole())
}
