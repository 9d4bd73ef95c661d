use super::{Request, diagnostic};
use crate::lsp::{documents::Snapshot, peer::Peer, session::Session};
use std::{collections::HashMap, sync::Arc};
use tower_lsp::{
    jsonrpc::Result,
    ls_types::{
        DiagnosticServerCapabilities, FullDocumentDiagnosticReport, ProgressToken, ServerCapabilities,
        UnchangedDocumentDiagnosticReport, Uri, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport,
        WorkspaceDiagnosticReportResult, WorkspaceDocumentDiagnosticReport, WorkspaceFullDocumentDiagnosticReport,
        WorkspaceUnchangedDocumentDiagnosticReport, request::WorkspaceDiagnosticRequest,
    },
};

/// `workspace/diagnostic`.
pub(in crate::lsp) struct WorkspaceDiagnostics;

impl Request for WorkspaceDiagnostics {
    type Method = WorkspaceDiagnosticRequest;
    const PURPOSE: &str = "the findings of all open documents; answered when there is news";

    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        if let Some(DiagnosticServerCapabilities::Options(options)) = &mut server.diagnostic_provider {
            options.workspace_diagnostics = true;
        }
    }

    /// Clients ask again as soon as they are answered: so the answer waits until something differs from what they know.
    async fn answer(
        session: Arc<Session>,
        params: WorkspaceDiagnosticParams,
    ) -> Result<WorkspaceDiagnosticReportResult> {
        let known: HashMap<Uri, String> =
            params.previous_result_ids.into_iter().map(|known| (known.uri, known.value)).collect();
        let partial = params.partial_result_params.partial_result_token;
        let mut analyses = session.analyses();
        loop {
            let snapshots = session.documents().snapshots();
            let mut items = Vec::new();
            let mut is_news = known.keys().any(|uri| snapshots.iter().all(|snapshot| *snapshot.uri != *uri));
            for snapshot in &snapshots {
                let (item, differs) = report(&session, snapshot, known.get(&snapshot.uri)).await;
                is_news |= differs;
                items.push(item);
            }
            items.extend(gone(&known, &snapshots));
            if is_news || analyses.changed().await.is_err() {
                return Ok(answer(&session, partial, items));
            }
        }
    }
}

/// What is to say of `snapshot`, and whether the client did not know it.
async fn report(
    session: &Session,
    snapshot: &Snapshot,
    known: Option<&String>,
) -> (WorkspaceDocumentDiagnosticReport, bool) {
    snapshot.outcome().await;
    let (uri, version) = ((*snapshot.uri).clone(), Some(i64::from(snapshot.version())));
    let items = session.diagnostics(snapshot);
    let name = diagnostic::name(&items);
    if known == Some(&name) {
        let unchanged_document_diagnostic_report = UnchangedDocumentDiagnosticReport { result_id: name };
        let report =
            WorkspaceUnchangedDocumentDiagnosticReport { uri, version, unchanged_document_diagnostic_report };
        return (report.into(), false);
    }
    (full(uri, version, Some(name), items), true)
}

/// Empty reports for documents that the client knows findings of and that are no longer open.
fn gone(known: &HashMap<Uri, String>, open: &[Arc<Snapshot>]) -> Vec<WorkspaceDocumentDiagnosticReport> {
    let gone = known.keys().filter(|uri| open.iter().all(|snapshot| *snapshot.uri != **uri));
    gone.map(|uri| full(uri.clone(), None, None, Vec::new())).collect()
}

fn full(
    uri: Uri,
    version: Option<i64>,
    result_id: Option<String>,
    items: Vec<tower_lsp::ls_types::Diagnostic>,
) -> WorkspaceDocumentDiagnosticReport {
    let full_document_diagnostic_report = FullDocumentDiagnosticReport { result_id, items };
    WorkspaceFullDocumentDiagnosticReport { uri, version, full_document_diagnostic_report }.into()
}

/// All at once, or one by one as partial results where the client asks so; the answer itself is empty then.
fn answer(
    session: &Session,
    partial: Option<ProgressToken>,
    items: Vec<WorkspaceDocumentDiagnosticReport>,
) -> WorkspaceDiagnosticReportResult {
    let Some(token) = partial else { return WorkspaceDiagnosticReport { items }.into() };
    for item in items {
        session.send_partial(&token, &WorkspaceDiagnosticReport { items: vec![item] });
    }
    WorkspaceDiagnosticReport::default().into()
}
