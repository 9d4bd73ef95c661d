use super::delete_blocks;
use crate::{
    rules::{Context, Finding, Severity, rule::rule},
    text::{Span, count_words},
};

rule! {
    /// A writing assistant's words were left in.
    ///
    /// Flags how chat assistants begin and end their answers ("Sure! Here is …", "As an AI language model …", "Let me
    /// know if you'd like …") and the marks that they leave in copied text. They were not meant for the reader, and
    /// readers take them for proof that nobody read the article. Quoted words are left alone.
    ///
    /// ## Fires
    /// ```text
    /// Sure! Here is a shorter version of the article:
    ///
    /// The council voted on Tuesday to rebuild the old harbour wall.
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The chatbot answered: "As an AI language model, I have no favourite harbour."
    /// ```
    "boilerplate/assistant-residue", Severity::Warning, on, check
}

/// Words of the longest block that goes as a whole with the words it begins with.
const WHOLE: usize = 40;

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for (index, facts) in context.facts.iter().enumerate() {
        let left = facts.leftovers().into_iter().flat_map(|leftovers| &leftovers.assistant);
        findings.extend(left.map(|span| finding(context, index, *span)));
    }
}

/// `span`: bytes of block number `index`.
fn finding(context: &Context, index: usize, span: Span) -> Finding {
    let block = context.article.blocks[index].span;
    let whole = span.start == 0 && count_words(block.of(context.text)) <= WHOLE;
    Finding {
        rule: RULE.id,
        severity: RULE.severity,
        span: span.shift(block.start),
        message: "A writing assistant's words were left in".into(),
        fixes: if whole { delete_blocks(context, index..index + 1, false) } else { Vec::new() },
        related: Vec::new(),
    }
}
