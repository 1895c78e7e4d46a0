//! Checks the stories and renders the page. Trunk runs it before and after its
//! own build; `check` also stands on its own.

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::path::{Path, PathBuf};
    use std::process::Command;
    use std::{env, fs};

    use anyhow::{Context, Result, bail, ensure};
    use clap::{Parser, Subcommand};
    use throughline::map::{Layout, layout};
    use throughline::page::{self, Assets};
    use throughline::story::{Story, check};
    use throughline::ui::instruments::Data;

    #[derive(Parser)]
    #[command(about = "Checks the stories and renders the page")]
    struct Arguments {
        #[command(subcommand)]
        command: Task,
    }

    #[derive(Subcommand)]
    enum Task {
        /// List every problem of every story file.
        Check,
        /// Fill the page that Trunk has staged, name files by their content, write headers and open data.
        Render,
    }

    pub(crate) async fn main() -> Result<()> {
        match Arguments::parse().command {
            Task::Check => checked().map(drop),
            Task::Render => render(&staging()?).await,
        }
    }

    /// Where Trunk has put the site so far.
    fn staging() -> Result<PathBuf> {
        env::var_os("TRUNK_STAGING_DIR")
            .map(PathBuf::from)
            .context("`press render` runs from Trunk's post_build hook: run `trunk build`, or `cargo xtask build`")
    }

    /// Every story, checked; all problems of all files are printed before this fails.
    fn checked() -> Result<Vec<Story>> {
        let mut files: Vec<PathBuf> = fs::read_dir("static/stories")
            .context("static/stories cannot be read; run this at the root of the project")?
            .filter_map(|entry| Some(entry.ok()?.path().join("story.toml")))
            .filter(|file| file.exists())
            .collect();
        files.sort();
        ensure!(!files.is_empty(), "there is no static/stories/<slug>/story.toml");
        let (mut stories, mut n_problems) = (Vec::new(), 0);
        for file in &files {
            let source = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
            match check::check(&file.to_string_lossy(), &source) {
                Ok(story) => {
                    println!("{}: {}", file.display(), summary(&story));
                    stories.push(story);
                }
                Err(problems) => {
                    n_problems += problems.len();
                    for problem in problems {
                        eprintln!("{problem}");
                    }
                }
            }
        }
        ensure!(n_problems == 0, "{n_problems} problems; nothing is published");
        Ok(stories)
    }

    fn summary(story: &Story) -> String {
        format!(
            "{} questions, {} actors, {} ties, {} events, {} record notes, {} sources, no problems",
            story.questions.len(),
            story.actors.len(),
            story.ties.len(),
            story.events.len(),
            story.records.len(),
            story.sources.len()
        )
    }

    async fn render(staging: &Path) -> Result<()> {
        let mut stories = checked()?;
        let story = stories.pop().context("there is no story")?;
        ensure!(
            stories.is_empty(),
            "a site has one story as yet; move the others out of static/stories"
        );
        if is_release() {
            optimise(&staging.join("app_bg.wasm"))?;
        }
        let js = named_by_content(staging, "app.js", "js")?;
        let wasm = named_by_content(staging, "app_bg.wasm", "wasm")?;
        let styles = joined("static/css", &page::STYLES)?;
        let script = joined("static", &page::SCRIPTS)?;
        let assets = Assets::new(&styles, &script, js, wasm, &story)?;
        let open_data = serde_json::to_string(&page::open_data(&story))?;
        let index = staging.join("index.html");
        let template = fs::read_to_string(&index).with_context(|| format!("{} cannot be read", index.display()))?;
        let data = Data::with_map(&story, map(&story)?);
        let html = page::page(story, data, &template, &assets).await?;
        write(&index, &html)?;
        write(&staging.join("_headers"), &page::headers(&assets, origin()?.as_deref()))?;
        write(&staging.join("story.json"), &open_data)?;
        let embed = staging.join("embed.js");
        let source = fs::read_to_string(&embed).with_context(|| format!("{} cannot be read", embed.display()))?;
        write(&embed, &page::minified_script(&source)?)
    }

    /// The laid out map. While the site is served for development, the last one is kept: most edits of a story
    /// change its text and not its map. A new press lays out anew.
    fn map(story: &Story) -> Result<Layout> {
        let request = page::map_request(story);
        if is_release() {
            return Ok(layout(&request));
        }
        let press = env::current_exe()?;
        let built = fs::metadata(&press)?.modified()?;
        let key = page::content_hash(format!("{request:?}{built:?}").as_bytes());
        // Beside the press, which lies where Cargo builds.
        let kept = press.with_file_name("press-map");
        let known = fs::read_to_string(&kept).unwrap_or_default();
        if let Some(map) = known.strip_prefix(&key).and_then(page::from_json) {
            return Ok(map);
        }
        let map = layout(&request);
        let content = format!("{key}{}", page::to_json(&map)?);
        // Where it cannot be kept, the next page takes a few seconds longer.
        if let Err(error) = write(&kept, &content) {
            eprintln!("press: {error:#}");
        }
        Ok(map)
    }

    /// Where the site will be served, when it is told.
    fn origin() -> Result<Option<String>> {
        let Ok(origin) = env::var("THROUGHLINE_ORIGIN") else {
            return Ok(None);
        };
        let host = origin
            .strip_prefix("https://")
            .or_else(|| origin.strip_prefix("http://"));
        let is_origin = host.is_some_and(|host| !host.is_empty() && !host.contains(['/', ' ', ';', ',']));
        ensure!(
            is_origin,
            "THROUGHLINE_ORIGIN is `{origin}`; it must be like https://explainers.example, with no path and no slash at the end"
        );
        Ok(Some(origin))
    }

    fn is_release() -> bool {
        env::var("TRUNK_PROFILE").as_deref() == Ok("release")
    }

    /// The files of a folder, one after the other.
    fn joined(folder: &str, names: &[&str]) -> Result<String> {
        names
            .iter()
            .map(|name| {
                let path = Path::new(folder).join(name);
                fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
            })
            .collect::<Result<Vec<_>>>()
            .map(|parts| parts.join("\n"))
    }

    fn write(path: &Path, content: &str) -> Result<()> {
        fs::write(path, content).with_context(|| format!("{} cannot be written", path.display()))
    }

    /// Renames a file by the hash of its final bytes and returns its address relative to the page.
    fn named_by_content(staging: &Path, name: &str, ending: &str) -> Result<String> {
        let path = staging.join(name);
        let bytes = fs::read(&path).with_context(|| format!("Trunk has not staged {name}"))?;
        let new = format!("app-{}.{ending}", page::content_hash(&bytes));
        fs::rename(&path, staging.join(&new)).with_context(|| format!("{name} cannot be renamed"))?;
        Ok(format!("./{new}"))
    }

    /// Makes the wasm small. The features are those that rustc uses: stripping removes the section that names them.
    fn optimise(wasm: &Path) -> Result<()> {
        let status = Command::new("wasm-opt")
            .args(["-Oz", "--converge", "--strip-debug", "--strip-producers"])
            .args([
                "--enable-bulk-memory",
                "--enable-bulk-memory-opt",
                "--enable-nontrapping-float-to-int",
            ])
            .args([
                "--enable-sign-ext",
                "--enable-mutable-globals",
                "--enable-reference-types",
                "--enable-multivalue",
            ])
            .arg(wasm)
            .arg("-o")
            .arg(wasm)
            .status();
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => bail!("wasm-opt ended with {status}; version 128 or later is needed"),
            Err(error) => bail!(
                "wasm-opt cannot be started ({error}); install it with `npm install --global binaryen`, or run `cargo xtask build`"
            ),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[tokio::main(flavor = "current_thread")]
async fn main() -> std::process::ExitCode {
    // The chain of causes is for authors; a stack of our own functions would bury it.
    match native::main().await {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("press: {error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}
