use super::{
    delete_fix,
    listed::{Listed, is_quoted},
};
use crate::{
    rules::{Context, Finding, Severity, rule::rule},
    syntax::Block,
    text::Span,
};
use std::sync::LazyLock;

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

static OPENINGS: LazyLock<Listed> = LazyLock::new(|| Listed::new(include_str!("lexicon/assistant-openings.txt")));
static MARKS: LazyLock<Listed> = LazyLock::new(|| Listed::new(include_str!("lexicon/assistant-marks.txt")));

/// Words of the longest block that goes as a whole with the words it begins with.
const WHOLE: usize = 40;

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let openings = OPENINGS.find(context).filter(|(span, block)| span.start == block.span.start);
    let marks = MARKS
        .find(context)
        .filter(|(span, block)| span.start != block.span.start && !is_quoted(context.text, block, *span));
    findings.extend(openings.chain(marks).map(|(span, block)| finding(context, span, block)));
}

fn finding(context: &Context, span: Span, block: &Block) -> Finding {
    let whole = span.start == block.span.start && block.span.of(context.text).split_whitespace().count() <= WHOLE;
    Finding {
        rule: RULE.id,
        severity: RULE.severity,
        span,
        message: "A writing assistant's words were left in".into(),
        fixes: if whole { delete_fix(context, block, false) } else { Vec::new() },
        related: Vec::new(),
    }
}
