//! The three engines: how each driver is started and what a session with it asks for.

use std::fmt;
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::str::FromStr;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::process::Process;
use crate::settings::{Settings, Tools};
use crate::wait::until;

/// No single step of a test takes longer; a driver that hangs is found here.
const LONGEST_COMMAND: Duration = Duration::from_secs(40);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    Webkit,
}

impl Engine {
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Engine {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        match Self::ALL.into_iter().find(|engine| engine.name() == name) {
            Some(engine) => Ok(engine),
            None => bail!("`{name}` is no engine: chromium, firefox or webkit"),
        }
    }
}

/// A browser under control, with the processes that carry it.
pub(crate) struct Session {
    pub(crate) engine: Engine,
    pub(crate) driver: WebDriver,
    /// Ended, in this order, when the session is dropped.
    _processes: Vec<Process>,
}

impl Session {
    pub(crate) async fn start(engine: Engine) -> Result<Self> {
        let tools = Settings::tools(engine)?;
        let logs = Settings::failures();
        let mut processes = Vec::new();
        let mut command = Command::new(&tools.driver);
        if let Some(program) = &tools.display {
            let (process, display) = start_display(program, &logs).await?;
            processes.push(process);
            prepare_gtk(&mut command, &display, &logs)?;
        }
        let port = free_port()?;
        command.arg(format!("--port={port}"));
        processes.insert(
            0,
            Process::start(&mut command, &logs.join(format!("{engine}-driver.log")))?,
        );
        until("the driver to listen", async || {
            Ok(tokio::net::TcpStream::connect(("127.0.0.1", port)).await?)
        })
        .await?;
        let driver = connect(engine, &tools, port).await?;
        let session = Self {
            engine,
            driver,
            _processes: processes,
        };
        if engine == Engine::Firefox {
            session.move_to_popup().await?;
        }
        Ok(session)
    }

    /// Closes the browser as a user would, then lets the processes be ended.
    pub(crate) async fn end(self) {
        let closing = self.driver.clone().quit();
        // A browser that does not close in time is ended with its driver.
        let _ = tokio::time::timeout(Duration::from_secs(10), closing).await;
    }

    /// Firefox keeps a window with toolbars at least 500 px wide; a popup can be as narrow as a phone.
    async fn move_to_popup(&self) -> Result<()> {
        let first = self.driver.window().await?;
        self.driver
            .execute(
                "window.open('about:blank', '_blank', 'popup,width=1280,height=900')",
                vec![],
            )
            .await?;
        let popup = until("the popup to open", async || {
            let windows = self.driver.windows().await?;
            windows
                .into_iter()
                .find(|window| *window != first)
                .context("there is no second window")
        })
        .await?;
        self.driver.close_window().await?;
        self.driver.switch_to_window(popup).await?;
        Ok(())
    }
}

async fn connect(engine: Engine, tools: &Tools, port: u16) -> Result<WebDriver> {
    let Value::Object(capabilities) = capabilities(engine, tools) else {
        bail!("capabilities are a table")
    };
    let driver = WebDriver::builder(format!("http://127.0.0.1:{port}"), Capabilities::from(capabilities));
    let driver = driver.request_timeout(LONGEST_COMMAND).connect().await;
    driver.with_context(|| format!("{engine} gives no session"))
}

fn capabilities(engine: Engine, tools: &Tools) -> Value {
    // A case says itself what it waits for; WebKit's driver would wait for ever for some pages that load at once.
    let mut capabilities = json!({ "pageLoadStrategy": "none" });
    match engine {
        Engine::Chromium => {
            capabilities["goog:chromeOptions"] = json!({ "binary": tools.browser, "args": CHROMIUM_ARGS });
            capabilities["goog:loggingPrefs"] = json!({ "browser": "ALL" });
        }
        Engine::Firefox => {
            // Windows opened by a test's own script are not advertisements.
            let prefs = json!({ "dom.disable_open_during_load": false });
            let options = json!({ "binary": tools.browser, "args": ["-headless"], "prefs": prefs });
            capabilities["moz:firefoxOptions"] = options;
        }
        Engine::Webkit => {
            let options = json!({ "binary": tools.browser, "args": ["--automation"] });
            capabilities["webkitgtk:browserOptions"] = options;
        }
    }
    capabilities
}

const CHROMIUM_ARGS: [&str; 10] = [
    "--headless=new",
    // With a pipe the browser ends when its driver does, and opens no port.
    "--remote-debugging-pipe",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

/// A display in memory; it picks a free number and says which.
async fn start_display(program: &Path, logs: &Path) -> Result<(Process, String)> {
    let log = logs.join("display.log");
    let mut command = Command::new(program);
    command.args(["-displayfd", "1", "-screen", "0", "1600x1300x24", "-nolisten", "tcp"]);
    let process = Process::start(&mut command, &log)?;
    let number = until("the display to open", async || {
        let said = tokio::fs::read_to_string(&log).await?;
        let number = said
            .lines()
            .find(|line| !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit()));
        number
            .map(str::to_owned)
            .with_context(|| format!("it says only `{said}`"))
    })
    .await?;
    Ok((process, format!(":{number}")))
}

/// Gives the browser of WebKit its display and a theme without which its toolbar keeps the window wider than a phone.
fn prepare_gtk(command: &mut Command, display: &str, logs: &Path) -> Result<()> {
    let settings = logs.join("gtk");
    std::fs::create_dir_all(settings.join("gtk-3.0"))?;
    let theme = "window, window * { min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; }\n";
    std::fs::write(settings.join("gtk-3.0/gtk.css"), theme)?;
    command.env("DISPLAY", display).env("XDG_CONFIG_HOME", settings);
    // Neither the user's own settings nor a desktop's services take part.
    command
        .env("GSETTINGS_BACKEND", "memory")
        .env("NO_AT_BRIDGE", "1")
        .env_remove("WAYLAND_DISPLAY");
    Ok(())
}

/// A port that was free a moment ago; the driver takes it at once.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
