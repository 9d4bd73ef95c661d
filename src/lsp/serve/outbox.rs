use serde::Serialize;
use std::{
    collections::VecDeque,
    fmt,
    io::{self, Write},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tower_lsp::ls_types::notification::Notification;

/// Messages that may wait for a client that does not read before no further findings are made.
const FULL: usize = 64;

/// The way to the client: a queue that never blocks whoever sends, and one thread that writes it out. A thread that may
/// wait for the client writes by itself, which saves waking the other.
#[derive(Clone)]
pub(in crate::lsp) struct Outbox(Arc<Queue>);

struct Queue {
    state: Mutex<State>,
    /// Something waits that nobody writes yet, or the outbox is closed.
    filled: Condvar,
    /// Something was written, or the outbox is closed.
    drained: Condvar,
    writer: Mutex<Box<dyn Write + Send>>,
}

#[derive(Debug, Default)]
struct State {
    messages: VecDeque<Vec<u8>>,
    /// Somebody has the pen, and writes until nothing waits.
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
    /// The way to whoever reads what `writer` writes.
    pub(super) fn new(writer: impl Write + Send + 'static) -> Self {
        let writer = Mutex::new(Box::new(io::BufWriter::with_capacity(64 << 10, writer)) as Box<dyn Write + Send>);
        Self(Arc::new(Queue { state: Mutex::default(), filled: Condvar::new(), drained: Condvar::new(), writer }))
    }

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
        if let Some(message) = json(message) {
            let is_written = self.put(message);
            if !is_written {
                self.0.filled.notify_one();
            }
        }
    }

    /// The notification called `method`, to be left here; `None` for what is no JSON.
    pub(in crate::lsp) fn notification(method: &str, params: &impl Serialize) -> Option<Vec<u8>> {
        json(&Message { jsonrpc: "2.0", method, params })
    }

    /// Leaves a message here for [`Self::write`]. Nothing happens once the outbox is closed.
    pub(in crate::lsp) fn leave(&self, message: Vec<u8>) {
        self.put(message);
    }

    /// Writes what waits, here and now, unless somebody writes it already. Waits for a client that does not read.
    pub(in crate::lsp) fn write(&self) {
        while let Some((pen, messages)) = self.take() {
            let mut writer = self.0.writer.lock().unwrap_or_else(PoisonError::into_inner);
            let written = messages.iter().try_for_each(|message| write_framed(&mut *writer, message));
            let flushed = written.and_then(|()| writer.flush());
            drop((writer, pen));
            if flushed.is_err() {
                return self.close();
            }
        }
    }

    /// Does `work`, and then [writes](Self::write) what that sends, without waking anybody.
    pub(in crate::lsp) fn write_after(&self, work: impl FnOnce()) {
        let is_free = !std::mem::replace(&mut self.state().writing, true);
        let pen = is_free.then_some(Pen(self));
        work();
        drop(pen);
        self.write();
    }

    /// Waits while a client that does not read leaves too many messages here.
    pub(in crate::lsp) fn wait_for_room(&self) {
        let full = |state: &mut State| !state.closed && state.messages.len() >= FULL;
        drop(self.0.drained.wait_while(self.state(), full).unwrap_or_else(PoisonError::into_inner));
    }

    /// Writes messages as they come, until the outbox is closed or the client is gone.
    pub(super) fn serve(&self) {
        let idle = |state: &mut State| !state.closed && (state.writing || state.messages.is_empty());
        while !self.0.filled.wait_while(self.state(), idle).unwrap_or_else(PoisonError::into_inner).closed {
            self.write();
        }
    }

    /// Lets the writer end when all that was sent is written, and waits for that, but not longer than `patience`.
    pub(super) fn finish(&self, patience: Duration) {
        let busy = |state: &mut State| state.writing || !state.messages.is_empty();
        let waited = self.0.drained.wait_timeout_while(self.state(), patience, busy);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
        self.close();
    }

    /// Leaves a message here. Answers whether somebody has the pen, and so will write it.
    fn put(&self, message: Vec<u8>) -> bool {
        let mut state = self.state();
        if !state.closed {
            state.messages.push_back(message);
        }
        state.writing
    }

    /// All that waits, at least one message, for the caller to write; `None` when there is nothing to be done.
    fn take(&self) -> Option<(Pen<'_>, VecDeque<Vec<u8>>)> {
        let mut state = self.state();
        let wanted = !state.closed && !state.writing && !state.messages.is_empty();
        state.writing |= wanted;
        wanted.then(|| (Pen(self), std::mem::take(&mut state.messages)))
    }

    fn close(&self) {
        let mut state = self.state();
        state.closed = true;
        state.messages.clear();
        drop(state);
        self.0.filled.notify_all();
        self.0.drained.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The right to write, held by one at a time.
struct Pen<'a>(&'a Outbox);

impl Drop for Pen<'_> {
    fn drop(&mut self) {
        self.0.state().writing = false;
        self.0.0.drained.notify_all();
    }
}

/// A message as JSON; `None` for what is none.
fn json(message: &impl Serialize) -> Option<Vec<u8>> {
    let json = serde_json::to_vec(message);
    json.inspect_err(|error| tracing::error!("a message could not be written: {error}")).ok()
}

/// Writes a message after its header.
fn write_framed(writer: &mut dyn Write, message: &[u8]) -> io::Result<()> {
    write!(writer, "Content-Length: {}\r\n\r\n", message.len())?;
    writer.write_all(message)
}

impl fmt::Debug for Outbox {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_tuple("Outbox").field(&self.0.state).finish()
    }
}
