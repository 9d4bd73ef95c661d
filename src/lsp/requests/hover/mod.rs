mod elsewhere;
mod person;
mod statement;

pub(super) use person::about;

use super::{DocumentRequest, View, own_files};
use crate::{
    lsp::{documents::Snapshot, incoming, outgoing, peer::Peer, session::Session},
    text::Span,
};
use tower_lsp::ls_types::{
    Hover, HoverContents, HoverParams, HoverProviderCapability, MarkupContent, MarkupKind, ServerCapabilities, Uri, request::HoverRequest,
};

/// `textDocument/hover`.
pub(in crate::lsp) struct HoverCard;

impl DocumentRequest for HoverCard {
    type Method = HoverRequest;
    const PURPOSE: &str = "who the person under the cursor is; who says the words under it, and why we think so; in copydesk.toml, what a key or rule does";

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

    fn answer_in_own_file(session: &Session, file: &Snapshot, params: HoverParams) -> Option<Hover> {
        let encoding = session.peer().encoding;
        let position = params.text_document_position_params.position;
        let (value, span) = own_files::card(file, incoming::offset(position, file, encoding))?;
        let contents = HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value });
        Some(Hover { contents, range: Some(outgoing::range(span, file, encoding)) })
    }
}
