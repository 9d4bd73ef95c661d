use crate::text::Span;
use std::borrow::Cow;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// CommonMark with tables and front matter.
    Markdown,
    /// Plain text, often pasted from a page.
    PlainText,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Metadata between fences at the top of a Markdown file.
    FrontMatter,
    /// A heading, level 1 to 6. Whether page furniture only looks like one is decided later.
    Heading(u8),
    /// Running text: a paragraph, or one line of a text that breaks its paragraphs by single newlines.
    Paragraph,
    /// One item of a list, without its bullet or number.
    ListItem,
    /// One row of a table.
    TableRow,
    /// A paragraph inside a block quote.
    Quote,
    /// Code; nothing looks inside.
    Code,
    /// An HTML comment; suppression directives live here.
    Comment,
    /// Other HTML, thematic breaks, delimiter rows: nothing looks inside.
    Markup,
}

impl BlockKind {
    /// The block holds prose: it has sentences and tokens.
    pub fn is_prose(self) -> bool {
        !matches!(self, Self::FrontMatter | Self::Code | Self::Comment | Self::Markup)
    }
}

/// A block: the unit that is split into sentences, labelled as furniture or not, and memoised.
///
/// In plain text every line that is not blank is a block, except where lines are hard-wrapped parts of one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its words, without bullet, number, `#`, indentation and trailing blanks. Bytes of the file.
    pub span: Span,
    /// First line (from zero) and the line after its last.
    pub lines: (u32, u32),
    /// Inline markup inside `span` that is not prose (emphasis marks, link targets, code). Relative to `span.start`,
    /// ascending. Always empty in plain text.
    pub markup: Vec<Span>,
}

/// A text as blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// How the file is written.
    pub language: Language,
    /// The blocks in their order; they do not overlap.
    pub blocks: Vec<Block>,
    /// The title that front matter gives, its value alone. Bytes of the file.
    pub title: Option<Span>,
}

impl Block {
    /// Moves it so many `bytes` and `lines` down in its text, modulo 2³².
    pub(super) fn go_down(&mut self, bytes: u32, lines: u32) {
        self.span = self.span.moved(bytes);
        self.lines = (self.lines.0.wrapping_add(lines), self.lines.1.wrapping_add(lines));
    }
}

impl Article {
    /// Index of the block whose span touches byte `offset`.
    pub fn block_at(&self, offset: u32) -> Option<usize> {
        let after = self.blocks.partition_point(|block| block.span.start <= offset);
        let index = after.checked_sub(1)?;
        self.blocks[index].span.touches(offset).then_some(index)
    }

    /// The words of `span` as a reader sees them: without inline markup.
    pub fn visible<'a>(&self, text: &'a str, span: Span) -> Cow<'a, str> {
        let first = self.blocks.partition_point(|block| block.span.end <= span.start);
        let blocks = self.blocks[first..].iter().take_while(|block| block.span.start < span.end);
        let marks = blocks.flat_map(|block| block.markup.iter().map(|mark| mark.shift(block.span.start)));
        let mut seen = String::new();
        let mut from = span.start;
        for mark in marks.filter(|mark| mark.overlaps(span)) {
            seen += Span { start: from, end: mark.start.max(from) }.of(text);
            from = from.max(mark.end.min(span.end));
        }
        let rest = Span { start: from, end: span.end }.of(text);
        if from == span.start { Cow::Borrowed(rest) } else { Cow::Owned(seen + rest) }
    }
}
