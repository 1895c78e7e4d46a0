//! What goes along with the page: the open data, and what the instruments read.

use crate::making::*;
use serde_json::Value;
use throughline::page;
use throughline::story::check;
use throughline::ui::instruments::Data;

#[test]
fn the_open_data_has_all_that_the_story_file_has_under_the_same_names() {
    let shipped = read("static/stories/france-mek/story.toml");
    let every_field = read("tests/fixtures/good/every-field.toml") + &read("tests/fixtures/base.toml");
    for source in [shipped, every_field] {
        let story = check::check("story.toml", &source).expect("the story has no problem");
        let data = page::open_data(&story);
        let file: toml::Table = source.parse().expect("a checked story is TOML");
        for (table, written) in &file {
            let told = match table.as_str() {
                "story" => &data,
                "article" | "about" => &data[table],
                many => &data[format!("{many}s")],
            };
            assert_told(table, written, told);
        }
    }
}

/// Whether a value of the file is in the data; a thing that the file names by its id may be told in full.
#[track_caller]
fn assert_told(place: &str, written: &toml::Value, told: &Value) {
    match written {
        toml::Value::Table(fields) => {
            for (name, field) in fields {
                let told = &told[if name == "point" { "points" } else { name }];
                assert_told(&format!("{place}.{name}"), field, told);
            }
        }
        toml::Value::Array(things) => {
            assert_eq!(
                told.as_array().map(Vec::len),
                Some(things.len()),
                "{place} is told in full"
            );
            for (idx, thing) in things.iter().enumerate() {
                assert_told(&format!("{place}[{idx}]"), thing, &told[idx]);
            }
        }
        toml::Value::String(words) if told.is_object() => assert_eq!(told["id"], *words, "{place}"),
        toml::Value::String(words) => assert_eq!(told, words, "{place}"),
        toml::Value::Integer(number) => assert_eq!(told, number, "{place}"),
        toml::Value::Boolean(flag) => assert_eq!(told, flag, "{place}"),
        other => panic!("{place}: a story file has no {other:?}"),
    }
}

#[test]
fn what_the_file_leaves_out_is_told_as_nothing() {
    let data = page::open_data(&story());
    for (list, fields) in [
        ("sources", ["date", "party", "note"].as_slice()),
        ("actors", &["time", "also", "record"]),
        ("ties", &["date", "inferred", "hedge", "rivals", "record"]),
        ("events", &["date", "when", "hedge", "record"]),
        ("questions", &["since", "ties", "events"]),
    ] {
        for (idx, thing) in data[list].as_array().expect("it is a list").iter().enumerate() {
            for field in fields {
                assert!(thing.get(field).is_some(), "{list}[{idx}] has {field}");
            }
        }
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
