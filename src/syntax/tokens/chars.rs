//! What characters are, for tokens.

/// What a byte starts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A blank or control character.
    Blank,
    /// An ASCII letter.
    Letter,
    /// An ASCII digit.
    Digit,
    /// Any other ASCII character.
    Mark,
    /// A character beyond ASCII.
    Wide,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Wide; 256];
    let mut byte = 0;
    while byte < 0x80 {
        let at = byte as u8;
        classes[byte] = if at <= b' ' || at == 0x7f {
            Class::Blank
        } else if at.is_ascii_alphabetic() {
            Class::Letter
        } else if at.is_ascii_digit() {
            Class::Digit
        } else {
            Class::Mark
        };
        byte += 1;
    }
    classes
};

/// What `byte` starts.
#[inline]
pub(super) fn class(byte: u8) -> Class {
    CLASSES[byte as usize]
}

/// The first character of `text[at..to]`.
#[inline]
pub(super) fn first_char(text: &str, at: usize, to: usize) -> Option<char> {
    match text.as_bytes().get(at..to)?.first()? {
        &byte if byte < 0x80 => Some(byte as char),
        _ => text.get(at..to)?.chars().next(),
    }
}

/// Letters, digits, and what combines with them.
pub(super) fn in_word(c: char) -> bool {
    match c {
        '\u{300}'..='\u{36f}' | '\u{ad}' => true,
        _ => c.is_alphanumeric(),
    }
}

/// Blanks of all widths, control characters, marks of direction, byte order marks.
pub(in super::super) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Quotation marks, opening and closing.
pub(in super::super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '\u{2018}'..='\u{201f}' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』')
}
