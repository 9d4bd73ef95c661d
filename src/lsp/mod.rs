//! The server: the only place that knows protocol types.
//!
//! | module | what |
//! |---|---|
//! | `serve` | bytes ↔ messages; calls handlers in order, survives what comes, ends with the client |
//! | `server` | the protocol's face: lifecycle and notifications |
//! | `requests` | one file a request; the table that dispatches and announces them |
//! | `session` | what the client can do and has open |
//! | `environment`, `settings` | the editor's settings, and the configuration around the articles |
//! | `commands`, `edits` | what no single request does |
//! | `background` | threads that let the others go first |
//! | `documents` | versions of texts, and their analyses off the serve loop |
//! | `library` | the articles of the workspace on disk, read in the background |
//! | `colours` | the semantic tokens that the client has |
//! | `team` | entries of people.toml for people of articles |
//! | `report` | what is wrong with a document, published or asked for |
//! | `ready` | answers that are JSON already |
//! | `waits` | requests that wait, and who goes on with them |
//! | `written` | the JSON of what was told last, as long as it stays true |
//! | `markup` | text for people as Markdown or plain text, with the article's words escaped |
//! | `incoming`, `outgoing` | the only conversions of positions and everything else, one file each way |

mod background;
mod colours;
mod commands;
mod documents;
mod edits;
mod environment;
mod incoming;
mod library;
mod markup;
mod outgoing;
mod peer;
mod ready;
mod reference;
mod report;
mod requests;
mod serve;
mod server;
mod session;
mod settings;
mod team;
mod waits;
mod written;

pub use reference::{Reference, Understood, reference};
pub use serve::End;

use serve::{Outbox, serve};
use server::Server;
use session::Session;
use std::{
    fs::File,
    io::{self, Read, Write},
};
use tower_lsp::{ClientSocket, LspService};

/// Serves a client on standard input and output until it ends.
pub fn run() -> io::Result<End> {
    serve_on(io::stdin(), output()?)
}

/// Standard output without the buffer by lines, which would part every message from its header.
fn output() -> io::Result<File> {
    #[cfg(unix)]
    let output = std::os::fd::AsFd::as_fd(&io::stdout()).try_clone_to_owned()?;
    #[cfg(windows)]
    let output = std::os::windows::io::AsHandle::as_handle(&io::stdout()).try_clone_to_owned()?;
    Ok(output.into())
}

/// Serves a client on `reader` and `writer` until it ends.
pub fn serve_on(reader: impl Read + Send + 'static, writer: impl Write + Send + 'static) -> io::Result<End> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_time().build()?;
    let end = serve(runtime.handle(), reader, writer, service);
    runtime.shutdown_background();
    end
}

fn service(outbox: Outbox) -> (LspService<Server>, ClientSocket) {
    LspService::build(|client| Server(Session::new(client, outbox)))
        .custom_method("$/setTrace", Server::set_trace)
        .custom_method("window/workDoneProgress/cancel", Server::cancel_progress)
        .finish()
}
