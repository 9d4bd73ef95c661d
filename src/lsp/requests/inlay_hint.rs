use super::{DocumentRequest, View};
use crate::{lsp::peer::Peer, text::Span};
use tower_lsp::ls_types::{
    InlayHint, InlayHintLabel, InlayHintParams, OneOf, ServerCapabilities, Uri, request::InlayHintRequest,
};

/// `textDocument/inlayHint`.
pub(in crate::lsp) struct InlayHints;

impl DocumentRequest for InlayHints {
    type Method = InlayHintRequest;
    const PURPOSE: &str = "whom \"he\" and \"the minister\" mean; off until the setting `copydesk.inlayHints` is true";

    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        server.inlay_hint_provider = Some(OneOf::Left(true));
    }

    fn document(params: &InlayHintParams) -> &Uri {
        &params.text_document.uri
    }

    fn answer(view: &View, params: InlayHintParams) -> Option<Vec<InlayHint>> {
        if !view.session.environment().preferences().inlay_hints {
            return Some(Vec::new());
        }
        let asked = view.span(params.range);
        let hints = view.analysis.people.people.iter().flat_map(|person| {
            let references = person.references.iter().filter(move |reference| asked.overlaps(**reference));
            references.map(|reference| hint(view, *reference, &person.name))
        });
        let mut hints: Vec<_> = hints.collect();
        hints.sort_by_key(|hint| hint.position);
        Some(hints)
    }
}

fn hint(view: &View, reference: Span, name: &str) -> InlayHint {
    InlayHint {
        position: view.range(reference).end,
        label: InlayHintLabel::String(format!("= {name}")),
        kind: None,
        text_edits: None,
        tooltip: None,
        padding_left: Some(true),
        padding_right: None,
        data: None,
    }
}
