//! From ours to the protocol. Nothing else does this.

use super::{documents::Snapshot, peer::Peer};
use crate::{
    rules::{Edit, Finding, Fix, Severity},
    text::{self, Encoding, Span},
    workspace::{Place, Problem},
};
use serde_json::json;
use std::collections::HashMap;
use tower_lsp::ls_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, DocumentChanges,
    Location, NumberOrString, OneOf, OptionalVersionedTextDocumentIdentifier, Position, PositionEncodingKind, Range,
    TextDocumentEdit, TextEdit, WorkspaceEdit,
};

/// What diagnostics say they come from.
pub(super) const SOURCE: &str = "copydesk";
/// Where the documentation of a rule is read: this, the rule's id with `-` for `/`, and `.md`.
const RULE_DOCS: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/main/docs/rules/");

/// The name of an encoding of positions.
pub(super) fn encoding(encoding: Encoding) -> PositionEncodingKind {
    match encoding {
        Encoding::Utf8 => PositionEncodingKind::UTF8,
        Encoding::Utf16 => PositionEncodingKind::UTF16,
        Encoding::Utf32 => PositionEncodingKind::UTF32,
    }
}

/// The position of byte `offset` in the text of `snapshot`.
pub(super) fn position(offset: u32, snapshot: &Snapshot, encoding: Encoding) -> Position {
    let place = snapshot.lines().position(snapshot.text(), offset, encoding);
    Position { line: place.line, character: place.character }
}

/// The range of `span` in the text of `snapshot`.
pub(super) fn range(span: Span, snapshot: &Snapshot, encoding: Encoding) -> Range {
    Range { start: position(span.start, snapshot, encoding), end: position(span.end, snapshot, encoding) }
}

/// The range of `place`, which counts in the client's encoding.
pub(super) fn range_of(place: Place) -> Range {
    let position = |at: text::Position| Position { line: at.line, character: at.character };
    Range { start: position(place.start), end: position(place.end) }
}

/// Where `span` of `snapshot` is found.
pub(super) fn location(span: Span, snapshot: &Snapshot, encoding: Encoding) -> Location {
    Location { uri: (*snapshot.uri).clone(), range: range(span, snapshot, encoding) }
}

/// A finding as the client shows it. Its `data` hold the edits of every fix, made for the version it is published with.
pub(super) fn diagnostic(finding: &Finding, snapshot: &Snapshot, peer: &Peer) -> Diagnostic {
    let related = (finding.related.iter())
        .map(|related| DiagnosticRelatedInformation {
            location: location(related.span, snapshot, peer.encoding),
            message: related.message.clone(),
        })
        .collect::<Vec<_>>();
    let fixes: Vec<_> = (finding.fixes.iter())
        .map(|fix| json!({ "title": fix.title, "safe": fix.safe, "edits": text_edits(&fix.edits, snapshot, peer.encoding) }))
        .collect();
    Diagnostic {
        range: range(finding.span, snapshot, peer.encoding),
        severity: Some(severity(finding.severity)),
        code: Some(NumberOrString::String(finding.rule.to_owned())),
        code_description: rule_docs(finding.rule),
        source: Some(SOURCE.to_owned()),
        message: finding.message.clone(),
        related_information: (peer.shows_related && !related.is_empty()).then_some(related),
        tags: fades(finding).then(|| vec![DiagnosticTag::UNNECESSARY]),
        data: Some(json!({ "fixes": fixes })),
    }
}

/// A mistake in `copydesk.toml` or `people.toml` as the client shows it.
pub(super) fn problem(problem: &Problem, snapshot: &Snapshot, peer: &Peer) -> Diagnostic {
    Diagnostic {
        range: range(problem.span, snapshot, peer.encoding),
        severity: Some(DiagnosticSeverity::WARNING),
        source: Some(SOURCE.to_owned()),
        message: problem.message.clone(),
        ..Diagnostic::default()
    }
}

/// The edit that makes `edits` in the text of `snapshot`, bound to its version where the client knows such edits.
pub(super) fn edit_of(edits: &[Edit], snapshot: &Snapshot, peer: &Peer) -> WorkspaceEdit {
    let uri = (*snapshot.uri).clone();
    let edits = text_edits(edits, snapshot, peer.encoding);
    if !peer.edits_versions {
        return WorkspaceEdit { changes: Some(HashMap::from([(uri, edits)])), ..WorkspaceEdit::default() };
    }
    let text_document = OptionalVersionedTextDocumentIdentifier { uri, version: Some(snapshot.version()) };
    let edits = edits.into_iter().map(OneOf::Left).collect();
    let changes = DocumentChanges::Edits(vec![TextDocumentEdit { text_document, edits }]);
    WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() }
}

/// The replacements that `edits` are in the text of `snapshot`.
pub(super) fn text_edits(edits: &[Edit], snapshot: &Snapshot, encoding: Encoding) -> Vec<TextEdit> {
    let edit = |edit: &Edit| TextEdit { range: range(edit.span, snapshot, encoding), new_text: edit.text.clone() };
    edits.iter().map(edit).collect()
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Information => DiagnosticSeverity::INFORMATION,
        Severity::Hint => DiagnosticSeverity::HINT,
    }
}

/// Page furniture fades out: what its first fix deletes.
fn fades(finding: &Finding) -> bool {
    let deletes = |fix: &Fix| fix.edits.iter().all(|edit| edit.text.is_empty());
    finding.rule.starts_with("boilerplate/") && finding.fixes.first().is_some_and(deletes)
}

fn rule_docs(rule: &str) -> Option<CodeDescription> {
    let href = format!("{RULE_DOCS}{}.md", rule.replace('/', "-"));
    Some(CodeDescription { href: href.parse().ok()? })
}
