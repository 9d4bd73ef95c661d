//! Markdown: front matter of our own, the rest by pulldown-cmark's events and their offsets.

mod builder;
mod front_matter;
mod html;

use super::{
    article::{Article, Block, BlockKind, Language},
    plain,
};
use crate::text::LineIndex;
use builder::Builder;
use pulldown_cmark::{Options, Parser};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Events that a text may make per byte before the parser is stopped: a table of a few bytes a row can make thousands.
const EVENTS_PER_BYTE: usize = 2;

/// Splits Markdown into blocks at its leaves. Should the parser panic, the text is split as plain text.
pub(super) fn parse(text: &str, lines: &LineIndex) -> Article {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let front = front_matter::find(text, start);
    let (body, title) = front.as_ref().map_or((start, None), |front| (front.end, front.title));
    let mut blocks = Vec::new();
    if let Some(front) = &front {
        let lines = (lines.line_of(front.span.start) as u32, lines.line_of(front.span.end) as u32 + 1);
        blocks.push(Block { kind: BlockKind::FrontMatter, span: front.span, lines, markup: Vec::new() });
    }
    match catch_unwind(AssertUnwindSafe(|| blocks_of(text, body, lines))) {
        Ok(body) => blocks.extend(body),
        Err(_) => blocks.extend(plain::blocks(text, body, lines)),
    }
    Article { language: Language::Markdown, blocks, title }
}

/// The blocks from byte `start` on.
fn blocks_of(text: &str, start: usize, lines: &LineIndex) -> Vec<Block> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let body = &text[start..];
    let most = body.len() * EVENTS_PER_BYTE + 1_000;
    let mut builder = Builder::new(text, start, lines);
    for (event, range) in Parser::new_ext(body, options).into_offset_iter().take(most) {
        builder.add(event, range);
    }
    builder.finish()
}
