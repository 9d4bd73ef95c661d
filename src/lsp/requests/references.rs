use super::{DocumentRequest, View};
use crate::lsp::peer::Peer;
use tower_lsp::ls_types::{Location, OneOf, ReferenceParams, ServerCapabilities, Uri, request};

/// `textDocument/references`.
pub(in crate::lsp) struct References;

impl DocumentRequest for References {
    type Method = request::References;
    const PURPOSE: &str = "every place that stands for the person under the cursor, here and in the workspace";

    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        server.references_provider = Some(OneOf::Left(true));
    }

    fn document(params: &ReferenceParams) -> &Uri {
        &params.text_document_position.text_document.uri
    }

    fn answer(view: &View, params: ReferenceParams) -> Option<Vec<Location>> {
        let offset = view.offset(params.text_document_position.position);
        let (person, _) = view.mention_at(offset).or_else(|| view.reference_at(offset))?;
        let mut places = view.places_of(person);
        if !params.context.include_declaration {
            let first = view.analysis.people.people.get(person)?.mentions.first();
            places.retain(|place| Some(place) != first);
        }
        Some(places.into_iter().map(|place| view.location(place)).collect())
    }
}
