//! What one line is by its first characters.

use crate::{
    syntax::{article::BlockKind, tokens::is_blank},
    text::Span,
};

/// A line as read.
pub(super) struct Line {
    /// What it is.
    pub(super) shape: Shape,
    /// Its words, without indentation, bullet and trailing blanks. Bytes of the file.
    pub(super) words: Span,
}

/// What a line is.
pub(super) enum Shape {
    /// Nothing but blanks, no-break spaces included.
    Blank,
    /// Running text, or a heading: the lines around it will tell.
    Text,
    /// A list item.
    Item,
    /// Dashes or equals signs, with the level of a heading they may underline.
    Rule(Option<u8>),
    /// A block of its own.
    Block(BlockKind),
}

const BULLETS: [char; 22] =
    ['•', '▪', '▫', '◦', '‣', '●', '○', '■', '□', '◆', '◇', '➢', '➤', '►', '▶', '→', '✓', '✔', '✅', '·', '∙', '⁃'];

/// Pages leave it where a picture stood.
const ZERO_WIDTH_JOINER: char = '\u{200d}';

/// Reads the lines of one text.
pub(super) struct Reader<'a> {
    text: &'a str,
    /// A tabulator may stand somewhere in the text. In most there is none, and so no table to look for.
    has_tabs: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, has_tabs: memchr::memchr(b'\t', text.as_bytes()).is_some() }
    }

    /// The same for few lines of the text: each is asked whether it has one.
    pub(super) fn of_few_lines(text: &'a str) -> Self {
        Self { text, has_tabs: true }
    }

    /// Reads the line `whole`.
    pub(super) fn read(&self, whole: Span) -> Line {
        if whole.is_empty() {
            return Line { shape: Shape::Blank, words: whole };
        }
        let raw = whole.of(self.text);
        let body = trim(raw);
        let (shape, skipped) = shape_of(body, self.has_tabs && is_tabular(body));
        let words = if skipped == 0 { body } else { body[skipped..].trim_start_matches(is_blank) };
        let words = match shape {
            Shape::Block(BlockKind::Heading(_)) => words.trim_end_matches('#').trim_end_matches(is_blank),
            _ => words,
        };
        let start = whole.start as usize + (words.as_ptr() as usize - raw.as_ptr() as usize);
        Line { shape, words: Span::new(start, start + words.len()) }
    }
}

/// `line` without surrounding blanks.
fn trim(line: &str) -> &str {
    match line.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => line,
        _ => line.trim_matches(|c| is_blank(c) || c == ZERO_WIDTH_JOINER),
    }
}

/// The shape of a line without surrounding blanks, and the length of the marks before its words. `tabular`: the line has
/// cells, which it is taken for unless it is something else for certain.
fn shape_of(body: &str, tabular: bool) -> (Shape, usize) {
    let Some(first) = body.chars().next() else { return (Shape::Blank, 0) };
    if first.is_alphabetic() {
        return if tabular { (Shape::Block(BlockKind::TableRow), 0) } else { lettered(body) };
    }
    match first {
        '#' => atx(body),
        '<' if body.starts_with("<!--") && body.ends_with("-->") => (Shape::Block(BlockKind::Comment), 0),
        '>' => quote(body),
        '|' if is_row(body) => (Shape::Block(row_kind(body)), 0),
        '0'..='9' | '(' => numbered(body, tabular),
        '-' | '=' | '~' | '*' | '_' | '─' | '—' | '–' | '+' => rule(body).unwrap_or_else(|| bullet(body, first)),
        _ if BULLETS.contains(&first) => bullet(body, first),
        _ if tabular => (Shape::Block(BlockKind::TableRow), 0),
        _ => (Shape::Text, 0),
    }
}

/// `- item`; bullets that stand in no other place need no blank after them.
fn bullet(body: &str, first: char) -> (Shape, usize) {
    let width = first.len_utf8();
    let rest = &body[width..];
    let typographic = BULLETS.contains(&first);
    let blank = rest.starts_with(is_blank);
    match (first, rest) {
        ('—', _) => (Shape::Text, 0),
        (_, "") => (Shape::Block(BlockKind::Markup), 0),
        _ if blank || typographic => (Shape::Item, width),
        _ => (Shape::Text, 0),
    }
}

/// `1. item`, `1) item`, `(1) item`; at most three digits.
fn numbered(body: &str, tabular: bool) -> (Shape, usize) {
    let open = usize::from(body.starts_with('('));
    let digits = body[open..].bytes().take_while(u8::is_ascii_digit).count();
    let after = open + digits;
    let closed = match body.as_bytes().get(after) {
        Some(b')') => true,
        Some(b'.') => open == 0,
        _ => false,
    };
    let item = (1..=3).contains(&digits) && closed && body[after + 1..].starts_with(is_blank);
    if item {
        (Shape::Item, after + 1)
    } else if tabular {
        (Shape::Block(BlockKind::TableRow), 0)
    } else {
        (Shape::Text, 0)
    }
}

/// `a) item`.
fn lettered(body: &str) -> (Shape, usize) {
    let item = body.as_bytes()[0].is_ascii_lowercase() && body[1..].starts_with(") ");
    if item { (Shape::Item, 2) } else { (Shape::Text, 0) }
}

/// `## Heading`, which people paste into plain text too.
fn atx(body: &str) -> (Shape, usize) {
    let marks = body.bytes().take_while(|&byte| byte == b'#').count();
    match &body[marks..] {
        rest if rest.chars().all(|c| c == '#' || is_blank(c)) => (Shape::Block(BlockKind::Markup), 0),
        rest if marks <= 6 && rest.starts_with(is_blank) => (Shape::Block(BlockKind::Heading(marks as u8)), marks),
        _ => (Shape::Text, 0),
    }
}

/// `> words`, as mail programs quote.
fn quote(body: &str) -> (Shape, usize) {
    let marks = body.len() - body.trim_start_matches(['>', ' ']).len();
    if marks == body.len() { (Shape::Block(BlockKind::Markup), 0) } else { (Shape::Block(BlockKind::Quote), marks) }
}

/// The bar at the start is not the only one: a date or a name may stand after one that divided it from another.
fn is_row(body: &str) -> bool {
    memchr::memchr(b'|', &body.as_bytes()[1..]).is_some()
}

/// A row of cells, or the dashes between a table's head and its rows.
fn row_kind(body: &str) -> BlockKind {
    let delimiter = body.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t'));
    if delimiter { BlockKind::Markup } else { BlockKind::TableRow }
}

/// Three cells or more between tabulators.
fn is_tabular(body: &str) -> bool {
    memchr::memchr(b'\t', body.as_bytes()).is_some()
        && body.split('\t').filter(|cell| !cell.trim().is_empty()).count() > 2
}

/// Three or more of one mark and nothing else.
fn rule(body: &str) -> Option<(Shape, usize)> {
    let first = body.chars().next()?;
    let marks = body.chars().filter(|&c| c == first).count();
    let only = body.chars().all(|c| c == first || c == ' ');
    let level = match first {
        '=' => Some(1),
        '-' | '~' | '─' => Some(2),
        _ => None,
    };
    (only && marks >= 3).then_some((Shape::Rule(level), 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_blank_is_left_around_a_line(line in "[a.”\u{200d}\u{200b}\u{a0}\u{7f}\u{85}\t ]{0,6}") {
            let naive = line.trim_matches(|c| is_blank(c) || c == ZERO_WIDTH_JOINER);
            prop_assert_eq!(trim(&line), naive);
        }
    }
}
