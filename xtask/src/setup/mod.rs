//! The tools that a build needs, set up, and commands that find them. Knows what is needed for what; how each tool is
//! had is the business of its own module.

mod apt;
mod browsers;
mod npm;
mod once;
mod programs;
mod rust;
mod version;

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{paths, run};
pub(crate) use browsers::{Browsers, chromium};
use npm::WasmOpt;
pub(crate) use npm::axe;
use programs::Program;
pub(crate) use rust::wasm_target;

/// What builds the site.
pub(crate) struct Toolbox {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
    wasm_bindgen_version: String,
    wasm_opt: Option<WasmOpt>,
    small_std: bool,
}

/// Builds the standard library along with the app: for size, and with panics
/// that stop at once instead of carrying their messages. It takes a fifth off
/// the wasm. In the environment of Trunk's hooks these settings would build the
/// press anew, so `Trunk.toml` clears them there.
const SMALL_STD: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];
/// The compiler's part of it, for the wasm alone, so the press takes no notice.
const SMALL_STD_FLAGS: (&str, &str) = (
    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
    "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none",
);
/// Cargo takes no other flags where one of these is set.
const FLAGS_FOR_ALL: [&str; 2] = ["CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS"];

impl Toolbox {
    /// For `serve`: a development build is not optimised, so it can do without wasm-opt and npm.
    pub(crate) fn for_development() -> Result<Self> {
        wasm_target()?;
        let wasm_bindgen = Program::wasm_bindgen()?;
        let toolbox = Self {
            trunk: Program::trunk().place()?,
            wasm_bindgen: wasm_bindgen.place()?,
            wasm_bindgen_version: wasm_bindgen.version.to_string(),
            wasm_opt: None,
            small_std: false,
        };
        programs::forget_build()?;
        Ok(toolbox)
    }

    /// For `build`: with wasm-opt, and the library's source where it can be had.
    pub(crate) fn for_release() -> Result<Self> {
        let toolbox = Self::for_development()?;
        Ok(Self {
            wasm_opt: Some(npm::wasm_opt()?),
            small_std: !cfg!(windows) && rust::library_source(),
            ..toolbox
        })
    }

    /// A call of Trunk that finds the tools and downloads none.
    pub(crate) fn trunk(&self, arguments: &[&str]) -> Result<Command> {
        let mut trunk = run::command(&self.trunk);
        trunk.args(arguments);
        trunk.env("PATH", self.path()?);
        // Trunk looks for the very versions it is told, and would fetch others from elsewhere.
        trunk.env("TRUNK_TOOLS_WASM_BINDGEN", &self.wasm_bindgen_version);
        if let Some(wasm_opt) = &self.wasm_opt {
            trunk.env("TRUNK_TOOLS_WASM_OPT", format!("version_{}", wasm_opt.version));
        }
        if self.small_std {
            trunk.envs(SMALL_STD).envs([SMALL_STD_FLAGS]);
            for name in FLAGS_FOR_ALL {
                if env::var_os(name).is_some_and(|flags| !flags.is_empty()) {
                    println!("{name} is set, and left out here: with it the app could not be built for size");
                }
                trunk.env_remove(name);
            }
        }
        // Where Trunk's own code was when a build failed helps nobody; the stack of a panic is still shown.
        trunk.env("RUST_LIB_BACKTRACE", "0");
        trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
        // Trunk 0.21 takes nothing but true and false here, where the convention is any value.
        trunk.env_remove("NO_COLOR");
        Ok(trunk)
    }

    fn path(&self) -> Result<OsString> {
        let programs = [
            Some(&self.trunk),
            Some(&self.wasm_bindgen),
            self.wasm_opt.as_ref().map(|tool| &tool.program),
        ];
        let inherited = env::var_os("PATH").unwrap_or_default();
        with_cached(programs.into_iter().flatten(), &paths::cache()?, &inherited)
    }
}

/// PATH with the folders of those tools in front that are in the cache.
///
/// What was found on PATH will be found there again; its folder in front would bring along its neighbours, such as a
/// Cargo other than rustup's.
fn with_cached<'a>(programs: impl Iterator<Item = &'a PathBuf>, cache: &Path, inherited: &OsStr) -> Result<OsString> {
    let folders = programs
        .filter(|program| program.starts_with(cache))
        .filter_map(|program| program.parent())
        .map(Path::to_path_buf);
    env::join_paths(folders.chain(env::split_paths(inherited))).context("PATH cannot be extended")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_tool_that_was_found_on_path_does_not_move_its_neighbours_to_the_front() {
        let programs = ["/brew/bin/trunk", "/cache/tools/wasm-bindgen-1/bin/wasm-bindgen"].map(PathBuf::from);
        let inherited = env::join_paths(["/home/.cargo/bin", "/brew/bin"]).unwrap();
        let path = with_cached(programs.iter(), Path::new("/cache"), &inherited).unwrap();
        let expected = ["/cache/tools/wasm-bindgen-1/bin", "/home/.cargo/bin", "/brew/bin"];
        assert_eq!(path, env::join_paths(expected).unwrap());
    }

    #[test]
    fn the_hooks_of_trunk_are_free_of_the_settings_for_the_app() {
        let config = fs::read_to_string(paths::root().join("Trunk.toml")).unwrap();
        let config: toml::Table = config.parse().unwrap();
        for hook in config["hooks"].as_array().unwrap() {
            let arguments: Vec<_> = hook["command_arguments"].as_array().unwrap().iter().collect();
            assert_eq!(hook["command"].as_str(), Some("env"));
            for (name, _) in SMALL_STD {
                let clears = |pair: &[&toml::Value]| pair[0].as_str() == Some("-u") && pair[1].as_str() == Some(name);
                assert!(arguments.windows(2).any(clears), "a hook keeps {name}");
            }
        }
    }
}
