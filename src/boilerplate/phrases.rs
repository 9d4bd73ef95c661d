//! Phrase evidence: which kind of furniture the words of a line name.

mod pattern;

use super::{
    Kind, lexicon,
    words::{Shape, Word},
};
use pattern::{First, Line, Pattern};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How much a phrase says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// The line may be of the article; the phrase names what other evidence finds.
    Likely,
    /// No article has such a line.
    Sure,
}

/// What the phrase lists say of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub kind: Kind,
    pub strength: Strength,
}

/// Words of a line that are looked at: furniture says what it is at its start.
const REACH: usize = 64;

/// The strongest phrase that matches the whole line; among equals the kind that stands first in [`lexicon::FILES`].
pub(super) fn find(line: &[Word]) -> Option<Phrase> {
    PHRASES.find(Line { words: &line[..line.len().min(REACH)], cut: line.len() > REACH })
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(Phrases::load);

struct Phrases {
    patterns: Vec<(Phrase, Pattern)>,
    /// Patterns by the first words of their phrases: those that begin a line, and those that follow a gap.
    starting: FxHashMap<u32, Vec<u32>>,
    inner: FxHashMap<u32, Vec<u32>>,
}

impl Phrases {
    fn load() -> Self {
        let mut phrases = Self { patterns: Vec::new(), starting: FxHashMap::default(), inner: FxHashMap::default() };
        for (strength, file) in [(Strength::Sure, 0), (Strength::Likely, 1)] {
            for (kind, texts) in lexicon::FILES {
                lexicon::entries(texts[file]).for_each(|entry| phrases.add(entry, Phrase { kind: *kind, strength }));
            }
        }
        phrases
    }

    fn add(&mut self, entry: &str, phrase: Phrase) {
        let index = self.patterns.len() as u32;
        let pattern = Pattern::new(entry);
        for First { word, inner } in pattern.firsts() {
            let map = if inner { &mut self.inner } else { &mut self.starting };
            map.entry(word).or_default().push(index);
        }
        self.patterns.push((phrase, pattern));
    }

    fn find(&self, line: Line) -> Option<Phrase> {
        let mut best = usize::MAX;
        for (at, word) in line.words.iter().enumerate() {
            let key = if word.shape == Shape::Number { pattern::NUMBER } else { word.hash };
            let starting = if at == 0 { self.starting.get(&key) } else { None };
            for (indices, inner) in [(starting, false), (self.inner.get(&key), true)] {
                for &index in indices.into_iter().flatten() {
                    let index = index as usize;
                    if index < best && self.patterns[index].1.matches(line, at, inner) {
                        best = index;
                    }
                }
            }
        }
        self.patterns.get(best).map(|(phrase, _)| *phrase)
    }
}

#[cfg(test)]
mod tests {
    use super::{super::words, *};

    fn kind(line: &str) -> Option<(Kind, Strength)> {
        let mut all = Vec::new();
        words::split(line, &mut all);
        find(&all).map(|phrase| (phrase.kind, phrase.strength))
    }

    #[test]
    fn case_marks_and_arrows_do_not_matter() {
        assert_eq!(kind("SHARE THIS ARTICLE:"), Some((Kind::SharePrompt, Strength::Sure)));
        assert_eq!(kind("« Previous Article"), Some((Kind::Navigation, Strength::Sure)));
        assert_eq!(kind("No time to read?"), Some((Kind::SummaryWidget, Strength::Sure)));
    }

    #[test]
    fn a_number_stands_for_any() {
        assert_eq!(kind("14 Comments"), Some((Kind::Comments, Strength::Sure)));
        assert_eq!(kind("Top 12 This Week"), Some((Kind::RelatedLink, Strength::Sure)));
    }

    #[test]
    fn a_phrase_inside_a_sentence_says_nothing() {
        assert_eq!(kind("The bank asked customers to leave a reply at the counter before the weekend."), None);
        assert_eq!(
            kind("Related companies were struck off after the ruling in Lyon on Friday last week already."),
            None
        );
    }
}
