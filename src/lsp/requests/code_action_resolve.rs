use super::{Request, View, code_action};
use crate::lsp::{documents::Outcome, peer::Peer, session::Session};
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
        match snapshot.outcome().await {
            Outcome::Done(analysis) => Ok(code_action::resolve(&View::new(&session, &snapshot, analysis), action)),
            _ => Err(Error::content_modified()),
        }
    }
}
