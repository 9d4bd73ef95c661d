use super::article::{Article, Block, BlockKind, Language};
use crate::text::{LineIndex, Span};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Splits Markdown into blocks at its leaf nodes.
pub(super) fn parse(text: &str) -> Article {
    let lines = LineIndex::new(text);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH;
    let mut blocks = Vec::new();
    let mut quotes = 0_usize;
    let mut items = 0_usize;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::BlockQuote(_)) => quotes += 1,
            Event::End(TagEnd::BlockQuote(_)) => quotes -= 1,
            Event::Start(Tag::Item) => items += 1,
            Event::End(TagEnd::Item) => items -= 1,
            Event::Start(Tag::Heading { level, .. }) => {
                blocks.push(block(text, &lines, BlockKind::Heading(level as u8), range));
            }
            Event::Start(Tag::Paragraph) => {
                let kind = match (quotes, items) {
                    (0, 0) => BlockKind::Paragraph,
                    (0, _) => BlockKind::ListItem,
                    _ => BlockKind::Quote,
                };
                blocks.push(block(text, &lines, kind, range));
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                blocks.push(block(text, &lines, BlockKind::TableRow, range))
            }
            Event::Start(Tag::CodeBlock(_)) => blocks.push(block(text, &lines, BlockKind::Code, range)),
            Event::Start(Tag::MetadataBlock(_)) => blocks.push(block(text, &lines, BlockKind::FrontMatter, range)),
            Event::Start(Tag::HtmlBlock) => {
                let comment = text[range.clone()].trim_start().starts_with("<!--");
                let kind = if comment { BlockKind::Comment } else { BlockKind::Markup };
                blocks.push(block(text, &lines, kind, range));
            }
            _ => {}
        }
    }
    Article { language: Language::Markdown, blocks, title: None }
}

fn block(text: &str, lines: &LineIndex, kind: BlockKind, range: Range<usize>) -> Block {
    let raw = &text[range.clone()];
    let body = match kind {
        BlockKind::Heading(_) => raw.trim().trim_start_matches('#').trim_end_matches(['#', '=', '-', '\n']).trim(),
        _ => raw.trim(),
    };
    let start = range.start + (body.as_ptr() as usize - raw.as_ptr() as usize);
    let span = Span::new(start, start + body.len());
    let last = lines.line_of(span.end.max(span.start + 1) - 1) as u32;
    Block { kind, span, lines: (lines.line_of(span.start) as u32, last + 1), markup: Vec::new() }
}
