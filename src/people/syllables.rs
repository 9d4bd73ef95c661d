//! Names in Latin letters whose syllables are Chinese or Korean.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Longest word that is looked at, in bytes: that of two Chinese syllables, and that of one Korean syllable.
const LONGEST: usize = 8;
const LONGEST_KOREAN: usize = 6;

const PINYIN_INITIALS: [&str; 24] = [
    "", "y", "w", "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z",
    "c", "s",
];
const PINYIN_FINALS: [&str; 31] = [
    "iang", "iong", "uang", "ang", "eng", "ing", "ong", "ian", "iao", "uai", "uan", "ai", "ei", "ao", "ou", "an", "en",
    "in", "un", "ia", "ie", "iu", "ua", "uo", "ui", "ue", "a", "e", "i", "o", "u",
];
const KOREAN_INITIALS: [&str; 18] =
    ["", "b", "c", "d", "g", "h", "j", "k", "m", "n", "p", "r", "s", "t", "ch", "sh", "ky", "by"];
const KOREAN_VOWELS: [&str; 17] =
    ["ae", "eo", "eu", "oo", "yeo", "yu", "yo", "ya", "ye", "wa", "wo", "ui", "a", "e", "i", "o", "u"];
const KOREAN_FINALS: [&str; 8] = ["", "ng", "n", "k", "l", "m", "p", "t"];

/// Every syllable, packed.
static CHINESE: LazyLock<FxHashSet<u64>> = LazyLock::new(|| all(&[&PINYIN_INITIALS, &PINYIN_FINALS]));
static KOREAN: LazyLock<FxHashSet<u64>> = LazyLock::new(|| all(&[&KOREAN_INITIALS, &KOREAN_VOWELS, &KOREAN_FINALS]));

/// Bits: 1 one or two Chinese syllables, 2 a Korean syllable, 4 Korean syllables joined by a hyphen. `word` in lower
/// case without diacritics.
pub(super) fn kinds(word: &str) -> u32 {
    let word = word.as_bytes();
    if word.len() > 2 * LONGEST || !word.is_ascii() || word.len() < 2 || !ends_like_one(word) {
        return 0;
    }
    let two = |cut: usize| is_syllable(&CHINESE, &word[..cut]) && is_syllable(&CHINESE, &word[cut..]);
    let chinese = word.len() <= LONGEST && (is_syllable(&CHINESE, word) || (1..word.len()).any(two));
    let korean = word.len() <= LONGEST_KOREAN && is_syllable(&KOREAN, word);
    let hyphen = word.iter().position(|&byte| byte == b'-');
    let joined = hyphen.is_some_and(|at| is_syllable(&KOREAN, &word[..at]) && is_syllable(&KOREAN, &word[at + 1..]));
    u32::from(chinese) | u32::from(korean) << 1 | u32::from(joined) << 2
}

/// Chinese and Korean syllables end with one of these letters.
fn ends_like_one(word: &[u8]) -> bool {
    const ENDS: u32 = {
        let letters = b"aegiklmnoptu";
        let (mut ends, mut at) = (0, 0);
        while at < letters.len() {
            ends |= 1 << (letters[at] - b'a');
            at += 1;
        }
        ends
    };
    word.last().is_some_and(|last| last.is_ascii_lowercase() && ENDS >> (last - b'a') & 1 != 0)
}

fn is_syllable(syllables: &FxHashSet<u64>, word: &[u8]) -> bool {
    ends_like_one(word) && packed(word).is_some_and(|word| syllables.contains(&word))
}

/// The syllables of one of each of `parts`, in order.
fn all(parts: &[&[&str]]) -> FxHashSet<u64> {
    let mut heads = vec![String::new()];
    for part in parts {
        heads = heads.iter().flat_map(|head| part.iter().map(move |tail| format!("{head}{tail}"))).collect();
    }
    heads.iter().filter_map(|syllable| packed(syllable.as_bytes())).collect()
}

/// The bytes of `word` as one number; `None` for words that no syllable is as long as.
fn packed(word: &[u8]) -> Option<u64> {
    (word.len() <= LONGEST).then(|| word.iter().fold(0, |packed, &byte| packed << 8 | u64::from(byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_syllables_end_like_one() {
        let ends = CHINESE.iter().chain(KOREAN.iter()).map(|packed| [packed.to_le_bytes()[0]]);
        assert!(ends.clone().all(|end| ends_like_one(&end)));
        assert!(b"aegiklmnoptu".iter().all(|letter| ends.clone().any(|[end]| end == *letter)));
    }

    #[test]
    fn syllables_tell_where_a_name_may_come_from() {
        assert_eq!(kinds("wenbin") & 1, 1);
        assert_eq!(kinds("son-hui") & 4, 4);
        assert_eq!(kinds("hui") & 2, 2);
        assert_eq!(kinds("strong"), 0);
    }
}
