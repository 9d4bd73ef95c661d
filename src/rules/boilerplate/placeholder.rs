use crate::{
    rules::{Context, Finding, Severity, rule::rule},
    syntax::Language,
    text::Span,
};

rule! {
    /// Something is still to be filled in.
    ///
    /// Flags what writers leave to be filled in later: TK, brackets such as `[insert quote]` or `[TBD]`, rows of X, and
    /// printers' Latin. An article must not go out with them.
    ///
    /// ## Fires
    /// ```text
    /// The wall will cost TK million and be ready by [insert date].
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// "We [the council] will pay for it," she said outside the TK Maxx in Quay Street.
    /// ```
    "boilerplate/placeholder", Severity::Warning, on, check
}

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let markdown = context.article.language == Language::Markdown;
    for (block, facts) in context.article.blocks.iter().zip(context.facts) {
        let gaps = facts.leftovers().into_iter().flat_map(|leftovers| &leftovers.gaps);
        let gaps = gaps.filter(|gap| !(markdown && gap.linked));
        findings.extend(gaps.map(|gap| finding(gap.span.shift(block.span.start))));
    }
}

fn finding(span: Span) -> Finding {
    Finding {
        rule: RULE.id,
        severity: RULE.severity,
        span,
        message: "This is still to be filled in".into(),
        fixes: Vec::new(),
        related: Vec::new(),
    }
}
