//! Page furniture and its relatives: one finding for a run of blocks of one kind, and a fix that deletes it.

use super::{Context, Edit, Finding, Fix, Rule, rules};
use crate::{
    boilerplate::{Kind, deletion},
    syntax::{Block, Language},
    text::Span,
};
use std::ops::Range;

rules! {
    assistant_residue: RULE;
    audience: ADVERT, CALL_TO_ACTION, COMMENTS, COUNTER, NEWSLETTER, PAYWALL, SHARE_PROMPT, SUMMARY_WIDGET;
    credits: AUTHOR_BIO, BYLINE, DATE_STAMP, PHOTO_CREDIT, WIRE_TAIL;
    links: RELATED_LINK, TEASER, TOP_LIST;
    placeholder: RULE;
    repeated_passage: RULE;
    site: CONSENT, CONTENTS_LIST, COPYRIGHT, LABEL, NAVIGATION, TAGS;
    stock_phrase: RULE;
}

/// Reports every run of furniture of `kind`.
fn report(rule: &'static Rule, kind: Kind, context: &Context, findings: &mut Vec<Finding>) {
    let runs = context.runs.iter().filter(|run| run.kind == kind);
    findings.extend(runs.map(|run| finding(rule, kind, context, run.blocks.clone())));
}

fn finding(rule: &'static Rule, kind: Kind, context: &Context, blocks: Range<usize>) -> Finding {
    let run = &context.article.blocks[blocks.clone()];
    Finding {
        rule: rule.id,
        severity: rule.severity,
        span: run.iter().map(|block| whole(context, block)).reduce(Span::join).unwrap_or_default(),
        message: format!("This is {}, not part of the article", kind.noun()).into(),
        fixes: delete_blocks(context, blocks, !kind.is_credit()),
        related: Vec::new(),
    }
}

/// The words of a block with the marks of Markdown around them that go with them: brackets, emphasis, link targets.
fn whole(context: &Context, block: &Block) -> Span {
    if context.article.language != Language::Markdown {
        return block.span;
    }
    let before = &context.text[..block.span.start as usize];
    let marks = before.len() - before.trim_end_matches(['[', '*', '_', '!', '<', '~']).len();
    let after = &context.text[block.span.end as usize..];
    let line = after.find(['\n', '\r']).map_or(after, |end| &after[..end]);
    Span { start: block.span.start - marks as u32, end: block.span.end + line.trim_end().len() as u32 }
}

/// The fix that deletes `blocks` (indices) where they can be deleted whole.
fn delete_blocks(context: &Context, blocks: Range<usize>, safe: bool) -> Vec<Fix> {
    let title = match blocks.len() {
        1 => "Delete this block".into(),
        count => format!("Delete these {count} blocks").into(),
    };
    let span = deletion(context.text, context.article, blocks);
    span.map(|span| Fix { title, edits: vec![Edit { span, text: String::new() }], safe }).into_iter().collect()
}
