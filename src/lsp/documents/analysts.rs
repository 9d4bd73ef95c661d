use super::{Outcome, Snapshot, desk::Desk};
use crate::{
    analysis::{self, Analysis, Memo},
    boilerplate,
    lsp::{
        background::stand_back,
        waits::{self, Woken},
    },
    syntax::Language,
};
use std::{
    collections::VecDeque,
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::{self, Thread},
};

/// Analyses an article; `None` when it became outdated meanwhile.
pub(in crate::lsp) type Engine = fn(&Snapshot, Language, &mut Memo) -> Option<Analysis>;

/// What is done with a snapshot whose analysis ended, and with the requests that waited for it.
type Report = dyn Fn(&Arc<Snapshot>, Woken) + Send + Sync;

/// The threads that analyse documents. At most one works on a document; each takes the documents in turn.
#[derive(Clone, Debug, Default)]
pub(in crate::lsp) struct Analysts(Arc<Queue>);

#[derive(Debug, Default)]
struct Queue(Mutex<Calls>);

#[derive(Debug, Default)]
struct Calls {
    desks: VecDeque<Arc<Desk>>,
    /// Who waits to be called; who came last is called first, and has everything at hand still.
    idle: Vec<Thread>,
    /// The session is over.
    closed: bool,
}

impl Analysts {
    /// Starts one thread a core; each calls `report` with every snapshot whose analysis ended well or is off. Another makes
    /// ready meanwhile what the first key needs.
    pub(in crate::lsp) fn start(
        &self,
        engine: Engine,
        report: impl Fn(&Arc<Snapshot>, Woken) + Send + Sync + 'static,
    ) -> io::Result<()> {
        let report: Arc<Report> = Arc::new(report);
        let cores = thread::available_parallelism().map_or(1, usize::from);
        for _ in 0..cores {
            let (queue, report) = (self.0.clone(), report.clone());
            thread::Builder::new().name("analyst".into()).spawn(move || work(&queue, engine, &*report))?;
        }
        thread::Builder::new().name("assistant".into()).spawn(|| {
            stand_back();
            boilerplate::prepare_for_changes();
        })?;
        Ok(())
    }

    /// Lets the threads end; nothing is analysed any longer.
    pub(in crate::lsp) fn close(&self) {
        let mut calls = self.0.calls();
        calls.closed = true;
        calls.idle.drain(..).for_each(|analyst| analyst.unpark());
    }

    /// Asks for the analysis of `snapshot`; an older one of the same document that still waits is given up.
    pub(super) fn ask(&self, snapshot: Arc<Snapshot>) {
        let desk = snapshot.desk.clone();
        if desk.leave(snapshot) {
            self.0.call(desk);
        }
    }
}

impl Queue {
    fn call(&self, desk: Arc<Desk>) {
        let mut calls = self.calls();
        calls.desks.push_back(desk);
        let called = calls.idle.pop();
        drop(calls);
        called.inspect(Thread::unpark);
    }

    /// Leaves a desk to whoever is the next to call [`Self::next`], which the caller is about to do.
    fn put_back(&self, desk: Arc<Desk>) {
        self.calls().desks.push_back(desk);
    }

    /// Waits for a desk where something is to be done; `None` once the session is over.
    fn next(&self) -> Option<Arc<Desk>> {
        let this = thread::current();
        loop {
            let mut calls = self.calls();
            calls.idle.retain(|analyst| analyst.id() != this.id());
            if calls.closed {
                return None;
            }
            if let Some(desk) = calls.desks.pop_front() {
                return Some(desk);
            }
            calls.idle.push(this.clone());
            drop(calls);
            thread::park();
        }
    }

