//! Which blocks of plain text are headings.
//!
//! Before the first paragraph of the body every line that could be the title is one: which of them it is shows only
//! when page furniture is known (`analysis::outline`). Inside the body the lines around it tell ([`Sections`]).

use super::{
    sections::Sections,
    shape::{self, Look},
};
use crate::{
    syntax::article::{Block, BlockKind},
    text::count_words,
};
use rustc_hash::{FxHashMap, FxHashSet};

/// Bytes from which a paragraph is surely of the body.
const LONG: usize = 100;

/// Level of lines that could be the title.
const TITLE: u8 = 1;

/// Level of headings inside the body.
pub(super) const SECTION: u8 = 2;

/// Turns the blocks that are headings into [`BlockKind::Heading`].
pub(super) fn mark(text: &str, blocks: &mut [Block]) {
    let body = body_start(text, blocks);
    let titles = mark_titles(text, blocks, body);
    let mut sections = Sections::new(text, blocks);
    for at in body..sections.blocks.len() {
        let block = &mut sections.blocks[at];
        if is_line(block) && titles.contains(block.span.of(text)) {
            block.kind = BlockKind::Heading(TITLE);
        } else {
            sections.mark(at);
        }
    }
}

/// Index of the first paragraph of the body: a long one that another follows soon, else any long one, else any.
fn body_start(text: &str, blocks: &[Block]) -> usize {
    let is_long = |block: &Block, least| block.span.len() >= least && is_prose(text, block);
    let first = |least| blocks.iter().position(|block| is_long(block, least));
    let runs = |at: usize| blocks.iter().skip(at + 1).take(4).any(|block| is_long(block, 60));
    (0..blocks.len())
        .find(|&at| is_long(&blocks[at], LONG) && runs(at))
        .or_else(|| first(LONG))
        .or_else(|| first(40))
        .unwrap_or(blocks.len().min(1))
}

/// Running text that ends as a sentence does, or is so long that it holds several.
pub(super) fn is_prose(text: &str, block: &Block) -> bool {
    block.kind == BlockKind::Paragraph && block.span.len() >= 40 && {
        let words = block.span.of(text);
        words.ends_with(closes) || words.len() > 2 * LONG && words.contains(". ")
    }
}

/// Sentences end in `last`, and what is quoted, bracketed or introduced.
fn closes(last: char) -> bool {
    matches!(last, '.' | '!' | '?' | '”' | '"' | '’' | '\'' | '…' | ')' | ']' | ':')
}

/// Marks what could be the title among the blocks before `body`; gives their words.
fn mark_titles<'a>(text: &'a str, blocks: &mut [Block], body: usize) -> FxHashSet<&'a str> {
    let repeated = repeated_lines(text, blocks, body);
    let mut titles = FxHashSet::default();
    let mut last = "";
    for at in 0..body.max(1).min(blocks.len()) {
        if !is_line(&blocks[at]) {
            continue;
        }
        let words = blocks[at].span.of(text);
        let again = at + 1 == body && last.len() > words.len() && last.starts_with(words);
        if !could_be_title(words, at == 0 || again, repeated.contains(words)) {
            continue;
        }
        blocks[at].kind = BlockKind::Heading(if again { SECTION } else { TITLE });
        titles.insert(words);
        last = words;
    }
    titles
}

/// `words` could be the title: by its look, or because the line stands again in the text. A line of two words can be
/// one only where it `opens` the text or its body.
fn could_be_title(words: &str, opens: bool, repeated: bool) -> bool {
    let count = count_words(words);
    let looks = shape::look_of_title(words.strip_suffix('.').filter(|_| repeated).unwrap_or(words)) != Look::None;
    looks && ((4..=20).contains(&count) || opens && (2..=20).contains(&count))
}

/// The lines before `body` that stand again somewhere in the text.
fn repeated_lines<'a>(text: &'a str, blocks: &[Block], body: usize) -> FxHashSet<&'a str> {
    let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
    for block in blocks.iter().take(body).filter(|block| is_line(block)) {
        seen.insert(block.span.of(text), 0);
    }
    for block in blocks.iter().filter(|block| is_line(block)) {
        if let Some(count) = seen.get_mut(block.span.of(text)) {
            *count += 1;
        }
    }
    seen.into_iter().filter(|(_, count)| *count > 1).map(|(words, _)| words).collect()
}

/// A paragraph that is short enough for a heading.
fn is_line(block: &Block) -> bool {
    block.kind == BlockKind::Paragraph && block.span.len() <= shape::LONGEST
}
