use crate::{
    boilerplate::stock_phrases,
    rules::{Context, Finding, Severity, rule::rule},
};

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

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for block in context.article.blocks.iter().filter(|block| block.kind.is_prose()) {
        let words = block.span.of(context.text);
        findings.extend(stock_phrases(words).map(|span| Finding {
            rule: RULE.id,
            severity: RULE.severity,
            span: span.shift(block.span.start),
            message: format!("\u{201c}{}\u{201d} says little", span.of(words)).into(),
            fixes: Vec::new(),
            related: Vec::new(),
        }));
    }
}
