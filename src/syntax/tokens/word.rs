//! Words: how far they reach, the stop of an abbreviation, and clitics at their end.

use super::chars::{Class, class, first_char, in_word};
use crate::syntax::lexicon::{self, Abbreviation};

/// A word as read: where it ends and its last apostrophe.
pub(super) struct Word {
    /// The byte after the word.
    pub(super) end: usize,
    apostrophe: Option<(usize, usize)>,
}

/// Reads the word that starts at `start`: letters and digits with single marks between them that belong to the word.
pub(super) fn read(block: &str, start: usize, to: usize) -> Word {
    let mut word = Word { end: run_end(block, start, to), apostrophe: None };
    while let Some(mark) = first_char(block, word.end, to) {
        let after = word.end + mark.len_utf8();
        let joined = first_char(block, after, to).is_some_and(|next| joins(block, start, word.end, mark, next));
        if !joined {
            break;
        }
        if is_apostrophe(mark) {
            word.apostrophe = Some((word.end, after));
        }
        word.end = run_end(block, after, to);
    }
    word
}

/// The end of the run of letters and digits that starts at `at`.
fn run_end(block: &str, mut at: usize, to: usize) -> usize {
    let bytes = block.as_bytes();
    while at < to {
        match class(bytes[at]) {
            Class::Letter | Class::Digit => at += 1,
            Class::Wide => match first_char(block, at, to) {
                Some(c) if in_word(c) => at += c.len_utf8(),
                _ => break,
            },
            _ => break,
        }
    }
    at
}

/// `mark` at `at` stands inside a word that began at `start` and goes on with `next`.
fn joins(block: &str, start: usize, at: usize, mark: char, next: char) -> bool {
    let before = block.as_bytes()[at - 1];
    let digits = before.is_ascii_digit() && next.is_ascii_digit();
    match mark {
        '-' | '\u{2010}' | '\u{2011}' | '&' | '_' => in_word(next),
        '\'' | '\u{2019}' => !before.is_ascii_digit() && next.is_alphabetic() || digits_with_s(before, next),
        '.' => digits || next.is_alphabetic() && is_initials(&block[start..at]),
        ',' | ':' | '/' => digits,
        _ => false,
    }
}

/// `1980's`.
fn digits_with_s(before: u8, next: char) -> bool {
    before.is_ascii_digit() && next == 's'
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

/// `U`, `U.S`, `Ph.D` without its last stop: short pieces between stops, the last one a letter.
fn is_initials(word: &str) -> bool {
    if word.len() > 16 {
        return false;
    }
    word.split('.').all(|part| {
        let mut letters = part.chars();
        let single = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
        single || part == "Ph"
    })
}

/// The end of the word with the stop that belongs to it, where one does: `U.S.`, `Mr.`, `No.` before a number, an
/// initial before a name.
pub(super) fn with_stop(block: &str, start: usize, end: usize, to: usize) -> usize {
    let bytes = block.as_bytes();
    if end >= to || bytes[end] != b'.' || bytes.get(end + 1) == Some(&b'.') {
        return end;
    }
    let word = &block[start..end];
    let rest = &block[end + 1..to];
    let belongs = is_initials(word) && (word.contains('.') || precedes_name(word, rest))
        || lexicon::abbreviation(word).is_some_and(|abbreviation| match abbreviation {
            Abbreviation::BeforeNumber => rest.trim_start_matches(' ').starts_with(|c: char| c.is_ascii_digit()),
            Abbreviation::Inner => true,
            Abbreviation::Final => !rest.starts_with(in_word),
        });
    if belongs { end + 1 } else { end }
}

/// One capital before a capital: `John F. Kennedy`.
fn precedes_name(initial: &str, rest: &str) -> bool {
    initial.starts_with(char::is_uppercase) && rest.trim_start_matches([' ', '\u{a0}']).starts_with(char::is_uppercase)
}

impl Word {
    /// Where the clitic at the end of the word starts; `None` when it has none.
    pub(super) fn clitic(&self, block: &str, start: usize) -> Option<usize> {
        let (at, after) = self.apostrophe?;
        let tail = &block.as_bytes()[after..self.end];
        let is = |clitic: &[u8]| tail.eq_ignore_ascii_case(clitic);
        if is(b"t") {
            let n = at - 1;
            return (n > start && block.as_bytes()[n].eq_ignore_ascii_case(&b'n')).then_some(n);
        }
        [&b"s"[..], b"re", b"ve", b"ll", b"d", b"m"].into_iter().any(is).then_some(at)
    }
}

/// An apostrophe at `at` stands for missing letters at the start of a word: `’em`, `'90s`.
pub(super) fn is_elision(block: &str, at: usize, after: usize, to: usize, curly: bool) -> bool {
    let end = run_end(block, after, to);
    let word = &block[after..end];
    let decade = word.len() <= 3 && word.len() >= 2 && word.as_bytes()[..2].iter().all(u8::is_ascii_digit);
    let opens = block[..at].chars().next_back().is_none_or(|c| !in_word(c));
    opens && (decade || curly || lexicon::is_elision(word))
}
