//! Which lines inside the body are headings: by their look and by what stands above and below.

use super::{
    headings::{SECTION, is_prose},
    shape::{self, Look},
};
use crate::{
    syntax::{
        article::{Block, BlockKind},
        tokens::is_blank,
    },
    text::count_words,
};
use std::cell::OnceCell;

/// Bytes of a paragraph right below a heading, at least.
const LONG: usize = 100;

/// The same, with blank lines around the heading.
const LONG_APART: usize = 60;

/// The blocks of a text, whose headings are sought.
pub(super) struct Sections<'a> {
    text: &'a str,
    /// The blocks, as far as they are marked.
    pub(super) blocks: &'a mut [Block],
    /// What the words of each block look like, once somebody asked: its neighbours ask as well.
    looks: Vec<OnceCell<Look>>,
}

impl<'a> Sections<'a> {
    pub(super) fn new(text: &'a str, blocks: &'a mut [Block]) -> Self {
        Self { text, looks: vec![OnceCell::new(); blocks.len()], blocks }
    }

    /// Turns block `at` into a heading if it is one.
    pub(super) fn mark(&mut self, at: usize) {
        if let Some(start) = self.heading_start(at) {
            self.blocks[at].kind = BlockKind::Heading(SECTION);
            self.blocks[at].span.start = start;
        }
    }

    /// The byte where the heading begins that block `at` is; `None` when it is none.
    fn heading_start(&self, at: usize) -> Option<u32> {
        let block = &self.blocks[at];
        if block.lines.1 > block.lines.0 + 1 {
            return None;
        }
        match block.kind {
            BlockKind::Paragraph => {
                let fits = self.is_section(at, at.checked_sub(1)) || self.opens_stack(at);
                fits.then_some(block.span.start)
            }
            BlockKind::ListItem => self.numbered_start(at),
            _ => None,
        }
    }

    /// Block `at`, under block `above`, is a heading by its look and by what stands above and below.
    fn is_section(&self, at: usize, above: Option<usize>) -> bool {
        let Some(below) = self.blocks.get(at + 1) else { return false };
        let apart = self.stands_apart(at, above);
        let leads = match below.kind {
            BlockKind::ListItem => apart && below.span.len() >= 40,
            _ => below.span.len() >= if apart { LONG_APART } else { LONG } && is_prose(self.text, below),
        };
        leads && self.looks_like_heading(at, apart) && above.is_none_or(|above| !self.is_loose_line(above))
    }

    /// Block `at` looks like a heading and is short enough for one; `apart`: between blank lines.
    fn looks_like_heading(&self, at: usize, apart: bool) -> bool {
        let look = self.look(at);
        look != Look::None && is_sized(self.words(at), look, apart)
    }

    /// Block `at` is a heading right above another heading.
    fn opens_stack(&self, at: usize) -> bool {
        let words = self.words(at);
        let above = at.checked_sub(1);
        words.len() <= shape::LONGEST
            && self.stands_apart(at, above)
            && above.is_some_and(|above| is_prose(self.text, &self.blocks[above]))
            && (words.ends_with('?') || self.look(at) == Look::Title)
            && (2..=14).contains(&count_words(words))
            && match self.blocks.get(at + 1).map(|below| below.kind) {
                Some(BlockKind::Paragraph) => self.is_section(at + 1, None),
                Some(BlockKind::ListItem) => self.numbered_start(at + 1).is_some(),
                _ => false,
            }
    }

    /// Where `1. To begin with:` above a paragraph begins: the number belongs to the heading.
    fn numbered_start(&self, at: usize) -> Option<u32> {
        let block = &self.blocks[at];
        let below = self.blocks.get(at + 1).filter(|below| is_prose(self.text, below))?;
        let before = self.text.get(..block.span.start as usize)?;
        let line_start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let mark = before[line_start..].trim_start_matches(is_blank);
        let numbered = mark.trim_start_matches('(').starts_with(|c: char| c.is_ascii_digit());
        let above = at.checked_sub(1);
        if !numbered || above.is_some_and(|above| self.blocks[above].kind == BlockKind::ListItem) {
            return None;
        }
        let words = self.words(at);
        let least = if self.stands_apart(at, above) { LONG_APART } else { LONG };
        let fits = shape::look_numbered(words) != Look::None && count_words(words) <= 12 && below.span.len() >= least;
        fits.then(|| block.span.start - mark.len() as u32)
    }

    /// Block `at` looks like a heading and is none: one of a run of teasers, captions or menu words.
    fn is_loose_line(&self, at: usize) -> bool {
        let block = &self.blocks[at];
        let is_line = block.kind == BlockKind::Paragraph && !is_prose(self.text, block);
        is_line && self.looks_like_heading(at, true)
    }

    /// Blank lines stand between blocks `above` and `at`, and below.
    fn stands_apart(&self, at: usize, above: Option<usize>) -> bool {
        let lines = self.blocks[at].lines;
        above.is_none_or(|above| self.blocks[above].lines.1 < lines.0)
            && self.blocks.get(at + 1).is_none_or(|below| lines.1 < below.lines.0)
    }

    fn look(&self, at: usize) -> Look {
        *self.looks[at].get_or_init(|| shape::look(self.words(at)))
    }

    fn words(&self, at: usize) -> &'a str {
        self.blocks[at].span.of(self.text)
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
