//! Phrase evidence: which kind of furniture the words of a line name.

mod ahead;
mod pattern;

use super::{Kind, lexicon, words::Word};
use ahead::Ahead;
use pattern::{First, Line, Pattern, Point};
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
    patterns: Vec<Entry>,
    /// The ways into the patterns by first word: of phrases that begin a line, and of those that begin with a gap.
    starting: FxHashMap<u32, Vec<Way>>,
    inner: FxHashMap<u32, Vec<Way>>,
}

/// An entry of the lists.
struct Entry {
    phrase: Phrase,
    pattern: Pattern,
    /// See [`Pattern::lasts`].
    lasts: Option<Vec<u32>>,
}

impl Entry {
    /// A line that ends with the word of this key may match; `None`: the line is cut off.
    fn may_end(&self, key: Option<u32>) -> bool {
        self.lasts.as_ref().is_none_or(|lasts| key.is_some_and(|key| lasts.contains(&key)))
    }
}

/// A way into a pattern.
#[derive(Clone, Copy)]
struct Way {
    pattern: usize,
    /// The most words before it.
    most: usize,
    point: Point,
    ahead: Ahead,
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
        let pattern = Pattern::new(entry);
        for First { word, gap, point, ahead } in pattern.firsts() {
            let map = if gap.is_some() { &mut self.inner } else { &mut self.starting };
            let way = Way { pattern: self.patterns.len(), most: gap.unwrap_or(0), point, ahead };
            map.entry(word).or_default().push(way);
        }
        let lasts = pattern.lasts();
        self.patterns.push(Entry { phrase, pattern, lasts });
    }

    fn find(&self, line: Line) -> Option<Phrase> {
        let last = line.words.last().filter(|_| !line.cut).map(pattern::key);
        let mut best = usize::MAX;
        let mut runs = Vec::new();
        for (at, word) in line.words.iter().enumerate() {
            let key = pattern::key(word);
            let starting = if at == 0 { self.starting.get(&key) } else { None };
            for way in starting.into_iter().chain(self.inner.get(&key)).flatten() {
                let entry = &self.patterns[way.pattern];
                let may_match = way.pattern < best
                    && at <= way.most
                    && way.ahead.may_be(line.words.get(at + 1))
                    && entry.may_end(last);
                if may_match && entry.pattern.matches(way.point, line, at, &mut runs) {
                    best = way.pattern;
                }
            }
        }
        self.patterns.get(best).map(|entry| entry.phrase)
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
