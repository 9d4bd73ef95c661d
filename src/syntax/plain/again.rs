//! Plain text that is split version after version: what stands far from an edit is not read again.

use super::{
    article,
    headings::{Headings, Replaced},
    line::Reader,
    piece::Piece,
    split::split,
};
use crate::{
    syntax::{Unchanged, article::Article},
    text::{CommonEnds, LineIndex},
};

/// How the last version of a plain text was split, for the next. What it holds never changes how a text is split.
#[derive(Debug, Default)]
pub(in crate::syntax) struct KeptBlocks(Option<Last>);

#[derive(Debug)]
struct Last {
    /// Length of the text in bytes and in lines.
    length: (usize, usize),
    pieces: Vec<Piece>,
    headings: Headings,
}

impl KeptBlocks {
    /// Splits `text`, which has the bytes of `common` in common with the last version; says what of it is as it was.
    pub(in crate::syntax) fn parse(
        &mut self,
        text: &str,
        lines: &LineIndex,
        common: CommonEnds,
    ) -> (Article, Unchanged) {
        let (last, unchanged) = match self.0.take() {
            None => (Last::new(text, lines), Unchanged::default()),
            Some(last) => last.follow(text, lines, common),
        };
        let blocks = last.headings.blocks(&last.pieces);
        self.0 = Some(last);
        (article(blocks), unchanged)
    }
}

impl Last {
    fn new(text: &str, lines: &LineIndex) -> Self {
        let (pieces, _) = split(text, &Reader::new(text), lines, 0, |_| false);
        Self { headings: Headings::find(text, &pieces), length: (text.len(), lines.len()), pieces }
    }

    /// Goes over to the version `text`; says what of it is as before.
    fn follow(mut self, text: &str, lines: &LineIndex, common: CommonEnds) -> (Self, Unchanged) {
        let first = self.first_new(text, lines, common);
        let line = self.pieces.get(first).filter(|_| first > 0).map_or(0, |piece| piece.lines.0 as usize);
        let end_of_new = text.len() - common.end;
        let is_behind = |number: usize| lines.line(text, number).start as usize > end_of_new;
        let (new, end) = split(text, &Reader::of_few_lines(text), lines, line, is_behind);

        let (bytes, last_lines) = self.length;
        let last_end = (end + last_lines - lines.len()) as u32;
        let gone = self.pieces[first..].partition_point(|piece| piece.lines.0 < last_end);
        let replaced =
            Replaced { new: first..first + new.len(), gone, shift: (text.len() as u32).wrapping_sub(bytes as u32) };
        let down = (lines.len() as u32).wrapping_sub(last_lines as u32);
        self.pieces.splice(first..first + gone, new);
        self.pieces[replaced.new.end..].iter_mut().for_each(|piece| piece.go_down(replaced.shift, down));
        let (headings, marked) = Headings::find_again(text, &self.pieces, self.headings, &replaced);

        let after = (self.pieces.len() - replaced.new.end).min(self.pieces.len() - marked.end);
        let unchanged = Unchanged { before: first.min(marked.start), after };
        (Self { headings, length: (text.len(), lines.len()), ..self }, unchanged)
    }

    /// The first piece that must be read again in the version `text`: one below a blank line, before which nothing differs.
    fn first_new(&self, text: &str, lines: &LineIndex, common: CommonEnds) -> usize {
        let is_before = |piece: &Piece| {
            let line = piece.lines.0 as usize;
            line < lines.len() && lines.line(text, line).start as usize <= common.start
        };
        let mut first = self.pieces.partition_point(is_before).saturating_sub(1);
        while first > 0 && self.pieces[first - 1].lines.1 == self.pieces[first].lines.0 {
            first -= 1;
        }
        first
    }
}
