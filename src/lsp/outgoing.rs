//! From ours to the protocol. Nothing else does this.

use super::{documents::Snapshot, peer::Peer};
use crate::{
    rules::{self, Edit, Finding, Fix, Rule, Severity},
    text::{self, Encoding, Span},
    workspace::{Place, Problem},
};
use serde::Serialize;
use std::{borrow::Cow, collections::HashMap, sync::LazyLock};
use tower_lsp::ls_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, DocumentChanges,
    Location, NumberOrString, OneOf, OptionalVersionedTextDocumentIdentifier, Position, PositionEncodingKind, Range,
    TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
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

/// The range of `span` in the text of `snapshot`.
pub(super) fn range(span: Span, snapshot: &Snapshot, encoding: Encoding) -> Range {
    let (start, end) = snapshot.lines().range(snapshot.text(), span, encoding);
    Range { start: position_of(start), end: position_of(end) }
}

/// The range of `place`, which counts in the client's encoding.
pub(super) fn range_of(place: Place) -> Range {
    Range { start: position_of(place.start), end: position_of(place.end) }
}

fn position_of(position: text::Position) -> Position {
    Position { line: position.line, character: position.character }
}

/// Where `span` of `snapshot` is found.
pub(super) fn location(span: Span, snapshot: &Snapshot, encoding: Encoding) -> Location {
    Location { uri: (*snapshot.uri).clone(), range: range(span, snapshot, encoding) }
}

/// A diagnostic on its way out. It borrows from the finding, and is written as it is: there are many, at every key. Equal
/// ones are written alike.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Outgoing<'a> {
    /// Where.
    pub range: Range,
    severity: DiagnosticSeverity,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_description: Option<&'static CodeDescription>,
    source: &'static str,
    message: Cow<'a, str>,
    /// Other places that belong to it; `None` too for a client that does not show them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub related_information: Option<Vec<Related<'a>>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    tags: &'static [DiagnosticTag],
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<Data<'a>>,
}

/// A [`DiagnosticRelatedInformation`] that borrows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Related<'a> {
    /// Where.
    pub location: Spot<'a>,
    /// What stands there.
    pub message: Cow<'a, str>,
}

/// A [`Location`] that borrows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Spot<'a> {
    /// The document.
    pub uri: Cow<'a, Uri>,
    /// Where in it.
    pub range: Range,
}

/// The edits of every fix, made for the version that they are published with.
#[derive(Debug, PartialEq, Serialize)]
struct Data<'a> {
    fixes: Vec<Remedy<'a>>,
}

#[derive(Debug, PartialEq, Serialize)]
struct Remedy<'a> {
    title: Cow<'a, str>,
    safe: bool,
    edits: Vec<Replacement<'a>>,
}

/// A [`TextEdit`] that borrows.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    range: Range,
    new_text: Cow<'a, str>,
}

impl Outgoing<'_> {
    /// The same, borrowing nothing.
    pub fn into_owned(self) -> Outgoing<'static> {
        let owned = |text: Cow<str>| Cow::Owned(text.into_owned());
        let replacement = |edit: Replacement| Replacement { range: edit.range, new_text: owned(edit.new_text) };
        let remedy = |fix: Remedy| Remedy {
            title: owned(fix.title),
            safe: fix.safe,
            edits: fix.edits.into_iter().map(replacement).collect(),
        };
        let related =
            |related: Related| Related { location: related.location.into_owned(), message: owned(related.message) };
        let related_information = self.related_information.map(|places| places.into_iter().map(related).collect());
        let data = self.data.map(|data| Data { fixes: data.fixes.into_iter().map(remedy).collect() });
        Outgoing { message: owned(self.message), related_information, data, ..self }
    }
}

impl Spot<'_> {
    fn into_owned(self) -> Spot<'static> {
        Spot { uri: Cow::Owned(self.uri.into_owned()), range: self.range }
    }
}

impl From<Location> for Spot<'_> {
    fn from(location: Location) -> Self {
        Self { uri: Cow::Owned(location.uri), range: location.range }
    }
}

impl From<&Related<'_>> for DiagnosticRelatedInformation {
    fn from(related: &Related) -> Self {
        let Spot { uri, range } = &related.location;
        let location = Location { uri: uri.clone().into_owned(), range: *range };
        Self { location, message: related.message.clone().into_owned() }
    }
}

impl From<&Outgoing<'_>> for Diagnostic {
    fn from(out: &Outgoing) -> Self {
        Self {
            range: out.range,
            severity: Some(out.severity),
            code: out.code.map(|code| NumberOrString::String(code.to_owned())),
            code_description: out.code_description.cloned(),
            source: Some(out.source.to_owned()),
            message: out.message.clone().into_owned(),
            related_information: out.related_information.as_ref().map(|places| places.iter().map(Into::into).collect()),
            tags: (!out.tags.is_empty()).then(|| out.tags.to_vec()),
            data: out.data.as_ref().and_then(|data| serde_json::to_value(data).ok()),
        }
    }
}

/// A finding as the client shows it.
pub(super) fn diagnostic<'a>(finding: &'a Finding, snapshot: &'a Snapshot, peer: &Peer) -> Outgoing<'a> {
    let related = finding.related.iter().map(|related| Related {
        location: Spot { uri: Cow::Borrowed(&snapshot.uri), range: range(related.span, snapshot, peer.encoding) },
        message: (&*related.message).into(),
    });
    let replacement = |edit: &'a Edit| Replacement {
        range: range(edit.span, snapshot, peer.encoding),
        new_text: edit.text.as_str().into(),
    };
    let fixes = finding.fixes.iter().map(|fix| Remedy {
        title: (&*fix.title).into(),
        safe: fix.safe,
        edits: fix.edits.iter().map(replacement).collect(),
    });
    Outgoing {
        range: range(finding.span, snapshot, peer.encoding),
        severity: severity(finding.severity),
        code: Some(finding.rule),
        code_description: rule_docs(finding.rule),
        source: SOURCE,
        message: (&*finding.message).into(),
        related_information: (peer.shows_related && !finding.related.is_empty()).then(|| related.collect()),
        tags: if fades(finding) { &[DiagnosticTag::UNNECESSARY] } else { &[] },
        data: Some(Data { fixes: fixes.collect() }),
    }
}

/// A mistake in `copydesk.toml` or `people.toml` as the client shows it.
pub(super) fn problem(problem: Problem, snapshot: &Snapshot, peer: &Peer) -> Outgoing<'static> {
    Outgoing {
        range: range(problem.span, snapshot, peer.encoding),
        severity: DiagnosticSeverity::WARNING,
        code: None,
        code_description: None,
        source: SOURCE,
        message: problem.message.into(),
        related_information: None,
        tags: &[],
        data: None,
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

fn rule_docs(rule: &str) -> Option<&'static CodeDescription> {
    static PAGES: LazyLock<HashMap<&str, CodeDescription>> = LazyLock::new(|| {
        let page = |rule: &'static Rule| {
            let href = format!("{RULE_DOCS}{}.md", rule.id.replace('/', "-"));
            Some((rule.id, CodeDescription { href: href.parse().ok()? }))
        };
        rules::all().iter().copied().filter_map(page).collect()
    });
    PAGES.get(rule)
}
