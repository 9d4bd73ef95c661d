use super::{about, document};
use crate::lsp::session::Session;
use serde_json::{Value, json};
use std::sync::Arc;
use tower_lsp::jsonrpc::Result;

/// The figures of a status bar.
pub(super) async fn run(session: Arc<Session>, arguments: Vec<Value>) -> Result<Option<Value>> {
    let snapshot = document(&session, &arguments)?;
    let summary = about(&session, &snapshot, |view| {
        let statements = &view.analysis.statements;
        json!({
            "words": view.analysis.words,
            "people": view.analysis.people.people.len(),
            "statements": statements.attributions.len(),
            "sourced": statements.with_known_source(),
        })
    });
    summary.await.map(Some)
}
