//! A page of somebody else that shows the site in a frame.
//!
//! It is served as `localhost`, while the site is `127.0.0.1`: to a browser that is another site, not only another port.

use std::sync::Arc;

use anyhow::Result;
use axum::Router;
use axum::extract::State;
use axum::response::{AppendHeaders, Html, IntoResponse};
use axum::routing::get;
use tokio::task::JoinHandle;

use crate::port;

/// Writes down every message that reaches the host page.
const HEAR: &str = include_str!("js/hear.js");

/// Names and values.
type Headers = &'static [(&'static str, &'static str)];

pub(crate) struct Host {
    url: String,
    serving: JoinHandle<()>,
}

impl Host {
    /// Serves one page with this body.
    pub(crate) async fn start(body: &str) -> Result<Self> {
        Self::start_with(body, &[]).await
    }

    /// The same with headers of its own.
    pub(crate) async fn start_with(body: &str, headers: Headers) -> Result<Self> {
        let page = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host page</title>\
             <meta name=\"viewport\" content=\"width=device-width\"><script>{HEAR}</script></head>\
             <body style=\"margin:0\">{body}</body></html>"
        );
        let listener = port::listen().await?;
        let url = format!("http://localhost:{}/", listener.local_addr()?.port());
        let routes = Router::new()
            .route("/", get(answer))
            .with_state(Arc::new((page, headers)));
        let serving = tokio::spawn(async move {
            // The task is ended with the case; an error here shows as a page that does not load.
            let _ = axum::serve(listener, routes).await;
        });
        Ok(Self { url, serving })
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn answer(State(page): State<Arc<(String, Headers)>>) -> impl IntoResponse {
    let (page, headers) = &*page;
    (AppendHeaders(headers.iter().copied()), Html(page.clone()))
}
