//! The features of a line's own text that the linear score adds up the weights of.

use super::{
    phrases::Phrase,
    shape::Look,
    words::{Word, mix},
};

/// Of longer lines the words at the start and at the end are looked at.
const WHOLE: usize = 40;
const START: usize = 25;
const END: usize = 15;
/// Longest lines whose characters are looked at, in words and in bytes.
const SHORT: usize = 12;
const SHORT_BYTES: usize = 90;

/// Calls `take` with the hash of every feature of a line; a feature may come twice.
pub(super) fn each(text: &str, words: &[Word], look: &Look, phrase: Option<Phrase>, mut take: impl FnMut(u32)) {
    let hash = |at: usize| words[at].hash;
    take(words.iter().take(SHORT).fold(tag(b'L'), |line, word| join(line, word.hash)));
    let cut = if words.len() <= WHOLE { words.len() } else { START };
    each_word(&words[..cut], &mut take);
    if cut < words.len() {
        each_word(&words[words.len() - END..], &mut take);
    }
    if let (Some(first), Some(last)) = (words.first(), words.last()) {
        take(join(tag(b'f'), first.hash));
        take(join(tag(b'l'), last.hash));
    }
    if words.len() >= 2 {
        take(join(join(tag(b'F'), hash(0)), hash(1)));
        take(join(join(tag(b'E'), hash(words.len() - 2)), hash(words.len() - 1)));
    }
    if words.len() >= 3 {
        take(join(join(join(tag(b'T'), hash(0)), hash(1)), hash(2)));
    }
    if words.len() <= SHORT {
        each_four_bytes(text, &mut take);
    }
    each_look(look, phrase, &mut take);
}

fn each_word(words: &[Word], take: &mut impl FnMut(u32)) {
    words.iter().for_each(|word| take(join(tag(b'w'), word.hash)));
    words.windows(2).for_each(|pair| take(join(join(tag(b'b'), pair[0].hash), pair[1].hash)));
}

/// Every four bytes in a row of the line in lower case, its digits alike, with a mark at either end.
fn each_four_bytes(text: &str, take: &mut impl FnMut(u32)) {
    let mut last = [0, 0, b'^'];
    for &byte in text.as_bytes().iter().take(SHORT_BYTES).chain(b"$") {
        let byte = if byte.is_ascii_digit() { b'0' } else { byte.to_ascii_lowercase() };
        if last[0] != 0 {
            take([last[0], last[1], last[2], byte].into_iter().fold(tag(b'c'), mix));
        }
        last = [last[1], last[2], byte];
    }
}

fn each_look(look: &Look, phrase: Option<Phrase>, take: &mut impl FnMut(u32)) {
    let length = if look.words < 1.0 { 0 } else { 1 + (look.words as u32).ilog2().min(7) };
    let ending = look.ending as u32;
    let kind = phrase.map_or(0, |phrase| 2 + 2 * phrase.kind as u32 + phrase.strength as u32);
    let pairs = [
        (b'1', length),
        (b'2', (look.words as u32).min(30)),
        (b'3', ending),
        (b'4', sixth(look.stop)),
        (b'5', sixth(look.capital)),
        (b'6', sixth(look.digits)),
        (b'7', sixth(look.upper)),
        (b'8', u32::from(look.bullet)),
        (b'9', u32::from(look.small)),
        (b'k', kind),
        (b's', ((length * 8 + ending) * 6 + sixth(look.capital)) * 6 + sixth(look.stop)),
        (b'q', (kind * 10 + length) * 8 + ending),
    ];
    pairs.into_iter().for_each(|(name, value)| take(join(tag(name), value)));
}

fn sixth(share: f32) -> u32 {
    ((share * 6.0) as u32).min(5)
}

fn tag(name: u8) -> u32 {
    mix(0x9e37_79b9, name)
}

fn join(hash: u32, other: u32) -> u32 {
    (hash.rotate_left(5) ^ other).wrapping_mul(0x9e37_79b1)
}
