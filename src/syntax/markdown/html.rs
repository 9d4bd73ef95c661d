use crate::{syntax::article::BlockKind, text::Span};

/// The pieces of an HTML block: each comment by itself, other markup, and prose that stands behind a comment on its
/// line.
pub(super) fn pieces(text: &str, block: Span) -> Vec<(BlockKind, Span)> {
    let mut pieces = Vec::new();
    let mut at = block.start as usize;
    let end = block.end as usize;
    while at < end {
        let rest = &text[at..end];
        let blank = rest.len() - rest.trim_start().len();
        if blank > 0 {
            at += blank;
            continue;
        }
        let (kind, length) = piece(rest);
        pieces.push((kind, Span::new(at, at + rest[..length].trim_end().len())));
        at += length;
    }
    pieces
}

/// The piece that `rest` starts with: what it is and its length.
fn piece(rest: &str) -> (BlockKind, usize) {
    if rest.starts_with("<!--") {
        return (BlockKind::Comment, rest.find("-->").map_or(rest.len(), |at| at + 3));
    }
    let length = rest.find("<!--").unwrap_or(rest.len());
    let kind = if rest.starts_with('<') { BlockKind::Markup } else { BlockKind::Paragraph };
    (kind, length)
}
