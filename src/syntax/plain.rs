use super::article::{Article, Block, BlockKind, Language};
use crate::text::{LineIndex, Span};

/// Splits plain text: a block a line that is not blank.
pub(super) fn parse(text: &str) -> Article {
    let lines = LineIndex::new(text);
    let blocks = (0..lines.len()).filter_map(|line| block(text, &lines, line)).collect();
    Article { language: Language::PlainText, blocks, title: None }
}

fn block(text: &str, lines: &LineIndex, line: usize) -> Option<Block> {
    let whole = lines.line(text, line);
    let raw = whole.of(text);
    let body = raw.trim();
    if body.is_empty() {
        return None;
    }
    let (kind, body) = kind_of(body, line);
    let start = whole.start as usize + (body.as_ptr() as usize - raw.as_ptr() as usize);
    Some(Block {
        kind,
        span: Span::new(start, start + body.len()),
        lines: (line as u32, line as u32 + 1),
        markup: Vec::new(),
    })
}

fn kind_of(body: &str, line: usize) -> (BlockKind, &str) {
    if body.starts_with("<!--") && body.ends_with("-->") {
        return (BlockKind::Comment, body);
    }
    if let Some(item) = ["- ", "* ", "• ", "– "].iter().find_map(|bullet| body.strip_prefix(bullet)) {
        return (BlockKind::ListItem, item.trim_start());
    }
    if body.starts_with('|') {
        return (BlockKind::TableRow, body);
    }
    let words = body.split_whitespace().count();
    let capitals = body.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    let stopped = body.ends_with(['.', ',', ';', '!', '"', '”']);
    if words <= 14 && !stopped && (line == 0 || words >= 2 && capitals * 3 >= words * 2) {
        return (BlockKind::Heading(1), body);
    }
    (BlockKind::Paragraph, body)
}