    fn calls(&self) -> MutexGuard<'_, Calls> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The engine itself.
pub(in crate::lsp) fn analyze(snapshot: &Snapshot, language: Language, memo: &mut Memo) -> Option<Analysis> {
    let settings = &snapshot.around.config.settings;
    analysis::analyze(snapshot.text(), language, settings, memo, &|| snapshot.is_outdated())
}

fn work(queue: &Queue, engine: Engine, report: &Report) {
    while let Some(desk) = queue.next() {
        if let Some(snapshot) = desk.take() {
            let first = outcome(&snapshot, engine, &mut desk.memo());
            let is_worth_telling = matches!(first, Outcome::Done(_) | Outcome::Off);
            let woken = waits::gather(|| snapshot.settle(first));
            if is_worth_telling && catch_unwind(AssertUnwindSafe(|| report(&snapshot, woken))).is_err() {
                tracing::error!("the findings of {} could not be told", snapshot.uri.as_str());
            }
            if is_worth_telling && snapshot.is_first() {
                // Nothing new is found: the memo gets what a text needs that is read again, before somebody types.
                drop(outcome(&snapshot, engine, &mut desk.memo()));
            }
        }
        if desk.release() {
            queue.put_back(desk);
        }
    }
}

/// Analyses `snapshot`; a panic costs this analysis alone.
pub(super) fn outcome(snapshot: &Snapshot, engine: Engine, memo: &mut Memo) -> Outcome {
    let Some(language) = snapshot.article() else { return Outcome::Off };
    match catch_unwind(AssertUnwindSafe(|| engine(snapshot, language, memo))) {
        Ok(Some(analysis)) => Outcome::Done(Box::new(analysis)),
        Ok(None) => Outcome::Outdated,
        Err(_) => {
            *memo = Memo::default();
            tracing::error!("the analysis of {} panicked; the session goes on", snapshot.uri.as_str());
            Outcome::Failed
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Documents, super::Kind, *};
    use crate::text::{Buffer, Change, Encoding};
    use std::sync::{
        atomic::{AtomicBool, Ordering},
        mpsc,
    };

    const ARTICLE: Kind = Kind::Article(Language::PlainText);

    fn uri(name: &str) -> tower_lsp::ls_types::Uri {
        format!("file:///{name}").parse().expect("an address")
    }

    /// Documents analysed by `engine`, and the versions that are reported.
    fn documents(engine: Engine) -> (Documents, mpsc::Receiver<i32>) {
        let (reported, reports) = mpsc::channel();
        let analysts = Analysts::default();
        let report = move |snapshot: &Arc<Snapshot>, _: Woken| _ = reported.send(snapshot.version());
        analysts.start(engine, report).expect("threads start");
        (Documents::new(analysts), reports)
    }

    #[test]
    fn a_panic_costs_one_version_alone() {
        let (mut documents, reports) = documents(|snapshot, language, memo| {
            assert_ne!(snapshot.text(), "bad", "as the test wants it");
            analyze(snapshot, language, memo)
        });
        let bad = documents.open(uri("a"), ARTICLE, Buffer::new("bad", 1), Arc::default());
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        assert!(matches!(runtime.block_on(bad.outcome()), Outcome::Failed));
        documents.open(uri("a"), ARTICLE, Buffer::new("good", 2), Arc::default());
        documents.open(uri("b"), ARTICLE, Buffer::new("good", 3), Arc::default());
        let mut versions = [reports.recv().expect("a report"), reports.recv().expect("a report")];
        versions.sort_unstable();
        assert_eq!(versions, [2, 3]);
    }

    #[test]
    fn a_text_that_was_opened_is_read_again_for_the_first_key() {
        static READ: Mutex<Vec<(i32, bool)>> = Mutex::new(Vec::new());
        let (mut documents, reports) = documents(|snapshot, language, memo| {
            READ.lock().expect("nobody panicked").push((snapshot.version(), memo.is_empty()));
            analyze(snapshot, language, memo)
        });
        let first = documents.open(uri("a"), ARTICLE, Buffer::new("One.", 1), Arc::default());
        assert_eq!(reports.recv(), Ok(1));
        let change = Change { range: None, text: "Two.".to_owned() };
        documents.change(&first.uri, &[change], 2, Encoding::default());
        assert_eq!(reports.recv(), Ok(2), "the second reading is not told");
        assert_eq!(*READ.lock().expect("nobody panicked"), [(1, true), (1, false), (2, false)]);
    }

    #[test]
    fn what_waits_gives_way_to_what_came_later() {
        static HELD: Mutex<()> = Mutex::new(());
        static BEGUN: AtomicBool = AtomicBool::new(false);
        let held = HELD.lock().expect("nobody panicked");
        let (mut documents, reports) = documents(|snapshot, language, memo| {
            BEGUN.store(true, Ordering::Release);
            drop(HELD.lock());
            analyze(snapshot, language, memo)
        });
        let first = documents.open(uri("a"), ARTICLE, Buffer::new("One.", 1), Arc::default());
        while !BEGUN.load(Ordering::Acquire) {
            thread::yield_now();
        }
        for version in 2..=4 {
            let change = Change { range: None, text: "Later.".to_owned() };
            documents.change(&first.uri, &[change], version, Encoding::default());
        }
        drop(held);
        assert_eq!(reports.recv(), Ok(4), "the first is outdated, and two gave way");
    }
}
