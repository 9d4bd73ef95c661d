use super::{Checked, Reported};
use crate::{analysis::Silence, rules::Severity, text::Span};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// The lines of a finding with carets under it, as compilers print them.
pub(super) fn item(article: &Checked, reported: &Reported) -> String {
    let finding = &reported.finding;
    let title = level(finding.severity).primary_title(&*finding.message).id(finding.rule);
    let related = finding.related.iter().map(|related| snippet(article, related.span, Some(&related.message)));
    let mut group = Group::with_title(title).element(snippet(article, finding.span, None)).elements(related);
    if let Some(why) = reported.ignored.map(reason) {
        group = group.element(Level::NOTE.message(why));
    }
    let rendered = Renderer::styled().render(&[group]);
    format!("{rendered}\n")
}

/// The lines of `span` alone: the renderer reads all that it is given.
fn snippet<'a>(
    article: &'a Checked,
    span: Span,
    label: Option<&'a str>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let lines = &article.lines;
    let first = lines.line_of(span.start);
    let from = lines.line(&article.text, first).start;
    let to = lines.line(&article.text, lines.line_of(span.end.max(span.start + 1) - 1)).end;
    let kind = if label.is_some() { AnnotationKind::Context } else { AnnotationKind::Primary };
    let marked = Span { start: span.start.max(from), end: span.end.min(to) }.relative_to(from);
    Snippet::source(Span { start: from, end: to.max(from) }.of(&article.text))
        .line_start(first + 1)
        .path(&article.name)
        .annotation(kind.span(marked.range()).label(label))
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Information => Level::INFO.with_name(Severity::Information.name()),
        Severity::Hint => Level::HELP.with_name(Severity::Hint.name()),
    }
}

fn reason(silence: Silence) -> &'static str {
    match silence {
        Silence::Directive => "ignored by a directive in the text",
        Silence::List => "ignored by the list of ignored findings",
    }
}
