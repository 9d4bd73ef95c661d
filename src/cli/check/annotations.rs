//! What forges show beside the lines of a change.

use super::{Checked, Reported, json::to_json};
use crate::rules::Severity;
use serde_json::json;

/// A workflow command of GitHub Actions, as a line.
pub(super) fn github(article: &Checked, reported: &Reported) -> String {
    let finding = &reported.finding;
    let [start, end] = article.places(finding.span);
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "notice",
    };
    // Columns only where the finding is in one line; GitHub drops annotations that have both.
    let place = if start.0 == end.0 {
        format!("line={},col={},endColumn={}", start.0, start.1, end.1)
    } else {
        format!("line={},endLine={}", start.0, end.0)
    };
    format!(
        "::{command} file={},{place},title={}::{}\n",
        escape_property(&article.name),
        escape_property(finding.rule),
        escape(&finding.message)
    )
}

/// An issue of GitLab's Code Quality report.
pub(super) fn gitlab(article: &Checked, reported: &Reported) -> String {
    let finding = &reported.finding;
    let [start, end] = article.places(finding.span);
    to_json(&json!({
        "description": finding.message,
        "check_name": finding.rule,
        // GitLab wants each issue's own: the same words may stand in two articles.
        "fingerprint": format!("{}:{}:{}", reported.fingerprint, article.name, start.0),
        "severity": match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Information | Severity::Hint => "info",
        },
        "location": { "path": article.name, "lines": { "begin": start.0, "end": end.0 } },
    }))
}

fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}
