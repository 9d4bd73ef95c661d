//! Edits that are put together from the fixes of findings.

use super::documents::Snapshot;
use crate::{
    analysis::Analysis,
    rules::{Edit, Finding, Fix},
    syntax::{BlockKind, Language},
    text::Span,
};

/// Deletes all page furniture but bylines, dates and credits. Empty where there is none.
pub(super) fn cleaning(analysis: &Analysis, text: &str) -> Vec<Edit> {
    analysis.cuts(text, false).into_iter().map(|span| Edit { span, text: String::new() }).collect()
}

/// Mends every finding of `rule` that may be mended without looking.
pub(super) fn mending(analysis: &Analysis, rule: &str) -> Vec<Edit> {
    apart(mendable(analysis, rule))
}

/// The findings of `rule` that may be mended without looking.
pub(super) fn mendable<'a>(analysis: &'a Analysis, rule: &'a str) -> impl Iterator<Item = &'a Finding> {
    let findings = analysis.findings.iter().filter(move |finding| finding.rule == rule);
    findings.filter(|finding| finding.fixes.first().is_some_and(|fix| fix.safe))
}

/// A comment before the block of `finding` that silences its rule there. `None` in plain text, which has no comments.
pub(super) fn ignoring(analysis: &Analysis, snapshot: &Snapshot, finding: &Finding) -> Option<Fix> {
    let article = &analysis.article;
    if article.language != Language::Markdown {
        return None;
    }
    let index = article.block_at(finding.span.start)?;
    let rows = article.blocks[..=index].iter().rev().take_while(|block| block.kind == BlockKind::TableRow);
    let block = rows.last().or(article.blocks.get(index))?;
    let text = snapshot.text();
    let line = snapshot.lines().line(text, block.lines.0 as usize);
    let before = Span { start: line.start, end: block.span.start.max(line.start) }.of(text);
    let margin: String = before.chars().take_while(|c| matches!(c, ' ' | '>')).collect();
    let text = format!("{margin}<!-- copydesk-ignore {} -->\n", finding.rule);
    let edit = Edit { span: Span { start: line.start, end: line.start }, text };
    Some(Fix { title: format!("Ignore {} here", finding.rule).into(), edits: vec![edit], safe: false })
}

/// The edits of the first fixes of `findings`, in order; a fix that would touch what another one changes is left out.
fn apart<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<Edit> {
    let mut fixes: Vec<&Fix> = findings.filter_map(|finding| finding.fixes.first()).filter(|fix| fix.safe).collect();
    fixes.sort_by_key(|fix| fix.edits.first().map(|edit| edit.span));
    let mut edits: Vec<Edit> = Vec::new();
    let mut end = 0;
    for fix in fixes {
        if fix.edits.iter().all(|edit| edit.span.start >= end) {
            end = fix.edits.iter().map(|edit| edit.span.end).fold(end, u32::max);
            edits.extend(fix.edits.iter().cloned());
        }
    }
    edits
}
