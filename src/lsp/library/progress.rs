use crate::lsp::session::Session;
use serde_json::{Value, json};
use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicU64, AtomicUsize, Ordering},
};
use tokio::runtime::Handle;
use tower_lsp::ls_types::{NumberOrString, ProgressToken};

/// Searches that read fewer files than this are not worth a word.
const FEWEST: usize = 64;

/// What the client calls the progress of a search; each has its own number.
const TOKEN: &str = "copydesk/index/";

/// How far a search is, told to the client where it shows such things.
pub(super) struct Progress {
    session: Arc<Session>,
    token: String,
    total: usize,
    done: AtomicUsize,
    stage: Arc<Mutex<Stage>>,
}

/// What the client knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Nothing yet, or it does not want to.
    Silent,
    /// It was told that we began, and this percentage.
    Shown(usize),
    /// The search is over.
    Over,
}

impl Progress {
    /// Begins to read `total` files. The client is asked first whether it shows progress; nobody waits for its answer.
    pub(super) fn begin(session: &Arc<Session>, runtime: &Handle, total: usize) -> Self {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let token = format!("{TOKEN}{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        let stage = Arc::new(Mutex::new(Stage::Silent));
        let progress = Self { session: session.clone(), token, total, done: AtomicUsize::new(0), stage: stage.clone() };
        if total >= FEWEST && session.peer().shows_progress {
            progress.ask(runtime, stage);
        }
        progress
    }

    /// One more file was read.
    pub(super) fn tick(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        let percentage = done * 100 / self.total.max(1);
        let mut stage = lock(&self.stage);
        if matches!(*stage, Stage::Shown(known) if known < percentage) {
            *stage = Stage::Shown(percentage);
            let message = format!("{done} of {} articles", self.total);
            self.send(&json!({ "kind": "report", "cancellable": true, "message": message, "percentage": percentage }));
        }
    }

    /// Nothing more is read.
    pub(super) fn end(self) {
        let before = std::mem::replace(&mut *lock(&self.stage), Stage::Over);
        if matches!(before, Stage::Shown(_)) {
            let message = format!("{} articles", self.done.load(Ordering::Relaxed));
            self.send(&json!({ "kind": "end", "message": message }));
        }
    }

    fn ask(&self, runtime: &Handle, stage: Arc<Mutex<Stage>>) {
        let (session, token) = (self.session.clone(), NumberOrString::String(self.token.clone()));
        runtime.spawn(async move {
            if session.client.create_work_done_progress(token.clone()).await.is_err() {
                return;
            }
            let mut stage = lock(&stage);
            if *stage == Stage::Silent {
                *stage = Stage::Shown(0);
                let title = "Reading the articles of the workspace";
                let begin = json!({ "kind": "begin", "title": title, "cancellable": true, "percentage": 0 });
                session.send_partial(&token, &begin);
            }
        });
    }

    fn send(&self, value: &Value) {
        self.session.send_partial(&NumberOrString::String(self.token.clone()), value);
    }
}

/// `token` is that of a search.
pub(in crate::lsp) fn is_search(token: &ProgressToken) -> bool {
    matches!(token, NumberOrString::String(token) if token.starts_with(TOKEN))
}

fn lock(stage: &Mutex<Stage>) -> MutexGuard<'_, Stage> {
    stage.lock().unwrap_or_else(PoisonError::into_inner)
}
