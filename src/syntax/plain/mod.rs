//! Plain text: lines → blocks, and which lines are headings. Its own rules, since CommonMark would take indented lines
//! for code and numbered headings for lists.

mod again;
mod bytes;
mod headings;
mod line;
mod piece;
mod sections;
mod shape;
mod split;

pub(super) use again::KeptBlocks;

use super::article::{Article, Block, Language};
use crate::text::LineIndex;
use headings::Headings;
use line::Reader;
use split::split;

/// Splits plain text: a block a line that is not blank, except where lines are hard-wrapped parts of one paragraph.
pub(super) fn parse(text: &str, lines: &LineIndex) -> Article {
    article(blocks(text, 0, lines))
}

/// The blocks of the lines from byte `start` on, which starts a line.
pub(super) fn blocks(text: &str, start: usize, lines: &LineIndex) -> Vec<Block> {
    let (pieces, _) = split(text, &Reader::new(text), lines, lines.line_of(start as u32), |_| false);
    Headings::find(text, &pieces).blocks(&pieces)
}

fn article(blocks: Vec<Block>) -> Article {
    Article { language: Language::PlainText, blocks, title: None }
}
