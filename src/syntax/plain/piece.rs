use crate::{
    syntax::article::{Block, BlockKind},
    text::Span,
};

/// Bytes of running text, at least.
const SHORTEST: usize = 40;

/// In so many bytes stand several sentences.
const SEVERAL: usize = 200;

/// A block as its lines are read, before anything is known of headings among its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) kind: BlockKind,
    /// See [`Block::span`].
    pub(super) span: Span,
    /// See [`Block::lines`].
    pub(super) lines: (u32, u32),
}

/// What makes a heading of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// Its level.
    pub(super) level: u8,
    /// The byte where it begins: a number before it may belong to it.
    pub(super) start: u32,
}

impl Piece {
    /// Running text that ends as a sentence does, or is so long that it holds several.
    pub(super) fn is_prose(&self, text: &str) -> bool {
        self.kind == BlockKind::Paragraph && self.span.len() >= SHORTEST && {
            let words = self.span.of(text);
            words.ends_with(closes) || words.len() > SEVERAL && words.contains(". ")
        }
    }

    /// Moves `bytes` and `lines` down in its text, modulo 2³².
    pub(super) fn go_down(&mut self, bytes: u32, lines: u32) {
        self.span = self.span.moved(bytes);
        self.lines = (self.lines.0.wrapping_add(lines), self.lines.1.wrapping_add(lines));
    }

    /// The block that it is, as this `heading` or as none.
    pub(super) fn block(&self, heading: Option<Heading>) -> Block {
        let Self { kind, span, lines } = *self;
        match heading {
            None => Block { kind, span, lines, markup: Vec::new() },
            Some(Heading { level, start }) => {
                Block { kind: BlockKind::Heading(level), span: Span { start, ..span }, lines, markup: Vec::new() }
            }
        }
    }
}

/// Sentences end in `last`, and what is quoted, bracketed or introduced.
fn closes(last: char) -> bool {
    matches!(last, '.' | '!' | '?' | '”' | '"' | '’' | '\'' | '…' | ')' | ']' | ':')
}
