//! Names in Latin letters whose syllables are Chinese or Korean.

/// Longest word that is looked at, in bytes.
const LONGEST: usize = 8;

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

/// Bits: 1 one or two Chinese syllables, 2 a Korean syllable, 4 Korean syllables joined by a hyphen. `word` in lower
/// case without diacritics.
pub(super) fn kinds(word: &str) -> u32 {
    if word.len() > 2 * LONGEST || !word.is_ascii() || word.len() < 2 {
        return 0;
    }
    let chinese = word.len() <= LONGEST && chinese_syllables(word, 2);
    let korean = word.len() <= 6 && korean_syllable(word);
    let joined = word.split_once('-').is_some_and(|(first, second)| korean_syllable(first) && korean_syllable(second));
    u32::from(chinese) | u32::from(korean) << 1 | u32::from(joined) << 2
}

fn chinese_syllables(word: &str, most: u32) -> bool {
    if word.is_empty() {
        return most < 2;
    }
    most > 0
        && starts(word, &PINYIN_INITIALS)
            .any(|rest| starts(rest, &PINYIN_FINALS).any(|rest| chinese_syllables(rest, most - 1)))
}

fn korean_syllable(word: &str) -> bool {
    starts(word, &KOREAN_INITIALS).any(|rest| starts(rest, &KOREAN_VOWELS).any(|rest| KOREAN_FINALS.contains(&rest)))
}

/// What remains of `word` after each of `heads` that it starts with.
fn starts<'a>(word: &'a str, heads: &'static [&'static str]) -> impl Iterator<Item = &'a str> {
    heads.iter().filter_map(move |head| word.strip_prefix(head))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_tell_where_a_name_may_come_from() {
        assert_eq!(kinds("wenbin") & 1, 1);
        assert_eq!(kinds("son-hui") & 4, 4);
        assert_eq!(kinds("hui") & 2, 2);
        assert_eq!(kinds("strong"), 0);
    }
}
