use super::{DocumentRequest, View};
use crate::{
    lsp::peer::Peer,
    people::{FullName, Person},
};
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
        let person = view.analysis.people.people.get(person)?;
        if !params.context.include_declaration {
            let first = person.mentions.first();
            places.retain(|place| Some(place) != first);
        }
        let here = places.into_iter().map(|place| view.location(place));
        Some(here.chain(elsewhere(view, person)).collect())
    }
}

/// The mentions of `person` in the other articles of the workspace, by path.
fn elsewhere(view: &View, person: &Person) -> Vec<Location> {
    let Some(name) = FullName::new(&person.name) else { return Vec::new() };
    let namings = view.session.namings(&name, &view.snapshot.uri);
    let places = namings.iter().flat_map(|naming| naming.mentions.iter().map(|place| (&naming.volume, *place)));
    places.filter_map(|(volume, place)| volume.location(place)).collect()
}
