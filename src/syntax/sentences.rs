use super::prose::{Sentence, Token, TokenKind};
use crate::text::Span;

/// Groups `tokens` into sentences: a break stands after a full stop, question or exclamation mark and its closing
/// marks, before a token that can open a sentence.
pub(super) fn split(block: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut first = 0;
    let mut at = 0;
    while at < tokens.len() {
        let mut end = at + 1;
        if ends_sentence(tokens[at].of(block)) {
            while end < tokens.len() && closes(block, tokens, end) {
                end += 1;
            }
            if end == tokens.len() || opens_sentence(block, &tokens[end]) {
                sentences.push(sentence(tokens, first, end));
                first = end;
            }
        }
        at = end;
    }
    if first < tokens.len() {
        sentences.push(sentence(tokens, first, tokens.len()));
    }
    sentences
}

fn sentence(tokens: &[Token], first: usize, end: usize) -> Sentence {
    Sentence {
        span: Span { start: tokens[first].span.start, end: tokens[end - 1].span.end },
        tokens: (first as u32, end as u32),
    }
}

fn ends_sentence(token: &str) -> bool {
    matches!(token, "." | "!" | "?" | "…") || token.starts_with("...")
}

/// A closing mark or footnote that still belongs to the sentence: it touches what stands before it.
fn closes(block: &str, tokens: &[Token], at: usize) -> bool {
    let touching = tokens[at].span.start == tokens[at - 1].span.end;
    let text = tokens[at].of(block);
    touching && (tokens[at].kind == TokenKind::Quote || matches!(text, ")" | "]" | "!" | "?" | "."))
}

fn opens_sentence(block: &str, token: &Token) -> bool {
    token.capital
        || matches!(token.kind, TokenKind::Number | TokenKind::Quote)
        || matches!(token.of(block), "(" | "[" | "—" | "-")
}
