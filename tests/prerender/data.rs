//! What goes along with the page: the open data, and what the instruments read.

use crate::making::*;
use throughline::page;
use throughline::ui::instruments::Data;

#[test]
fn the_open_data_is_the_whole_story_in_the_shape_of_the_contract() {
    let story = story();
    let data = page::open_data(&story);
    for (name, n_things) in [
        ("sources", story.sources.len()),
        ("actors", story.actors.len()),
        ("ties", story.ties.len()),
        ("events", story.events.len()),
        ("questions", story.questions.len()),
    ] {
        let things = data[name].as_array().unwrap_or_else(|| panic!("{name} is a list"));
        assert_eq!(things.len(), n_things, "{name}");
        assert!(things.iter().all(|thing| thing["id"].is_string()), "{name} have ids");
    }
    let tie = &data["ties"][0];
    for field in [
        "from", "to", "verb", "type", "date", "basis", "at", "hedge", "rivals", "record",
    ] {
        assert!(tie.get(field).is_some(), "a tie has {field}");
    }
    let point = &data["questions"][0]["points"][0];
    for field in ["id", "text", "basis", "at", "hedge", "record"] {
        assert!(point.get(field).is_some(), "a point has {field}");
    }
}

#[test]
fn the_data_that_is_written_reads_back() {
    let story = story();
    let data = Data::of(&story);
    let json = page::to_json(&data).expect("it can be written");
    assert!(page::from_json::<Data>(&json).as_ref() == Some(&data));
    assert!(
        page::from_json::<Data>(&json[..json.len() - 2]).is_none(),
        "broken data gives nothing"
    );
}
