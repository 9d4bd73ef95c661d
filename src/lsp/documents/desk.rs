use super::{Outcome, Snapshot};
use crate::{
    analysis::Memo,
    lsp::{library::KeptPlaces, written::Written},
};
use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicU64, Ordering},
};

/// The number that no snapshot has: the document was closed.
const CLOSED: u64 = u64::MAX;

/// Where one open document is analysed: the snapshot that waits, what the last analysis remembers, what was told last, and
/// what other articles share with it.
#[derive(Debug, Default)]
pub(in crate::lsp) struct Desk {
    newest: AtomicU64,
    tray: Mutex<Tray>,
    memo: Mutex<Memo>,
    written: Mutex<Written>,
    kept_places: Mutex<KeptPlaces>,
}

#[derive(Debug, Default)]
struct Tray {
    waiting: Option<Arc<Snapshot>>,
    /// An analyst works here, or is asked to.
    taken: bool,
}

impl Desk {
    /// The number for another snapshot, which is the newest from now on.
    pub(super) fn next_number(&self) -> u64 {
        self.newest.fetch_add(1, Ordering::AcqRel) + 1
    }

    /// The number of the newest snapshot.
    pub(super) fn newest(&self) -> u64 {
        self.newest.load(Ordering::Acquire)
    }

    /// The document was closed.
    pub(super) fn is_closed(&self) -> bool {
        self.newest() == CLOSED
    }

    /// Nothing here is wanted any longer.
    pub(super) fn close(&self) {
        self.newest.store(CLOSED, Ordering::Release);
        if let Some(waiting) = self.tray().waiting.take() {
            waiting.settle(Outcome::Outdated);
        }
    }

    /// Leaves `snapshot` in place of whatever waited before. Answers whether an analyst must be called.
    pub(super) fn leave(&self, snapshot: Arc<Snapshot>) -> bool {
        let mut tray = self.tray();
        if let Some(older) = tray.waiting.replace(snapshot) {
            older.settle(Outcome::Outdated);
        }
        !std::mem::replace(&mut tray.taken, true)
    }

    /// Takes the snapshot that waits, unless it was given up meanwhile.
    pub(super) fn take(&self) -> Option<Arc<Snapshot>> {
        self.tray().waiting.take()
    }

    /// Ends the analyst's turn. Answers whether another snapshot waits, for which an analyst must be called; when none
    /// does, the desk is free.
    pub(super) fn release(&self) -> bool {
        let mut tray = self.tray();
        tray.taken = tray.waiting.is_some();
        tray.taken
    }

    /// What the last analysis remembers. Held by the one analyst at the desk.
    pub(super) fn memo(&self) -> MutexGuard<'_, Memo> {
        self.memo.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What was told of the document last.
    pub(super) fn written(&self) -> MutexGuard<'_, Written> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where the last version's passages stand in other articles.
    pub(super) fn kept_places(&self) -> MutexGuard<'_, KeptPlaces> {
        self.kept_places.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tray(&self) -> MutexGuard<'_, Tray> {
        self.tray.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
