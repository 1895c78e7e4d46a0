//! Chromium without a window, driven by the protocol of its developer tools. Knows commands, not what they are for.

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};
use tempfile::TempDir;
use tungstenite::{Message, WebSocket};

/// No answer takes longer, even on a slow machine.
const PATIENCE: Duration = Duration::from_mins(1);
/// Said before the address at which the tools listen.
const LISTENING: &str = "DevTools listening on ";

/// A browser that ends when it is dropped.
pub(super) struct Browser {
    process: Child,
    socket: WebSocket<TcpStream>,
    sent: u64,
    _profile: TempDir,
}

/// A page of the browser, with a cache of its own.
pub(super) struct Tab {
    context: String,
    session: String,
}

impl Browser {
    /// Starts the browser.
    pub(super) fn start(chromium: &Path) -> Result<Self> {
        let profile = TempDir::new()?;
        let mut command = Command::new(chromium);
        command
            .args(
                "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars".split(' '),
            )
            .args("--disable-background-networking --disable-component-update --disable-sync".split(' '))
            .args(["--remote-debugging-port=0", "about:blank"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let mut process = command
            .spawn()
            .with_context(|| format!("{} could not be started", chromium.display()))?;
        let socket = connect(&mut process);
        if socket.is_err() {
            let _ = process.kill();
        }
        Ok(Self {
            process,
            socket: socket?,
            sent: 0,
            _profile: profile,
        })
    }

    /// Opens a page that shares nothing with another.
    pub(super) fn open(&mut self) -> Result<Tab> {
        let context = self.send(None, "Target.createBrowserContext", &json!({}))?;
        let context = text(&context["browserContextId"])?;
        let blank = json!({"url": "about:blank", "browserContextId": context});
        let target = self.send(None, "Target.createTarget", &blank)?;
        let attach = json!({"targetId": target["targetId"], "flatten": true});
        let session = text(&self.send(None, "Target.attachToTarget", &attach)?["sessionId"])?;
        Ok(Tab { context, session })
    }

    /// Closes a page.
    pub(super) fn close(&mut self, tab: &Tab) -> Result<()> {
        let context = json!({"browserContextId": tab.context});
        self.send(None, "Target.disposeBrowserContext", &context).map(drop)
    }

    /// Has a page do something, and waits for the answer.
    pub(super) fn call(&mut self, tab: &Tab, method: &str, params: &Value) -> Result<Value> {
        self.send(Some(&tab.session), method, params)
    }

    /// What a script comes to in a page; a promise is waited for.
    pub(super) fn evaluate(&mut self, tab: &Tab, script: &str) -> Result<Value> {
        let params = json!({"expression": script, "awaitPromise": true, "returnByValue": true});
        let mut answer = self.call(tab, "Runtime.evaluate", &params)?;
        if let Some(exception) = answer.get("exceptionDetails") {
            bail!("`{script}` failed: {exception}");
        }
        Ok(answer["result"]["value"].take())
    }

    fn send(&mut self, session: Option<&str>, method: &str, params: &Value) -> Result<Value> {
        self.sent += 1;
        let mut command = json!({"id": self.sent, "method": method, "params": params});
        if let Some(session) = session {
            command["sessionId"] = session.into();
        }
        self.socket.send(Message::text(command.to_string()))?;
        loop {
            let message = self.socket.read().with_context(|| format!("no answer to {method}"))?;
            let Message::Text(message) = message else { continue };
            let mut answer: Value = serde_json::from_str(&message)?;
            // What is no answer is an event, and none was asked for.
            if answer["id"] == self.sent {
                match answer.get("error") {
                    Some(error) => bail!("{method} was refused: {error}"),
                    None => return Ok(answer["result"].take()),
                }
            }
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn connect(process: &mut Child) -> Result<WebSocket<TcpStream>> {
    let said = process.stderr.take().context("the browser says nothing")?;
    let mut lines = BufReader::new(said).lines().map_while(Result::ok);
    let address = lines.find_map(|line| line.strip_prefix(LISTENING).map(str::to_owned));
    // Whoever says more than is read would wait for its reader.
    std::thread::spawn(move || lines.for_each(drop));
    let address = address.context("the browser ended before it listened")?;
    let host = address
        .trim_start_matches("ws://")
        .split('/')
        .next()
        .unwrap_or_default();
    let stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let (socket, _) = tungstenite::client(&address, stream).map_err(|error| anyhow!("{address}: {error}"))?;
    Ok(socket)
}

fn text(value: &Value) -> Result<String> {
    let text = value.as_str().context("the browser gave no name")?;
    Ok(text.to_owned())
}
