use super::{DocumentRequest, View};
use crate::lsp::peer::Peer;
use tower_lsp::ls_types::{
    DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams, OneOf, ServerCapabilities, Uri,
    request::DocumentHighlightRequest,
};

/// `textDocument/documentHighlight`.
pub(in crate::lsp) struct Highlights;

impl DocumentRequest for Highlights {
    type Method = DocumentHighlightRequest;
    const PURPOSE: &str = "every place that stands for the person under the cursor";

    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        server.document_highlight_provider = Some(OneOf::Left(true));
    }

    fn document(params: &DocumentHighlightParams) -> &Uri {
        &params.text_document_position_params.text_document.uri
    }

    fn answer(view: &View, params: DocumentHighlightParams) -> Option<Vec<DocumentHighlight>> {
        let offset = view.offset(params.text_document_position_params.position);
        let (person, _) = view.mention_at(offset).or_else(|| view.reference_at(offset))?;
        let highlight = |span| DocumentHighlight { range: view.range(span), kind: Some(DocumentHighlightKind::TEXT) };
        Some(view.places_of(person).into_iter().map(highlight).collect())
    }
}
