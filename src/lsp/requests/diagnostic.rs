use super::Request;
use crate::lsp::{
    documents::{Outcome, Snapshot},
    peer::Peer,
    session::Session,
};
use std::sync::Arc;
use tower_lsp::{
    jsonrpc::{Error, ErrorCode, Result},
    ls_types::{
        Diagnostic, DiagnosticOptions, DiagnosticServerCapabilities, DocumentDiagnosticParams,
        DocumentDiagnosticReport, DocumentDiagnosticReportResult, FullDocumentDiagnosticReport,
        RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport, ServerCapabilities,
        UnchangedDocumentDiagnosticReport, request::DocumentDiagnosticRequest,
    },
};

/// The server gave up because the text changed; the client asks again.
const SERVER_CANCELLED: ErrorCode = ErrorCode::ServerError(-32802);

/// `textDocument/diagnostic`.
pub(in crate::lsp) struct PullDiagnostics;

impl Request for PullDiagnostics {
    type Method = DocumentDiagnosticRequest;
    const PURPOSE: &str = "findings for clients that ask for them; nothing is pushed then";

    fn announce(peer: &Peer, server: &mut ServerCapabilities) {
        let options = DiagnosticOptions { identifier: Some("copydesk".to_owned()), ..DiagnosticOptions::default() };
        server.diagnostic_provider = peer.pulls.then_some(DiagnosticServerCapabilities::Options(options));
    }

    async fn answer(
        session: Arc<Session>,
        params: DocumentDiagnosticParams,
    ) -> Result<DocumentDiagnosticReportResult> {
        let snapshot = session.documents().snapshot(&params.text_document.uri);
        let report = match snapshot {
            Some(snapshot) => report(&session, &snapshot, params.previous_result_id.as_deref()).await?,
            None => full(Report::default()),
        };
        Ok(report.into())
    }
}

/// The findings of one version and the name of this result; equal findings have equal names.
#[derive(Default)]
struct Report {
    name: String,
    items: Vec<Diagnostic>,
}

async fn report(session: &Session, snapshot: &Snapshot, known: Option<&str>) -> Result<DocumentDiagnosticReport> {
    match snapshot.outcome().await {
        Outcome::Done(_) | Outcome::Off => Ok(()),
        Outcome::Outdated => Err(ask_again()),
        Outcome::Failed => Err(Error::internal_error()),
    }?;
    Ok(match session.news(snapshot, known) {
        (name, None) => unchanged(name),
        (name, Some(items)) => full(Report { name, items }),
    })
}

fn ask_again() -> Error {
    let mut error = Error::new(SERVER_CANCELLED);
    error.data = Some(serde_json::json!({ "retriggerRequest": true }));
    error
}

fn full(report: Report) -> DocumentDiagnosticReport {
    let result_id = Some(report.name).filter(|name| !name.is_empty());
    let full_document_diagnostic_report = FullDocumentDiagnosticReport { result_id, items: report.items };
    RelatedFullDocumentDiagnosticReport { full_document_diagnostic_report, related_documents: None }.into()
}

fn unchanged(result_id: String) -> DocumentDiagnosticReport {
    let unchanged_document_diagnostic_report = UnchangedDocumentDiagnosticReport { result_id };
    RelatedUnchangedDocumentDiagnosticReport { unchanged_document_diagnostic_report, related_documents: None }.into()
}
