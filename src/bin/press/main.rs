//! Checks the stories and renders the page. Trunk runs it before and after its
//! own build; `check` also stands on its own.

#[cfg(not(target_arch = "wasm32"))]
mod stories;

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::path::{Path, PathBuf};
    use std::process::Command;
    use std::{env, fs};

    use anyhow::{Context, Result, bail, ensure};
    use clap::{Parser, Subcommand};
    use throughline::map::Layout;
    use throughline::map::layout::layout;
    use throughline::page::{self, Assets, Fetched};
    use throughline::story::Story;
    use throughline::story::check::check;
    use throughline::story::date::Day;
    use throughline::story::problem::Problem;
    use throughline::view_model::{ViewModel, map_request};

    use crate::stories;

    /// The text of the last story without a problem, kept beside its page while that is served for development.
    const LAST_GOOD: &str = "last-good-story.toml";
    /// What Trunk writes into a page that it will load again when something has changed.
    const LIVE_RELOAD: &str = "/trunk/ws";

    #[derive(Parser)]
    #[command(about = "Checks the stories and renders the page")]
    struct Arguments {
        #[command(subcommand)]
        command: Task,
        /// The day to check on, as in 2026-11-28, instead of today
        #[arg(long, global = true, value_parser = stories::day)]
        today: Option<Day>,
    }

    #[derive(Subcommand)]
    enum Task {
        /// List every problem of every story file.
        Check,
        /// Fill the page that Trunk has staged, name files by their content, write headers and open data.
        Render,
    }

    pub(crate) async fn main() -> Result<()> {
        let arguments = Arguments::parse();
        let today = arguments.today.map_or_else(stories::today, Ok)?;
        match arguments.command {
            Task::Check => check_stories(today),
            Task::Render => render(&staging()?, today).await,
        }
    }

    /// Where Trunk has put the site so far.
    fn staging() -> Result<PathBuf> {
        env::var_os("TRUNK_STAGING_DIR")
            .map(PathBuf::from)
            .context("`press render` runs from Trunk's post_build hook: run `trunk build`, or `cargo xtask build`")
    }

    /// Prints all problems of all stories, and fails with one; but not while Trunk builds for development: whether
    /// there is a page to show them on, only its later call can see.
    fn check_stories(today: Day) -> Result<()> {
        let found = stories::found()?;
        let problems = match found.check(today) {
            Ok((story, _)) => {
                println!("{}: {}", story.meta.slug, stories::summary(&story));
                return Ok(());
            }
            Err(problems) => problems,
        };
        if profile().as_deref() == Some("debug") {
            eprintln!("{}", tell(&problems));
            return Ok(());
        }
        refuse(&problems)
    }

    fn refuse(problems: &[Problem]) -> Result<()> {
        bail!("{}; nothing is published", tell(problems))
    }

    /// Prints problems and returns how many they are.
    fn tell(problems: &[Problem]) -> String {
        for problem in problems {
            eprintln!("{problem}");
        }
        throughline::counted(problems.len(), "problem")
    }

    async fn render(staging: &Path, today: Day) -> Result<()> {
        let index = staging.join("index.html");
        let template = read(&index)?;
        let served = !is_release() && template.contains(LIVE_RELOAD);
        let found = stories::found()?;
        let problems = match found.check(today) {
            Ok((story, source)) => {
                write(&index, &site(staging, story, &template, &page::STYLES).await?)?;
                return if served {
                    write(&staging.join(LAST_GOOD), source)
                } else {
                    Ok(())
                };
            }
            Err(problems) if !served => return refuse(&problems),
            Err(problems) => problems,
        };
        let with_list = [&page::STYLES[..], &[page::PROBLEM_STYLE]].concat();
        let html = match last_good()? {
            Some((story, source)) => {
                write(&staging.join(LAST_GOOD), &source)?;
                let slug = story.meta.slug.clone();
                let page = site(staging, story, &template, &with_list).await?;
                page::with_problems(&page, &slug, &problems)?
            }
            None => page::problem_page(&template, &problems, &joined("static/css", &with_list)?)?,
        };
        write(&index, &html)
    }

    /// The story of the page that is served now, while it was without a problem; none where the checker has become
    /// stricter since.
    fn last_good() -> Result<Option<(Story, String)>> {
        let dist = env::var_os("TRUNK_DIST_DIR").context("Trunk has not said where the site is served from")?;
        let Ok(source) = fs::read_to_string(Path::new(&dist).join(LAST_GOOD)) else {
            return Ok(None);
        };
        Ok(check(LAST_GOOD, &source).ok().map(|story| (story, source)))
    }

    /// Everything about a story but its page, which it returns.
    async fn site(staging: &Path, story: Story, template: &str, styles: &[&str]) -> Result<String> {
        if is_release() {
            lighten(&staging.join("app_bg.wasm"), &staging.join("app.js"))?;
        }
        let model = ViewModel::with_map(&story, map(&story)?);
        write(&staging.join("model"), &model.to_bytes()?)?;
        let fetched = Fetched {
            js: named_by_content(staging, "app.js", "app", "js")?,
            wasm: named_by_content(staging, "app_bg.wasm", "app", "wasm")?,
            model: named_by_content(staging, "model", "story", "bin")?,
        };
        let styles = joined("static/css", styles)?;
        let script = joined("static", &page::SCRIPTS)?;
        let assets = Assets::new(&styles, &script, fetched, &story, &model.map)?;
        let open_data = serde_json::to_string(&page::open_data(&story)?)?;
        write(&staging.join("_headers"), page::headers(&assets, origin()?.as_deref()))?;
        write(&staging.join("story.json"), &open_data)?;
        let embed = staging.join("embed.js");
        write(&embed, &page::minified_script(&read(&embed)?)?)?;
        Ok(page::page(story, model, template, &assets).await?)
    }

    /// The laid out map. While the site is served for development, the last one is kept: most edits of a story
    /// change its text and not its map. A new press lays out anew.
    fn map(story: &Story) -> Result<Layout> {
        let request = map_request(story);
        if is_release() {
            return Ok(layout(&request));
        }
        let press = env::current_exe()?;
        let built = fs::metadata(&press)?.modified()?;
        let key = page::content_hash(format!("{request:?}{built:?}").as_bytes());
        // Beside the press, which lies where Cargo builds.
        let kept = press.with_file_name("press-map");
        let known = fs::read(&kept).unwrap_or_default();
        if let Some(map) = known
            .strip_prefix(key.as_bytes())
            .and_then(|bytes| postcard::from_bytes(bytes).ok())
        {
            return Ok(map);
        }
        let map = layout(&request);
        let content = [key.into_bytes(), postcard::to_allocvec(&map)?].concat();
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

    /// What Trunk builds for: `debug` or `release`. Without Trunk there is none.
    fn profile() -> Option<String> {
        env::var("TRUNK_PROFILE").ok()
    }

    fn is_release() -> bool {
        profile().as_deref() == Some("release")
    }

    /// The files of a folder, one after the other.
    fn joined(folder: &str, names: &[&str]) -> Result<String> {
        names
            .iter()
            .map(|name| read(&Path::new(folder).join(name)))
            .collect::<Result<Vec<_>>>()
            .map(|parts| parts.join("\n"))
    }

    fn read(path: &Path) -> Result<String> {
        fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
    }

    fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
        fs::write(path, content).with_context(|| format!("{} cannot be written", path.display()))
    }

    /// Renames a file by the hash of its final bytes and returns its address relative to the page.
    fn named_by_content(staging: &Path, name: &str, stem: &str, ending: &str) -> Result<String> {
        let path = staging.join(name);
        let bytes = fs::read(&path).with_context(|| format!("Trunk has not staged {name}"))?;
        let new = format!("{stem}-{}.{ending}", page::content_hash(&bytes));
        fs::rename(&path, staging.join(&new)).with_context(|| format!("{name} cannot be renamed"))?;
        Ok(format!("./{new}"))
    }

    /// Makes the wasm and its glue small.
    fn lighten(wasm: &Path, glue: &Path) -> Result<()> {
        let bytes = |wasm: &Path| fs::read(wasm).with_context(|| format!("{} cannot be read", wasm.display()));
        optimise(wasm, &["-Oz", "--converge", "--strip-debug", "--strip-producers"])?;
        write(wasm, page::named_by_likeness(&bytes(wasm)?)?)?;
        optimise(wasm, &["-g", "--reorder-functions-by-name"])?;
        optimise(wasm, &["--strip-debug"])?;
        let mut bytes = bytes(wasm)?;
        let renamed = page::rename_imports(&mut bytes, &read(glue)?);
        write(wasm, bytes)?;
        write(glue, page::minified_module(&renamed)?)
    }

    /// Has these passes made over the wasm. The features are those that rustc uses: stripping removes the section that
    /// names them.
    fn optimise(wasm: &Path, passes: &[&str]) -> Result<()> {
        let status = Command::new("wasm-opt")
            .args(passes)
            // The linker puts the far end of the stack at the beginning of memory: no pointer leads to its first KB.
            .arg("--low-memory-unused")
            // Short functions alone go into their one caller: with long ones too it is half a KB more to send.
            .arg("--one-caller-inline-max-function-size=50")
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
