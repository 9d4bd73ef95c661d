//! Quoted words: where quotation marks open and close.

use crate::{syntax::Token, text::Span};
use std::cell::LazyCell;

/// Quoted words with their marks. Bytes of the block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quoted {
    pub span: Span,
    /// Its closing mark is missing: it goes on in the next paragraph, or the writer forgot it.
    pub open: bool,
}

/// Single marks enclose a quotation from this many bytes on; shorter ones are words talked about.
const SHORT_SINGLE: usize = 12;

/// The quotations of a block, in order; they do not overlap.
pub fn find(block: &str) -> Vec<Quoted> {
    let mut all = Vec::new();
    let mut at = 0;
    let mut before = ' ';
    // Looked for once: a search from each opening pair that nothing closes would cross the block each time.
    let last_pair = LazyCell::new(|| block.rfind("''"));
    while let Some(passed) = block.as_bytes()[at..].iter().position(|byte| may_open(*byte)) {
        before = block[at..at + passed].chars().next_back().unwrap_or(before);
        at += passed;
        let rest = &block[at..];
        let Some(c) = rest.chars().next() else { break };
        let is_closed = || last_pair.is_some_and(|last| last > at + 1);
        if let Some((length, open)) = closing(rest, c, before, is_closed) {
            all.push(Quoted { span: Span::new(at, at + length), open });
            at += length;
        } else {
            at += c.len_utf8();
        }
        before = c;
    }
    all
}

/// A mark that opens a quotation begins with this byte, or another mark of its script.
fn may_open(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'`' | 0xe2)
}

/// The number of the quotation that each token stands in, from 1; 0 outside.
pub fn numbers(quotations: &[Quoted], tokens: &[Token]) -> Vec<u16> {
    let mut at = 0;
    tokens
        .iter()
        .map(|token| {
            while quotations.get(at).is_some_and(|quoted| quoted.span.end <= token.span.start) {
                at += 1;
            }
            let inside = quotations.get(at).is_some_and(|quoted| quoted.span.contains(token.span.start));
            if inside { (at + 1).min(usize::from(u16::MAX)) as u16 } else { 0 }
        })
        .collect()
}

/// The length of the quotation that opens `rest`, and whether it lacks its closing mark. `is_closed`: a pair of straight
/// marks stands behind an opening pair.
fn closing(rest: &str, first: char, before: char, is_closed: impl Fn() -> bool) -> Option<(usize, bool)> {
    let body = first.len_utf8();
    match first {
        '“' | '„' => Some(double(rest, body)),
        '"' if !before.is_alphanumeric() && !matches!(before, '"' | '”' | '=') => {
            Some(double(rest, body)).filter(|(length, _)| *length > body + 1)
        }
        '‘' | '\'' if rest.starts_with("''") && is_closed() => pair(rest),
        '`' if rest.starts_with("``") && is_closed() => pair(rest),
        '‘' if !before.is_alphanumeric() => single(rest, body),
        _ => None,
    }
}

/// From a double mark to the next closing one, the next opening one, or the end of the block. An opening mark that stands
/// right behind a word and before a blank was meant to close.
fn double(rest: &str, body: usize) -> (usize, bool) {
    let mut before = ' ';
    for (at, c) in rest[body..].char_indices() {
        let last = std::mem::replace(&mut before, c);
        match c {
            '”' | '"' => return (body + at + c.len_utf8(), false),
            '“' if closes(last, &rest[body + at + c.len_utf8()..]) => return (body + at + c.len_utf8(), false),
            '“' => return (body + rest[body..body + at].trim_end().len(), true),
            _ => {}
        }
    }
    (rest.trim_end().len(), true)
}

fn closes(before: char, after: &str) -> bool {
    let behind = before.is_alphanumeric() || matches!(before, ',' | '.' | '?' | '!');
    behind && after.chars().next().is_none_or(|after| after.is_whitespace() || matches!(after, '.' | ',' | ';' | ')'))
}

/// '' … '' and `` … ''.
fn pair(rest: &str) -> Option<(usize, bool)> {
    let length = rest[2..].find("''").filter(|length| *length > 0)?;
    // A single mark closes right before: ''It is 'late,'''
    let inner = usize::from(rest[2 + length..].starts_with("'''"));
    Some((length + inner + 4, false))
}

fn single(rest: &str, body: usize) -> Option<(usize, bool)> {
    if !rest[body..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let mut before = ' ';
    for (at, c) in rest[body..].char_indices() {
        let after = rest[body + at + c.len_utf8()..].chars().next();
        if c == '‘' {
            return None;
        }
        let ends = before.is_alphanumeric() || matches!(before, ',' | '.' | '!' | '?');
        if c == '’' && at >= SHORT_SINGLE && ends && !after.is_some_and(char::is_alphanumeric) {
            return Some((body + at + c.len_utf8(), false));
        }
        before = c;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(block: &str, expected: &[&str]) {
        let found: Vec<&str> = find(block).into_iter().map(|quoted| quoted.span.of(block)).collect();
        assert_eq!(found, expected, "{block}");
    }

    #[test]
    fn marks_of_all_kinds_enclose() {
        check("“Rain is due,” she said. “Soon.”", &["“Rain is due,”", "“Soon.”"]);
        check("\"Rain is due,\" she said, \"soon.\"", &["\"Rain is due,\"", "\"soon.\""]);
        check("''Rain is due,'' she said.", &["''Rain is due,''"]);
        check("“Rain is due,“ she said. “Soon.”", &["“Rain is due,“", "“Soon.”"]);
        check("‘Rain is due on Monday,’ she said; it’s late.", &["‘Rain is due on Monday,’"]);
        check("The ‘odd’ one, 5'10\" tall, isn't quoted.", &[]);
    }

    #[test]
    fn unclosed_words_run_to_the_end_of_the_block() {
        check("“Rain is due. It is late.", &["“Rain is due. It is late."]);
        assert!(find("“Rain is due.")[0].open);
    }
}
