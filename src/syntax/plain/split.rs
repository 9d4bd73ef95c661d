//! Lines → pieces.

use super::{
    line::{Line, Reader, Shape},
    piece::Piece,
    shape,
};
use crate::{
    syntax::{article::BlockKind, wrap},
    text::{LineIndex, Span},
};

/// The pieces of the lines from line `first` on, to the first blank line whose number is the `last`; and the number of that
/// line, or how many lines there are. Nothing on either side of a blank line depends on the other.
pub(super) fn split(
    text: &str,
    reader: &Reader,
    lines: &LineIndex,
    first: usize,
    is_last: impl Fn(usize) -> bool,
) -> (Vec<Piece>, usize) {
    let mut splitter = Splitter { text, pieces: Vec::new(), run: Vec::new(), run_kind: BlockKind::Paragraph };
    for number in first..lines.len() {
        let line = reader.read(lines.line(text, number));
        let is_blank = matches!(line.shape, Shape::Blank);
        splitter.add(number, line);
        if is_blank && is_last(number) {
            return (splitter.pieces, number);
        }
    }
    splitter.end_run();
    (splitter.pieces, lines.len())
}

struct Splitter<'a> {
    text: &'a str,
    pieces: Vec<Piece>,
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
        self.pieces.push(Piece { kind, span, lines: (first, after) });
    }
}
