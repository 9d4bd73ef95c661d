//! Which lines inside the body are headings: by their look and by what stands above and below.

use super::{
    piece::Piece,
    shape::{self, Look},
};
use crate::{
    syntax::{article::BlockKind, tokens::is_blank},
    text::count_words,
};
use std::cell::OnceCell;

/// Bytes of a paragraph right below a heading, at least.
const LONG: usize = 100;

/// The same, with blank lines around the heading.
const LONG_APART: usize = 60;

/// Whether a piece is a heading depends on no more than so many pieces below it.
pub(super) const REACH: usize = 2;

/// The pieces of a text, among which headings are sought.
pub(super) struct Sections<'a> {
    text: &'a str,
    pieces: &'a [Piece],
    /// What the words of each piece look like, once somebody asked: its neighbours ask as well.
    looks: Vec<OnceCell<Look>>,
}

/// The piece above another.
#[derive(Clone, Copy)]
pub(super) struct Above {
    pub(super) number: usize,
    pub(super) is_heading: bool,
}

impl<'a> Sections<'a> {
    pub(super) fn new(text: &'a str, pieces: &'a [Piece]) -> Self {
        Self { text, looks: vec![OnceCell::new(); pieces.len()], pieces }
    }

    /// The byte where the heading begins that piece `at` is, under `above`; `None` when it is none.
    pub(super) fn heading_start(&self, at: usize, above: Option<Above>) -> Option<u32> {
        let piece = &self.pieces[at];
        if piece.lines.1 > piece.lines.0 + 1 {
            return None;
        }
        match piece.kind {
            BlockKind::Paragraph => {
                let fits = self.is_section(at, above) || self.opens_stack(at, above);
                fits.then_some(piece.span.start)
            }
            BlockKind::ListItem => self.numbered_start(at, above),
            _ => None,
        }
    }

    /// Piece `at`, under `above`, is a heading by its look and by what stands above and below.
    fn is_section(&self, at: usize, above: Option<Above>) -> bool {
        let Some(below) = self.pieces.get(at + 1) else { return false };
        let apart = self.stands_apart(at, above);
        let leads = match below.kind {
            BlockKind::ListItem => apart && below.span.len() >= 40,
            _ => below.span.len() >= if apart { LONG_APART } else { LONG } && below.is_prose(self.text),
        };
        leads && self.looks_like_heading(at, apart) && !above.is_some_and(|above| self.is_loose_line(above))
    }

    /// Piece `at` looks like a heading and is short enough for one; `apart`: between blank lines.
    fn looks_like_heading(&self, at: usize, apart: bool) -> bool {
        let look = self.look(at);
        look != Look::None && is_sized(self.words(at), look, apart)
    }

    /// Piece `at` is a heading right above another heading.
    fn opens_stack(&self, at: usize, above: Option<Above>) -> bool {
        let words = self.words(at);
        words.len() <= shape::LONGEST
            && self.stands_apart(at, above)
            && above.is_some_and(|above| !above.is_heading && self.pieces[above.number].is_prose(self.text))
            && (words.ends_with('?') || self.look(at) == Look::Title)
            && (2..=14).contains(&count_words(words))
            && match self.pieces.get(at + 1).map(|below| below.kind) {
                Some(BlockKind::Paragraph) => self.is_section(at + 1, None),
                Some(BlockKind::ListItem) => {
                    self.numbered_start(at + 1, Some(Above { number: at, is_heading: false })).is_some()
                }
                _ => false,
            }
    }

    /// Where `1. To begin with:` above a paragraph begins: the number belongs to the heading.
    fn numbered_start(&self, at: usize, above: Option<Above>) -> Option<u32> {
        let piece = &self.pieces[at];
        let below = self.pieces.get(at + 1).filter(|below| below.is_prose(self.text))?;
        let before = self.text.get(..piece.span.start as usize)?;
        let line_start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let mark = before[line_start..].trim_start_matches(is_blank);
        let numbered = mark.trim_start_matches('(').starts_with(|c: char| c.is_ascii_digit());
        let is_item = |above: Above| !above.is_heading && self.pieces[above.number].kind == BlockKind::ListItem;
        if !numbered || above.is_some_and(is_item) {
            return None;
        }
        let words = self.words(at);
        let least = if self.stands_apart(at, above) { LONG_APART } else { LONG };
        let fits = shape::look_numbered(words) != Look::None && count_words(words) <= 12 && below.span.len() >= least;
        fits.then(|| piece.span.start - mark.len() as u32)
    }

    /// `line` looks like a heading and is none: one of a run of teasers, captions or menu words.
    fn is_loose_line(&self, line: Above) -> bool {
        let piece = &self.pieces[line.number];
        let is_line = !line.is_heading && piece.kind == BlockKind::Paragraph && !piece.is_prose(self.text);
        is_line && self.looks_like_heading(line.number, true)
    }

    /// Blank lines stand between `above` and piece `at`, and below.
    fn stands_apart(&self, at: usize, above: Option<Above>) -> bool {
        let lines = self.pieces[at].lines;
        above.is_none_or(|above| self.pieces[above.number].lines.1 < lines.0)
            && self.pieces.get(at + 1).is_none_or(|below| lines.1 < below.lines.0)
    }

    fn look(&self, at: usize) -> Look {
        *self.looks[at].get_or_init(|| shape::look(self.words(at)))
    }

    fn words(&self, at: usize) -> &'a str {
        self.pieces[at].span.of(self.text)
    }
}

/// A line of this look is short enough for a heading; `apart`: between blank lines.
fn is_sized(words: &str, look: Look, apart: bool) -> bool {
    let count = count_words(words);
    match look {
        Look::Title => count <= 16 && (count > 1 || words.len() > 4),
        _ if words.ends_with('?') => count <= 14 && apart,
        _ => count <= 8 && words.len() <= 60 && apart,
    }
}
