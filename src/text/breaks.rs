//! Where lines begin.

use std::ops::Range;

/// Bytes that are passed over at once where no line ends.
const STRIDE: usize = 32;

/// The bytes at which the lines of `text` begin: its start, and after each CRLF, LF or lone CR.
pub(super) fn line_starts(text: &[u8]) -> Vec<u32> {
    let mut starts = vec![0];
    add_line_starts(text, 0..text.len(), &mut starts);
    starts
}

/// Adds the bytes at which the lines of `text` begin that lie after what ends at one of the bytes of `range`.
pub(super) fn add_line_starts(text: &[u8], range: Range<usize>, starts: &mut Vec<u32>) {
    let mut look_at = |at: usize| {
        let ends = match text[at] {
            b'\n' => true,
            b'\r' => text.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        if ends {
            starts.push(at as u32 + 1);
        }
    };
    let (strides, rest) = text[range.clone()].as_chunks::<STRIDE>();
    for (number, stride) in strides.iter().enumerate() {
        let (words, _) = stride.as_chunks::<8>();
        if words.iter().fold(0, |any, &word| any | controls(word)) == 0 {
            continue;
        }
        for (place, &word) in words.iter().enumerate() {
            let mut controls = controls(word);
            while controls != 0 {
                look_at(range.start + STRIDE * number + 8 * place + controls.trailing_zeros() as usize / 8);
                controls &= controls - 1;
            }
        }
    }
    (range.end - rest.len()..range.end).for_each(look_at);
}

/// The highest bit of each byte that is no greater than CR, the first byte lowest. Above such a byte the bit of a greater
/// one may be set as well.
///
/// Most lines are so short that searching each by itself costs more.
fn controls(word: [u8; 8]) -> u64 {
    const ABOVE: u64 = u64::from_ne_bytes([b'\r' + 1; 8]);
    const HIGHEST: u64 = u64::from_ne_bytes([0x80; 8]);
    let word = u64::from_le_bytes(word);
    word.wrapping_sub(ABOVE) & !word & HIGHEST
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_break_is_found(text in "([\r\n\t\0\u{e}\u{f}]|[ -~é“]{1,9}){0,60}") {
            let unix = |text: &str| text.replace("\r\n", "\u{1}\n").replace('\r', "\n");
            let naive = unix(&text).match_indices('\n').map(|(at, _)| at as u32 + 1).collect::<Vec<_>>();
            prop_assert_eq!(&line_starts(text.as_bytes())[1..], naive);
        }
    }
}
