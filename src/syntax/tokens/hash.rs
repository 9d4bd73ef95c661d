//! The hash by which lexicons and features know a word.

use crate::syntax::Letters;

const BASIS: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

/// FNV-1a of `word` in lower case and in plain typography: apostrophes and quotation marks straight, dashes of all
/// widths as hyphens, an ellipsis as three stops, soft hyphens left out. So `don’t` and `DON'T` are one word.
pub(in super::super) fn lower_hash(word: &str) -> u32 {
    look(word).0
}

/// The same, with what `word` is written with.
pub(super) fn look(word: &str) -> (u32, Letters) {
    let (mut hash, mut letters) = (BASIS, Letters::default());
    for (at, &byte) in word.as_bytes().iter().enumerate() {
        if byte >= 0x80 {
            let rest = &word[at..];
            return (rest.chars().fold(hash, wide), rest.bytes().fold(letters, Letters::with));
        }
        hash = step(hash, byte.to_ascii_lowercase());
        letters = letters.with(byte);
    }
    (hash, letters)
}

#[inline]
fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(PRIME)
}

fn wide(hash: u32, c: char) -> u32 {
    let plain: &[u8] = match c {
        '\u{2018}'..='\u{201b}' | '\u{2b9}'..='\u{2bc}' | '‹' | '›' => b"'",
        '\u{201c}'..='\u{201f}' | '«' | '»' => b"\"",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => b"-",
        '…' => b"...",
        '\u{ad}' => b"",
        _ => return c.to_lowercase().fold(hash, |hash, c| c.encode_utf8(&mut [0; 4]).bytes().fold(hash, step)),
    };
    plain.iter().fold(hash, |hash, &byte| step(hash, byte))
}
