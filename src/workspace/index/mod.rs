//! The index: what is kept of every article on disk, so that nobody has to read it again. Who is named where, the
//! headings. Bounded in memory; filled by whoever owns it.

mod entry;
mod passages;
mod read;

pub use entry::{Entry, IndexedHeading, IndexedPerson, Place};
pub use passages::{Passage, Passages};
pub use read::{Skipped, Stamp, read_entry};

use rustc_hash::FxHashMap;
use std::{
    collections::{BTreeMap, hash_map},
    path::{Path, PathBuf},
    sync::Arc,
};

/// The most that all entries may take together, in bytes; articles that would not fit are not kept.
const LARGEST_INDEX: usize = 96 << 20;

/// Articles that are looked at for one passage: what stands in thousands must not cost a keystroke.
const MOST_ALIKE: usize = 12;

/// The articles on disk, by path.
#[derive(Debug, Default)]
pub struct Index {
    articles: BTreeMap<Arc<Path>, Kept>,
    /// By hash the articles that have a passage with it among its first, by path.
    by_hash: FxHashMap<u32, Vec<Arc<Path>>>,
    size: usize,
    edition: u64,
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
        self.edition += 1;
        let size = entry.size();
        if self.size + size > LARGEST_INDEX {
            return false;
        }
        self.size += size;
        let path: Arc<Path> = path.into();
        for hash in entry.passages.hashes() {
            let with = self.by_hash.entry(hash).or_default();
            if let Err(at) = with.binary_search(&path) {
                with.insert(at, path.clone());
            }
        }
        self.articles.insert(path, Kept { stamp, entry: Arc::new(entry) });
        true
    }

    /// Forgets the article at `path`.
    pub fn remove(&mut self, path: &Path) {
        if let Some((path, kept)) = self.articles.remove_entry(path) {
            self.edition += 1;
            self.size -= kept.entry.size();
            kept.entry.passages.hashes().for_each(|hash| self.forget(hash, &path));
        }
    }

    fn forget(&mut self, hash: u32, path: &Arc<Path>) {
        if let hash_map::Entry::Occupied(mut with) = self.by_hash.entry(hash) {
            if let Ok(at) = with.get().binary_search(path) {
                with.get_mut().remove(at);
            }
            if with.get().is_empty() {
                with.remove();
            }
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

    /// Another number whenever something else is kept.
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// Something is kept of another article than `here`.
    pub fn holds_another(&self, here: Option<&Path>) -> bool {
        let own = here.is_some_and(|here| self.articles.contains_key(here));
        self.articles.len() > usize::from(own)
    }

    /// What is kept of the first few articles but `here`, by path, that may hold a passage like `sketch`.
    pub fn entries_like(&self, sketch: &[u32], here: Option<&Path>) -> Vec<(Arc<Path>, Arc<Entry>)> {
        let here = here.map(Path::as_os_str);
        let is_other = |path: &&Arc<Path>| Some(path.as_os_str()) != here;
        let mut paths: Vec<&Arc<Path>> = Vec::new();
        for with in passages::keys(sketch).filter_map(|hash| self.by_hash.get(&hash)) {
            paths.extend(with.iter().filter(is_other).take(MOST_ALIKE));
        }
        if paths.is_empty() {
            return Vec::new();
        }
        paths.sort_unstable();
        paths.dedup();
        let kept = |path: &Arc<Path>| Some((path.clone(), self.articles.get(path)?.entry.clone()));
        paths.into_iter().take(MOST_ALIKE).filter_map(kept).collect()
    }

    /// The articles with the state of the file that is kept, by path.
    pub fn stamps(&self) -> impl Iterator<Item = (&Arc<Path>, Stamp)> {
        self.articles.iter().map(|(path, kept)| (path, kept.stamp))
    }

    /// What is kept, by path.
    pub fn articles(&self) -> impl Iterator<Item = (&Arc<Path>, &Arc<Entry>)> {
        self.articles.iter().map(|(path, kept)| (path, &kept.entry))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_articles_that_are_alike_the_first_others_are_told() {
        let mut index = Index::default();
        let passage = Passage { sketch: [1, 2, 3, 4].into(), place: Place::default() };
        let entry = || {
            let mut entry = Entry::default();
            entry.passages = [passage.clone()].into_iter().collect();
            entry
        };
        let paths: Vec<PathBuf> = (10..40).map(|number| format!("/{number}.md").into()).collect();
        for path in paths.iter().rev() {
            assert!(index.insert(path, Stamp::default(), entry()));
        }
        index.remove(&paths[1]);
        let alike = index.entries_like(&[3, 4, 5], Some(&paths[2]));
        let told: Vec<&Path> = alike.iter().map(|(path, _)| &**path).collect();
        assert_eq!(told, [&paths[..1], &paths[3..14]].concat());
        assert!(index.entries_like(&[5], None).is_empty());
    }

    #[test]
    fn what_is_replaced_or_gone_is_forgotten() {
        let mut index = Index::default();
        let stamp = Stamp::default();
        for path in ["/a.md", "/b.md", "/a.md"] {
            assert!(index.insert(Path::new(path), stamp, Entry::default()));
        }
        assert_eq!(index.articles().count(), 2);
        index.retain(&["/b.md".into(), "/c.md".into()]);
        assert_eq!(index.stamp(Path::new("/a.md")), None);
        assert_eq!(index.stamp(Path::new("/b.md")), Some(stamp));
        index.remove(Path::new("/b.md"));
        assert_eq!(index.size, 0);
    }
}
