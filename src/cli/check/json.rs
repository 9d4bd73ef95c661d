use super::{Checked, Reported};
use crate::{analysis::Silence, text::Span};
use serde::Serialize;

#[derive(Serialize)]
struct Article<'a> {
    path: &'a str,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    rule: &'a str,
    severity: &'static str,
    #[serde(flatten)]
    range: Range,
    message: &'a str,
    fingerprint: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ignored: Option<&'static str>,
    fixes: Vec<Fix<'a>>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Range {
    start: Place,
    end: Place,
}

/// Both from one; the column in code points.
#[derive(Serialize)]
struct Place {
    line: u32,
    column: u32,
}

#[derive(Serialize)]
struct Fix<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    #[serde(flatten)]
    range: Range,
    text: &'a str,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    range: Range,
    message: &'a str,
}

/// An article with its findings.
pub(super) fn article(article: &Checked) -> String {
    let findings = article.findings.iter().map(|reported| describe(article, reported, None)).collect();
    to_json(&Article { path: &article.name, findings })
}

/// A finding with its article's path, as a line.
pub(super) fn finding(article: &Checked, reported: &Reported) -> String {
    to_json(&describe(article, reported, Some(&article.name))) + "\n"
}

/// Our values have text keys alone: writing them cannot fail.
pub(super) fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn describe<'a>(article: &Checked, reported: &'a Reported, path: Option<&'a str>) -> Finding<'a> {
    let finding = &reported.finding;
    let edit = |edit: &'a crate::rules::Edit| Edit { range: range(article, edit.span), text: &edit.text };
    Finding {
        path,
        rule: finding.rule,
        severity: finding.severity.name(),
        range: range(article, finding.span),
        message: &finding.message,
        fingerprint: reported.fingerprint.to_string(),
        ignored: reported.ignored.map(|by| match by {
            Silence::Directive => "directive",
            Silence::List => "list",
        }),
        fixes: (finding.fixes.iter())
            .map(|fix| Fix { title: &fix.title, safe: fix.safe, edits: fix.edits.iter().map(edit).collect() })
            .collect(),
        related: (finding.related.iter())
            .map(|related| Related { range: range(article, related.span), message: &related.message })
            .collect(),
    }
}

fn range(article: &Checked, span: Span) -> Range {
    let [start, end] = article.places(span).map(|(line, column)| Place { line, column });
    Range { start, end }
}
