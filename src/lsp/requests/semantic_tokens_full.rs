use super::{DocumentRequest, View, paint};
use crate::{lsp::peer::Peer, text::Span};
use tower_lsp::ls_types::{
    SemanticTokens, SemanticTokensParams, SemanticTokensResult, ServerCapabilities, Uri,
    request::SemanticTokensFullRequest,
};

/// `textDocument/semanticTokens/full`.
pub(in crate::lsp) struct FullTokens;

impl DocumentRequest for FullTokens {
    type Method = SemanticTokensFullRequest;
    const PURPOSE: &str = "colours for people, sources, cues, quotations and page furniture";

    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        paint::announce_full(server, false);
    }

    fn document(params: &SemanticTokensParams) -> &Uri {
        &params.text_document.uri
    }

    fn answer(view: &View, _: SemanticTokensParams) -> Option<SemanticTokensResult> {
        Some(SemanticTokensResult::Tokens(remembered(view)))
    }
}

/// The tokens of the whole document; the session remembers them, so that the next answer may be a change of them.
pub(super) fn remembered(view: &View) -> SemanticTokens {
    let mut tokens = paint::tokens(view, Span::new(0, view.text().len()));
    tokens.result_id = Some(view.session.colours.keep(&view.snapshot.uri, tokens.data.clone()));
    tokens
}
