//! Sentences of a block that stood in its last version too: what depends on a sentence alone is taken from there.

use super::Facts;
use crate::{model::tagger::Tag, people::Candidate, syntax::Prose};
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
    /// With the number of each sentence there.
    last: Option<(&'a Facts, Vec<Option<usize>>)>,
}

impl<'a> Same<'a> {
    /// Those of the sentences with these `keys` that stood in `last`.
    pub(super) fn new(keys: &[u64], last: Option<&'a Facts>) -> Self {
        let number = |last: &Facts, key: &u64| last.sentences.iter().position(|other| other == key);
        Self { last: last.map(|last| (last, keys.iter().map(|key| number(last, key)).collect())) }
    }

    /// The parts of speech in sentence `at`.
    pub(super) fn tags(&self, at: usize) -> Option<&'a [Tag]> {
        let (last, number) = self.last(at)?;
        let (first, end) = last.prose.sentences.get(number)?.tokens;
        last.tags.get()?.get(first as usize..end as usize)
    }

    /// The candidates for names in sentence `at`.
    pub(super) fn candidates(&self, at: usize) -> Option<&'a [Candidate]> {
        let (last, number) = self.last(at)?;
        let (first, end) = last.prose.sentences.get(number)?.tokens;
        Some(last.names.between(first, end))
    }

    fn last(&self, at: usize) -> Option<(&'a Facts, usize)> {
        let (last, numbers) = self.last.as_ref()?;
        Some((last, (*numbers.get(at)?)?))
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
