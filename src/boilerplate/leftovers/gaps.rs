use crate::{syntax::Block, text::Span};
use std::sync::LazyLock;

/// Most characters between brackets that wait to be filled in.
const LONGEST: usize = 80;
/// Least letters of a row of X.
const ROW: usize = 4;

/// What stands first in brackets that wait to be filled in, in lower case.
static OPENINGS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let entries = include_str!("../lexicon/leftovers/placeholders.txt").lines();
    entries.filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
});

/// A place that is still to be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gap {
    /// Bytes of the block.
    pub span: Span,
    /// A parenthesis follows the brackets: in Markdown they are the text of a link.
    pub linked: bool,
}

/// The gaps of `block`, whose words are `text`, and where `filler` stands in for text: in order and apart, markup left
/// aside.
pub(super) fn find(block: &Block, text: &str, filler: Vec<Span>) -> Vec<Gap> {
    let unlinked = filler.into_iter().chain(marks(text)).map(|span| Gap { span, linked: false });
    let mut gaps: Vec<Gap> = unlinked.chain(brackets(text)).collect();
    gaps.sort_unstable();
    gaps.dedup_by(|next, last| last.span.covers(next.span));
    gaps.retain(|gap| !block.markup.iter().any(|markup| markup.covers(gap.span)));
    gaps
}

/// TK alone or doubled, without a capitalised word after it (TK Maxx is a shop); rows of X.
fn marks(text: &str) -> impl Iterator<Item = Span> {
    let bytes = text.as_bytes();
    let is_word = |at: usize| bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    let starts = memchr::memchr2_iter(b'T', b'X', bytes).filter(move |&at| at == 0 || !is_word(at - 1));
    starts.filter_map(move |start| {
        let end = (start..bytes.len()).find(|&at| !is_word(at)).unwrap_or(bytes.len());
        let named = bytes.get(end) == Some(&b' ') && bytes.get(end + 1).is_some_and(u8::is_ascii_uppercase);
        (is_mark(&bytes[start..end]) && !named).then(|| Span::new(start, end))
    })
}

fn is_mark(word: &[u8]) -> bool {
    let doubled = word.len().is_multiple_of(2) && word.chunks(2).all(|pair| pair == b"TK");
    doubled || word == b"TKs" || word.len() >= ROW && word.iter().all(|&byte| byte == b'X')
}

/// Brackets whose words begin with an entry of the list.
fn brackets(text: &str) -> impl Iterator<Item = Gap> {
    let mut from = 0;
    let bytes = text.as_bytes();
    std::iter::from_fn(move || {
        loop {
            let start = from + memchr::memchr3(b'[', b'{', b'<', &bytes[from..])?;
            from = start + 1;
            let Some(end) = closing(text, from) else { continue };
            from = end + 1;
            if waits(&text[start + 1..end]) {
                return Some(Gap { span: Span::new(start, end + 1), linked: bytes.get(end + 1) == Some(&b'(') });
            }
        }
    })
}

/// The bracket that closes what begins with a letter at `from`.
fn closing(text: &str, from: usize) -> Option<usize> {
    let inside = &text[from..];
    if !inside.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let ends = |c: char| matches!(c, ']' | '}' | '>' | '\n');
    let (at, end) = inside.char_indices().skip(1).take(LONGEST + 1).find(|(_, c)| ends(*c))?;
    (end != '\n').then_some(from + at)
}

fn waits(inside: &str) -> bool {
    let inside = inside.to_ascii_lowercase();
    OPENINGS.iter().any(|opening| {
        inside.strip_prefix(opening).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    })
}
