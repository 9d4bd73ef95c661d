use super::{Request, analysed, code_action};
use crate::lsp::{peer::Peer, session::Session};
use std::sync::Arc;
use tower_lsp::{
    jsonrpc::{Error, Result},
    ls_types::{CodeAction, ServerCapabilities, request::CodeActionResolveRequest},
};

/// `codeAction/resolve`.
pub(in crate::lsp) struct ResolveCodeAction;

impl Request for ResolveCodeAction {
    type Method = CodeActionResolveRequest;
    const PURPOSE: &str = "the edits of an action that mends many findings, once it is chosen";

    fn announce(_: &Peer, _: &mut ServerCapabilities) {}

    async fn answer(session: Arc<Session>, action: CodeAction) -> Result<CodeAction> {
        if action.edit.is_some() || action.data.is_none() {
            return Ok(action);
        }
        let snapshot = session.snapshot_of(action.data.as_ref())?;
        let view = analysed(&session, &snapshot).await?.ok_or_else(Error::content_modified)?;
        Ok(code_action::resolve(&view, action))
    }
}
