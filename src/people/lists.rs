use super::fold::folded;
use crate::syntax::{Letters, Token};

/// What the name lists and open text know of a word, packed by `train` into 16 bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listed(u16);

impl Listed {
    /// Packs the strengths (0–3), the case bucket (0–5) and the marks.
    pub fn pack(given: u16, surname: u16, place: u16, case: u16, marks: u16) -> Self {
        Self(given.min(3) | surname.min(3) << 2 | place.min(3) << 4 | case.min(5) << 6 | marks << 9)
    }

    /// As its 16 bits.
    pub fn bits(self) -> u16 {
        self.0
    }

    /// How widely the word is a given name: 0 never, 3 in many countries.
    pub fn given(self) -> u16 {
        self.0 & 3
    }

    /// How widely the word is a surname: 0 never, 3 in several lists.
    pub fn surname(self) -> u16 {
        self.0 >> 2 & 3
    }

    /// How much of a place the word is: 0 none, 3 a country.
    pub fn place(self) -> u16 {
        self.0 >> 4 & 3
    }

    /// How it is written inside sentences of open text: 0 never seen, 1 always with a capital … 5 always without.
    pub fn case(self) -> u16 {
        self.0 >> 6 & 7
    }

    /// Seen often in open text.
    pub fn common(self) -> bool {
        self.0 & 1 << 9 != 0
    }

    /// A Chinese surname.
    pub fn chinese(self) -> bool {
        self.0 & 1 << 10 != 0
    }

    /// A Korean surname.
    pub fn korean(self) -> bool {
        self.0 & 1 << 11 != 0
    }

    /// A given name of women.
    pub fn feminine(self) -> bool {
        self.0 & 1 << 12 != 0
    }

    /// A given name of men.
    pub fn masculine(self) -> bool {
        self.0 & 1 << 13 != 0
    }
}

/// Bits of [`Listed::pack`]'s marks.
pub mod mark {
    /// See [`super::Listed::common`].
    pub const COMMON: u16 = 1;
    /// See [`super::Listed::chinese`].
    pub const CHINESE: u16 = 2;
    /// See [`super::Listed::korean`].
    pub const KOREAN: u16 = 4;
    /// See [`super::Listed::feminine`].
    pub const FEMININE: u16 = 8;
    /// See [`super::Listed::masculine`].
    pub const MASCULINE: u16 = 16;
}

/// Buckets of the table: the top bits of a spread hash.
const BUCKET_BITS: u32 = 14;
const BUCKETS: usize = 1 << BUCKET_BITS;

/// A table word hash → 16 bits, read in place: bucket starts (u32), then the low 16 bits of each spread hash, then the
/// values, all little-endian. Two words share an entry with a chance of about one in five thousand.
#[derive(Clone, Copy)]
pub struct HashTable<'a> {
    starts: &'a [u8],
    prints: &'a [u8],
    values: &'a [u8],
}

impl<'a> HashTable<'a> {
    /// The table in `bytes`; an empty one where they are too short.
    pub fn new(bytes: &'a [u8]) -> Self {
        let (starts, rest) = bytes.split_at_checked((BUCKETS + 1) * 4).unwrap_or_default();
        let (prints, values) = rest.split_at(rest.len() / 4 * 2);
        Self { starts, prints, values }
    }

    /// The value of the word whose [`Token::lower`] is `hash`; 0 when the table lacks it.
    pub fn get(self, hash: u32) -> u16 {
        let spread = spread(hash);
        let bucket = (spread >> (32 - BUCKET_BITS)) as usize;
        let (from, to) = (read_u32(self.starts, bucket), read_u32(self.starts, bucket + 1));
        let print = spread as u16;
        (from..to).find(|&at| read_u16(self.prints, at) == print).map_or(0, |at| read_u16(self.values, at))
    }

    /// Packs `entries` (hash of the word, value). Later entries of the same hash are dropped.
    pub fn pack(entries: &[(u32, u16)]) -> Vec<u8> {
        let mut spread: Vec<_> = entries.iter().map(|&(hash, value)| (self::spread(hash), value)).collect();
        spread.sort_by_key(|&(hash, _)| hash);
        spread.dedup_by_key(|&mut (hash, _)| (hash >> (32 - BUCKET_BITS), hash as u16));
        let starts = (0..=BUCKETS as u64)
            .map(|bucket| spread.partition_point(|&(hash, _)| u64::from(hash) < bucket << (32 - BUCKET_BITS)) as u32);
        let mut bytes: Vec<u8> = starts.flat_map(u32::to_le_bytes).collect();
        bytes.extend(spread.iter().flat_map(|&(hash, _)| (hash as u16).to_le_bytes()));
        bytes.extend(spread.iter().flat_map(|&(_, value)| value.to_le_bytes()));
        bytes
    }
}

/// Spreads the bits of a token hash evenly.
fn spread(hash: u32) -> u32 {
    let hash = (hash ^ hash >> 16).wrapping_mul(0x7feb_352d);
    let hash = (hash ^ hash >> 15).wrapping_mul(0x846c_a68b);
    hash ^ hash >> 16
}

fn read_u32(bytes: &[u8], at: usize) -> usize {
    bytes.get(at * 4..at * 4 + 4).map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize)
}

fn read_u16(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at * 2..at * 2 + 2).map_or(0, |b| u16::from_le_bytes([b[0], b[1]]))
}

/// Given names, surnames, places and the case of words in open text (`models/names.md` says from where).
pub static LISTS: &[u8] = include_bytes!("../../models/names.lists.bin");

/// What the lists know of `token`, whose text is `word`; where they lack it, of its form without diacritics or of its
/// last part after a hyphen.
pub fn listed(token: &Token, word: &str) -> Listed {
    let table = HashTable::new(LISTS);
    let bits = table.get(token.lower);
    if bits != 0 || !token.letters.has(Letters::WIDE) && !token.letters.has(Letters::HYPHEN) {
        return Listed(bits);
    }
    let plain = folded(word);
    let whole = table.get(Token::hash_of(&plain));
    let last = || plain.rsplit_once('-').map_or(0, |(_, last)| table.get(Token::hash_of(last)));
    Listed(if whole == 0 { last() } else { whole })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back_with_their_values_and_others_do_not() {
        let words: Vec<String> = (0..5000).map(|n| format!("word{n}")).collect();
        let entries: Vec<_> = words.iter().zip(1..).map(|(word, value)| (Token::hash_of(word), value)).collect();
        let bytes = HashTable::pack(&entries);
        let table = HashTable::new(&bytes);
        assert!(entries.iter().all(|&(hash, value)| table.get(hash) == value));
        let strangers = (0..5000).filter(|n| table.get(Token::hash_of(&format!("other{n}"))) != 0).count();
        assert!(strangers < 10, "{strangers}");
        assert_eq!(HashTable::new(&[]).get(1), 0);
    }
}
