use super::{DocumentRequest, View, paint};
use crate::lsp::peer::Peer;
use tower_lsp::ls_types::{
    SemanticTokensRangeParams, SemanticTokensRangeResult, ServerCapabilities, Uri, request::SemanticTokensRangeRequest,
};

/// `textDocument/semanticTokens/range`.
pub(in crate::lsp) struct RangeTokens;

impl DocumentRequest for RangeTokens {
    type Method = SemanticTokensRangeRequest;
    const PURPOSE: &str = "the colours of the part that is seen";

    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        paint::announce(server, |options| options.range = Some(true));
    }

    fn document(params: &SemanticTokensRangeParams) -> &Uri {
        &params.text_document.uri
    }

    fn answer(view: &View, params: SemanticTokensRangeParams) -> Option<SemanticTokensRangeResult> {
        Some(SemanticTokensRangeResult::Tokens(paint::tokens(view, view.span(params.range))))
    }
}
