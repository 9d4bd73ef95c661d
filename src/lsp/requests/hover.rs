use super::{DocumentRequest, View};
use crate::{lsp::peer::Peer, people::Person, text::Span};
use tower_lsp::ls_types::{
    Hover, HoverContents, HoverParams, HoverProviderCapability, MarkupContent, MarkupKind, ServerCapabilities, Uri,
    request::HoverRequest,
};

/// `textDocument/hover`.
pub(in crate::lsp) struct HoverCard;

impl DocumentRequest for HoverCard {
    type Method = HoverRequest;
    const PURPOSE: &str = "who the person under the cursor is";

    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        server.hover_provider = Some(HoverProviderCapability::Simple(true));
    }

    fn document(params: &HoverParams) -> &Uri {
        &params.text_document_position_params.text_document.uri
    }

    fn answer(view: &View, params: HoverParams) -> Option<Hover> {
        let offset = view.offset(params.text_document_position_params.position);
        let people = &view.analysis.people;
        let person = people.people.get(people.at(offset)?)?;
        let mention = person.mentions.iter().find(|mention| mention.touches(offset))?;
        let contents = HoverContents::Markup(MarkupContent { kind: MarkupKind::PlainText, value: card(view, person) });
        Some(Hover { contents, range: Some(view.range(*mention)) })
    }
}

fn card(view: &View, person: &Person) -> String {
    let line = |span: &Span| view.snapshot.lines().line_of(span.start) + 1;
    let mut lines = vec![person.name.clone()];
    lines.extend(person.roles.iter().map(|role| format!("{} (line {})", role.of(view.text()), line(role))));
    if let Some(first) = person.mentions.first() {
        lines.push(format!("Mentions: {}, the first in line {}", person.mentions.len(), line(first)));
    }
    lines.join("\n")
}
