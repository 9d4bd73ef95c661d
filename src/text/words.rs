/// How many words `text` has: runs of characters that are no blanks.
pub fn words(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut count, mut at, mut apart) = (0, 0, true);
    while let Some(&byte) = bytes.get(at) {
        let (blank, length) = match byte {
            0..0x80 => (is_blank(byte), 1),
            _ => text[at..].chars().next().map_or((false, 1), |c| (c.is_whitespace(), c.len_utf8())),
        };
        count += usize::from(apart && !blank);
        apart = blank;
        at += length;
    }
    count
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn blanks_of_all_kinds_part_words() {
        assert_eq!(words(""), 0);
        assert_eq!(words(" \t\r\n\u{b}\u{c}\u{85}\u{a0}\u{2009}\u{3000}"), 0);
        assert_eq!(words("A\u{a0}boat, “a\u{2028}ship” — \u{3000}é"), 6);
    }
}
