//! No modules of the library import each other in a circle.
//!
//! Of the modules in one folder each stands for all below it. What a module imports from within itself, or from one
//! that it lies in, is not counted: `mod.rs` is the face of its folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use syn::{Item, UseTree};

/// The path of a module from the root of the crate.
type Module = Vec<String>;
/// What each module imports, as paths.
type Imports = BTreeMap<Module, BTreeSet<Module>>;

#[test]
fn no_modules_import_each_other_in_a_circle() {
    let found = circles(&imports(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../src")).unwrap());
    assert_eq!(found, BTreeSet::new());
}

#[test]
fn a_circle_is_found_by_itself_and_through_folders() {
    let root = tempfile::tempdir().unwrap();
    let circles_of = |files: &[(&str, &str)]| {
        let source = root.path().join(files.len().to_string());
        for (file, text) in files {
            let path = source.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        circles(&imports(&source).unwrap())
    };
    let in_line = [
        ("lib.rs", "mod a; mod b;"),
        ("a.rs", "use crate::b::B;"),
        ("b.rs", "use std::fmt;"),
    ];
    assert_eq!(circles_of(&in_line), BTreeSet::new());
    let through_folders = [
        ("a/mod.rs", "mod one; mod two; pub use one::One;"),
        ("a/one.rs", "use super::two::Two;"),
        ("a/two.rs", "use crate::{b::B as Other, c};"),
        ("b.rs", "use crate::a::One;"),
    ];
    let expected = ["a imports b".to_owned(), "b imports a".to_owned()];
    assert_eq!(circles_of(&through_folders), BTreeSet::from(expected));
}

/// Reads a folder of modules, and those below it.
fn imports(root: &Path) -> Result<Imports> {
    let mut imports = Imports::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let file = syn::parse_file(&fs::read_to_string(&path)?)
                .with_context(|| format!("{} cannot be parsed", path.display()))?;
            let within = path.strip_prefix(root)?.with_extension("");
            let mut module: Module = within.iter().map(|name| name.to_string_lossy().into_owned()).collect();
            module.retain(|name| name != "mod" && name != "lib");
            let of_this = imports.entry(module).or_default();
            for item in file.items {
                if let Item::Use(item) = item {
                    paths(&item.tree, &[], of_this);
                }
            }
        }
    }
    Ok(imports)
}

/// The paths that a `use` names.
fn paths(tree: &UseTree, before: &[String], found: &mut BTreeSet<Module>) {
    let with = |name: String| [before, &[name]].concat();
    match tree {
        UseTree::Path(path) => paths(&path.tree, &with(path.ident.to_string()), found),
        UseTree::Name(name) => drop(found.insert(with(name.ident.to_string()))),
        UseTree::Rename(name) => drop(found.insert(with(name.ident.to_string()))),
        UseTree::Glob(_) => drop(found.insert(before.to_vec())),
        UseTree::Group(group) => group.items.iter().for_each(|tree| paths(tree, before, found)),
    }
}

/// The imports that lie on a circle.
fn circles(imports: &Imports) -> BTreeSet<String> {
    let mut siblings = Imports::new();
    for (module, paths) in imports {
        for path in paths {
            let imported = absolute(module, path);
            let shared = module
                .iter()
                .zip(&imported)
                .take_while(|(one, other)| one == other)
                .count();
            // Below the folder that both lie in they go different ways.
            if let (Some(own), Some(other)) = (module.get(..=shared), imported.get(..=shared))
                && imports.keys().any(|known| known.starts_with(other))
            {
                siblings.entry(own.to_vec()).or_default().insert(other.to_vec());
            }
        }
    }
    let shown = |(from, to): (&Module, &Module)| format!("{} imports {}", from.join("::"), to.join("::"));
    let edges = siblings
        .iter()
        .flat_map(|(from, all)| all.iter().map(move |to| (from, to)));
    edges
        .filter(|(from, to)| leads(&siblings, to, from))
        .map(shown)
        .collect()
}

/// A path as it would be from the root of the crate; one of another crate leads nowhere there.
fn absolute(module: &[String], path: &[String]) -> Module {
    let rest: Vec<String> = path
        .iter()
        .skip_while(|name| ["crate", "super", "self"].contains(&name.as_str()))
        .cloned()
        .collect();
    let up = path.iter().filter(|name| *name == "super").count();
    match path.first().map(String::as_str) {
        Some("crate") => rest,
        _ => [&module[..module.len() - up.min(module.len())], &rest].concat(),
    }
}

/// Whether the imports of one module lead to another.
fn leads(imports: &Imports, from: &Module, to: &Module) -> bool {
    let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(module) = next.pop() {
        if seen.insert(module) {
            next.extend(imports.get(module).into_iter().flatten());
        }
    }
    seen.contains(to)
}
