use super::{DocumentRequest, View};
use crate::lsp::{peer::Peer, team};
use tower_lsp::ls_types::{
    GotoDefinitionParams, GotoDefinitionResponse, OneOf, ServerCapabilities, Uri, request::GotoDefinition,
};

/// `textDocument/definition`.
pub(in crate::lsp) struct Definition;

impl DocumentRequest for Definition {
    type Method = GotoDefinition;
    const PURPOSE: &str = "where the person under the cursor is named first; from there, their entry in people.toml";

    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        server.definition_provider = Some(OneOf::Left(true));
    }

    fn document(params: &GotoDefinitionParams) -> &Uri {
        &params.text_document_position_params.text_document.uri
    }

    fn answer(view: &View, params: GotoDefinitionParams) -> Option<GotoDefinitionResponse> {
        let offset = view.offset(params.text_document_position_params.position);
        let (person, place) = view.mention_at(offset).or_else(|| view.reference_at(offset))?;
        let person = view.analysis.people.people.get(person)?;
        let first = person.mentions.first()?;
        let entry = || team::entry_location(view.session, &view.snapshot.around, person);
        let location = (place == *first).then(entry).flatten().unwrap_or_else(|| view.location(*first));
        Some(GotoDefinitionResponse::Scalar(location))
    }
}
