//! The press as Trunk and authors call it: what it prints, refuses and leaves, in small projects of their own.

use crate::making::*;
use scraper::Html;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What Trunk writes into a page that it will load again.
const LIVE_RELOAD: &str = "<script>new WebSocket(origin + '/.well-known/trunk/ws')</script></body>";
const LIST: &str = ".problems[data-problems]";
const WHOLE: &str = "section[data-question], #instruments [data-actor]";

/// A project with one good story.
struct Project {
    folder: PathBuf,
    served: bool,
}

struct Outcome {
    good: bool,
    said: String,
    /// The staged page.
    page: String,
}

impl Project {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        // Only what an earlier run has left.
        let _ = fs::remove_dir_all(&folder);
        for from in ["static/css", "static"] {
            let to = folder.join(from);
            fs::create_dir_all(&to).expect("a folder can be made");
            for path in files(&root().join(from)) {
                fs::copy(&path, to.join(path.file_name().unwrap_or_default())).expect("a file can be copied");
            }
        }
        // What the press keeps beside itself stays out of the way of the project's own.
        fs::hard_link(env!("CARGO_BIN_EXE_press"), folder.join("press")).expect("the press can be linked");
        let project = Self { folder, served: true };
        project.story("old-bridge", &read("tests/fixtures/base.toml"));
        project
    }

    fn story(&self, folder: &str, source: &str) {
        self.put(&format!("static/stories/{folder}/story.toml"), source);
    }

    fn put(&self, file: &str, content: &str) {
        let path = self.folder.join(file);
        let folder = path.parent().expect("a file lies in a folder");
        fs::create_dir_all(folder).expect("a folder can be made");
        fs::write(path, content).expect("a file can be written");
    }

    fn press(&self) -> Command {
        let mut press = Command::new(self.folder.join("press"));
        press.current_dir(&self.folder).env_remove("TRUNK_PROFILE");
        press
    }

    fn check(&self, today: &[&str]) -> Outcome {
        self.outcome(self.press().arg("check").args(today))
    }

    /// Renders as Trunk's hook does, and then puts the site in place as Trunk does when that went well.
    fn render(&self, profile: &str) -> Outcome {
        let (staging, dist) = (self.folder.join("staging"), self.folder.join("dist"));
        let reload = if self.served { LIVE_RELOAD } else { "</body>" };
        self.put("staging/index.html", &template().replace("</body>", reload));
        self.put("staging/embed.js", &read("static/embed.js"));
        self.put("staging/app.js", "the glue");
        self.put("staging/app_bg.wasm", "the app");
        let mut press = self.press();
        press.arg("render").env("TRUNK_PROFILE", profile);
        press.env("TRUNK_STAGING_DIR", &staging).env("TRUNK_DIST_DIR", &dist);
        let outcome = self.outcome(&mut press);
        if outcome.good {
            // Nothing is there the first time.
            let _ = fs::remove_dir_all(&dist);
            fs::rename(&staging, &dist).expect("the site can be put in place");
        }
        outcome
    }

    fn outcome(&self, press: &mut Command) -> Outcome {
        let output = press.output().expect("the press runs");
        let said = [output.stdout, output.stderr].concat();
        Outcome {
            good: output.status.success(),
            said: String::from_utf8_lossy(&said).into_owned(),
            page: fs::read_to_string(self.folder.join("staging/index.html")).unwrap_or_default(),
        }
    }
}

/// The story with one problem.
fn broken() -> String {
    read("tests/fixtures/base.toml").replace("independent = true", "independent = maybe")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the project's own files can be read");
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths.filter(|path| path.is_file()).collect()
}

fn count(page: &str, selector: &str) -> usize {
    all(&Html::parse_document(page), selector).len()
}

#[test]
fn while_served_a_problem_is_shown_over_the_last_good_page_until_it_is_mended() {
    let project = Project::new("press-served");
    let good = project.render("debug");
    assert!(good.good && count(&good.page, LIST) == 0, "{}", good.said);
    assert!(count(&good.page, WHOLE) > 1);
    for _ in ["at first", "when saved again"] {
        project.story("old-bridge", &broken());
        let shown = project.render("debug");
        assert!(shown.good, "{}", shown.said);
        assert_eq!(count(&shown.page, LIST), 1);
        assert!(
            shown.page.contains("static/stories/old-bridge/story.toml:"),
            "the list has the place"
        );
        assert_eq!(count(&shown.page, WHOLE), count(&good.page, WHOLE));
    }
    project.story("old-bridge", &read("tests/fixtures/base.toml"));
    assert_eq!(project.render("debug").page, good.page);
}

