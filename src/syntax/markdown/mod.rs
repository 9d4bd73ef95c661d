//! Markdown: front matter of our own, the rest by pulldown-cmark's events and their offsets.

mod again;
mod builder;
mod front_matter;
mod html;

use super::{
    article::{Article, Block, BlockKind, Language},
    plain,
};
use crate::text::LineIndex;
pub(super) use again::KeptBlocks;

use builder::Builder;
use front_matter::FrontMatter;
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::{
    ops::Range,
    panic::{AssertUnwindSafe, catch_unwind},
};

/// Events that a text may make per byte before the parser is stopped: a table of a few bytes a row can make thousands.
const EVENTS_PER_BYTE: usize = 2;

/// What the parser made of a part of a text.
#[derive(Clone, Debug, Default)]
struct Parsed {
    blocks: Vec<Block>,
    /// Where paragraphs and headings begin that nothing holds: the bytes at which their lines begin. What stands before
    /// is done with there.
    seams: Vec<u32>,
    /// No block depends on another: no link or footnote is defined away from where it is used, and the parser read on to
    /// the end.
    is_local: bool,
}

/// Splits Markdown into blocks at its leaves. Should the parser panic, the text is split as plain text.
pub(super) fn parse(text: &str, lines: &LineIndex) -> Article {
    let (front, start) = front_matter(text);
    article(lines, front, parsed(text, start..text.len(), lines).blocks)
}

/// The front matter of `text`, and where the text begins behind it.
fn front_matter(text: &str) -> (Option<FrontMatter>, usize) {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let front = front_matter::find(text, start);
    let body = front.as_ref().map_or(start, |front| front.end);
    (front, body)
}

/// The article of the front matter and the `blocks` behind it.
fn article(lines: &LineIndex, front: Option<FrontMatter>, mut blocks: Vec<Block>) -> Article {
    let title = front.as_ref().and_then(|front| front.title);
    if let Some(front) = front {
        let lines = (lines.line_of(front.span.start) as u32, lines.line_of(front.span.end) as u32 + 1);
        blocks.insert(0, Block { kind: BlockKind::FrontMatter, span: front.span, lines, markup: Vec::new() });
    }
    Article { language: Language::Markdown, blocks, title }
}

/// What the parser makes of the bytes of `part`, which begins and ends with lines.
fn parsed(text: &str, part: Range<usize>, lines: &LineIndex) -> Parsed {
    let start = part.start;
    catch_unwind(AssertUnwindSafe(|| parse_part(text, part, lines))).unwrap_or_else(|_| Parsed {
        blocks: plain::blocks(text, start, lines),
        seams: Vec::new(),
        is_local: false,
    })
}

fn parse_part(text: &str, part: Range<usize>, lines: &LineIndex) -> Parsed {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let start = part.start;
    let most = part.len() * EVENTS_PER_BYTE + 1_000;
    let mut events = Parser::new_ext(&text[part], options).into_offset_iter();
    let mut is_local = events.reference_definitions().iter().next().is_none();
    let mut builder = Builder::new(text, start, lines);
    let mut seams = Vec::new();
    let mut depth = 0_usize;
    for (event, range) in events.by_ref().take(most) {
        match &event {
            Event::Start(tag) => {
                if depth == 0 && matches!(tag, Tag::Paragraph | Tag::Heading { .. }) {
                    let line = lines.line(text, lines.line_of((start + range.start) as u32));
                    seams.push(line.start.max(start as u32));
                }
                is_local &= !matches!(tag, Tag::FootnoteDefinition(_));
                depth += 1;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        builder.add(event, range);
    }
    is_local &= events.next().is_none();
    Parsed { blocks: builder.finish(), seams, is_local }
}
