use super::{Inner, progress::Progress, repeats};
use crate::{
    lsp::{background::stand_back, session::Session},
    text::Encoding,
    workspace::{Neighbourhoods, Skipped, Stamp, Surroundings, articles, read_entry},
};
use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Weak,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};
use tokio::runtime::Handle;

/// Articles of a workspace that are kept; more are left out.
const MOST_ARTICLES: usize = 50_000;

/// Does what is ordered until the session is over.
pub(super) fn work(inner: &Inner, session: &Weak<Session>, runtime: &Handle) {
    stand_back();
    while let Some((search, changed)) = inner.next() {
        let Some(session) = session.upgrade() else { return };
        let mut desk = Desk::new(inner, &session);
        let is_new = |path: &&PathBuf| inner.index().stamp(path).is_none() && path.is_file();
        let (new, known): (Vec<&PathBuf>, Vec<_>) = changed.iter().partition(is_new);
        known.into_iter().for_each(|path| desk.look_again(path));
        // Only a search knows what .gitignore and the configuration leave out.
        if search || new.iter().any(|path| desk.is_inside(path)) {
            desk.search(runtime);
        }
        session.wake();
    }
}

/// The work on one order.
struct Desk<'a> {
    inner: &'a Inner,
    session: &'a Arc<Session>,
    folders: Vec<PathBuf>,
    settings: Value,
    known: Neighbourhoods,
    encoding: Encoding,
}

impl<'a> Desk<'a> {
    fn new(inner: &'a Inner, session: &'a Arc<Session>) -> Self {
        let environment = session.environment();
        let (folders, settings) = (environment.folders().to_vec(), environment.settings().clone());
        drop(environment);
        let encoding = session.peer().encoding;
        Self { inner, session, folders, settings, known: Neighbourhoods::default(), encoding }
    }

    /// Reads what is new in the folders and forgets what is gone.
    fn search(&mut self, runtime: &Handle) {
        let Some(paths) = self.paths() else { return };
        self.inner.index().retain(&paths);
        let stale: Vec<PathBuf> = paths.into_iter().filter(|path| self.is_stale(path)).collect();
        let progress = Progress::begin(self.session, runtime, stale.len());
        let next = AtomicUsize::new(0);
        let this = &*self;
        let read = || {
            stand_back();
            while let Some(path) = stale.get(next.fetch_add(1, Ordering::Relaxed)) {
                if this.inner.is_cancelled() {
                    return;
                }
                this.read(path);
                progress.tick();
            }
        };
        thread::scope(|readers| {
            let cores = thread::available_parallelism().map_or(1, usize::from);
            (0..cores).for_each(|_| _ = readers.spawn(read));
        });
        progress.end();
        if !stale.is_empty() {
            let _inside = runtime.enter();
            repeats::tell(self.session);
        }
    }

    /// The articles in the folders, sorted; `None` when nobody wants them any longer.
    fn paths(&mut self) -> Option<Vec<PathBuf>> {
        let mut paths = Vec::new();
        for found in self.folders.clone().iter().flat_map(|folder| articles(folder)) {
            if self.inner.is_cancelled() {
                return None;
            }
            match found {
                Ok(path) if !self.excludes(&path) => paths.push(path),
                Ok(_) => {}
                Err(error) => tracing::warn!("not indexed: {error}"),
            }
            if paths.len() == MOST_ARTICLES {
                tracing::warn!("the workspace has more than {MOST_ARTICLES} articles; the rest is not indexed");
                break;
            }
        }
        paths.sort_unstable();
        paths.dedup();
        Some(paths)
    }

    fn excludes(&mut self, path: &Path) -> bool {
        let folder = path.parent().unwrap_or(path);
        let settings = &self.settings;
        let around = self.known.of(folder, &|folder| Surroundings::of(folder, Some(settings)));
        around.config.excludes(path)
    }

    fn is_stale(&self, path: &Path) -> bool {
        let kept = self.inner.index().stamp(path);
        kept.is_none() || Stamp::of(path).ok() != kept
    }

    fn is_inside(&self, path: &Path) -> bool {
        self.folders.iter().any(|folder| path.starts_with(folder))
    }

    /// Something happened to an article that is kept.
    fn look_again(&self, path: &Path) {
        if self.inner.index().stamp(path).is_some() {
            self.read(path);
        }
    }

    fn read(&self, path: &Path) {
        let read = read_entry(path, self.encoding, &|| self.inner.is_cancelled());
        let mut index = self.inner.index();
        match read {
            Ok((stamp, entry)) => {
                if !index.insert(path, stamp, entry) {
                    tracing::warn!("{}: not indexed, the index is full", path.display());
                }
            }
            Err(Skipped::Cancelled) => {}
            Err(skipped) => {
                index.remove(path);
                if !skipped.is_gone() {
                    tracing::warn!("{}: {skipped}", path.display());
                }
            }
        }
    }
}
