use super::Request;
use crate::lsp::{documents::Snapshot, library::Unopened, peer::Peer, session::Session};
use serde_json::json;
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};
use tower_lsp::{
    jsonrpc::{Error, Result},
    ls_types::{
        Diagnostic, DiagnosticServerCapabilities, FullDocumentDiagnosticReport, ProgressToken, ServerCapabilities,
        UnchangedDocumentDiagnosticReport, Uri, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport,
        WorkspaceDiagnosticReportResult, WorkspaceDocumentDiagnosticReport, WorkspaceFullDocumentDiagnosticReport,
        WorkspaceUnchangedDocumentDiagnosticReport, request::WorkspaceDiagnosticRequest,
    },
};

/// `workspace/diagnostic`.
pub(in crate::lsp) struct WorkspaceDiagnostics;

impl Request for WorkspaceDiagnostics {
    type Method = WorkspaceDiagnosticRequest;
    const PURPOSE: &str = "the findings of all open documents, and of every article of the workspace where the setting \
                           `copydesk.diagnosticMode` is `workspace`; answered when there is news";

    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        if let Some(DiagnosticServerCapabilities::Options(options)) = &mut server.diagnostic_provider {
            options.workspace_diagnostics = true;
            options.work_done_progress_options.work_done_progress = Some(true);
        }
    }

    /// Clients ask again as soon as they are answered: so the answer waits until something differs from what they know.
    async fn answer(
        session: Arc<Session>,
        params: WorkspaceDiagnosticParams,
    ) -> Result<WorkspaceDiagnosticReportResult> {
        let known = params.previous_result_ids.into_iter().map(|known| (known.uri, known.value)).collect();
        let mut analyses = session.analyses();
        let mut round = Round {
            known,
            partial: params.partial_result_params.partial_result_token,
            progress: params.work_done_progress_params.work_done_token,
            session,
            is_news: false,
            items: Vec::new(),
        };
        loop {
            round.run().await?;
            if round.is_news || analyses.changed().await.is_err() {
                return Ok(round.answer());
            }
        }
    }
}

/// One look at everything.
struct Round {
    session: Arc<Session>,
    /// The results that the client has.
    known: HashMap<Uri, String>,
    partial: Option<ProgressToken>,
    progress: Option<ProgressToken>,
    /// Something differs from what the client knows.
    is_news: bool,
    /// What was not sent yet.
    items: Vec<WorkspaceDocumentDiagnosticReport>,
}

impl Round {
    async fn run(&mut self) -> Result<()> {
        self.items.clear();
        let mut told = HashSet::new();
        let snapshots = self.session.documents().snapshots();
        for snapshot in &snapshots {
            self.open(snapshot).await;
            told.insert((*snapshot.uri).clone());
        }
        if self.session.environment().preferences().whole_workspace {
            let articles = self.session.unopened();
            told.extend(articles.iter().map(|article| article.uri.clone()));
            self.unopened(articles).await?;
        }
        let gone: Vec<Uri> = self.known.keys().filter(|uri| !told.contains(uri)).cloned().collect();
        gone.into_iter().for_each(|uri| self.tell(uri, None, None, Vec::new()));
        Ok(())
    }

    async fn open(&mut self, snapshot: &Snapshot) {
        snapshot.outcome().await;
        let (uri, version) = ((*snapshot.uri).clone(), Some(i64::from(snapshot.version())));
        match self.session.news(snapshot, self.known.get(&uri).map(String::as_str)) {
            (name, None) => self.keep(uri, version, name),
            (name, Some(items)) => self.tell(uri, version, Some(name), items),
        }
    }

    /// The articles that nobody has open, one after the other and away from the threads that answer.
    async fn unopened(&mut self, articles: Vec<Unopened>) -> Result<()> {
        let is_known = |article: &Unopened| self.known.get(&article.uri) == Some(&article.name);
        let (known, news): (Vec<_>, Vec<_>) = articles.into_iter().partition(is_known);
        known.into_iter().for_each(|article| self.keep(article.uri, None, article.name));
        let total = news.len();
        if total > 0 {
            self.say(&json!({ "kind": "begin", "title": "Checking the articles", "percentage": 0 }));
        }
        for (number, article) in news.into_iter().enumerate() {
            let session = self.session.clone();
            let check = move || (session.diagnostics_on_disk(&article), article);
            let (items, article) = tokio::task::spawn_blocking(check).await.map_err(|_| Error::internal_error())?;
            self.tell(article.uri, None, Some(article.name), items);
            self.say(&json!({ "kind": "report", "percentage": (number + 1) * 100 / total }));
        }
        if total > 0 {
            self.say(&json!({ "kind": "end" }));
        }
        Ok(())
    }

    fn keep(&mut self, uri: Uri, version: Option<i64>, result_id: String) {
        let unchanged_document_diagnostic_report = UnchangedDocumentDiagnosticReport { result_id };
        let report = WorkspaceUnchangedDocumentDiagnosticReport { uri, version, unchanged_document_diagnostic_report };
        self.items.push(report.into());
    }

    /// Tells news: at once, where the client takes answers in parts.
    fn tell(&mut self, uri: Uri, version: Option<i64>, result_id: Option<String>, items: Vec<Diagnostic>) {
        let full_document_diagnostic_report = FullDocumentDiagnosticReport { result_id, items };
        let report = WorkspaceFullDocumentDiagnosticReport { uri, version, full_document_diagnostic_report };
        self.is_news = true;
        match &self.partial {
            Some(token) => self.session.send_partial(token, &WorkspaceDiagnosticReport { items: vec![report.into()] }),
            None => self.items.push(report.into()),
        }
    }

    fn say(&self, value: &serde_json::Value) {
        if let Some(token) = &self.progress {
            self.session.send_partial(token, value);
        }
    }

    /// What was not sent yet; the answer itself is empty for a client that takes it in parts.
    fn answer(self) -> WorkspaceDiagnosticReportResult {
        let rest = WorkspaceDiagnosticReport { items: self.items };
        match self.partial {
            Some(token) if !rest.items.is_empty() => {
                self.session.send_partial(&token, &rest);
                WorkspaceDiagnosticReport::default().into()
            }
            _ => rest.into(),
        }
    }
}
