use super::{Facts, guess, is_article, parts::Readings};
use crate::{
    syntax::{Article, Block, Language},
    text::Span,
};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};
use std::hash::{BuildHasher, Hash, Hasher};

/// Blocks beyond those of the current version that are kept, so that an undo finds them.
const SPARE: usize = 64;

/// Facts of the blocks of the versions analysed last, by their content. What it holds never changes what is found: it
/// only saves finding it again.
#[derive(Debug, Default)]
pub struct Memo {
    facts: FxHashMap<Key, Entry>,
    /// The readings of the parts of the current version, where it is read in parts.
    pub(super) readings: Readings,
    /// The blocks of the current version, in order.
    order: Vec<Key>,
    /// Whether the last sample of a text was of an article, by its hash.
    article: Option<(u64, bool)>,
    /// Number of the current version.
    version: u64,
}

/// The content of a block: a hash, and the length to be safe.
type Key = (u64, u32);

#[derive(Debug)]
struct Entry {
    facts: Facts,
    /// The version in which the block stood last.
    version: u64,
}

impl Memo {
    /// Number of blocks whose facts are kept.
    pub fn len(&self) -> usize {
        self.facts.len()
    }

    /// Keeps nothing.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// The facts of every block of `article`; those of blocks that stood in a version before are taken from there.
    /// `None` when `cancelled` said so.
    pub(super) fn facts(&mut self, text: &str, article: &Article, cancelled: &dyn Fn() -> bool) -> Option<Vec<Facts>> {
        self.version += 1;
        let mut all = Vec::with_capacity(article.blocks.len());
        let mut order = Vec::with_capacity(article.blocks.len());
        for (at, block) in article.blocks.iter().enumerate() {
            if cancelled() {
                return None;
            }
            let words = block.span.of(text);
            let key = key(block, words);
            all.push(self.of(key, block, words, at));
            order.push(key);
        }
        self.order = order;
        self.forget(article.blocks.len());
        Some(all)
    }

    /// What [`is_article`] says of `text`.
    pub(super) fn is_article(&mut self, text: &str, language: Language) -> bool {
        let key = FxBuildHasher.hash_one((guess::sample(text), language));
        match self.article {
            Some((known, is_article)) if known == key => is_article,
            _ => self.article.insert((key, is_article(text, language))).1,
        }
    }

    /// The facts of `block`, number `at` of the version; the block that stood there last is the likeliest to be like it.
    fn of(&mut self, key: Key, block: &Block, words: &str, at: usize) -> Facts {
        if let Some(entry) = self.facts.get_mut(&key) {
            entry.version = self.version;
            return entry.facts.clone();
        }
        let last = self.order.get(at).and_then(|key| self.facts.get(key));
        let facts = Facts::new(block, words, last.map(|entry| &entry.facts));
        self.facts.insert(key, Entry { facts: facts.clone(), version: self.version });
        facts
    }

    /// Drops blocks of older versions once they outnumber the `blocks` of this one.
    fn forget(&mut self, blocks: usize) {
        if self.facts.len() > blocks + blocks / 8 + SPARE {
            let version = self.version;
            self.facts.retain(|_, entry| entry.version == version);
        }
    }
}

fn key(block: &Block, words: &str) -> Key {
    let mut hasher = FxHasher::default();
    (block.kind, words).hash(&mut hasher);
    let markup: &[Span] = &block.markup;
    markup.hash(&mut hasher);
    (hasher.finish(), block.span.end - block.span.start)
}
