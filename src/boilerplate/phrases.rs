//! Phrase evidence: which kind of furniture the words of a line name.

use super::{
    Kind,
    words::{self, Shape, Word},
};
use crate::boilerplate::lexicon;
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
/// Words that the short gap `*` passes over at most.
const GAP: usize = 12;

/// The strongest phrase that matches the whole line; among equals the kind that stands first in [`lexicon::FILES`].
pub(super) fn find(line: &[Word]) -> Option<Phrase> {
    PHRASES.find(&line[..line.len().min(REACH)], line.len() > REACH)
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(Phrases::load);

struct Phrases {
    patterns: Vec<Pattern>,
    /// Patterns by their first word, for those that begin with it and those that begin with a gap.
    starting: FxHashMap<u32, Vec<u32>>,
    inner: FxHashMap<u32, Vec<u32>>,
}

struct Pattern {
    phrase: Phrase,
    items: Vec<Item>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    Word(u32),
    /// A word with a colon after it.
    Head(u32),
    Number,
    /// At most so many words.
    Gap(usize),
}

/// Stands for every number in the index of first words.
const NUMBER: u32 = 0;

impl Phrases {
    fn load() -> Self {
        let mut phrases = Self { patterns: Vec::new(), starting: FxHashMap::default(), inner: FxHashMap::default() };
        for (strength, file) in [(Strength::Sure, 0), (Strength::Likely, 1)] {
            for (kind, texts) in lexicon::FILES {
                lexicon::entries(texts[file])
                    .flat_map(expand)
                    .for_each(|entry| phrases.add(&entry, Phrase { kind: *kind, strength }));
            }
        }
        phrases
    }

    fn add(&mut self, entry: &str, phrase: Phrase) {
        let items: Vec<Item> = entry.split_whitespace().map(item).collect();
        let index = self.patterns.len() as u32;
        let from_start = !matches!(items.first(), Some(Item::Gap(_)));
        let first = items.iter().find_map(|item| match item {
            Item::Word(hash) | Item::Head(hash) => Some(*hash),
            Item::Number => Some(NUMBER),
            Item::Gap(_) => None,
        });
        if let Some(first) = first {
            let map = if from_start { &mut self.starting } else { &mut self.inner };
            map.entry(first).or_default().push(index);
            self.patterns.push(Pattern { phrase, items });
        }
    }

    fn find(&self, line: &[Word], cut: bool) -> Option<Phrase> {
        let mut best = usize::MAX;
        for (at, word) in line.iter().enumerate() {
            let key = if word.shape == Shape::Number { NUMBER } else { word.hash };
            let starting = if at == 0 { self.starting.get(&key) } else { None };
            for &index in starting.into_iter().chain(self.inner.get(&key)).flatten() {
                let index = index as usize;
                if index < best && self.patterns[index].matches(line, at, cut) {
                    best = index;
                }
            }
        }
        self.patterns.get(best).map(|pattern| pattern.phrase)
    }
}

impl Pattern {
    /// The whole line matches when the first word of the pattern stands at `at`. `cut`: the line goes on.
    fn matches(&self, line: &[Word], at: usize, cut: bool) -> bool {
        let mut items = self.items.as_slice();
        let mut at = at;
        if let [Item::Gap(most), rest @ ..] = items {
            if at > *most {
                return false;
            }
            items = rest;
        }
        loop {
            let length = items.iter().position(|item| matches!(item, Item::Gap(_))).unwrap_or(items.len());
            let (words, rest) = items.split_at(length);
            if !stands_at(words, line, at) {
                return false;
            }
            at += length;
            match rest {
                [] => return at == line.len() && !cut,
                [Item::Gap(most)] => return *most == usize::MAX || line.len() - at <= *most && !cut,
                [Item::Gap(most), after @ ..] => {
                    let next = after.iter().position(|item| matches!(item, Item::Gap(_))).unwrap_or(after.len());
                    let last = next == after.len();
                    let Some(found) = gap_end(&after[..next], line, at, *most, last) else { return false };
                    at = found;
                    items = after;
                }
                _ => return false,
            }
        }
    }
}

fn gap_end(words: &[Item], line: &[Word], at: usize, most: usize, last: bool) -> Option<usize> {
    if last {
        let start = line.len().checked_sub(words.len())?;
        return (start >= at && start - at <= most && stands_at(words, line, start)).then_some(start);
    }
    (at..line.len()).take(most.saturating_add(1)).find(|&start| stands_at(words, line, start))
}

fn stands_at(items: &[Item], line: &[Word], at: usize) -> bool {
    line.len() >= at + items.len()
        && items.iter().zip(&line[at..]).all(|(item, word)| match item {
            Item::Word(hash) => *hash == word.hash && word.shape != Shape::Number,
            Item::Head(hash) => *hash == word.hash && word.colon,
            Item::Number => word.shape == Shape::Number,
            Item::Gap(_) => false,
        })
}

fn item(word: &str) -> Item {
    match word {
        "0" => Item::Number,
        "*" => Item::Gap(GAP),
        "**" => Item::Gap(usize::MAX),
        "©" => Item::Word(words::sign_hash()),
        word if word.ends_with(':') => Item::Head(words::hash_of(word)),
        word => Item::Word(words::hash_of(word)),
    }
}

/// The entries that one with `[this|that]` in it stands for.
fn expand(entry: &str) -> Vec<String> {
    let Some((before, rest)) = entry.split_once('[') else { return vec![entry.to_owned()] };
    let Some((choices, after)) = rest.split_once(']') else { return Vec::new() };
    let tails = expand(after);
    choices.split('|').flat_map(|choice| tails.iter().map(move |tail| format!("{before}{choice}{tail}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
