//! What `cargo xtask bench map` runs in release: lays out the shipped story and made-up ones, and prints a table. With
//! `--bless` it writes the golden file of the shipped story instead, for `cargo xtask bless-map`.

use std::process::ExitCode;
use std::time::Instant;

use throughline::map::Request;
use throughline::map::layout::{golden, layout, quality, synthetic};
use throughline::story::check::check;
use throughline::view_model::map_request;

/// The seconds that each may take on two cores.
const BARS: [(usize, f64); 3] = [(100, 10.0), (300, 10.0), (1_000, 60.0)];
const GOLDEN: &str = "tests/golden/map.txt";
const SHIPPED: &str = "static/stories/france-mek/story.toml";

fn main() -> ExitCode {
    let shipped = std::fs::read_to_string(SHIPPED)
        .map_err(|error| format!("{SHIPPED}: {error}"))
        .and_then(|source| check(SHIPPED, &source).map_err(|problems| format!("{} problems", problems.len())));
    let shipped = match shipped {
        Ok(story) => map_request(&story),
        Err(why) => {
            eprintln!("the shipped story cannot be laid out: {why}");
            return ExitCode::FAILURE;
        }
    };
    if std::env::args().any(|word| word == "--bless") {
        let text = golden::text(&shipped, &layout(&shipped));
        if let Err(error) = std::fs::write(GOLDEN, text) {
            eprintln!("{GOLDEN}: {error}");
            return ExitCode::FAILURE;
        }
        println!("{GOLDEN} is written anew: read the difference before it is kept");
        return ExitCode::SUCCESS;
    }
    println!(
        "{:<14} {:>6} {:>6} {:>8} {:>6} {:>9} {:>9} {:>8} {:>12} {:>12}",
        "", "actors", "ties", "seconds", "bar", "crossings", "overlaps", "through", "words tall", "words wide"
    );
    row("shipped story", &shipped, 5.0);
    for (actors, bar) in BARS {
        row("made up", &synthetic::request(actors, 1), bar);
    }
    ExitCode::SUCCESS
}

/// Lays out, and prints a line of figures and what found no room.
fn row(name: &str, request: &Request, bar: f64) {
    #[expect(clippy::disallowed_methods, reason = "a bench measures time")]
    let started = Instant::now();
    let map = layout(request);
    let seconds = started.elapsed().as_secs_f64();
    let whole = quality::Quality::of_map(request, &map);
    let tall = quality::of_scenes(request, map.scenes.iter().map(|scene| &scene.tall));
    let wide = quality::of_scenes(request, map.scenes.iter().map(|scene| &scene.wide));
    println!(
        "{name:<14} {:>6} {:>6} {seconds:>8.1} {bar:>6.0} {:>9} {:>9} {:>8} {:>12} {:>12}",
        request.actors.len(),
        request.ties.len(),
        whole.crossings,
        whole.overlaps + tall.overlaps + wide.overlaps,
        whole.through + tall.through + wide.through,
        format!("{}/{}", tall.labels, tall.ties),
        format!("{}/{}", wide.labels, wide.ties),
    );
    println!(
        "{:<14} crossings in scenes: {} tall, {} wide; names that a line runs through on the whole map: {}",
        "", tall.crossings, wide.crossings, whole.crossed_names
    );
    for said in quality::overflow(request, &map) {
        println!("{:<14} overflow: {said}", "");
    }
}
