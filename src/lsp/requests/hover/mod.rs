mod elsewhere;
mod person;
mod statement;

pub(super) use person::about;

use super::{DocumentRequest, View};
use crate::{lsp::peer::Peer, text::Span};
use tower_lsp::ls_types::{
    Hover, HoverContents, HoverParams, HoverProviderCapability, ServerCapabilities, Uri, request::HoverRequest,
};

/// `textDocument/hover`.
pub(in crate::lsp) struct HoverCard;

impl DocumentRequest for HoverCard {
    type Method = HoverRequest;
    const PURPOSE: &str = "who the person under the cursor is; who says the words under it, and why we think so";

    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        server.hover_provider = Some(HoverProviderCapability::Simple(true));
    }

    fn document(params: &HoverParams) -> &Uri {
        &params.text_document_position_params.text_document.uri
    }

    fn answer(view: &View, params: HoverParams) -> Option<Hover> {
        let offset = view.offset(params.text_document_position_params.position);
        let (markup, span): (_, Span) = match view.mention_at(offset).or_else(|| view.reference_at(offset)) {
            Some((person, span)) => (person::card(view, person), span),
            None => statement::card(view, offset)?,
        };
        let contents = HoverContents::Markup(markup.content(view.peer().reads_markdown));
        Some(Hover { contents, range: Some(view.range(span)) })
    }
}
