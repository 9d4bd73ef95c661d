//! The serve loop, in place of the router crate's own: in order, never blocked by a handler, unharmed by malformed
//! messages and panics, and gone with its client.
//!
//! One thread reads. Every message is polled once where it was read, so handlers see the documents in the client's
//! order; text synchronisation is done by then, and whatever else has to wait goes on later, on the runtime or with the
//! analyst for whom it waited. Another thread writes. So the reader never waits for a handler, and no handler for the
//! client. An analyst, who may wait, writes its findings and answers itself.

mod client_process;
mod frames;
mod outbox;
#[cfg(test)]
mod tests;

pub(super) use outbox::Outbox;

use super::{ready, waits};
use frames::{Frames, Incoming};
use futures_util::{FutureExt, Sink, SinkExt, StreamExt};
use serde::Serialize;
use serde_json::value::RawValue;
use std::{
    io::{self, BufRead, BufReader, Read, Write},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc,
    thread,
    time::Duration,
};
use tokio::runtime::Handle;
use tower_lsp::{
    ClientSocket, LanguageServer, LspService,
    jsonrpc::{Error, Id, Request, Response},
};
use tower_service::Service;

/// How long a client that was told goodbye may take to read the last messages.
const PATIENCE: Duration = Duration::from_secs(1);

/// Why serving ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The client sent `exit` after `shutdown`.
    Exit,
    /// The client sent `exit` without `shutdown`.
    AbruptExit,
    /// The input ended, or the output could not be written.
    Closed,
    /// The client's process is no more.
    ClientGone,
}

/// Serves what `build` makes until the client ends it; returns when the last answers are written. Handlers run on
/// `runtime`; the caller's thread only waits, so it must not be one of the runtime's.
pub(super) fn serve<S: LanguageServer>(
    runtime: &Handle,
    reader: impl Read + Send + 'static,
    writer: impl Write + Send + 'static,
    build: impl FnOnce(Outbox) -> (LspService<S>, ClientSocket),
) -> io::Result<End> {
    let outbox = Outbox::new(writer);
    let (service, socket) = build(outbox.clone());
    let (mut requests, responses) = socket.split();
    let (ended, end) = mpsc::channel();

    let asking = outbox.clone();
    runtime.spawn(async move {
        while let Some(request) = requests.next().await {
            asking.send(&request);
        }
    });
    let (writing, unwritable) = (outbox.clone(), ended.clone());
    thread::Builder::new().name("writer".into()).spawn(move || {
        writing.serve();
        let _ = unwritable.send(End::Closed);
    })?;
    let mut reading =
        Loop { service, responses, outbox: outbox.clone(), runtime: runtime.clone(), ended, shut_down: false };
    thread::Builder::new().name("reader".into()).spawn(move || {
        let end = reading.run(Frames::new(BufReader::with_capacity(64 << 10, reader)));
        let _ = reading.ended.send(end);
    })?;

    let end = end.recv().unwrap_or(End::Closed);
    outbox.finish(PATIENCE);
    Ok(end)
}

/// What the reading thread owns.
struct Loop<S: LanguageServer, R> {
    service: LspService<S>,
    responses: R,
    outbox: Outbox,
    runtime: Handle,
    ended: mpsc::Sender<End>,
    shut_down: bool,
}

impl<S: LanguageServer, R: Sink<Response> + Unpin> Loop<S, R> {
    fn run(&mut self, mut frames: Frames<impl BufRead>) -> End {
        let runtime = self.runtime.clone();
        let _entered = runtime.enter();
        let end = loop {
            match frames.next() {
                Ok(Some(Incoming::Request(request))) if request.method() == "exit" => {
                    break if self.shut_down { End::Exit } else { End::AbruptExit };
                }
                Ok(Some(Incoming::Request(request))) => self.request(request),
                Ok(Some(Incoming::Response(response))) => self.response(response),
                Ok(Some(Incoming::Bad(error))) => self.bad(error),
                Ok(None) => break End::Closed,
                Err(error) => {
                    tracing::error!("the input could not be read: {error}");
                    break End::Closed;
                }
            }
        };
        // The router then cancels whatever is still running.
        let _ = self.service.call(Request::build("exit").finish()).now_or_never();
        end
    }

    /// Polls the handler once, here and now; what does not finish goes on as a task.
    fn request(&mut self, request: Request) {
        let (method, id) = (request.method().to_owned(), request.id().cloned());
        if method == "initialize" {
            self.watch_client(&request);
        }
        let Ok(handling) = catch_unwind(AssertUnwindSafe(|| self.service.call(request))) else {
            return answer_panic(&self.outbox, &method, id);
        };
        let outbox = self.outbox.clone();
        let is_shutdown = method == "shutdown";
        let handling = AssertUnwindSafe(handling).catch_unwind().map(move |outcome| {
            let ready = ready::take();
            match outcome {
                Ok(Ok(Some(response))) => {
                    answer(&outbox, &response, ready.as_deref());
                    response.is_ok()
                }
                Ok(_) => false,
                Err(_) => {
                    answer_panic(&outbox, &method, id);
                    false
                }
            }
        });
        let mut task = waits::begin(&self.runtime, handling);
        match (&mut task).now_or_never() {
            Some(answered) => self.shut_down |= is_shutdown && answered,
            None => task.detach(),
        }
    }

    fn response(&mut self, response: Response) {
        if self.responses.send(response).now_or_never().is_none() {
            tracing::warn!("an answer of the client came too late");
        }
    }

    fn bad(&self, error: Error) {
        tracing::warn!("a message could not be read: {error}");
        self.outbox.send(&Response::from_error(Id::Null, error));
    }

    fn watch_client(&self, initialize: &Request) {
        let process = initialize.params().and_then(|params| params.get("processId")?.as_i64());
        if let Some(process) = process {
            let ended = self.ended.clone();
            client_process::watch(process, move || {
                let _ = ended.send(End::ClientGone);
            });
        }
    }
}

/// A [`Response`] whose result is JSON already.
#[derive(Serialize)]
struct Ready<'a> {
    jsonrpc: &'static str,
    result: &'a RawValue,
    id: &'a Id,
}

/// Sends `response`, with the result that is `ready` in place of its own.
fn answer(outbox: &Outbox, response: &Response, ready: Option<&RawValue>) {
    match ready {
        Some(result) if response.is_ok() => outbox.send(&Ready { jsonrpc: "2.0", result, id: response.id() }),
        _ => outbox.send(response),
    }
}

fn answer_panic(outbox: &Outbox, method: &str, id: Option<Id>) {
    tracing::error!("{method} panicked; the session goes on");
    if let Some(id) = id {
        outbox.send(&Response::from_error(id, Error::internal_error()));
    }
}
