//! What goes along with the page: the open data, and what the instruments read.

use crate::making::*;
use serde_json::Value;
use throughline::page;
use throughline::story::check;
use throughline::view_model::ViewModel;

#[test]
fn the_open_data_has_all_that_the_story_file_has_under_the_same_names() {
    let shipped = read("static/stories/france-mek/story.toml");
    let every_field = read("tests/fixtures/good/every-field.toml") + &read("tests/fixtures/base.toml");
    for source in [shipped, every_field] {
        let story = check::check("story.toml", &source).expect("the story has no problem");
        let data = page::open_data(&story).expect("it can be written");
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
    let data = page::open_data(&story()).expect("it can be written");
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
fn the_view_model_that_is_written_reads_back() {
    let model = ViewModel::of(&story());
    let bytes = model.to_bytes().expect("it can be written");
    assert!(ViewModel::from_bytes(&bytes).as_ref() == Some(&model));
}

#[test]
fn a_view_model_that_is_cut_off_too_long_or_of_something_else_gives_nothing() {
    let whole = ViewModel::of(&story()).to_bytes().expect("it can be written");
    for end in (0..whole.len()).step_by(7) {
        assert!(ViewModel::from_bytes(&whole[..end]).is_none(), "cut off at byte {end}");
    }
    let too_long = [whole.as_slice(), b"\n"].concat();
    assert!(ViewModel::from_bytes(&too_long).is_none(), "it goes on");
    let of_another_form = [b"throughline 2\n", &whole[14..]].concat();
    for foreign in [of_another_form.as_slice(), b"<!doctype html><title>404</title>", b""] {
        assert!(
            ViewModel::from_bytes(foreign).is_none(),
            "{}",
            String::from_utf8_lossy(foreign)
        );
    }
}
