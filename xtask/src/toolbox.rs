//! The tools that a build needs, set up, and commands that find them. Knows what is needed for what; how each tool is
//! had is the business of its own module.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::npm::{self, WasmOpt};
use crate::tools::Tool;
use crate::{run, rust};

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
/// the wasm. The same settings in the environment of Trunk's hooks would build
/// the press anew, so `Trunk.toml` clears these names for them.
const SMALL_STD: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none",
    ),
];

impl Toolbox {
    /// For `serve`: a development build is not optimised, so it can do without wasm-opt and npm.
    pub(crate) fn for_development() -> Result<Self> {
        rust::wasm_target()?;
        let wasm_bindgen = Tool::wasm_bindgen()?;
        Ok(Self {
            trunk: Tool::trunk()?.place()?,
            wasm_bindgen: wasm_bindgen.place()?,
            wasm_bindgen_version: wasm_bindgen.version().to_string(),
            wasm_opt: None,
            small_std: false,
        })
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
            trunk.envs(SMALL_STD);
        }
        // Where Trunk's own code was when a build failed helps nobody; the stack of a panic is still shown.
        trunk.env("RUST_LIB_BACKTRACE", "0");
        trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
        // Trunk 0.21 takes nothing but true and false here, where the convention is any value.
        trunk.env_remove("NO_COLOR");
        Ok(trunk)
    }

    /// PATH with the folders of the tools in front.
    fn path(&self) -> Result<OsString> {
        let programs = [
            Some(&self.trunk),
            Some(&self.wasm_bindgen),
            self.wasm_opt.as_ref().map(|tool| &tool.program),
        ];
        let folders = programs
            .into_iter()
            .flatten()
            .filter_map(|program| program.parent())
            .map(Path::to_path_buf);
        let inherited = env::var_os("PATH").unwrap_or_default();
        env::join_paths(folders.chain(env::split_paths(&inherited))).context("PATH cannot be extended")
    }
}
