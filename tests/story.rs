//! Holds the checker against stories with and without faults.
//!
//! A fixture is a story file, or a part of one: without a `[story]` of its own
//! it is put in front of `fixtures/base.toml`, so that it holds its one fault
//! and little else, and its lines keep their numbers. Beside each bad fixture
//! stand the exact problems expected. `UPDATE_FIXTURES=1 cargo test --test story`
//! writes them anew; read the difference before it is kept.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use throughline::story::check::check;
use throughline::story::problem::Problem;

#[test]
fn good_fixtures_have_no_problem() {
    let fixtures = files("tests/fixtures/good", "toml");
    assert!(!fixtures.is_empty(), "there are good fixtures");
    for path in fixtures {
        assert_eq!(problems(&path), "", "{}", path.display());
    }
}

#[test]
fn bad_fixtures_have_exactly_the_expected_problems() {
    let fixtures = files("tests/fixtures/bad", "toml");
    assert!(!fixtures.is_empty(), "there are bad fixtures");
    let mut wrong = Vec::new();
    for path in fixtures {
        let found = problems(&path);
        assert_ne!(found, "", "{} has a problem", path.display());
        let beside = path.with_extension("problems");
        if std::env::var_os("UPDATE_FIXTURES").is_some() {
            fs::write(&beside, &found).unwrap();
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        if found != expected {
            wrong.push(format!(
                "{}\n--- expected\n{expected}--- found\n{found}",
                path.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn expected_problems_belong_to_a_fixture() {
    for path in files("tests/fixtures/bad", "problems") {
        assert!(
            path.with_extension("toml").exists(),
            "{} has its fixture",
            path.display()
        );
    }
}

#[test]
fn the_shipped_stories_have_no_problem() {
    let stories: Vec<_> = files("static/stories", "")
        .into_iter()
        .filter(|path| path.is_dir())
        .collect();
    assert!(!stories.is_empty(), "there are stories");
    for folder in stories {
        let path = folder.join("story.toml");
        assert_eq!(told(&path, &read(&path)), "", "{}", path.display());
    }
}

#[test]
fn a_file_cut_off_anywhere_is_refused_and_never_a_panic() {
    let base = read(&root().join("tests/fixtures/base.toml"));
    let end_of_the_walk = base.find("[[term]]").unwrap();
    for (at, _) in base.char_indices().filter(|(at, _)| *at < end_of_the_walk - 1) {
        assert!(check("cut.toml", &base[..at]).is_err(), "cut off at byte {at}");
    }
}

#[test]
fn problems_come_in_the_order_of_their_places() {
    let path = root().join("tests/fixtures/bad/many-at-once.toml");
    let problems = check("many.toml", &read(&path)).unwrap_err();
    let places: Vec<_> = problems.iter().map(|problem| (problem.line, problem.column)).collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn an_empty_file_is_told_what_a_story_needs() {
    let problems = check("empty.toml", "").unwrap_err();
    for table in ["[story]", "[article]", "[[side]]", "[[actor]]", "[[question]]"] {
        let what = format!("the file has no `{table}`");
        assert!(problems.iter().any(|problem| problem.what == what), "{what}");
    }
}

/// The handbook of the story file shows each table with all its fields. Its
/// example is no good story, but the checker must know exactly these fields:
/// asked for one that is not there, it lists those it knows.
#[test]
fn the_handbook_lists_exactly_the_fields_that_the_checker_knows() {
    let handbook = read(&root().join("static/stories/README.md"));
    let example = handbook.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    let problems = check("handbook.toml", &with_a_field_of_our_own(example)).unwrap_err();
    let known: BTreeMap<_, _> = problems.iter().filter_map(known_fields).collect();
    assert!(known.len() > 10, "each table of the example was asked");
    assert_eq!(known, listed_fields(example));
    let unknown_table = problems
        .iter()
        .find(|problem| problem.what.starts_with("there is no table"));
    assert_eq!(unknown_table, None, "the handbook has only tables that are known");
}

/// The example with a field after each head that no table has.
fn with_a_field_of_our_own(example: &str) -> String {
    let lines = example.lines().map(|line| {
        if line.starts_with('[') {
            [line, "zzz = 1"]
        } else {
            [line, ""]
        }
    });
    lines.flatten().collect::<Vec<_>>().join("\n")
}

/// The head of each table of the example, and its fields.
fn listed_fields(example: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut tables: Vec<(String, BTreeSet<String>)> = Vec::new();
    for line in example.lines() {
        if line.starts_with('[') {
            let head = line.split_whitespace().next().unwrap_or_default();
            // The points are a field of the question, written as tables of their own.
            let fields = if head == "[[question]]" {
                vec!["point".to_owned()]
            } else {
                Vec::new()
            };
            tables.push((head.to_owned(), fields.into_iter().collect()));
        } else if let (Some((name, _)), Some((_, fields))) = (line.split_once(" = "), tables.last_mut()) {
            fields.insert(name.to_owned());
        }
    }
    tables.into_iter().collect()
}

/// The head of a table and the fields it has, as a problem about an unknown field tells them.
fn known_fields(problem: &Problem) -> Option<(String, BTreeSet<String>)> {
    let (head, _) = problem.what.split_once(" has no field `zzz`")?;
    let (_, fields) = problem.mend.split_once("ts fields are: ")?;
    Some((head.to_owned(), fields.split(' ').map(str::to_owned).collect()))
}

/// The problems of a fixture as they are printed, each under the other.
fn problems(path: &Path) -> String {
    let fixture = read(path);
    let whole = fixture.lines().any(|line| line.trim_end() == "[story]");
    let base = if whole {
        String::new()
    } else {
        read(&root().join("tests/fixtures/base.toml"))
    };
    told(path, &(fixture + &base))
}

fn told(path: &Path, source: &str) -> String {
    let name = path.file_name().expect("a fixture has a name").to_string_lossy();
    let problems = check(&name, source).err().unwrap_or_default();
    problems
        .iter()
        .fold(String::new(), |told, problem| told + &problem.to_string() + "\n")
}

fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).expect("the folder can be read");
    let paths = entries.map(|entry| entry.expect("the folder can be read").path());
    let mut files: Vec<_> = paths
        .filter(|path| path.extension().unwrap_or_default() == extension)
        .collect();
    files.sort();
    files
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
