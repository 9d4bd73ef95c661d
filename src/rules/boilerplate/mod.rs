//! Page furniture and its relatives: one finding for a run of blocks of one kind, and a fix that deletes it.

pub mod audience;
pub mod credits;
pub mod links;
pub mod site;

use super::{Context, Edit, Finding, Fix, Rule};
use crate::{
    boilerplate::{Kind, deletion},
    text::Span,
};
use std::ops::Range;

/// Reports every run of adjacent blocks of `kind`; blank lines may stand between them.
fn report(rule: &'static Rule, kind: Kind, context: &Context, findings: &mut Vec<Finding>) {
    let mut at = 0;
    while let Some(skipped) = context.furniture[at..].iter().position(|found| *found == Some(kind)) {
        let first = at + skipped;
        let length = context.furniture[first..].iter().take_while(|found| **found == Some(kind)).count();
        at = first + length;
        findings.push(finding(rule, kind, context, first..at));
    }
}

fn finding(rule: &'static Rule, kind: Kind, context: &Context, blocks: Range<usize>) -> Finding {
    let run = &context.article.blocks[blocks.clone()];
    let span = run.iter().map(|block| block.span).reduce(Span::join).unwrap_or_default();
    let fixes = deletion(context.text, context.article, blocks)
        .map(|span| Fix {
            title: title(run.len()),
            edits: vec![Edit { span, text: String::new() }],
            safe: !kind.is_credit(),
        })
        .into_iter()
        .collect();
    Finding { rule: rule.id, severity: rule.severity, span, message: message(kind), fixes, related: Vec::new() }
}

fn title(blocks: usize) -> String {
    if blocks == 1 { "Delete this block".into() } else { format!("Delete these {blocks} blocks") }
}

fn message(kind: Kind) -> String {
    format!("This is {}, not part of the article", kind.noun())
}
