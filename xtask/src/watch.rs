//! Tells Trunk of files that are gone. Trunk 0.21 builds anew for files that have changed or come, and passes over those
//! that it does not find any more; so what it watches is looked through here, and a file of our own, which it watches
//! too, is written when something is missing. Knows nothing of builds.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::paths;

/// What is watched for a server.
pub(crate) struct Watch {
    roots: Vec<PathBuf>,
    signal: PathBuf,
    n_signals: u32,
    files: Files,
}

impl Watch {
    /// Begins to watch what `Trunk.toml` names; each port has a signal of its own.
    pub(crate) fn begin(port: u16) -> Result<Self> {
        let config = fs::read_to_string(paths::root().join("Trunk.toml")).context("Trunk.toml cannot be read")?;
        let folder = paths::cache()?.join("serve");
        fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        let mut watch = Self {
            roots: watched(&config)?,
            signal: folder.join(port.to_string()),
            n_signals: 0,
            files: Files::default(),
        };
        watch.signal()?;
        watch.gone()?;
        Ok(watch)
    }

    /// The arguments by which Trunk watches the same, and the signal.
    pub(crate) fn arguments(&self) -> Vec<String> {
        let watched = self.roots.iter().chain([&self.signal]);
        watched
            .flat_map(|path| [String::from("--watch"), path.display().to_string()])
            .collect()
    }

    /// The files that have gone, relative to the project; with any, Trunk is told to build.
    pub(crate) fn gone(&mut self) -> Result<Vec<PathBuf>> {
        let root = paths::root();
        let mut there = BTreeSet::new();
        for path in &self.roots {
            gather(&root, path, &mut there);
        }
        let gone = self.files.look(there);
        if !gone.is_empty() {
            self.signal()?;
        }
        Ok(gone)
    }

    fn signal(&mut self) -> Result<()> {
        self.n_signals += 1;
        fs::write(&self.signal, self.n_signals.to_string())
            .with_context(|| format!("{} cannot be written", self.signal.display()))
    }
}

/// The paths that Trunk watches, by its configuration.
fn watched(config: &str) -> Result<Vec<PathBuf>> {
    let config: toml::Table = config.parse().context("Trunk.toml is no TOML")?;
    let paths = config.get("watch").and_then(|table| table.get("watch")?.as_array());
    let paths = paths.context("Trunk.toml has no list `watch` in `[watch]`")?;
    Ok(paths
        .iter()
        .filter_map(|path| path.as_str())
        .map(PathBuf::from)
        .collect())
}

/// The files at a path, and in the folders below it. What cannot be looked into is not there.
fn gather(root: &Path, path: &Path, files: &mut BTreeSet<PathBuf>) {
    let Ok(entries) = fs::read_dir(root.join(path)) else {
        if root.join(path).exists() {
            files.insert(path.to_owned());
        }
        return;
    };
    for entry in entries.filter_map(Result::ok) {
        let path = path.join(entry.file_name());
        match entry.file_type() {
            Ok(kind) if kind.is_file() => drop(files.insert(path)),
            Ok(_) => gather(root, &path, files),
            Err(_) => {}
        }
    }
}

/// The files seen so far. An editor may remove a file for a moment to write it anew, and makes files that last as long;
/// so a file is there, or gone, when two looks in a row say so.
#[derive(Default)]
struct Files {
    known: BTreeSet<PathBuf>,
    last: BTreeSet<PathBuf>,
}

impl Files {
    /// Takes in what is there now, and returns what has gone.
    fn look(&mut self, now: BTreeSet<PathBuf>) -> Vec<PathBuf> {
        let (stay, gone): (BTreeSet<_>, BTreeSet<_>) = std::mem::take(&mut self.known)
            .into_iter()
            .partition(|file| now.contains(file) || self.last.contains(file));
        self.known = stay;
        self.known.extend(now.intersection(&self.last).cloned());
        self.last = now;
        gone.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[&str]) -> BTreeSet<PathBuf> {
        names.iter().map(PathBuf::from).collect()
    }

    /// What is gone after each of these looks.
    fn gone(looks: &[&[&str]]) -> Vec<Vec<PathBuf>> {
        let mut seen = Files::default();
        looks.iter().map(|names| seen.look(files(names))).collect()
    }

    #[test]
    fn a_file_that_stays_away_is_gone_once() {
        let looks: [&[&str]; 6] = [&["a", "b"], &["a", "b"], &["a"], &["a"], &["a"], &["a"]];
        let nothing = Vec::<PathBuf>::new;
        let b = vec![PathBuf::from("b")];
        assert_eq!(gone(&looks), [nothing(), nothing(), nothing(), b, nothing(), nothing()]);
    }

    #[test]
    fn a_file_that_is_written_anew_is_not_gone_nor_one_that_was_there_for_a_moment() {
        let anew: [&[&str]; 5] = [&["a"], &["a"], &[], &["a"], &["a"]];
        assert_eq!(gone(&anew).concat(), Vec::<PathBuf>::new());
        let moment: [&[&str]; 5] = [&["a"], &["a", "swap"], &["a"], &["a"], &["a"]];
        assert_eq!(gone(&moment).concat(), Vec::<PathBuf>::new());
    }

    #[test]
    fn a_file_that_comes_back_can_go_again() {
        let looks: [&[&str]; 8] = [&["a"], &["a"], &[], &[], &["a"], &["a"], &[], &[]];
        assert_eq!(gone(&looks).concat(), ["a", "a"].map(PathBuf::from));
    }

    #[test]
    fn trunk_is_told_of_a_file_that_has_gone_and_of_no_other() {
        let (project, told) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (story, signal) = (project.path().join("story.toml"), told.path().join("8080"));
        fs::write(&story, "").unwrap();
        let mut watch = Watch {
            roots: vec![project.path().to_owned()],
            signal: signal.clone(),
            n_signals: 0,
            files: Files::default(),
        };
        let mut looks = || (watch.gone().unwrap(), watch.gone().unwrap(), signal.exists());
        assert_eq!(looks(), (vec![], vec![], false));
        fs::remove_file(&story).unwrap();
        assert_eq!(looks(), (vec![], vec![story], true));
    }

    #[test]
    fn files_are_found_in_folders_and_by_name() {
        let project = tempfile::tempdir().unwrap();
        fs::create_dir_all(project.path().join("static/stories/a")).unwrap();
        for file in ["index.html", "static/stories/a/story.toml"] {
            fs::write(project.path().join(file), "").unwrap();
        }
        let mut found = BTreeSet::new();
        for path in ["static", "index.html", "not-there"] {
            gather(project.path(), Path::new(path), &mut found);
        }
        assert_eq!(found, files(&["index.html", "static/stories/a/story.toml"]));
    }

    #[test]
    fn the_project_says_what_is_watched() {
        let config = fs::read_to_string(paths::root().join("Trunk.toml")).unwrap();
        let paths = watched(&config).unwrap();
        assert!(paths.contains(&PathBuf::from("static")), "{paths:?}");
        assert!(
            watched("[watch]").is_err(),
            "without a list Trunk would watch all, and we nothing"
        );
    }
}
