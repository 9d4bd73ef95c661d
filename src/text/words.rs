/// How many words `text` has: runs of characters that are no blanks.
pub fn count_words(text: &str) -> usize {
    if text.is_ascii() {
        let is_blank = |byte: u8| matches!(byte, b'\t'..=b'\r' | b' ');
        let first = text.bytes().next().is_some_and(|byte| !is_blank(byte));
        let begins = |pair: &[u8; 2]| is_blank(pair[0]) && !is_blank(pair[1]);
        return usize::from(first) + text.as_bytes().array_windows().filter(|pair| begins(pair)).count();
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_blank_parts_words(text in "[a-c \t\n\u{b}\u{a0}\u{2003}\u{3000}é“—]{0,20}") {
            prop_assert_eq!(count_words(&text), text.split_whitespace().count());
        }
    }
}
