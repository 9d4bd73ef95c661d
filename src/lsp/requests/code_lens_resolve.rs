use super::{Request, analysed, code_lens};
use crate::lsp::{peer::Peer, session::Session};
use std::sync::Arc;
use tower_lsp::{
    jsonrpc::{Error, Result},
    ls_types::{CodeLens, ServerCapabilities, request::CodeLensResolve},
};

/// `codeLens/resolve`.
pub(in crate::lsp) struct ResolveCodeLens;

impl Request for ResolveCodeLens {
    type Method = CodeLensResolve;
    const PURPOSE: &str = "what the lens says, once it is seen";

    fn announce(_: &Peer, _: &mut ServerCapabilities) {}

    async fn answer(session: Arc<Session>, lens: CodeLens) -> Result<CodeLens> {
        let snapshot = session.snapshot_of(lens.data.as_ref())?;
        let view = analysed(&session, &snapshot).await?.ok_or_else(Error::content_modified)?;
        Ok(CodeLens { command: Some(code_lens::command(&view)), ..lens })
    }
}
