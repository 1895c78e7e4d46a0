//! `story.json`: the whole story as open data, in the shape of the public contract.

use std::collections::BTreeMap;

use serde_json::{Error, Value};

use crate::story::Story;

/// The fields that refer to notes of the record.
const REFERENCES: [&str; 2] = ["record", "since"];

/// The story as JSON, under the names of the story file. A note of the record stands in full where it is referred to,
/// with the verdict that it has there.
///
/// # Errors
/// None that is known: JSON can say all that a story holds.
pub fn open_data(story: &Story) -> Result<Value, Error> {
    let mut data = serde_json::to_value(story)?;
    let notes = notes(&data);
    fill_in(&mut data, &notes);
    Ok(data)
}

fn notes(data: &Value) -> BTreeMap<String, Value> {
    let records = data["records"].as_array().into_iter().flatten();
    records
        .filter_map(|note| Some((note["id"].as_str()?.to_owned(), note.clone())))
        .collect()
}

fn fill_in(value: &mut Value, notes: &BTreeMap<String, Value>) {
    match value {
        Value::Array(things) => things.iter_mut().for_each(|thing| fill_in(thing, notes)),
        Value::Object(fields) => {
            for (name, field) in fields {
                if REFERENCES.contains(&name.as_str()) {
                    field
                        .as_array_mut()
                        .into_iter()
                        .flatten()
                        .for_each(|reference| in_full(reference, notes));
                } else {
                    fill_in(field, notes);
                }
            }
        }
        _ => {}
    }
}

fn in_full(reference: &mut Value, notes: &BTreeMap<String, Value>) {
    let Some(note) = reference["id"].as_str().and_then(|id| notes.get(id)) else {
        return;
    };
    let verdict = reference["verdict"].take();
    *reference = note.clone();
    reference["verdict"] = verdict;
}
