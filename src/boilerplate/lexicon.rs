//! The word and phrase lists, as they stand in `lexicon/`.

use super::{Kind, words};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Declares the pair of lists of each kind: sure, then likely.
macro_rules! lists {
    ($($kind:ident $name:literal),+ $(,)?) => {
        &[$((Kind::$kind, [
            include_str!(concat!("lexicon/sure/", $name, ".txt")),
            include_str!(concat!("lexicon/likely/", $name, ".txt")),
        ])),+]
    };
}

/// Phrase lists by kind, those whose phrases are the more telling first.
pub(super) const FILES: &[(Kind, [&str; 2])] = lists![
    Consent "consent",
    Copyright "copyright",
    Newsletter "newsletter",
    Paywall "paywall",
    SummaryWidget "summary-widget",
    Comments "comments",
    SharePrompt "share-prompt",
    DateStamp "date-stamp",
    WireTail "wire-tail",
    Navigation "navigation",
    RelatedLink "related-link",
    TopList "top-list",
    Advert "advert",
    PhotoCredit "photo-credit",
    AuthorBio "author-bio",
    Byline "byline",
    Tags "tags",
    ContentsList "contents-list",
    CallToAction "call-to-action",
    Counter "counter",
];

/// What a word is good for in telling prose from furniture; a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u16);

impl Class {
    pub const STOP: Self = Self(1);
    pub const MONTH: Self = Self(2);
    pub const DATE: Self = Self(4);
    pub const ADDRESSED: Self = Self(8);
    pub const OURSELVES: Self = Self(16);
    pub const IMPERATIVE: Self = Self(32);
    pub const POINTER: Self = Self(64);
    pub const STAMP: Self = Self(128);
    pub const INTRODUCING: Self = Self(256);

    /// The classes of the word with this hash.
    pub fn of(hash: u32) -> Self {
        CLASSES.get(&hash).copied().unwrap_or_default()
    }

    /// Holds `other`.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The word lists by class.
const WORDS: [(Class, &str); 9] = [
    (Class::STOP, include_str!("lexicon/words/stopwords.txt")),
    (Class::MONTH, include_str!("lexicon/words/months.txt")),
    (Class::DATE, include_str!("lexicon/words/dates.txt")),
    (Class::ADDRESSED, include_str!("lexicon/words/addressed.txt")),
    (Class::OURSELVES, include_str!("lexicon/words/ourselves.txt")),
    (Class::IMPERATIVE, include_str!("lexicon/words/imperatives.txt")),
    (Class::POINTER, include_str!("lexicon/words/pointers.txt")),
    (Class::STAMP, include_str!("lexicon/words/stamps.txt")),
    (Class::INTRODUCING, include_str!("lexicon/words/introducing.txt")),
];

static CLASSES: LazyLock<FxHashMap<u32, Class>> = LazyLock::new(|| {
    let mut classes: FxHashMap<u32, Class> = FxHashMap::default();
    for (class, list) in WORDS {
        entries(list).for_each(|word| classes.entry(words::hash_of(word)).or_default().0 |= class.0);
    }
    classes
});

/// The entries of a list, without comments and blank lines.
pub(super) fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<(String, &'static str)> {
        let phrases = FILES.iter().flat_map(|(kind, texts)| texts.map(|text| (format!("{kind:?}"), text)));
        phrases.chain(WORDS.map(|(class, text)| (format!("{class:?}"), text))).collect()
    }

    #[test]
    fn lists_are_sorted_without_doubles() {
        for (name, text) in all() {
            let entries: Vec<&str> = entries(text).collect();
            assert!(!entries.is_empty(), "{name} is empty");
            for pair in entries.windows(2) {
                assert!(pair[0] < pair[1], "{name}: {:?} before {:?}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn brackets_are_closed_and_not_nested() {
        for (name, text) in all() {
            for entry in entries(text) {
                let mut open = false;
                for c in entry.chars().filter(|c| matches!(c, '[' | ']')) {
                    assert_ne!(open, c == '[', "{name}: {entry:?}");
                    open = c == '[';
                }
                assert!(!open, "{name}: {entry:?}");
            }
        }
    }
}
