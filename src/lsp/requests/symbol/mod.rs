mod found;
mod fuzzy;

pub(super) use found::{Found, at};

use super::Request;
use crate::lsp::{peer::Peer, session::Session};
use std::sync::Arc;
use tokio::task::spawn_blocking;
use tower_lsp::{
    jsonrpc::Result,
    ls_types::{
        OneOf, ServerCapabilities, WorkDoneProgressOptions, WorkspaceSymbolOptions, WorkspaceSymbolParams,
        WorkspaceSymbolResponse, request::WorkspaceSymbolRequest,
    },
};

/// Symbols of one answer.
const MOST_SYMBOLS: usize = 200;

/// `workspace/symbol`.
pub(in crate::lsp) struct Symbols;

impl Request for Symbols {
    type Method = WorkspaceSymbolRequest;
    const PURPOSE: &str = "headings and people of the workspace by what was typed of them";

    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        server.workspace_symbol_provider = Some(OneOf::Right(WorkspaceSymbolOptions {
            resolve_provider: Some(true),
            work_done_progress_options: WorkDoneProgressOptions::default(),
        }));
    }

    async fn answer(session: Arc<Session>, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        let searching = session.clone();
        let mut found = spawn_blocking(move || found::search(&searching, &params.query)).await.unwrap_or_default();
        found.truncate(MOST_SYMBOLS);
        Ok(Some(if session.peer().resolves_symbols {
            WorkspaceSymbolResponse::Nested(found.iter().filter_map(Found::unplaced).collect())
        } else {
            WorkspaceSymbolResponse::Flat(found.iter().filter_map(Found::placed).collect())
        }))
    }
}
