use super::units::FEW;

/// In fewer bytes, counting many at a time costs more than it saves.
const SHORT: usize = 16;

/// How many words `text` has: runs of characters that are no blanks.
pub fn count_words(text: &str) -> usize {
    if text.len() >= SHORT && text.is_ascii() {
        return count_ascii(text.as_bytes());
    }
    let bytes = text.as_bytes();
    let (mut count, mut at, mut inside) = (0, 0, false);
    while let Some(&byte) = bytes.get(at) {
        let (is_blank, length) = match byte {
            b'\t'..=b'\r' | b' ' => (true, 1),
            0..0x80 => (false, 1),
            _ => text[at..].chars().next().map_or((true, 1), |c| (c.is_whitespace(), c.len_utf8())),
        };
        count += usize::from(!is_blank && !inside);
        inside = !is_blank;
        at += length;
    }
    count
}

/// The same for ASCII, many bytes at a time.
fn count_ascii(text: &[u8]) -> usize {
    let is_blank = |byte: u8| matches!(byte, b'\t'..=b'\r' | b' ');
    let begins = |(&before, &byte): (&u8, &u8)| u8::from(is_blank(before) && !is_blank(byte));
    let first = text.first().is_some_and(|byte| !is_blank(*byte));
    let few = |(before, bytes): (&[u8], &[u8])| usize::from(before.iter().zip(bytes).map(begins).sum::<u8>());
    let later = text.get(1..).unwrap_or_default();
    usize::from(first) + text.chunks(FEW).zip(later.chunks(FEW)).map(few).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_long_line_is_counted_to_its_end(text in "[ab ]{0,600}") {
            prop_assert_eq!(count_words(&text), text.split_whitespace().count());
        }

        #[test]
        fn any_blank_parts_words(text in "[a-c \t\n\u{b}\u{a0}\u{2003}\u{3000}é“—]{0,20}") {
            prop_assert_eq!(count_words(&text), text.split_whitespace().count());
        }
    }
}
