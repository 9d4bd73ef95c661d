use super::Settings;
use crate::{
    rules::{Finding, Fingerprint, suppress::Directives},
    syntax::Article,
    text::Span,
};

/// Who asked to leave a finding alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// A directive in the text.
    Directive,
    /// The list of ignored findings.
    List,
}

/// A finding that is not reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// What would be reported.
    pub finding: Finding,
    /// Why it is not.
    pub by: Silence,
}

/// Parts the findings that are reported from those that somebody asked to leave alone.
pub(super) fn split(
    text: &str,
    article: &Article,
    settings: &Settings,
    findings: Vec<Finding>,
) -> (Vec<Finding>, Vec<Ignored>) {
    let directives = Directives::new(text, article);
    if directives.is_empty() && settings.ignored.is_empty() {
        return (findings, Vec::new());
    }
    let silence = |finding: &Finding| {
        if directives.silence(finding) {
            return Some(Silence::Directive);
        }
        let listed = !settings.ignored.is_empty() && settings.ignored.contains(&fingerprint(text, article, finding));
        listed.then_some(Silence::List)
    };
    let mut reported = Vec::with_capacity(findings.len());
    let mut ignored = Vec::new();
    for finding in findings {
        match silence(&finding) {
            Some(by) => ignored.push(Ignored { finding, by }),
            None => reported.push(finding),
        }
    }
    (reported, ignored)
}

/// The fingerprint of `finding`, with the blocks it touches as its paragraph.
pub(super) fn fingerprint(text: &str, article: &Article, finding: &Finding) -> Fingerprint {
    let block = |offset| article.block_at(offset).map_or(finding.span, |index| article.blocks[index].span);
    let last = finding.span.end.max(finding.span.start + 1) - 1;
    let paragraph: Span = block(finding.span.start).join(block(last));
    Fingerprint::new(finding, text, paragraph)
}
