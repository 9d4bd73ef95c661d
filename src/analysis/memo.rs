use super::Facts;
use crate::{
    syntax::{Article, Block},
    text::Span,
};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

/// Facts of the blocks of the last analysed version, by their content.
#[derive(Debug, Default)]
pub struct Memo {
    facts: FxHashMap<u64, Facts>,
}

impl Memo {
    /// The facts of every block of `article`; those of blocks that stood in the last version are taken from there.
    /// Forgets the blocks that are gone. `None` when `cancelled` said so.
    pub(super) fn facts(&mut self, text: &str, article: &Article, cancelled: &dyn Fn() -> bool) -> Option<Vec<Facts>> {
        let mut kept = FxHashMap::default();
        let mut all = Vec::with_capacity(article.blocks.len());
        for block in &article.blocks {
            if cancelled() {
                self.facts.extend(kept);
                return None;
            }
            let words = block.span.of(text);
            let key = key(block, words);
            let facts = self.facts.get(&key).cloned().unwrap_or_else(|| Facts::new(block, words));
            kept.insert(key, facts.clone());
            all.push(facts);
        }
        self.facts = kept;
        Some(all)
    }
}

fn key(block: &Block, words: &str) -> u64 {
    let mut hasher = FxHasher::default();
    (block.kind, words).hash(&mut hasher);
    let markup: &[Span] = &block.markup;
    markup.hash(&mut hasher);
    hasher.finish()
}
