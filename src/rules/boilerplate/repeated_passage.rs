use super::delete_blocks;
use crate::rules::{Context, Finding, Related, Severity, rule::rule};

rule! {
    /// A passage stands twice in the article.
    ///
    /// Flags a paragraph that stands again, word for word or nearly so, as happens when text is moved by copying or
    /// pasted twice. The first place is given along with it. Short lines, such as refrains, are left alone. In an editor,
    /// passages that stand in other articles of the workspace are flagged too, with the places there, but not where most
    /// of the article stands in the other: that is another version of it.
    ///
    /// ## Fires
    /// ```text
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    ///
    /// Residents of the lower town had asked for it since the flood of two winters ago, the mayor said.
    ///
    /// The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// Row, row, row your boat
    ///
    /// Gently down the stream
    ///
    /// Row, row, row your boat
    /// ```
    "boilerplate/repeated-passage", Severity::Information, on, check
}

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let kept = context.repeats.iter().filter(|&&(later, _)| context.furniture[later].is_none());
    findings.extend(kept.filter_map(|&(later, first)| {
        let block = context.article.blocks.get(later)?;
        let first = context.article.blocks.get(first)?;
        Some(Finding {
            rule: RULE.id,
            severity: RULE.severity,
            span: block.span,
            message: "This passage stands in the article twice".into(),
            fixes: delete_blocks(context, later..later + 1, false),
            related: vec![Related { span: first.span, message: "First here".into() }],
        })
    }));
}
