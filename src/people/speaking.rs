use super::words::Classes;
use crate::{analysis::Facts, syntax::Article, text::Span};

/// A verb of saying stands right before or after the mention: "Orlenko said", "said Orlenko".
pub fn speaks(text: &str, article: &Article, facts: &[Facts], mention: Span) -> bool {
    let Some(at) = article.block_at(mention.start) else { return false };
    let block = &article.blocks[at];
    let tokens = &facts[at].prose(block, block.span.of(text)).tokens;
    let here = mention.relative_to(block.span.start);
    let first = tokens.partition_point(|token| token.span.end <= here.start);
    let after = tokens.partition_point(|token| token.span.start < here.end);
    let is_speech = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at)).is_some_and(|token| Classes::of(token.lower).any(Classes::SPEECH))
    };
    is_speech(first.checked_sub(1)) || is_speech(Some(after))
}
