use super::{Request, symbol};
use crate::lsp::{peer::Peer, session::Session};
use std::sync::Arc;
use tower_lsp::{
    jsonrpc::Result,
    ls_types::{OneOf, ServerCapabilities, WorkspaceSymbol, request::WorkspaceSymbolResolve},
};

/// `workspaceSymbol/resolve`.
pub(in crate::lsp) struct ResolveSymbol;

impl Request for ResolveSymbol {
    type Method = WorkspaceSymbolResolve;
    const PURPOSE: &str = "where a heading or person of the workspace stands now";

    /// Announced with the request whose symbols it completes.
    fn announce(_: &Peer, _: &mut ServerCapabilities) {}

    async fn answer(session: Arc<Session>, mut symbol: WorkspaceSymbol) -> Result<WorkspaceSymbol> {
        let place = symbol.data.as_ref().and_then(|data| symbol::at(&session, data));
        if let Some(place) = place {
            symbol.location = OneOf::Left(place);
        }
        Ok(symbol)
    }
}
