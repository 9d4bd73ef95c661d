//! The word lists of this layer (`lexicon/*.txt`), known by the hash of their words.

use super::{Token, tokens::lower_hash};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

static OPENERS: LazyLock<FxHashSet<u32>> = LazyLock::new(|| hashes(include_str!("lexicon/openers.txt")));
static AFTER_TIMES: LazyLock<FxHashSet<u32>> = LazyLock::new(|| hashes(include_str!("lexicon/after_times.txt")));

/// Whether the stop after an abbreviation may also end the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Never: `Mr.`, `vs.`.
    Inner,
    /// It may: `Inc.`, `Jan.`.
    Final,
    /// The stop belongs to it only before a number: `No. 5`.
    BeforeNumber,
}

/// What abbreviation `word`, without its stop, is. Entries with a capital ask it of the word; the others are not met
/// by a word in capitals (`est.`, but `EST`).
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    static LIST: LazyLock<FxHashMap<u32, (Abbreviation, bool)>> = LazyLock::new(|| {
        let lists = [
            (include_str!("lexicon/abbreviations_inner.txt"), Abbreviation::Inner),
            (include_str!("lexicon/abbreviations_final.txt"), Abbreviation::Final),
            (include_str!("lexicon/abbreviations_number.txt"), Abbreviation::BeforeNumber),
        ];
        let mut all = FxHashMap::default();
        for (list, kind) in lists {
            for word in entries(list) {
                let capital = word.starts_with(char::is_uppercase);
                let known = all.entry(lower_hash(word)).or_insert((kind, capital));
                known.1 &= capital;
            }
        }
        all
    });
    let (kind, capital) = *LIST.get(&lower_hash(word))?;
    let fits = if capital {
        word.starts_with(char::is_uppercase)
    } else {
        !word.chars().nth(1).is_some_and(char::is_uppercase)
    };
    fits.then_some(kind)
}

/// `word` stands with an apostrophe for missing first letters: `'em`.
pub(super) fn is_elision(word: &str) -> bool {
    static LIST: LazyLock<FxHashSet<u32>> = LazyLock::new(|| hashes(include_str!("lexicon/elisions.txt")));
    LIST.contains(&lower_hash(word))
}

/// `label` ends host names.
pub(super) fn is_domain(label: &str) -> bool {
    static LIST: LazyLock<FxHashSet<u32>> = LazyLock::new(|| hashes(include_str!("lexicon/domains.txt")));
    LIST.contains(&lower_hash(label))
}

/// With a capital, `token` opens a sentence rather than goes on with a name.
pub(super) fn is_opener(token: &Token) -> bool {
    OPENERS.contains(&token.lower)
}

/// `token` goes on with a clock time: a weekday, a month, a time zone.
pub(super) fn follows_time(token: &Token) -> bool {
    AFTER_TIMES.contains(&token.lower)
}

/// `token` is a name that is written with an exclamation mark.
pub(super) fn is_exclaiming(token: &Token) -> bool {
    static LIST: LazyLock<FxHashSet<u32>> = LazyLock::new(|| hashes(include_str!("lexicon/exclaiming.txt")));
    LIST.contains(&token.lower)
}

/// `token` is a verb of saying in a form that follows a speaker.
pub(super) fn is_saying(token: &Token) -> bool {
    static LIST: LazyLock<FxHashSet<u32>> = LazyLock::new(|| hashes(include_str!("lexicon/says.txt")));
    LIST.contains(&token.lower)
}

/// `word` stands in dates and times: a month, a weekday, a time zone.
pub(super) fn is_date_word(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && AFTER_TIMES.contains(&lower_hash(word))
}

/// `word` is of a closed class or so short that titles may write it in lower case.
pub(super) fn is_minor(word: &str) -> bool {
    word.len() <= 3 || OPENERS.contains(&lower_hash(word))
}

/// `line` opens as captions and photo credits do.
pub(super) fn opens_caption(line: &str) -> bool {
    static LIST: LazyLock<Vec<&str>> = LazyLock::new(|| entries(include_str!("lexicon/captions.txt")).collect());
    let Some(first) = line.as_bytes().first().map(u8::to_ascii_lowercase) else { return false };
    let from = LIST.partition_point(|opening| opening.as_bytes()[0] < first);
    let mut alike = LIST[from..].iter().take_while(|opening| opening.as_bytes()[0] == first);
    alike.any(|opening| line.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening)))
}

fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn hashes(list: &str) -> FxHashSet<u32> {
    entries(list).map(lower_hash).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_opening_of_a_caption_is_met() {
        for opening in entries(include_str!("lexicon/captions.txt")) {
            assert!(opens_caption(opening));
            assert!(opens_caption(&format!("{} of the pier", opening.to_uppercase())));
            assert!(!opens_caption(&opening[..opening.len() - 1]));
            assert!(!opens_caption(&format!("A {opening}")));
        }
        assert!(!opens_caption(""));
        assert!(!opens_caption("Über das Meer"));
    }
}
