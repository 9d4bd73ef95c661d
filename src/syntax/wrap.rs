//! Hard-wrapped text: which neighbouring lines are one paragraph.

use crate::text::Span;

/// Lines wrapped by hand or by a mail program are no shorter and no longer than this, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 50..=120;

/// A wrapped line may end this much earlier than the next word would have had to.
const SLACK: usize = 8;

/// Cuts a run of neighbouring lines (number, words) into paragraphs: hard-wrapped lines go together, all others stand
/// alone.
///
/// Lines are hard-wrapped where most breaks stand inside a sentence and the next word would not have fitted.
pub(super) fn paragraphs<'a>(
    text: &str,
    lines: &'a [(u32, Span)],
) -> impl Iterator<Item = &'a [(u32, Span)]> + use<'a> {
    let joints: Vec<bool> = match width(text, lines) {
        Some(width) => lines.windows(2).map(|pair| fills(text, pair[0].1, pair[1].1, width)).collect(),
        None => Vec::new(),
    };
    let mut rest = lines;
    let mut at = 0;
    std::iter::from_fn(move || {
        let length = 1 + joints.get(at..).unwrap_or_default().iter().take_while(|&&joint| joint).count();
        let (paragraph, after) = rest.split_at_checked(length).filter(|_| !rest.is_empty())?;
        rest = after;
        at += length;
        Some(paragraph)
    })
}

/// The width to which `lines` are hard-wrapped; `None` when they are not.
fn width(text: &str, lines: &[(u32, Span)]) -> Option<usize> {
    if lines.len() < 2 || lines.iter().any(|(_, words)| words.len() > 4 * WIDTHS.end()) {
        return None;
    }
    let width = lines.iter().map(|(_, words)| columns(words.of(text))).max().filter(|width| WIDTHS.contains(width))?;
    let (mut full, mut inside) = (0, 0);
    for pair in lines.windows(2).filter(|pair| fills(text, pair[0].1, pair[1].1, width)) {
        full += 1;
        inside += usize::from(!stops(pair[0].1.of(text)) && starts_inside(pair[1].1.of(text)));
    }
    (full > 0 && inside * 2 >= full).then_some(width)
}

/// The first word of `below` would not have fitted behind `above`.
fn fills(text: &str, above: Span, below: Span, width: usize) -> bool {
    let below = below.of(text);
    let word = below.find(char::is_whitespace).unwrap_or(below.len());
    columns(above.of(text)) + 1 + columns(&below[..word]) + SLACK > width
}

fn columns(line: &str) -> usize {
    line.chars().count()
}

fn stops(line: &str) -> bool {
    line.ends_with(['.', '!', '?', ':', '”'])
}

fn starts_inside(line: &str) -> bool {
    line.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
}
