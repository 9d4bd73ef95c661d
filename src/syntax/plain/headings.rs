//! Which blocks of plain text are headings.
//!
//! Before the first paragraph of the body every line that could be the title is one: which of them it is shows only
//! when page furniture is known (`analysis::outline`). Inside the body the lines around it tell ([`Sections`]).

use super::{
    piece::{Heading, Piece},
    sections::{self, Above, Sections},
    shape::{self, Look},
};
use crate::{
    syntax::article::{Block, BlockKind},
    text::count_words,
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// Bytes from which a paragraph is surely of the body.
const LONG: usize = 100;

/// Level of lines that could be the title.
const TITLE: u8 = 1;

/// Level of headings inside the body.
const SECTION: u8 = 2;

/// The headings of a text.
#[derive(Debug)]
pub(super) struct Headings {
    /// Index of the first piece of the body.
    body: usize,
    /// The words of the lines before the body that could be the title.
    titles: FxHashSet<Box<str>>,
    /// What heading each piece is.
    marks: Vec<Option<Heading>>,
}

/// What of a text is not as it was in the last version.
pub(super) struct Replaced {
    /// The pieces that are new.
    pub(super) new: Range<usize>,
    /// How many pieces of the last version they replace.
    pub(super) gone: usize,
    /// How many bytes later the pieces behind them begin, modulo 2³².
    pub(super) shift: u32,
}

impl Headings {
    /// The headings among `pieces`.
    pub(super) fn find(text: &str, pieces: &[Piece]) -> Self {
        let body = body_start(text, pieces);
        let (titles, opening) = titles(text, pieces, body);
        Self::with_opening(text, pieces, body, titles, opening)
    }

    /// The same, where `last` are those of the last version; and which pieces at most are another heading than before, or
    /// new.
    pub(super) fn find_again(text: &str, pieces: &[Piece], last: Self, replaced: &Replaced) -> (Self, Range<usize>) {
        let body = body_start(text, pieces);
        let (titles, opening) = titles(text, pieces, body);
        if body != last.body || titles != last.titles {
            return (Self::with_opening(text, pieces, body, titles, opening), 0..pieces.len());
        }
        let Replaced { new, gone, shift } = replaced;
        let mut found = last;
        found.marks.splice(new.start..new.start + gone, std::iter::repeat_n(None, new.len()));
        let behind = found.marks[new.end..].iter_mut().flatten();
        behind.for_each(|heading| heading.start = heading.start.wrapping_add(*shift));
        found.marks[..body].copy_from_slice(&opening[..body]);
        let first = new.start.saturating_sub(sections::REACH).max(body);
        let after = found.mark(text, pieces, first, |at, old, now| at >= new.end && old == now);
        (found, if new.start < body { 0..after } else { first..after })
    }

    fn with_opening(
        text: &str,
        pieces: &[Piece],
        body: usize,
        titles: FxHashSet<Box<str>>,
        mut opening: Vec<Option<Heading>>,
    ) -> Self {
        opening.resize(pieces.len(), None);
        let mut found = Self { body, titles, marks: opening };
        found.mark(text, pieces, body, |_, _, _| false);
        found
    }

    /// Marks the pieces of the body from number `first` on, until one `is_known`, by its number, what it was and what it is.
    /// Answers with the number behind the last that was marked.
    fn mark(
        &mut self,
        text: &str,
        pieces: &[Piece],
        first: usize,
        is_known: impl Fn(usize, Option<Heading>, Option<Heading>) -> bool,
    ) -> usize {
        let sections = Sections::new(text, pieces);
        for at in first..pieces.len() {
            let old = self.marks[at];
            let piece = &pieces[at];
            let level = if is_line(piece) && self.titles.contains(piece.span.of(text)) { TITLE } else { SECTION };
            let above = at.checked_sub(1).map(|number| Above { number, is_heading: self.marks[number].is_some() });
            let start = if level == TITLE { Some(piece.span.start) } else { sections.heading_start(at, above) };
            self.marks[at] = start.map(|start| Heading { level, start });
            if is_known(at, old, self.marks[at]) {
                return at + 1;
            }
        }
        pieces.len()
    }

    /// The blocks that `pieces` are.
    pub(super) fn blocks(&self, pieces: &[Piece]) -> Vec<Block> {
        pieces.iter().zip(&self.marks).map(|(piece, heading)| piece.block(*heading)).collect()
    }
}

/// Index of the first paragraph of the body: a long one that another follows soon, else any long one, else any.
fn body_start(text: &str, pieces: &[Piece]) -> usize {
    let is_long = |piece: &Piece, least| piece.span.len() >= least && piece.is_prose(text);
    let first = |least| pieces.iter().position(|piece| is_long(piece, least));
    let runs = |at: usize| pieces.iter().skip(at + 1).take(4).any(|piece| is_long(piece, 60));
    (0..pieces.len())
        .find(|&at| is_long(&pieces[at], LONG) && runs(at))
        .or_else(|| first(LONG))
        .or_else(|| first(40))
        .unwrap_or(pieces.len().min(1))
}

/// The words of what could be the title before `body`, and what heading each piece there is, the first piece of the text
/// among them.
fn titles(text: &str, pieces: &[Piece], body: usize) -> (FxHashSet<Box<str>>, Vec<Option<Heading>>) {
    let repeated = repeated_lines(text, pieces, body);
    let mut titles = FxHashSet::default();
    let mut marks = vec![None; body.max(1).min(pieces.len())];
    let mut last = "";
    for (at, mark) in marks.iter_mut().enumerate() {
        let piece = &pieces[at];
        if !is_line(piece) {
            continue;
        }
        let words = piece.span.of(text);
        let again = at + 1 == body && last.len() > words.len() && last.starts_with(words);
        if !could_be_title(words, at == 0 || again, repeated.contains(words)) {
            continue;
        }
        *mark = Some(Heading { level: if again { SECTION } else { TITLE }, start: piece.span.start });
        titles.insert(words.into());
        last = words;
    }
    (titles, marks)
}

/// `words` could be the title: by its look, or because the line stands again in the text. A line of two words can be
/// one only where it `opens` the text or its body.
fn could_be_title(words: &str, opens: bool, repeated: bool) -> bool {
    let count = count_words(words);
    let looks = shape::look_of_title(words.strip_suffix('.').filter(|_| repeated).unwrap_or(words)) != Look::None;
    looks && ((4..=20).contains(&count) || opens && (2..=20).contains(&count))
}

/// The lines before `body` that stand again somewhere in the text.
fn repeated_lines<'a>(text: &'a str, pieces: &[Piece], body: usize) -> FxHashSet<&'a str> {
    let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
    for piece in pieces.iter().take(body).filter(|piece| is_line(piece)) {
        seen.insert(piece.span.of(text), 0);
    }
    for piece in pieces.iter().filter(|piece| is_line(piece)) {
        if let Some(count) = seen.get_mut(piece.span.of(text)) {
            *count += 1;
        }
    }
    seen.into_iter().filter(|(_, count)| *count > 1).map(|(words, _)| words).collect()
}

/// A paragraph that is short enough for a heading.
fn is_line(piece: &Piece) -> bool {
    piece.kind == BlockKind::Paragraph && piece.span.len() <= shape::LONGEST
}
