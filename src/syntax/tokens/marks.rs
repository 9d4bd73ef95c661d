//! Marks: runs of stops, dashes and quotation marks, and emoji with what modifies them.

use super::chars::first_char;

/// The end of the mark that starts at `at`.
pub(super) fn end(block: &str, at: usize, to: usize) -> usize {
    let bytes = &block.as_bytes()[..to];
    let run = |same: fn(u8, u8) -> bool| at + bytes[at..].iter().take_while(|&&byte| same(byte, bytes[at])).count();
    match bytes[at] {
        b'.' | b'-' | b'`' | b'*' | b'_' | b'=' | b'~' | b'\'' => run(|byte, first| byte == first),
        b'!' | b'?' => run(|byte, _| matches!(byte, b'!' | b'?')),
        0..0x80 => at + 1,
        _ => wide_end(block, at, to),
    }
}

/// The end of a mark beyond ASCII: an emoji goes with its variation selectors, skin tones, joined emoji, and a regional
/// indicator with its partner.
fn wide_end(block: &str, at: usize, to: usize) -> usize {
    let Some(first) = first_char(block, at, to) else { return to };
    let mut end = at + first.len_utf8();
    let mut joined = false;
    while let Some(c) = first_char(block, end, to) {
        let paired = is_regional(first) && is_regional(c) && end == at + first.len_utf8();
        if !(joined && !c.is_ascii() || modifies(c) || paired) {
            break;
        }
        joined = c == '\u{200d}';
        end += c.len_utf8();
    }
    end
}

fn modifies(c: char) -> bool {
    matches!(c, '\u{200d}' | '\u{20e3}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{300}'..='\u{36f}' | '\u{e0020}'..='\u{e007f}')
}

fn is_regional(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}
