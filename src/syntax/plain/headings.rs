//! Which blocks of plain text are headings.
//!
//! Before the first paragraph of the body every line that could be the title is one: which of them it is shows only
//! when page furniture is known (`analysis::outline`). Inside the body a line is a heading by its look and its place
//! between paragraphs.

use super::shape::{self, Look};
use crate::{
    syntax::{
        article::{Block, BlockKind},
        tokens::is_blank,
    },
    text::count_words,
};
use rustc_hash::{FxHashMap, FxHashSet};

/// Bytes from which a paragraph is surely of the body.
const LONG: usize = 100;

/// Level of lines that could be the title.
const TITLE: u8 = 1;

/// Level of headings inside the body.
const SECTION: u8 = 2;

/// Turns the blocks that are headings into [`BlockKind::Heading`].
pub(super) fn mark(text: &str, blocks: &mut [Block]) {
    let body = body_start(text, blocks);
    let titles = mark_titles(text, blocks, body);
    for at in body..blocks.len() {
        if blocks[at].kind == BlockKind::Paragraph && titles.contains(blocks[at].span.of(text)) {
            blocks[at].kind = BlockKind::Heading(TITLE);
        } else if let Some(block) = section(text, blocks, at) {
            blocks[at] = block;
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
fn is_prose(text: &str, block: &Block) -> bool {
    let words = block.span.of(text);
    block.kind == BlockKind::Paragraph
        && words.len() >= 40
        && (words.ends_with(['.', '!', '?', '”', '"', '’', '\'', '…', ')', ']', ':'])
            || words.len() > 2 * LONG && words.contains(". "))
}

/// Marks what could be the title among the blocks before `body`; gives their words.
fn mark_titles<'a>(text: &'a str, blocks: &mut [Block], body: usize) -> FxHashSet<&'a str> {
    let repeated = repeated_lines(text, blocks, body);
    let mut titles = FxHashSet::default();
    let mut last = "";
    for at in 0..body.max(1).min(blocks.len()) {
        let words = blocks[at].span.of(text);
        let again = at + 1 == body && last.len() > words.len() && last.starts_with(words);
        let could_be = could_be_title(words, at == 0 || again, repeated.contains(words));
        if blocks[at].kind != BlockKind::Paragraph || !could_be {
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
    let is_line = |block: &&Block| block.kind == BlockKind::Paragraph && block.span.len() <= shape::LONGEST;
    let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
    for block in blocks.iter().take(body).filter(is_line) {
        seen.insert(block.span.of(text), 0);
    }
    for block in blocks.iter().filter(is_line) {
        seen.entry(block.span.of(text)).and_modify(|count| *count += 1);
    }
    seen.into_iter().filter(|(_, count)| *count > 1).map(|(words, _)| words).collect()
}

/// Block `at` as a heading inside the body; `None` when it is none.
fn section(text: &str, blocks: &[Block], at: usize) -> Option<Block> {
    let block = &blocks[at];
    if block.lines.1 > block.lines.0 + 1 {
        return None;
    }
    match block.kind {
        BlockKind::Paragraph => {
            let fits = is_section(text, blocks, at) || opens_stack(text, blocks, at);
            fits.then(|| heading(block, block.span.start))
        }
        BlockKind::ListItem => numbered_section(text, blocks, at),
        _ => None,
    }
}

/// Block `at` is a heading by its look and by what stands above and below.
fn is_section(text: &str, blocks: &[Block], at: usize) -> bool {
    let Some(below) = blocks.get(at + 1) else { return false };
    let apart = stands_apart(blocks, at);
    let leads = match below.kind {
        BlockKind::ListItem => apart && below.span.len() >= 40,
        _ => below.span.len() >= if apart { 60 } else { LONG } && is_prose(text, below),
    };
    leads
        && looks_like_heading(blocks[at].span.of(text), apart)
        && at.checked_sub(1).is_none_or(|above| !is_loose_line(text, &blocks[above]))
}

/// A line looks like a heading and is short enough for one; `apart`: between blank lines.
fn looks_like_heading(words: &str, apart: bool) -> bool {
    let look = shape::look(words);
    look != Look::None && is_sized(words, look, apart)
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

/// Block `at` is a heading right above another heading.
fn opens_stack(text: &str, blocks: &[Block], at: usize) -> bool {
    let words = blocks[at].span.of(text);
    words.len() <= shape::LONGEST
        && stands_apart(blocks, at)
        && at.checked_sub(1).is_some_and(|above| is_prose(text, &blocks[above]))
        && (words.ends_with('?') || shape::look(words) == Look::Title)
        && (2..=14).contains(&count_words(words))
        && match blocks.get(at + 1).map(|below| below.kind) {
            Some(BlockKind::Paragraph) => is_section_under(text, blocks, at + 1),
            Some(BlockKind::ListItem) => numbered_section(text, blocks, at + 1).is_some(),
            _ => false,
        }
}

/// Block `at` would be a heading if the line above it were none.
fn is_section_under(text: &str, blocks: &[Block], at: usize) -> bool {
    blocks.get(at..at + 2).is_some_and(|pair| is_section(text, pair, 0))
}

/// `1. To begin with:` above a paragraph; the number belongs to the heading.
fn numbered_section(text: &str, blocks: &[Block], at: usize) -> Option<Block> {
    let block = &blocks[at];
    let below = blocks.get(at + 1).filter(|below| is_prose(text, below))?;
    let before = text.get(..block.span.start as usize)?;
    let line_start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let mark = before[line_start..].trim_start_matches(is_blank);
    let numbered = mark.trim_start_matches('(').starts_with(|c: char| c.is_ascii_digit());
    let alone = at.checked_sub(1).is_none_or(|above| blocks[above].kind != BlockKind::ListItem);
    if !numbered || !alone {
        return None;
    }
    let words = block.span.of(text);
    let least = if stands_apart(blocks, at) { 60 } else { LONG };
    let fits = shape::look_numbered(words) != Look::None && count_words(words) <= 12 && below.span.len() >= least;
    fits.then(|| heading(block, block.span.start - mark.len() as u32))
}

fn heading(block: &Block, start: u32) -> Block {
    let mut heading = block.clone();
    heading.kind = BlockKind::Heading(SECTION);
    heading.span.start = start;
    heading
}

/// A line that looks like a heading and is none: one of a run of teasers, captions or menu words.
fn is_loose_line(text: &str, block: &Block) -> bool {
    let is_line = block.kind == BlockKind::Paragraph && !is_prose(text, block);
    is_line && looks_like_heading(block.span.of(text), true)
}

/// Blank lines stand above and below block `at`.
fn stands_apart(blocks: &[Block], at: usize) -> bool {
    let above = at.checked_sub(1).is_none_or(|above| blocks[above].lines.1 < blocks[at].lines.0);
    above && blocks.get(at + 1).is_none_or(|below| blocks[at].lines.1 < below.lines.0)
}
