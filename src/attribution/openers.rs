//! Which words that open a sentence and a source are names, by how the whole article writes them.

use super::{block::BlockSpeech, cues::Opener};
use crate::{
    analysis::Facts,
    model::Recall,
    syntax::{Article, BlockKind, Prose},
};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// How often the article writes each opener inside of sentences, with a capital and without one.
#[derive(Default)]
pub struct Openers(FxHashMap<u32, Count>);

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    capital: u32,
    small: u32,
}

/// How often a block writes the openers of the article, as counted last.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct KeptOpeners(Recall<Counted>);

/// How often one block writes some words inside of sentences; kept with the block.
#[derive(Clone, Debug)]
struct Counted {
    /// Ascending.
    words: Arc<[u32]>,
    /// Those of them that it writes.
    counts: Vec<(u32, Count)>,
}

impl Openers {
    /// Counts the openers of the blocks that are `told`, all in one look over the article; headings do not count.
    pub fn new<'a>(
        text: &str,
        article: &Article,
        facts: &[Facts],
        told: impl Iterator<Item = &'a BlockSpeech>,
    ) -> Self {
        let of_block = |speech: &'a BlockSpeech| {
            let cues = speech.cues.iter().filter_map(|cue| cue.opener);
            cues.chain(speech.claims.iter().filter_map(|open| open.claim.opener))
        };
        let mut words: Vec<u32> = told.flat_map(of_block).map(|opener| opener.word).collect();
        if words.is_empty() {
            return Self::default();
        }
        words.sort_unstable();
        words.dedup();
        let words: Arc<[u32]> = words.into();
        let mut counts = FxHashMap::<u32, Count>::default();
        let body = article.blocks.iter().zip(facts).filter(|(block, _)| !matches!(block.kind, BlockKind::Heading(_)));
        for (block, facts) in body {
            let last = facts.openers.0.get_if(|last| last.words == words);
            let counted = last.unwrap_or_else(|| {
                let counted = Counted::new(facts.prose(block, block.span.of(text)), words.clone());
                facts.openers.0.keep(counted.clone());
                counted
            });
            for (word, count) in counted.counts {
                let all = counts.entry(word).or_default();
                all.capital += count.capital;
                all.small += count.small;
            }
        }
        Self(counts)
    }

    /// The article writes the word with a capital more often than without one; where it does not tell, what the
    /// corpora say.
    pub fn is_name(&self, opener: Opener) -> bool {
        match self.0.get(&opener.word) {
            Some(count) if count.capital + count.small > 0 => count.capital > count.small,
            _ => opener.is_name,
        }
    }
}

impl Counted {
    fn new(prose: &Prose, words: Arc<[u32]>) -> Self {
        let mut counts = FxHashMap::<u32, Count>::default();
        for token in prose.sentences.iter().flat_map(|sentence| prose.tokens_of(sentence).iter().skip(1)) {
            if words.binary_search(&token.lower).is_ok() {
                let count = counts.entry(token.lower).or_default();
                *if token.capital { &mut count.capital } else { &mut count.small } += 1;
            }
        }
        Self { words, counts: counts.into_iter().collect() }
    }
}
