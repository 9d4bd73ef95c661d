//! The word and phrase lists, as they stand in `lexicon/`.

use super::Kind;
use super::words;
use rustc_hash::FxHashSet;
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

/// Names of months.
pub(super) static MONTHS: LazyLock<FxHashSet<u32>> = LazyLock::new(|| hashes(include_str!("lexicon/months.txt")));

/// Words that a date line may hold beside numbers.
pub(super) static DATES: LazyLock<FxHashSet<u32>> = LazyLock::new(|| hashes(include_str!("lexicon/dates.txt")));

/// The entries of a list, without comments and blank lines.
pub(super) fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn hashes(list: &str) -> FxHashSet<u32> {
    entries(list).map(words::hash_of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<(String, &'static str)> {
        let phrases = FILES.iter().flat_map(|(kind, texts)| texts.map(|text| (format!("{kind:?}"), text)));
        let words = [include_str!("lexicon/months.txt"), include_str!("lexicon/dates.txt")];
        phrases.chain(words.map(|text| ("words".into(), text))).collect()
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
