use serde::Serialize;
use std::{
    collections::VecDeque,
    io::{self, Write},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tower_lsp::ls_types::notification::Notification;

/// Messages that may wait for a client that does not read before no further findings are made.
const FULL: usize = 64;

/// The way to the client: a queue that never blocks whoever sends, and one thread that writes it out.
#[derive(Clone, Debug, Default)]
pub(in crate::lsp) struct Outbox(Arc<Queue>);

#[derive(Debug, Default)]
struct Queue {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    messages: VecDeque<Vec<u8>>,
    writing: bool,
    closed: bool,
}

#[derive(Serialize)]
struct Message<'a, P> {
    jsonrpc: &'static str,
    method: &'a str,
    params: P,
}

impl Outbox {
    /// Sends a notification.
    pub(in crate::lsp) fn notify<N: Notification>(&self, params: &N::Params) {
        self.notify_as(N::METHOD, params);
    }

    /// Sends the notification called `method`.
    pub(in crate::lsp) fn notify_as(&self, method: &str, params: &impl Serialize) {
        self.send(&Message { jsonrpc: "2.0", method, params });
    }

    /// Sends any message. Nothing happens once the outbox is closed.
    pub(super) fn send(&self, message: &impl Serialize) {
        match serde_json::to_vec(message) {
            Ok(body) => self.push(framed(&body)),
            Err(error) => tracing::error!("a message could not be written: {error}"),
        }
    }

    /// Waits while a client that does not read leaves too many messages here.
    pub(in crate::lsp) fn wait_for_room(&self) {
        let full = |state: &mut State| !state.closed && state.messages.len() >= FULL;
        drop(self.0.changed.wait_while(self.state(), full).unwrap_or_else(PoisonError::into_inner));
    }

    /// Writes messages to `writer` as they come, until the outbox is closed or the client is gone.
    pub(super) fn write_to(&self, writer: impl Write) {
        let mut writer = io::BufWriter::with_capacity(64 << 10, writer);
        while let Some(messages) = self.take() {
            let written = messages.iter().try_for_each(|message| writer.write_all(message));
            let flushed = written.and_then(|()| writer.flush());
            self.state().writing = false;
            self.0.changed.notify_all();
            if flushed.is_err() {
                return self.close();
            }
        }
    }

    /// Lets the writer end when all that was sent is written, and waits for that, but not longer than `patience`.
    pub(super) fn finish(&self, patience: Duration) {
        let busy = |state: &mut State| state.writing || !state.messages.is_empty();
        let waited = self.0.changed.wait_timeout_while(self.state(), patience, busy);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
        self.close();
    }

    fn push(&self, message: Vec<u8>) {
        let mut state = self.state();
        if !state.closed {
            state.messages.push_back(message);
            drop(state);
            self.0.changed.notify_all();
        }
    }

    /// All that waits, at least one message; `None` once the outbox is closed.
    fn take(&self) -> Option<VecDeque<Vec<u8>>> {
        let idle = |state: &mut State| !state.closed && state.messages.is_empty();
        let mut state = self.0.changed.wait_while(self.state(), idle).unwrap_or_else(PoisonError::into_inner);
        state.writing = !state.closed;
        (!state.closed).then(|| std::mem::take(&mut state.messages))
    }

    fn close(&self) {
        let mut state = self.state();
        state.closed = true;
        state.messages.clear();
        drop(state);
        self.0.changed.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn framed(body: &[u8]) -> Vec<u8> {
    let mut frame = format!("Content-Length: {}\r\n\r\n", body.len()).into_bytes();
    frame.extend_from_slice(body);
    frame
}
