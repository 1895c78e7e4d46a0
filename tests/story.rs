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
use throughline::story::date::When;
use throughline::story::ids::{ActorId, EventId, SourceId, TieId};
use throughline::story::kinds::{Kind, Verdict};
use throughline::story::problem::Problem;
use throughline::story::text::{Span, Text};
use throughline::story::{RecordRef, Story, Tie};

#[test]
fn good_fixtures_have_no_problem() {
    let mut fixtures = files("tests/fixtures/good", "toml");
    assert!(!fixtures.is_empty(), "there are good fixtures");
    fixtures.push(root().join("tests/fixtures/base.toml"));
    for path in fixtures {
        let found = problems(&path);
        assert!(found.is_empty(), "{}\n{found}", path.display());
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
        let found = told(&path, &read(&path));
        assert!(found.is_empty(), "{}\n{found}", path.display());
    }
}

/// What the map says of accounts that exclude each other must not point the same way, and no rule of the checker can know
/// what a judgment says.
#[test]
fn in_the_shipped_story_the_judgment_of_antwerp_speaks_for_one_account_and_against_its_rivals() {
    let story = shipped();
    let mut n_rivals = 0;
    for tie in &story.ties {
        let weighed = |tie: &Tie| Verdict::weightiest(tie.evidence.record.iter().map(|note| note.verdict));
        let judged = |tie: &Tie| {
            tie.evidence
                .record
                .iter()
                .any(|note| note.id.as_str() == "r-antwerp-2021")
        };
        for rival in tie
            .rivals
            .iter()
            .map(|rival| story.tie(rival))
            .filter(|rival| judged(rival) && judged(tie))
        {
            let verdicts = [weighed(tie), weighed(rival)];
            assert!(
                verdicts.contains(&Some(Verdict::Supports)) && verdicts.contains(&Some(Verdict::Contradicts)),
                "{} and {}: {verdicts:?}",
                tie.id,
                rival.id
            );
            n_rivals += 1;
        }
    }
    assert!(n_rivals > 0, "there are rival accounts on which the court spoke");
}

#[test]
fn in_the_shipped_story_nobody_is_of_a_kind_that_the_article_does_not_give_them() {
    let story = shipped();
    for (id, kind) in [
        ("european-union", Kind::Organisation),
        ("unknown-author", Kind::Unknown),
    ] {
        assert_eq!(story.actor(&ActorId::from(id)).kind, kind, "{id}");
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
fn a_good_story_is_read_as_it_stands() {
    let story = good("tests/fixtures/good/every-field.toml");
    let tie = story.tie(&TieId::from("t-one"));
    assert!(!tie.directed);
    assert_eq!(tie.date.as_ref().map(When::edtf), Some("2018-22?"));
    assert_eq!(tie.evidence.hedge.as_deref(), Some("reportedly"));
    assert_eq!(tie.rivals, [TieId::from("t-two")]);
    let emphasis = Span::Emphasis("Nobody".into());
    assert_eq!(tie.text, Some(Text(vec![emphasis, Span::Plain(" saw it.".into())])));
    let event = story.event(&EventId::from("e-two"));
    assert_eq!(
        (event.date.as_ref(), event.when.as_deref()),
        (None, Some("before the article"))
    );
    let source = story.source(&SourceId::from("s-x"));
    assert_eq!(
        (source.independent, source.party.as_deref(), source.origin.as_str()),
        (false, Some("The town"), "reuters")
    );
}

#[test]
fn line_endings_of_another_system_change_nothing() {
    let base = read(&root().join("tests/fixtures/base.toml"));
    assert_eq!(
        check("base.toml", &base.replace('\n', "\r\n")),
        check("base.toml", &base)
    );
}

#[test]
fn what_is_left_out_has_its_default() {
    let story = good("tests/fixtures/base.toml");
    let tie = story.tie(&TieId::from("t-holds"));
    assert!(tie.directed);
    assert_eq!(
        (tie.date.as_ref(), tie.text.as_ref(), tie.evidence.hedge.as_deref()),
        (None, None, None)
    );
    assert_eq!(story.source(&SourceId::from("s-gazette")).origin, "s-gazette");
}

#[test]
fn a_reference_to_the_record_takes_over_the_verdict_unless_it_has_its_own() {
    let story = good("tests/fixtures/good/every-field.toml");
    let verdicts = |record: &[RecordRef]| record.iter().map(|note| note.verdict).collect::<Vec<_>>();
    let actor = story.actor(&ActorId::from("x"));
    assert_eq!(
        verdicts(&actor.evidence.record),
        [Verdict::NotFound, Verdict::Contradicts]
    );
    assert_eq!(
        verdicts(&story.tie(&TieId::from("t-one")).evidence.record),
        [Verdict::Completes]
    );
}

#[test]
fn a_link_knows_whether_it_leads_to_a_term() {
    let story = good("tests/fixtures/base.toml");
    let links = story.questions[0].points[0]
        .text
        .0
        .iter()
        .filter_map(|span| match span {
            Span::Link { id, term, .. } => Some((id.as_str(), *term)),
            Span::Plain(_) | Span::Emphasis(_) => None,
        });
    assert_eq!(links.collect::<Vec<_>>(), [("council", false), ("g-toll", true)]);
}

#[test]
fn problems_come_in_the_order_of_their_places() {
    let path = root().join("tests/fixtures/bad/many-at-once.toml");
    let problems = check("many.toml", &read(&path)).unwrap_err();
    let places: Vec<_> = problems.iter().map(|problem| problem.place).collect();
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
    told(path, &whole(path))
}

fn good(path: &str) -> Story {
    check(path, &whole(&root().join(path))).expect("a good fixture has no problem")
}

fn shipped() -> Story {
    let path = "static/stories/france-mek/story.toml";
    check(path, &read(&root().join(path))).expect("the shipped story has no problem")
}

/// The fixture as a whole file.
fn whole(path: &Path) -> String {
    let fixture = read(path);
    let is_whole = fixture.lines().any(|line| line.trim_end() == "[story]");
    if is_whole {
        fixture
    } else {
        fixture + &read(&root().join("tests/fixtures/base.toml"))
    }
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
