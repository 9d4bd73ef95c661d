use super::Finding;
use crate::text::Span;
use std::fmt;

/// Words of the same paragraph that count on each side of a finding.
const WORDS_AROUND: usize = 4;

/// What a finding is known by once a person has said that it is none: the rule, the marked words, and a few words of
/// the same paragraph around them. Case, blanks, marks and the place in the file do not count, so it survives moving
/// the text. The same on every machine and in every version; written as sixteen hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// Of `finding` in `text`; `paragraph` is where the words around it may come from.
    pub fn new(finding: &Finding, text: &str, paragraph: Span) -> Self {
        let marked = finding.span;
        let before = Span { start: paragraph.start.min(marked.start), end: marked.start }.of(text);
        let after = Span { start: marked.end, end: paragraph.end.max(marked.end) }.of(text);
        let lead_in: Vec<&str> = words(before).rev().take(WORDS_AROUND).collect();
        let mut hash = Fnv::default();
        hash.word(finding.rule);
        lead_in.into_iter().rev().for_each(|word| hash.word(word));
        hash.end_of_part();
        words(marked.of(text)).for_each(|word| hash.word(word));
        hash.end_of_part();
        words(after).take(WORDS_AROUND).for_each(|word| hash.word(word));
        Self(hash.0)
    }

    /// Reads the sixteen digits back.
    pub fn parse(digits: &str) -> Option<Self> {
        let plain = digits.len() == 16 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        plain.then(|| u64::from_str_radix(digits, 16).ok().map(Self)).flatten()
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{:016x}", self.0)
    }
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// FNV-1a: simple enough to stay the same for ever, which the standard hashers do not promise.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }

    fn word(&mut self, word: &str) {
        for c in word.chars().flat_map(char::to_lowercase) {
            c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| self.byte(byte));
        }
        self.byte(b' ');
    }

    fn end_of_part(&mut self) {
        self.byte(b'\n');
    }
}
