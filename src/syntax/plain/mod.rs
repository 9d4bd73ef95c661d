//! Plain text: lines → blocks, and which lines are headings. Its own rules, since CommonMark would take indented lines
//! for code and numbered headings for lists.

mod bytes;
mod headings;
mod line;
mod sections;
mod shape;

use super::{
    article::{Article, Block, BlockKind, Language},
    wrap,
};
use crate::text::{LineIndex, Span};
use line::{Line, Reader, Shape};

/// Splits plain text: a block a line that is not blank, except where lines are hard-wrapped parts of one paragraph.
pub(super) fn parse(text: &str, lines: &LineIndex) -> Article {
    Article { language: Language::PlainText, blocks: blocks(text, 0, lines), title: None }
}

/// The blocks of the lines from byte `start` on, which starts a line.
pub(super) fn blocks(text: &str, start: usize, lines: &LineIndex) -> Vec<Block> {
    let mut splitter = Splitter { text, blocks: Vec::new(), run: Vec::new(), run_kind: BlockKind::Paragraph };
    let reader = Reader::new(text);
    for number in lines.line_of(start as u32)..lines.len() {
        splitter.add(number, reader.read(lines.line(text, number)));
    }
    splitter.end_run();
    headings::mark(text, &mut splitter.blocks);
    splitter.blocks
}

struct Splitter<'a> {
    text: &'a str,
    blocks: Vec<Block>,
    /// Words of neighbouring lines of running text, with the number of each line.
    run: Vec<(u32, Span)>,
    /// What the first paragraph of the run is: a list item may go on over several lines.
    run_kind: BlockKind,
}

impl Splitter<'_> {
    fn add(&mut self, number: usize, line: Line) {
        let number = number as u32;
        match line.shape {
            Shape::Blank => self.end_run(),
            Shape::Text => self.run.push((number, line.words)),
            Shape::Item => {
                self.end_run();
                self.run_kind = BlockKind::ListItem;
                self.run.push((number, line.words));
            }
            Shape::Rule(level) => {
                self.underline(level);
                self.push(BlockKind::Markup, line.words, number, number + 1);
            }
            Shape::Block(kind) => {
                self.end_run();
                self.push(kind, line.words, number, number + 1);
            }
        }
    }

    /// A line of dashes or equals signs makes a heading of the single short line above it.
    fn underline(&mut self, level: Option<u8>) {
        match (self.run_kind, &self.run[..], level) {
            (BlockKind::Paragraph, &[(number, title)], Some(level)) if title.len() <= shape::LONGEST => {
                self.run.clear();
                self.push(BlockKind::Heading(level), title, number, number + 1);
            }
            _ => self.end_run(),
        }
    }

    /// Makes paragraphs of the lines gathered, most often one or none.
    fn end_run(&mut self) {
        match self.run[..] {
            [] => {}
            [(number, words)] => {
                self.run.clear();
                let kind = std::mem::replace(&mut self.run_kind, BlockKind::Paragraph);
                self.push(kind, words, number, number + 1);
            }
            _ => self.end_paragraphs(),
        }
    }

    fn end_paragraphs(&mut self) {
        let run = std::mem::take(&mut self.run);
        let mut kind = std::mem::replace(&mut self.run_kind, BlockKind::Paragraph);
        for paragraph in wrap::paragraphs(self.text, &run) {
            if let (Some(&(first, words)), Some(&(last, last_words))) = (paragraph.first(), paragraph.last()) {
                self.push(kind, words.join(last_words), first, last + 1);
            }
            kind = BlockKind::Paragraph;
        }
        self.run = run;
        self.run.clear();
    }

    fn push(&mut self, kind: BlockKind, span: Span, first: u32, after: u32) {
        self.blocks.push(Block { kind, span, lines: (first, after), markup: Vec::new() });
    }
}
