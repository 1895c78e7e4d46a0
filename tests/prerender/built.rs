//! The built site, as the build left it: `THROUGHLINE_DIST`, else `dist` in the project.

use crate::making::*;
use std::path::{Path, PathBuf};
use std::{env, fs};
use throughline::page;

fn dist() -> PathBuf {
    env::var_os("THROUGHLINE_DIST").map_or_else(|| root().join("dist"), PathBuf::from)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the built site can be read");
    entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_file())
        .collect()
}

#[test]
#[ignore = "needs a built site: `cargo xtask test` builds one and asks for this test"]
fn the_built_files_are_named_by_what_is_in_them() {
    let dist = dist();
    let html = fs::read_to_string(dist.join("index.html")).expect("`cargo xtask build` has left a page");
    let hashed: Vec<PathBuf> = files(&dist)
        .into_iter()
        .filter(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with("app-"))
        })
        .collect();
    assert_eq!(hashed.len(), 2, "one wasm and its glue: {hashed:?}");
    for path in hashed {
        let name = path
            .file_name()
            .expect("a file has a name")
            .to_string_lossy()
            .into_owned();
        let hash = page::content_hash(&fs::read(&path).expect("the file can be read"));
        assert!(
            name.starts_with(&format!("app-{hash}.")),
            "{name} is not named by its bytes"
        );
        assert!(html.contains(&name), "{name} is not what the page asks for");
    }
    assert!(
        dist.join("story.json").exists() && dist.join("_headers").exists() && dist.join("embed/index.html").exists()
    );
}

#[test]
#[ignore = "needs a built site: `cargo xtask test` builds one and asks for this test"]
fn the_built_page_has_no_list_of_problems_and_nothing_for_one() {
    let dist = dist();
    let html = fs::read_to_string(dist.join("index.html")).expect("`cargo xtask build` has left a page");
    assert!(html.contains("<main"), "it is the page");
    assert!(
        !html.contains("data-problems") && !html.contains(".problems"),
        "neither the list nor its style"
    );
    assert!(!dist.join("last-good-story.toml").exists());
}
