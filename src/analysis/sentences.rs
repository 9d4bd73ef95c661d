//! Sentences of a block that stood in its last version too: what depends on a sentence alone is taken from there.

use super::facts::Cut;
use crate::{
    model::tagger::Tag,
    people::{BlockNames, Candidate},
    syntax::Prose,
};
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// Sentences of the shortest block in which it pays to know them again.
const WORTH: usize = 2;

/// What each sentence of a block is known by: its text, and how it is cut into tokens. Of short blocks nothing is known.
pub(super) fn keys(text: &str, prose: &Prose) -> Box<[u64]> {
    if prose.sentences.len() < WORTH {
        return Box::default();
    }
    let key = |sentence| {
        let mut hasher = FxHasher::default();
        let tokens = prose.tokens_of(sentence);
        sentence.span.of(text).hash(&mut hasher);
        for token in tokens {
            let span = token.span.relative_to(sentence.span.start);
            hasher.write_u64(u64::from(span.start) << 32 | u64::from(span.end));
            hasher.write_u8(token.kind as u8);
        }
        hasher.finish()
    };
    prose.sentences.iter().map(key).collect()
}

/// The sentences of a block that stood in its last version.
pub(super) struct Same<'a> {
    last: &'a Cut,
    /// The number of each sentence there.
    numbers: Vec<Option<usize>>,
}

impl<'a> Same<'a> {
    /// Those of the sentences with these `keys` that stood in `last`.
    pub(super) fn new(keys: &[u64], last: &'a Cut) -> Self {
        let number = |key: &u64| last.keys.iter().position(|other| other == key);
        Self { last, numbers: keys.iter().map(number).collect() }
    }

    /// The parts of speech in sentence `at`, where they were asked for in the last version.
    pub(super) fn tags(&self, at: usize) -> Option<&'a [Tag]> {
        self.last.tags.known(self.number(at)?)
    }

    /// The candidates for names in sentence `at`, where `names` are those of the last version.
    pub(super) fn candidates<'b>(&self, at: usize, names: &'b BlockNames) -> Option<&'b [Candidate]> {
        let (first, end) = self.last.prose.sentences.get(self.number(at)?)?.tokens;
        Some(names.between(first, end))
    }

    /// The number of sentence `at` in the last version.
    fn number(&self, at: usize) -> Option<usize> {
        *self.numbers.get(at)?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys_of(text: &str) -> Box<[u64]> {
        keys(text, &Prose::new(text, &[]))
    }

    #[test]
    fn a_sentence_is_known_again_behind_another() {
        let (short, long) = (
            keys_of("He left. The pier stood. It held. So did he."),
            keys_of("He left late. The pier stood. It held. So did he."),
        );
        assert_ne!(short[0], long[0]);
        assert_eq!(short[1], long[1]);
    }

    #[test]
    fn a_quotation_opened_before_makes_it_another() {
        let rest = "The dogs' bowls stood. It rained. It dried.";
        let (plain, quoted) = (keys_of(&format!("He left. {rest}")), keys_of(&format!("'He left. {rest}")));
        assert_ne!(plain[1], quoted[1], "the apostrophe closes the quotation");
    }
}
