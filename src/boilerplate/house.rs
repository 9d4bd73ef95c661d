use super::Kind;
use crate::{analysis::Facts, syntax::Article};

/// Marks as calls to action the blocks that hold one of a house's own `phrases`, which are in lower case. Kinds that are
/// known already stay.
pub fn mark(text: &str, article: &Article, facts: &[Facts], phrases: &[String], furniture: &mut [Option<Kind>]) {
    if phrases.is_empty() {
        return;
    }
    for ((block, facts), kind) in article.blocks.iter().zip(facts).zip(furniture) {
        if kind.is_none() && !facts.prose.tokens.is_empty() {
            let words = block.span.of(text).to_lowercase();
            if phrases.iter().any(|phrase| words.contains(phrase.as_str())) {
                *kind = Some(Kind::CallToAction);
            }
        }
    }
}
