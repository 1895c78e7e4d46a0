//! Checks the stories of a site together. It does not read them: who asks has looked into the folders.

use thiserror::Error;

use super::super::Story;
use super::super::date::Day;
use super::super::problem::Problem;
use super::check_in;
use super::setting::Setting;

/// The folders of stories, as they were found.
#[derive(Clone, Debug)]
pub struct Stories {
    /// What holds the folders, as it is shown in problems: `static/stories`.
    pub root: String,
    /// The folders, in the order in which problems are told.
    pub folders: Vec<Folder>,
}

/// The folder of a story.
#[derive(Clone, Debug)]
pub struct Folder {
    /// Its own name.
    pub name: String,
    /// The text of its `story.toml`.
    pub source: Result<String, Unread>,
}

/// Why a story file has no text.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unread {
    /// It is not there.
    #[error("there is no such file")]
    Missing,
    /// It is there, and this is what is wrong with it.
    #[error("it cannot be read: {0}")]
    Unreadable(String),
}

impl Stories {
    /// The one story of the site, checked, with the text that it was read from.
    ///
    /// # Errors
    /// All problems of all files; that there is no story, or more than one; that a folder has none.
    pub fn check(&self, today: Day) -> Result<(Story, &str), Vec<Problem>> {
        let mut problems = self.number();
        let mut checked = None;
        for folder in &self.folders {
            match self.check_one(folder, today) {
                Ok(story) => checked = Some(story),
                Err(found) => problems.extend(found),
            }
        }
        problems.sort();
        checked.filter(|_| problems.is_empty()).ok_or(problems)
    }

    fn check_one<'a>(&self, folder: &'a Folder, today: Day) -> Result<(Story, &'a str), Vec<Problem>> {
        let file = self.file(folder);
        let setting = Setting {
            folder: &folder.name,
            today,
        };
        match &folder.source {
            Ok(source) => check_in(&file, source, Some(setting)).map(|story| (story, source.as_str())),
            Err(why) => Err(vec![Problem {
                file,
                place: None,
                what: why.to_string(),
                mend: mend(why, &self.root),
            }]),
        }
    }

    /// That there is one story, and not another number of them.
    fn number(&self) -> Vec<Problem> {
        if self.folders.is_empty() {
            return vec![Problem {
                file: self.root.clone(),
                place: None,
                what: String::from("there is no story"),
                mend: format!("write one, or put it back, as `{}/<slug>/story.toml`", self.root),
            }];
        }
        let mut files = self
            .folders
            .iter()
            .filter(|folder| folder.source != Err(Unread::Missing))
            .map(|folder| self.file(folder));
        let Some(first) = files.next() else { return Vec::new() };
        files
            .map(|file| Problem {
                file,
                place: None,
                what: format!("a site has one story as yet, and there is also {first}"),
                mend: format!("move the folder of one of them out of `{}`", self.root),
            })
            .collect()
    }

    fn file(&self, folder: &Folder) -> String {
        format!("{}/{}/story.toml", self.root, folder.name)
    }
}

