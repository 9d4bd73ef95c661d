use super::{Outcome, Snapshot, desk::Desk};
use crate::analysis::{self, Memo};
use std::{
    collections::VecDeque,
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Condvar, Mutex, PoisonError},
    thread,
};

/// What is done with a snapshot whose analysis ended.
type Report = Arc<dyn Fn(&Arc<Snapshot>) + Send + Sync>;

/// The threads that analyse documents. At most one works on a document; each takes the documents in turn.
#[derive(Clone, Debug, Default)]
pub(in crate::lsp) struct Analysts(Arc<Queue>);

#[derive(Debug, Default)]
struct Queue {
    desks: Mutex<VecDeque<Arc<Desk>>>,
    called: Condvar,
}

impl Analysts {
    /// Starts one thread a core; each calls `report` with every snapshot whose analysis ended well or is off.
    pub(in crate::lsp) fn start(&self, report: impl Fn(&Arc<Snapshot>) + Send + Sync + 'static) -> io::Result<()> {
        let report: Report = Arc::new(report);
        let cores = thread::available_parallelism().map_or(1, usize::from);
        for _ in 0..cores {
            let (queue, report) = (self.0.clone(), report.clone());
            thread::Builder::new().name("analyst".into()).spawn(move || work(&queue, &*report))?;
        }
        Ok(())
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
        self.desks.lock().unwrap_or_else(PoisonError::into_inner).push_back(desk);
        self.called.notify_one();
    }

    fn next(&self) -> Arc<Desk> {
        let mut desks = self.desks.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match desks.pop_front() {
                Some(desk) => return desk,
                None => desks = self.called.wait(desks).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }
}

fn work(queue: &Queue, report: &dyn Fn(&Arc<Snapshot>)) {
    loop {
        let desk = queue.next();
        let Some(snapshot) = desk.take() else { continue };
        let outcome = outcome(&snapshot, &mut desk.memo());
        let is_worth_telling = matches!(outcome, Outcome::Done(_) | Outcome::Off);
        snapshot.settle(outcome);
        if is_worth_telling {
            report(&snapshot);
        }
        queue.call(desk);
    }
}

fn outcome(snapshot: &Snapshot, memo: &mut Memo) -> Outcome {
    let Some(language) = snapshot.article() else { return Outcome::Off };
    let settings = &snapshot.around.config.settings;
    let analyze = || analysis::analyze(snapshot.text(), language, settings, memo, &|| snapshot.is_outdated());
    match catch_unwind(AssertUnwindSafe(analyze)) {
        Ok(Some(analysis)) => Outcome::Done(Box::new(analysis)),
        Ok(None) => Outcome::Outdated,
        Err(_) => {
            *memo = Memo::default();
            tracing::error!("the analysis of {} panicked; the session goes on", snapshot.uri.as_str());
            Outcome::Failed
        }
    }
}
