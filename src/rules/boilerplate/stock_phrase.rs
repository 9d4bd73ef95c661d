use super::listed::{Listed, is_quoted};
use crate::rules::{Context, Finding, Severity, rule::rule};
use std::sync::LazyLock;

rule! {
    /// A stock phrase says little.
    ///
    /// Points to worn phrases ("only time will tell", "a testament to", "in today's fast-paced world") that a reader
    /// skips and that machine-made text is full of. A matter of taste, so the rule is off until it is switched on.
    /// Quoted words are left alone.
    ///
    /// ## Fires
    /// ```text
    /// Whether the wall will hold, only time will tell.
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// "Only time will tell," the engineer said.
    /// ```
    "boilerplate/stock-phrase", Severity::Hint, off, check
}

static PHRASES: LazyLock<Listed> = LazyLock::new(|| Listed::new(include_str!("lexicon/stock-phrases.txt")));

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let found = PHRASES.find(context).filter(|(span, block)| !is_quoted(context.text, block, *span));
    findings.extend(found.map(|(span, _)| Finding {
        rule: RULE.id,
        severity: RULE.severity,
        span,
        message: format!("\u{201c}{}\u{201d} says little", span.of(context.text)),
        fixes: Vec::new(),
        related: Vec::new(),
    }));
}