fn mend(why: &Unread, root: &str) -> String {
    match why {
        Unread::Missing => format!("write it, or put it back, or move its folder out of `{root}`"),
        Unread::Unreadable(_) => String::from("save it as text in UTF-8 that you may read"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Day = Day(20_000);
    const SOURCE: &str = include_str!("../../../tests/fixtures/base.toml");

    fn stories(folders: &[(&str, Result<&str, Unread>)]) -> Stories {
        let folders = folders.iter().map(|(name, source)| Folder {
            name: (*name).to_owned(),
            source: source.clone().map(str::to_owned),
        });
        Stories {
            root: String::from("stories"),
            folders: folders.collect(),
        }
    }

    fn told(folders: &[(&str, Result<&str, Unread>)], today: Day) -> Vec<String> {
        let problems = stories(folders).check(today).expect_err("there is a problem");
        problems.iter().map(Problem::to_string).collect()
    }

    #[test]
    fn one_good_story_in_the_folder_of_its_name_is_given_with_its_text() {
        let stories = stories(&[("old-bridge", Ok(SOURCE))]);
        let (story, source) = stories.check(TODAY).expect("it has no problem");
        assert_eq!((story.meta.slug.as_str(), source), ("old-bridge", SOURCE));
    }

    #[test]
    fn two_good_stories_are_refused_and_both_are_named() {
        let other = SOURCE.replace("old-bridge", "new-bridge");
        assert_eq!(
            told(&[("new-bridge", Ok(&other)), ("old-bridge", Ok(SOURCE))], TODAY),
            [
                "stories/old-bridge/story.toml: a site has one story as yet, and there is also \
              stories/new-bridge/story.toml\n    mend: move the folder of one of them out of `stories`"
            ]
        );
    }

    #[test]
    fn what_is_missing_is_named() {
        assert_eq!(
            told(&[], TODAY),
            ["stories: there is no story\n    mend: write one, or put it back, as `stories/<slug>/story.toml`"]
        );
        let missing = "stories/a/story.toml: there is no such file\n    \
                       mend: write it, or put it back, or move its folder out of `stories`";
        assert_eq!(told(&[("a", Err(Unread::Missing))], TODAY), [missing]);
        let beside = [("a", Err(Unread::Missing)), ("old-bridge", Ok(SOURCE))];
        assert_eq!(
            told(&beside, TODAY),
            [missing],
            "a folder without its file is no second story"
        );
    }

    #[test]
    fn a_file_that_is_no_text_is_told_like_any_other_problem() {
        let broken = Unread::Unreadable(String::from("no UTF-8"));
        assert_eq!(
            told(&[("a", Err(broken))], TODAY),
            ["stories/a/story.toml: it cannot be read: no UTF-8\n    mend: save it as text in UTF-8 that you may read"]
        );
    }

    #[test]
    fn the_problems_of_all_files_are_told_at_once_in_order() {
        let problems = stories(&[("a", Ok("")), ("b", Ok(SOURCE))])
            .check(TODAY)
            .expect_err("there are problems");
        let of = |file: &str| problems.iter().filter(|problem| problem.file.contains(file)).count();
        assert!(problems.is_sorted() && of("/a/") > 1, "{problems:?}");
        assert_eq!(of("/b/"), 2, "a second story, and its slug is not its folder's name");
    }

    #[test]
    fn a_slug_other_than_the_folder_is_refused() {
        assert_eq!(
            told(&[("bridge", Ok(SOURCE))], TODAY),
            [
                "stories/bridge/story.toml:4:8: `slug` is `old-bridge`, and the story lies in the folder `bridge`\n    \
              mend: rename the folder to `old-bridge`, or write `slug = \"bridge\"`"
            ]
        );
        assert_eq!(
            told(&[("Old Bridge", Ok(SOURCE))], TODAY),
            [
                "stories/Old Bridge/story.toml:4:8: `slug` is `old-bridge`, and the story lies in the folder `Old Bridge`\n    \
              mend: rename the folder to `old-bridge`"
            ],
            "a name that can be no slug is not advised"
        );
    }

    #[test]
    fn a_day_to_come_is_refused_for_what_has_been_done() {
        let story = [("old-bridge", Ok(SOURCE))];
        let last = Day::from_ymd(2022, 5, 1);
        assert!(stories(&story).check(last).is_ok(), "the very day is good");
        let refused = |place: &str, name: &str| {
            format!(
                "stories/old-bridge/story.toml:{place}: `{name}` is `2022-05-01`, which is still to come\n    \
                 mend: give the day on which it was done, 2022-04-30 at the latest"
            )
        };
        assert_eq!(
            told(&story, Day(last.0 - 1)),
            [refused("9:11", "checked"), refused("158:8", "date")]
        );
    }
}
