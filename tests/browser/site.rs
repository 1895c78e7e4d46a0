//! The built site on a port of its own, with the headers that it ships for real servers.
//!
//! Each case starts its own, so each has an origin with no cache, no storage and no history from another case.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

use crate::headers::HeaderRules;
use crate::manners::{Fault, Manners};
use crate::port;

/// No file of the site comes near this.
const LARGEST: usize = 32 * 1024 * 1024;
const INSTRUMENTS: &str = "/collect.js";

pub(crate) struct Site {
    origin: String,
    served: Arc<Served>,
    serving: JoinHandle<()>,
    /// Sending answers the requests that a stalled server keeps waiting, dropping it lets them go.
    open: watch::Sender<()>,
}

/// A request, and how it was answered.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) path: String,
    pub(crate) status: u16,
}

struct Served {
    dist: PathBuf,
    rules: HeaderRules,
    manners: Manners,
    asked: Mutex<Vec<Asked>>,
    closed: watch::Receiver<()>,
}

impl Site {
    pub(crate) async fn start(dist: &Path, manners: Manners) -> Result<Self> {
        let (open, closed) = watch::channel(());
        let rules = HeaderRules::read(dist)?;
        let served = Arc::new(Served {
            dist: dist.to_owned(),
            rules,
            manners,
            asked: Mutex::default(),
            closed,
        });
        let listener = port::listen().await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let routes = Router::new().fallback(answer).with_state(Arc::clone(&served));
        let serving = tokio::spawn(async move {
            // The task is ended with the case; an error here shows as a page that does not load.
            let _ = axum::serve(listener, routes).await;
        });
        Ok(Self {
            origin,
            served,
            serving,
            open,
        })
    }

    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    /// The address of a place on the site, such as `/?theme=dark#mek`.
    pub(crate) fn url(&self, place: &str) -> String {
        format!("{}{place}", self.origin)
    }

    /// Answers what a stalled server has kept waiting, and from now on at once.
    pub(crate) fn let_through(&self) {
        self.open.send_replace(());
    }

    /// What was asked for so far, in the order of the answers.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.served.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn answer(State(served): State<Arc<Served>>, mut request: Request) -> Response {
    let asked = request.uri().path();
    let path = match asked.strip_prefix(served.manners.folder) {
        Some("") => "/".to_owned(),
        Some(path) => path.to_owned(),
        None => return StatusCode::NOT_FOUND.into_response(),
    };
    if let Ok(uri) = path.parse() {
        *request.uri_mut() = uri;
    }
    let host = request.headers().get(header::HOST).cloned();
    let mut response = served.content(&path, request).await;
    let asked = Asked {
        path: path.clone(),
        status: response.status().as_u16(),
    };
    served.asked.lock().unwrap_or_else(PoisonError::into_inner).push(asked);
    served.rules.apply(&path, response.headers_mut());
    // Also where the page has not changed since: the headers of such an answer replace those kept with it.
    if let Some(host) = host.filter(|_| served.manners.names_origin) {
        name_origin(&mut response, &host);
    }
    if is_page(&response) {
        served.dress(response).await
    } else {
        response
    }
}

/// Names the origin beside 'self' where a build that is told its origin does.
fn name_origin(response: &mut Response, host: &HeaderValue) {
    let policy = response.headers().get(header::CONTENT_SECURITY_POLICY);
    let (Some(Ok(policy)), Ok(host)) = (policy.map(HeaderValue::to_str), host.to_str()) else {
        return;
    };
    let with_origin = format!("'self' http://{host}");
    let directives = policy.split("; ").map(|directive| {
        let is_named = ["script-src ", "img-src ", "connect-src "]
            .iter()
            .any(|name| directive.starts_with(name));
        if is_named {
            directive.replace("'self'", &with_origin)
        } else {
            directive.to_owned()
        }
    });
    if let Ok(named) = directives.collect::<Vec<_>>().join("; ").parse() {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, named);
    }
}

impl Served {
    async fn content(&self, path: &str, request: Request) -> Response {
        let is_faulty = path.ends_with(self.manners.faulty);
        match (self.manners.instruments(), self.manners.fault) {
            (Some(script), _) if path == INSTRUMENTS => {
                ([(header::CONTENT_TYPE, "text/javascript")], script).into_response()
            }
            (_, Fault::Missing) if is_faulty => StatusCode::NOT_FOUND.into_response(),
            (_, Fault::Foreign) if is_faulty => "<!doctype html><title>Not this</title>".into_response(),
            (_, Fault::Truncated) if is_faulty => first_half(self.file(request).await).await,
            (_, Fault::Stalled) if is_faulty => self.file_later(request).await,
            (_, Fault::Typed(kind)) if is_faulty => {
                let mut response = self.file(request).await;
                response
                    .headers_mut()
                    .insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
                response
            }
            _ => self.file(request).await,
        }
    }

    async fn file(&self, request: Request) -> Response {
        match ServeDir::new(&self.dist).try_call(request).await {
            Ok(response) => response.map(Body::new),
            Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
        }
    }

    async fn file_later(&self, request: Request) -> Response {
        match self.closed.clone().changed().await {
            Ok(()) => self.file(request).await,
            // The sender was dropped: the test is over.
            Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        }
    }

    /// Puts the instruments into a page and closes its door for scripts, as the manners ask.
    async fn dress(&self, mut response: Response) -> Response {
        if !self.manners.scripts {
            let policy = HeaderValue::from_static("script-src 'none'");
            response.headers_mut().append(header::CONTENT_SECURITY_POLICY, policy);
        }
        if self.manners.instruments().is_none() {
            return response;
        }
        response.headers_mut().remove(header::CONTENT_LENGTH);
        with_body(response, |page| {
            let page = String::from_utf8_lossy(page);
            let script = format!("<head><script src=\"{INSTRUMENTS}\"></script>");
            page.replacen("<head>", &script, 1).into_bytes()
        })
        .await
    }
}

async fn first_half(mut response: Response) -> Response {
    response.headers_mut().remove(header::CONTENT_LENGTH);
    with_body(response, |bytes| bytes[..bytes.len() / 2].to_vec()).await
}

async fn with_body(response: Response, change: impl FnOnce(&[u8]) -> Vec<u8>) -> Response {
    let (head, body) = response.into_parts();
    match to_bytes(body, LARGEST).await {
        Ok(bytes) => Response::from_parts(head, Body::from(change(&bytes))),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

pub(crate) fn is_wasm(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == "wasm")
}

fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("text/html"))
}
