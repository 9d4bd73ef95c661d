//! Which words that open a sentence and a source are names, by how the whole article writes them.

use super::{block::BlockSpeech, cues::Opener};
use crate::{
    analysis::Facts,
    syntax::{Article, BlockKind},
};
use rustc_hash::FxHashMap;

/// How often the article writes each opener inside of sentences, with a capital and without one.
#[derive(Default)]
pub struct Openers(FxHashMap<u32, Count>);

#[derive(Clone, Copy, Default)]
struct Count {
    capital: u32,
    small: u32,
}

impl Openers {
    /// Counts the openers of the blocks that are `told`, all in one look over the article; headings do not count.
    pub fn new<'a>(article: &Article, facts: &[Facts], told: impl Iterator<Item = &'a BlockSpeech>) -> Self {
        let of_block = |speech: &'a BlockSpeech| {
            let cues = speech.cues.iter().filter_map(|cue| cue.opener);
            cues.chain(speech.claims.iter().filter_map(|open| open.claim.opener))
        };
        let mut counts: FxHashMap<u32, Count> =
            told.flat_map(of_block).map(|opener| (opener.word, Count::default())).collect();
        if counts.is_empty() {
            return Self::default();
        }
        let text = article.blocks.iter().zip(facts).filter(|(block, _)| !matches!(block.kind, BlockKind::Heading(_)));
        for prose in text.map(|(_, facts)| &facts.prose) {
            for token in prose.sentences.iter().flat_map(|sentence| prose.tokens_of(sentence).iter().skip(1)) {
                if let Some(count) = counts.get_mut(&token.lower) {
                    *if token.capital { &mut count.capital } else { &mut count.small } += 1;
                }
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
