use super::{Request, analysed, rename};
use crate::lsp::{peer::Peer, session::Session};
use std::sync::Arc;
use tower_lsp::{
    jsonrpc::Result,
    ls_types::{PrepareRenameResponse, ServerCapabilities, TextDocumentPositionParams, request},
};

/// `textDocument/prepareRename`.
pub(in crate::lsp) struct PrepareRename;

impl Request for PrepareRename {
    type Method = request::PrepareRenameRequest;
    const PURPOSE: &str = "the name under the cursor, or why it cannot be renamed";

    /// Announced with the request that it prepares.
    fn announce(_: &Peer, _: &mut ServerCapabilities) {}

    async fn answer(
        session: Arc<Session>,
        params: TextDocumentPositionParams,
    ) -> Result<Option<PrepareRenameResponse>> {
        let snapshot = session.documents().snapshot(&params.text_document.uri);
        let Some(snapshot) = snapshot else { return Ok(None) };
        let Some(view) = analysed(&session, &snapshot).await? else { return Ok(None) };
        let (person, mention) = rename::named_at(&view, params.position)?;
        let placeholder = person.name.clone();
        Ok(Some(PrepareRenameResponse::RangeWithPlaceholder { range: view.range(mention), placeholder }))
    }
}
