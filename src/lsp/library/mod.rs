//! The articles of the workspace on disk: read in the background at low cost, kept as files change. Where one is open
//! in the editor, what stands there counts.
//!
//! | module | what |
//! |---|---|
//! | `kept_places` | where the passages of a document stand in others |
//! | `librarian` | the thread that reads |
//! | `progress` | how far it is, for the client |
//! | `repeats` | passages that stand in other articles too |
//! | `shelf` | what is known, open articles as they stand |
//! | `unopened` | findings of articles that nobody has open |

mod kept_places;
mod librarian;
mod progress;
mod repeats;
mod shelf;
mod unopened;

pub(super) use kept_places::KeptPlaces;
pub(super) use progress::is_search;
pub(super) use shelf::{Naming, Volume};
pub(super) use unopened::Unopened;

use super::session::Session;
use crate::workspace::{Index, is_article_file};
use std::{
    collections::BTreeSet,
    path::PathBuf,
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};
use tokio::runtime::Handle;

/// Changed files that are read one by one; where there are more, the folders are searched instead.
const MOST_CHANGES: usize = 200;

/// What is known of the articles on disk, and what is still to be read.
#[derive(Debug, Default)]
pub(super) struct Library(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    index: Mutex<Index>,
    orders: Mutex<Orders>,
    called: Condvar,
    started: AtomicBool,
    /// The search under way is to stop.
    cancelled: AtomicBool,
}

/// What the librarian is asked to do.
#[derive(Debug, Default)]
struct Orders {
    search: bool,
    changed: BTreeSet<PathBuf>,
    closed: bool,
}

impl Library {
    /// Starts the thread that reads, once. Called from inside the runtime, on which the client is asked things.
    pub(super) fn start(&self, session: &Arc<Session>) {
        if self.0.started.swap(true, Ordering::Relaxed) {
            return;
        }
        let (inner, session, runtime) = (self.0.clone(), Arc::downgrade(session), Handle::current());
        let work = move || librarian::work(&inner, &session, &runtime);
        let started = thread::Builder::new().name("librarian".into()).spawn(work);
        if let Err(error) = started {
            tracing::error!("the workspace is not read: {error}");
        }
    }

    /// Searches the folders; files that did not change since they were read are not read again.
    pub(super) fn search(&self) {
        self.0.order(|orders| orders.search = true);
    }

    /// Something happened to the file or folder at `path`.
    pub(super) fn changed(&self, path: PathBuf) {
        self.0.order(|orders| {
            orders.search |= !is_article_file(&path) || orders.changed.len() >= MOST_CHANGES;
            if is_article_file(&path) && orders.changed.len() < MOST_CHANGES {
                orders.changed.insert(path);
            }
        });
    }

    /// Stops the search that is under way; what was read is kept.
    pub(super) fn cancel(&self) {
        self.0.cancelled.store(true, Ordering::Relaxed);
    }
}

impl Drop for Library {
    fn drop(&mut self) {
        self.cancel();
        self.0.order(|orders| orders.closed = true);
    }
}

impl Inner {
    fn index(&self) -> MutexGuard<'_, Index> {
        self.index.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn orders(&self) -> MutexGuard<'_, Orders> {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn order(&self, order: impl FnOnce(&mut Orders)) {
        order(&mut self.orders());
        self.called.notify_all();
    }

    /// Waits for something to do: whether to search, and the changed files. `None` once the session is over.
    fn next(&self) -> Option<(bool, BTreeSet<PathBuf>)> {
        let idle = |orders: &mut Orders| !orders.closed && !orders.search && orders.changed.is_empty();
        let mut orders = self.called.wait_while(self.orders(), idle).unwrap_or_else(PoisonError::into_inner);
        if orders.closed {
            return None;
        }
        self.cancelled.store(false, Ordering::Relaxed);
        Some((std::mem::take(&mut orders.search), std::mem::take(&mut orders.changed)))
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}
