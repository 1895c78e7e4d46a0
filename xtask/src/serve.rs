//! `cargo xtask serve`: the site on this machine with live reload. Trunk does the work; this waits for the page to open,
//! says so, tells Trunk of files that are gone, and ends Trunk with itself.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant, SystemTime};
use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail};

use crate::setup::Toolbox;
use crate::watch::Watch;
use crate::{paths, run};

/// How often Trunk, the page and the files are looked at.
const PAUSE: Duration = Duration::from_millis(200);
/// How long Trunk may take to end when asked to.
const PATIENCE: Duration = Duration::from_secs(5);
/// What the press writes on a page that lists problems.
const PROBLEMS: &str = "data-problems=";

/// Sets up, builds and serves until Ctrl-C.
pub(crate) fn serve(port: u16) -> Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    // Another server on the port would answer for the page.
    TcpListener::bind(address).with_context(|| {
        format!(
            "{address} is taken. Choose another port, such as:\n    cargo xtask serve --port {}",
            port.wrapping_add(1)
        )
    })?;
    let mut first = FirstPage::of(address);
    let toolbox = Toolbox::for_development()?;

    let (stop, stopped) = mpsc::channel();
    ctrlc::set_handler(move || {
        // Nobody listens any more when the command is about to end anyway.
        let _ = stop.send(());
    })?;
    let mut watch = Watch::begin(port)?;
    let port = port.to_string();
    let mut command = toolbox.trunk(&["serve", "--address", "127.0.0.1", "--port", &port])?;
    command.args(watch.arguments());
    println!("$ {}", run::shown(&command));
    let mut trunk = command.spawn().context("trunk could not be started")?;
    loop {
        match stopped.recv_timeout(PAUSE) {
            Err(RecvTimeoutError::Timeout) => {}
            Ok(()) | Err(RecvTimeoutError::Disconnected) => return end(&mut trunk),
        }
        if let Some(status) = trunk.try_wait()? {
            bail!("trunk ended ({status})");
        }
        for file in watch.gone()? {
            println!("{} is gone", file.display());
        }
        first.look();
    }
}

/// The first page that this command has built, and what has been said of it.
struct FirstPage {
    address: SocketAddr,
    started: (Instant, SystemTime),
    file: PathBuf,
    told: Told,
}

/// What has been said.
#[derive(Debug, PartialEq, Eq)]
enum Told {
    Nothing,
    Failed,
    Ready,
}

impl FirstPage {
    fn of(address: SocketAddr) -> Self {
        Self {
            address,
            started: (Instant::now(), SystemTime::now()),
            file: paths::dist().join("index.html"),
            told: Told::Nothing,
        }
    }

    /// Says once when the page is there. Trunk answers as soon as its first build has ended, whether that went well or
    /// not, and then with what an earlier command has built.
    fn look(&mut self) {
        if self.told == Told::Ready || self.told == Told::Failed && !self.is_built() {
            return;
        }
        let Some(answer) = ask(self.address) else { return };
        let address = self.address;
        if !self.is_built() {
            self.told = Told::Failed;
            println!(
                "\nNot ready: the build has failed, as it says above. http://{address}/ has no page, or an old one\n"
            );
            return;
        }
        let Answer::Page(page) = answer else { return };
        self.told = Told::Ready;
        let problems = if page.contains(PROBLEMS) {
            ", with the problems above, which the page lists"
        } else {
            ""
        };
        let took = run::seconds(self.started.0.elapsed());
        println!("\nReady{problems}: http://{address}/\n(after {took}; Ctrl-C ends it)\n");
    }

    /// Whether the page on the disk is of this command.
    fn is_built(&self) -> bool {
        let modified = fs::metadata(&self.file).and_then(|file| file.modified());
        modified.is_ok_and(|modified| modified >= self.started.1)
    }
}

/// What a server says when it is asked for the page.
enum Answer {
    Page(String),
    NoPage,
}

/// Asks the server for the page with a plain request. Nothing when there is no server yet.
fn ask(address: SocketAddr) -> Option<Answer> {
    let mut stream = TcpStream::connect_timeout(&address, PAUSE).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    let request = format!("GET / HTTP/1.1\r\nHost: {address}\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let answer = String::from_utf8_lossy(&answer);
    let (head, page) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?;
    Some(match status {
        "200" => Answer::Page(page.to_owned()),
        _ => Answer::NoPage,
    })
}

/// Ends Trunk: politely, so that it can end what it started, and then not.
fn end(trunk: &mut Child) -> Result<()> {
    if cfg!(unix) {
        // In a terminal Ctrl-C has reached it already, and it may be gone.
        let _ = run::output_of(Command::new("kill").args(["-INT", &trunk.id().to_string()]));
        let asked = Instant::now();
        while asked.elapsed() < PATIENCE {
            if trunk.try_wait()?.is_some() {
                return Ok(());
            }
            std::thread::sleep(PAUSE);
        }
    }
    trunk.kill().context("trunk could not be ended")?;
    trunk.wait()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader};
    use std::thread;

    use super::*;

    /// A server that answers one request and goes.
    fn server_answering(answer: &'static str) -> (SocketAddr, thread::JoinHandle<()>) {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let server = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let request = BufReader::new(&stream)
                .lines()
                .map_while(Result::ok)
                .take_while(|line| !line.is_empty());
            assert_eq!(request.count(), 4, "the request has four lines");
            stream.write_all(answer.as_bytes()).unwrap();
        });
        (address, server)
    }

    /// What is told of a page that was built so long after the start, and that a server gives with this answer.
    fn told(after: i64, answer: &'static str) -> Told {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("index.html");
        fs::write(&file, "").unwrap();
        let built = fs::metadata(&file).unwrap().modified().unwrap();
        let apart = Duration::from_secs(after.unsigned_abs());
        let started = if after < 0 { built + apart } else { built - apart };
        let (address, server) = server_answering(answer);
        let mut page = FirstPage {
            address,
            started: (Instant::now(), started),
            file,
            told: Told::Nothing,
        };
        page.look();
        server.join().unwrap();
        page.told
    }

    #[test]
    fn a_page_that_the_server_gives_is_ready() {
        assert_eq!(told(1, "HTTP/1.1 200 OK\r\n\r\n<!doctype html>"), Told::Ready);
    }

    #[test]
    fn a_page_that_is_not_given_yet_is_not_ready() {
        assert_eq!(told(1, "HTTP/1.1 404 Not Found\r\n\r\n"), Told::Nothing);
    }

    #[test]
    fn a_page_of_an_earlier_command_is_not_ready() {
        assert_eq!(told(-1, "HTTP/1.1 200 OK\r\n\r\n<!doctype html>"), Told::Failed);
    }

    #[test]
    fn without_a_server_there_is_no_answer() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        drop(listener);
        assert!(ask(address).is_none());
    }
}
