use super::lexicon::Class;
use crate::text::Span;

/// A word of a line in the form that phrase lists and features compare: without case, apostrophes and marks, its
/// digits alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Hash of the normalised word.
    pub hash: u32,
    /// Bytes from the start of the block.
    pub span: Span,
    /// What it is made of.
    pub shape: Shape,
    /// A colon stands right after it.
    pub colon: bool,
    /// What it is good for; nothing before [`classify`].
    pub class: Class,
}

/// What a word is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Begins with a small letter.
    Lower,
    /// Begins with a capital.
    Capital,
    /// All capitals, two or more.
    Upper,
    /// Begins with a digit.
    Number,
}

const SEED: u32 = 0x811c_9dc5;

/// Adds a byte to a hash.
pub(super) fn mix(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// The hash of one normalised word, as [`split`] gives it.
pub(super) fn hash_of(word: &str) -> u32 {
    let mut words = Vec::new();
    split(word, &mut words);
    words.first().map_or(SEED, |word: &Word| word.hash)
}

/// Looks the words up in the word lists.
pub(super) fn classify(words: &mut [Word]) {
    words.iter_mut().for_each(|word| word.class = Class::of(word.hash));
}

/// Hash of a line; zero where it has no words.
pub(super) fn line_hash(line: &[Word]) -> u32 {
    line.iter().fold(0, |hash: u32, word| hash.rotate_left(7) ^ word.hash)
}

/// Appends the words of `text`. The signs © and & are words ("&" is "and"), since phrases of page furniture hold them.
pub(super) fn split(text: &str, words: &mut Vec<Word>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte.is_ascii_alphanumeric() {
            at = push_word(text, at, words);
        } else if byte.is_ascii() {
            if byte == b'&' {
                words.push(Word::sign(and_hash(), at, 1));
            }
            at += 1;
        } else {
            let c = text[at..].chars().next().unwrap_or(' ');
            if c.is_alphanumeric() {
                at = push_word(text, at, words);
            } else {
                if c == '©' {
                    words.push(Word::sign(sign_hash(), at, 2));
                }
                at += c.len_utf8();
            }
        }
    }
}

impl Word {
    fn sign(hash: u32, at: usize, length: usize) -> Self {
        let span = Span::new(at, at + length);
        Self { hash, span, shape: Shape::Lower, colon: false, class: Class::default() }
    }
}

fn and_hash() -> u32 {
    b"and".iter().fold(SEED, |hash, &byte| mix(hash, byte))
}

pub(super) fn sign_hash() -> u32 {
    mix(SEED, 0xa9)
}

/// The letters and digits of ASCII as words are compared: without case, and all digits alike. 0 for all other bytes.
static PLAIN: [u8; 256] = {
    let mut plain = [0; 256];
    let mut byte = 0;
    while byte < 0x80 {
        let c = byte as u8;
        if c.is_ascii_digit() {
            plain[byte] = b'0';
        } else if c.is_ascii_alphabetic() {
            plain[byte] = c.to_ascii_lowercase();
        }
        byte += 1;
    }
    plain
};

/// Appends the word that begins at `at`; answers where it ends.
fn push_word(text: &str, start: usize, words: &mut Vec<Word>) -> usize {
    let bytes = text.as_bytes();
    let mut hash = SEED;
    let mut at = start;
    let mut letters = 0;
    let mut capitals = 0;
    let mut first = match bytes.get(at) {
        Some(byte) if byte.is_ascii_uppercase() => Shape::Capital,
        Some(byte) if byte.is_ascii_digit() => Shape::Number,
        _ => Shape::Lower,
    };
    while let Some(&byte) = bytes.get(at) {
        let plain = PLAIN[usize::from(byte)];
        if plain != 0 {
            hash = mix(hash, plain);
            letters += usize::from(plain != b'0');
            capitals += usize::from(byte.is_ascii_uppercase());
            at += 1;
        } else if byte.is_ascii() {
            if !is_inside(bytes, at) {
                break;
            }
            at += 1;
        } else {
            let c = text[at..].chars().next().unwrap_or(' ');
            let inside = matches!(c, '\u{2019}' | '\u{2018}') && bytes.get(at + 3).is_some_and(u8::is_ascii_lowercase);
            if !inside && !c.is_alphanumeric() {
                break;
            }
            if !inside {
                if at == start && c.is_uppercase() {
                    first = Shape::Capital;
                }
                letters += 1;
                capitals += usize::from(c.is_uppercase());
                for low in c.to_lowercase() {
                    hash = low.encode_utf8(&mut [0; 4]).bytes().fold(hash, mix);
                }
            }
            at += c.len_utf8();
        }
    }
    let shape = match first {
        Shape::Capital if letters >= 2 && capitals == letters => Shape::Upper,
        shape => shape,
    };
    let colon = bytes.get(at) == Some(&b':');
    words.push(Word { hash, span: Span::new(start, at), shape, colon, class: Class::default() });
    at
}

/// The mark at `at` stands inside a word: an apostrophe before a letter, a stop or comma between digits.
fn is_inside(bytes: &[u8], at: usize) -> bool {
    let Some(next) = bytes.get(at + 1) else { return false };
    match bytes[at] {
        b'\'' => next.is_ascii_lowercase(),
        b'.' | b',' | b':' => next.is_ascii_digit() && at > 0 && bytes[at - 1].is_ascii_digit(),
        _ => false,
    }
}
