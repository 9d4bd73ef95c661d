//! SARIF 2.1.0 (OASIS standard): <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use super::{Checked, Reported, json::to_json};
use crate::{
    analysis::Silence,
    rules::{self, Fix, Related, Severity},
    text::Span,
};
use serde_json::{Value, json};

/// Everything before the results.
pub(super) fn open() -> String {
    let driver = json!({
        "name": "copydesk",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules::all().iter().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
    });
    format!(
        "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{{\
         \"tool\":{{\"driver\":{driver}}},\"columnKind\":\"unicodeCodePoints\",\"results\":[\n"
    )
}

/// Everything after the results.
pub(super) fn close() -> String {
    "\n]}]}\n".into()
}

/// One result.
pub(super) fn item(article: &Checked, reported: &Reported) -> String {
    let finding = &reported.finding;
    let mut result = json!({
        "ruleId": finding.rule,
        "ruleIndex": rules::all().iter().position(|rule| rule.id == finding.rule),
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": [{ "physicalLocation": physical_location(article, finding.span) }],
        "partialFingerprints": { "copydesk/v1": reported.fingerprint.to_string() },
    });
    if !finding.related.is_empty() {
        result["relatedLocations"] = finding.related.iter().map(|related| location(article, related)).collect();
    }
    if !finding.fixes.is_empty() {
        result["fixes"] = finding.fixes.iter().map(|fix| change(article, fix)).collect();
    }
    if let Some(by) = reported.ignored {
        let kind = match by {
            Silence::Directive => "inSource",
            Silence::List => "external",
        };
        result["suppressions"] = json!([{ "kind": kind }]);
    }
    to_json(&result)
}

fn descriptor(rule: &rules::Rule) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.title() },
        "help": { "text": rule.title(), "markdown": rule.documentation() },
        "defaultConfiguration": { "enabled": rule.on, "level": level(rule.severity) },
    })
}

fn location(article: &Checked, related: &Related) -> Value {
    json!({
        "physicalLocation": physical_location(article, related.span),
        "message": { "text": related.message },
    })
}

fn change(article: &Checked, fix: &Fix) -> Value {
    let replacements: Vec<Value> = (fix.edits.iter())
        .map(|edit| json!({ "deletedRegion": region(article, edit.span), "insertedContent": { "text": edit.text } }))
        .collect();
    json!({
        "description": { "text": fix.title },
        "artifactChanges": [{ "artifactLocation": artifact(article), "replacements": replacements }],
    })
}

fn physical_location(article: &Checked, span: Span) -> Value {
    json!({ "artifactLocation": artifact(article), "region": region(article, span) })
}

fn artifact(article: &Checked) -> Value {
    json!({ "uri": uri(&article.name) })
}

fn region(article: &Checked, span: Span) -> Value {
    let [start, end] = article.places(span);
    json!({ "startLine": start.0, "startColumn": start.1, "endLine": end.0, "endColumn": end.1 })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
    }
}

/// A path as a relative or absolute URI reference.
fn uri(path: &str) -> String {
    let mut uri = String::from(if path.starts_with('/') { "file://" } else { "" });
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(byte as char),
            b'\\' => uri.push('/'),
            _ => uri += &format!("%{byte:02X}"),
        }
    }
    uri
}