#[test]
fn while_served_a_story_that_has_gone_is_named_over_its_last_page() {
    let project = Project::new("press-gone");
    let good = project.render("debug");
    fs::remove_dir_all(project.folder.join("static/stories/old-bridge")).unwrap();
    let shown = project.render("debug");
    assert!(
        shown.page.contains("there is no story") && count(&shown.page, LIST) == 1,
        "{}",
        shown.said
    );
    assert_eq!(count(&shown.page, WHOLE), count(&good.page, WHOLE));
}

#[test]
fn while_served_without_a_good_page_so_far_the_list_stands_alone() {
    let project = Project::new("press-alone");
    project.story("old-bridge", &broken());
    let shown = project.render("debug");
    assert!(shown.good, "{}", shown.said);
    assert_eq!((count(&shown.page, LIST), count(&shown.page, WHOLE)), (1, 0));
    assert!(shown.page.contains("<title>1 problem</title>"));
}

#[test]
fn what_is_not_served_is_refused_with_a_problem_and_never_has_a_list() {
    let project = Project::new("press-refused");
    assert!(project.render("debug").good, "there is a last good page");
    project.story("old-bridge", &broken());
    let untouched = |outcome: &Outcome| !outcome.good && count(&outcome.page, LIST) == 0;
    for served in [true, false] {
        let project = Project {
            served,
            folder: project.folder.clone(),
        };
        let release = project.render("release");
        assert!(untouched(&release), "{}", release.said);
        for words in ["old-bridge/story.toml:", "1 problem; nothing is published"] {
            assert!(release.said.contains(words), "{words} in {}", release.said);
        }
    }
    let built = Project {
        served: false,
        ..project
    };
    assert!(
        untouched(&built.render("debug")),
        "a list that nothing will take away again"
    );
}

#[test]
fn the_policy_of_a_page_with_a_list_allows_its_style_by_hash_and_no_more() {
    let project = Project::new("press-policy");
    let policy = || fs::read_to_string(project.folder.join("dist/_headers")).unwrap();
    project.render("debug");
    let good = policy();
    project.story("old-bridge", &broken());
    let page = project.render("debug").page;
    let hash = |policy: &str| {
        let (_, rest) = policy.split_once("style-src 'self' '").unwrap();
        rest.split('\'').next().unwrap_or_default().to_owned()
    };
    assert_eq!(policy().replace(&hash(&policy()), &hash(&good)), good);
    assert_ne!(hash(&policy()), hash(&good));
    assert_eq!((count(&page, "style"), count(&page, "[style], [onclick]")), (1, 0));
}

#[test]
fn check_refuses_a_second_story_at_once_and_names_both() {
    let project = Project::new("press-two");
    let one = project.check(&[]);
    assert!(one.good && one.said.contains("1 event,"), "{}", one.said);
    let other = read("tests/fixtures/base.toml").replace("old-bridge", "new-bridge");
    project.story("new-bridge", &other);
    let two = project.check(&[]);
    assert!(!two.good, "{}", two.said);
    for words in [
        "static/stories/new-bridge/story.toml",
        "static/stories/old-bridge/story.toml",
        "press: 1 problem;",
    ] {
        assert!(two.said.contains(words), "{words} in {}", two.said);
    }
}

#[test]
fn check_tells_what_is_missing() {
    let project = Project::new("press-missing");
    let folder = project.folder.join("static/stories/old-bridge");
    fs::remove_file(folder.join("story.toml")).unwrap();
    let missing = project.check(&[]);
    let words = "static/stories/old-bridge/story.toml: there is no such file";
    assert!(!missing.good && missing.said.contains(words), "{}", missing.said);
    fs::remove_dir(folder).unwrap();
    let gone = project.check(&[]);
    let words = "static/stories: there is no story";
    assert!(!gone.good && gone.said.contains(words), "{}", gone.said);
}

#[test]
fn check_takes_the_day_from_the_clock_or_as_it_is_told() {
    let project = Project::new("press-day");
    assert!(project.check(&[]).good, "the story was checked in 2022");
    let early = project.check(&["--today", "2022-04-30"]);
    let words = "`checked` is `2022-05-01`, which is still to come";
    assert!(!early.good && early.said.contains(words), "{}", early.said);
    assert!(early.said.contains("2 problems;"), "{}", early.said);
    let vague = project.check(&["--today", "2022-04"]);
    assert!(!vague.good && vague.said.contains("is not one day"), "{}", vague.said);
}
