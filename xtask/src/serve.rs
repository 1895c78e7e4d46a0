//! `cargo xtask serve`: the site on this machine with live reload. Trunk does the work; this waits for the page to open,
//! says so, and ends Trunk with itself.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::toolbox::Toolbox;
use crate::{run, tools};

/// How often Trunk and the page are looked at.
const PAUSE: Duration = Duration::from_millis(200);
/// How long Trunk may take to end when asked to.
const PATIENCE: Duration = Duration::from_secs(5);

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
    let started = Instant::now();
    let toolbox = Toolbox::for_development()?;
    tools::forget_build()?;

    let (stop, stopped) = mpsc::channel();
    ctrlc::set_handler(move || {
        // Nobody listens any more when the command is about to end anyway.
        let _ = stop.send(());
    })?;
    let port = port.to_string();
    let mut command = toolbox.trunk(&["serve", "--address", "127.0.0.1", "--port", &port])?;
    println!("$ {}", run::shown(&command));
    let mut trunk = command.spawn().context("trunk could not be started")?;
    let mut ready = false;
    loop {
        match stopped.recv_timeout(PAUSE) {
            Err(RecvTimeoutError::Timeout) => {}
            Ok(()) | Err(RecvTimeoutError::Disconnected) => return end(&mut trunk),
        }
        if let Some(status) = trunk.try_wait()? {
            bail!("trunk ended ({status})");
        }
        if !ready && opens(address) {
            ready = true;
            println!(
                "\nReady: http://{address}/\n(after {}; Ctrl-C ends it)\n",
                run::seconds(started.elapsed())
            );
        }
    }
}

/// Whether the page can be opened: whether the server answers a plain request for it with success.
fn opens(address: SocketAddr) -> bool {
    fn status_line(address: SocketAddr) -> std::io::Result<String> {
        let mut stream = TcpStream::connect_timeout(&address, PAUSE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let request = format!("GET / HTTP/1.1\r\nHost: {address}\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes())?;
        let mut start = [0; 12];
        stream.read_exact(&mut start)?;
        Ok(String::from_utf8_lossy(&start).into_owned())
    }
    status_line(address).is_ok_and(|line| line.ends_with(" 200"))
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

    #[test]
    fn a_page_that_the_server_gives_is_open() {
        let (address, server) = server_answering("HTTP/1.1 200 OK\r\n\r\n<!doctype html>");
        assert!(opens(address));
        server.join().unwrap();
    }

    #[test]
    fn a_page_that_is_not_there_yet_is_not_open() {
        let (address, server) = server_answering("HTTP/1.1 404 Not Found\r\n\r\n");
        assert!(!opens(address));
        server.join().unwrap();
    }
}
