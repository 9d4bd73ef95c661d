use super::{Facts, guess::Styles, parts::Readings};
use crate::{
    boilerplate::KeptRepeats,
    syntax::{Article, Block, KeptBlocks, Language, Unchanged},
    text::{KeptText, LineIndex, Span},
};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

/// Blocks beyond those of the current version that are kept, so that an undo finds them.
const SPARE: usize = 64;

/// How many blocks of the last version are looked at for the next block of this one before it is looked up.
const NEAR: usize = 3;

/// Facts of the blocks of the versions analysed last, by their content. What it holds never changes what is found: it
/// only saves finding it again.
#[derive(Debug, Default)]
pub struct Memo {
    facts: FxHashMap<Key, Facts>,
    /// The current version, as long as its facts are those of `order`.
    version: Version,
    /// The blocks of the current version, in order.
    order: Vec<(Key, Facts)>,
    /// The readings of the parts of the current version, where it is read in parts.
    pub(super) readings: Readings,
    /// The passages of the current version.
    pub(super) passages: KeptRepeats,
    /// By what the text was taken for an article or none.
    styles: Styles,
}

/// A version of a text and how it was split.
#[derive(Debug, Default)]
struct Version {
    text: KeptText,
    blocks: KeptBlocks,
}

/// The content of a block: a hash, and the length to be safe.
type Key = (u64, u32);

impl Memo {
    /// Number of blocks whose facts are kept.
    pub fn len(&self) -> usize {
        self.facts.len()
    }

    /// Keeps nothing.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// The lines and the blocks of `text`, and the facts of each block; those of blocks that stood in a version before are
    /// taken from there. `None` when `cancelled` said so.
    pub(super) fn read(
        &mut self,
        text: &str,
        language: Language,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<(LineIndex, Article, Vec<Facts>)> {
        let mut version = std::mem::take(&mut self.version);
        let (lines, common) = version.text.follow(text);
        let (article, unchanged) = version.blocks.parse(text, &lines, language, common);
        self.renew(text, &article, unchanged, cancelled)?;
        self.version = version;
        Some((lines, article, self.order.iter().map(|(_, facts)| facts.clone()).collect()))
    }

    /// Goes over to the facts of the blocks of `article`. `None` when `cancelled` said so: then nothing changes.
    fn renew(
        &mut self,
        text: &str,
        article: &Article,
        unchanged: Unchanged,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<()> {
        let Unchanged { before, after } = unchanged;
        let last = before..self.order.len() - after;
        let blocks = &article.blocks[before..article.blocks.len() - after];
        let mut new: Vec<(Key, Facts)> = Vec::with_capacity(blocks.len());
        let mut next = last.start;
        for block in blocks {
            if cancelled() {
                return None;
            }
            let words = block.span.of(text);
            let key = key(block, words);
            let known = &self.order[next..last.end];
            let facts = match known.iter().take(NEAR).position(|(near, _)| *near == key) {
                Some(skipped) => {
                    next += skipped + 1;
                    known[skipped].1.clone()
                }
                None => {
                    let like = self.order.get(next).map(|(_, facts)| facts);
                    self.facts.entry(key).or_insert_with(|| Facts::new(block, words, like)).clone()
                }
            };
            new.push((key, facts));
        }
        self.order.splice(last, new);
        self.forget();
        Some(())
    }

    /// What [`is_article`](super::is_article) says of `text`.
    pub(super) fn is_article(&mut self, text: &str, language: Language) -> bool {
        self.styles.is_article(text, language)
    }

    /// Drops blocks of older versions once they outnumber those of this one.
    fn forget(&mut self) {
        let blocks = self.order.len();
        if self.facts.len() > blocks + blocks / 8 + SPARE {
            self.facts = self.order.iter().cloned().collect();
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
