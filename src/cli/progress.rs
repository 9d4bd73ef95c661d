use std::{
    io::{self, IsTerminal, Write},
    time::{Duration, Instant},
};

/// How long work may take in silence.
const PATIENCE: Duration = Duration::from_secs(1);
/// Between two signs of life.
const PAUSE: Duration = Duration::from_millis(200);

/// A line on a terminal's standard error that says how far a long run is.
pub(super) struct Progress {
    due: Option<Instant>,
    shown: bool,
}

impl Progress {
    /// Stays silent where standard error is no terminal.
    pub fn new() -> Self {
        Self { due: io::stderr().is_terminal().then(|| Instant::now() + PATIENCE), shown: false }
    }

    /// `done` articles are done.
    pub fn tick(&mut self, done: usize) {
        if self.due.is_some_and(|due| Instant::now() >= due) {
            eprint!("\r{done} articles…");
            _ = io::stderr().flush();
            self.due = Some(Instant::now() + PAUSE);
            self.shown = true;
        }
    }

    /// Takes the line away, before something else is printed.
    pub fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            eprint!("\r\x1b[K");
        }
    }
}
