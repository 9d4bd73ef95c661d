//! The index: what is kept of every article on disk, so that nobody has to read it again. Who is named where, the
//! headings. Bounded in memory; filled by whoever owns it.

mod entry;
mod read;

pub use entry::{Entry, IndexedHeading, IndexedPerson, Place};
pub use read::{Skipped, Stamp, read_entry};

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

/// The most that all entries may take together, in bytes; articles that would not fit are not kept.
const LARGEST_INDEX: usize = 96 << 20;

/// The articles on disk, by path.
#[derive(Debug, Default)]
pub struct Index {
    articles: BTreeMap<Arc<Path>, Kept>,
    size: usize,
}

#[derive(Debug)]
struct Kept {
    stamp: Stamp,
    entry: Arc<Entry>,
}

impl Index {
    /// Keeps `entry` of the article at `path` as of `stamp`, in place of an older one. Answers whether there was room.
    pub fn insert(&mut self, path: &Path, stamp: Stamp, entry: Entry) -> bool {
        self.remove(path);
        let size = entry.size();
        if self.size + size > LARGEST_INDEX {
            return false;
        }
        self.size += size;
        self.articles.insert(path.into(), Kept { stamp, entry: Arc::new(entry) });
        true
    }

    /// Forgets the article at `path`.
    pub fn remove(&mut self, path: &Path) {
        if let Some(kept) = self.articles.remove(path) {
            self.size -= kept.entry.size();
        }
    }

    /// Forgets every article but those of `paths`, which are sorted.
    pub fn retain(&mut self, paths: &[PathBuf]) {
        let is_gone = |path: &Path| paths.binary_search_by(|other| other.as_path().cmp(path)).is_err();
        let gone: Vec<Arc<Path>> = self.articles.keys().filter(|path| is_gone(path)).cloned().collect();
        gone.iter().for_each(|path| self.remove(path));
    }

    /// Which state of the file at `path` is kept; `None`: none.
    pub fn stamp(&self, path: &Path) -> Option<Stamp> {
        self.articles.get(path).map(|kept| kept.stamp)
    }

    /// What is kept, by path.
    pub fn entries(&self) -> Vec<(Arc<Path>, Arc<Entry>)> {
        self.articles.iter().map(|(path, kept)| (path.clone(), kept.entry.clone())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_replaced_or_gone_is_forgotten() {
        let mut index = Index::default();
        let stamp = Stamp::default();
        for path in ["/a.md", "/b.md", "/a.md"] {
            assert!(index.insert(Path::new(path), stamp, Entry::default()));
        }
        assert_eq!(index.entries().len(), 2);
        index.retain(&["/b.md".into(), "/c.md".into()]);
        assert_eq!(index.stamp(Path::new("/a.md")), None);
        assert_eq!(index.stamp(Path::new("/b.md")), Some(stamp));
        index.remove(Path::new("/b.md"));
        assert_eq!(index.size, 0);
    }
}
