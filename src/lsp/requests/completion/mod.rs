mod names;
mod roles;
mod typed;

use super::{DocumentRequest, View, own_files};
use crate::{
    lsp::{documents::Snapshot, incoming, peer::Peer, session::Session},
    text::Span,
};
use serde_json::json;
use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionOptions, CompletionParams, CompletionResponse,
    CompletionTextEdit, ServerCapabilities, TextEdit, Uri, request,
};
use typed::Typed;

/// Items of one answer; where there are more, the client asks again as more is typed.
const MOST_ITEMS: usize = 60;

/// `textDocument/completion`.
pub(in crate::lsp) struct Completion;

impl DocumentRequest for Completion {
    type Method = request::Completion;
    const PURPOSE: &str = "names that begin with the capitals just typed, and roles after a name and a comma; in copydesk.toml, keys and rules";

    /// Letters trigger completion in every editor; no other character does.
    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        server.completion_provider =
            Some(CompletionOptions { resolve_provider: Some(true), ..CompletionOptions::default() });
    }

    fn document(params: &CompletionParams) -> &Uri {
        &params.text_document_position.text_document.uri
    }

    fn answer(view: &View, params: CompletionParams) -> Option<CompletionResponse> {
        let offset = view.offset(params.text_document_position.position);
        if !view.is_prose(offset) {
            return None;
        }
        let line = view.snapshot.lines().line(view.text(), view.snapshot.lines().line_of(offset));
        let typed = Typed::new(view.text(), line.start, offset);
        let mut offers = roles::offers(view, offset);
        offers.extend(names::offers(view, &typed));
        let is_incomplete = offers.len() > MOST_ITEMS;
        offers.truncate(MOST_ITEMS);
        let items = offers.into_iter().enumerate().map(|(rank, offer)| item(view, rank, offer)).collect();
        Some(CompletionResponse::List(CompletionList { is_incomplete, items }))
    }

    fn answer_in_own_file(session: &Session, file: &Snapshot, params: CompletionParams) -> Option<CompletionResponse> {
        let encoding = session.peer().encoding;
        let offset = incoming::offset(params.text_document_position.position, file, encoding);
        Some(CompletionResponse::Array(own_files::items(file, offset, encoding)))
    }
}

/// Something to write at the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Offer {
    /// What is written.
    text: String,
    /// The part of it that the client compares with what stands in `replaces`.
    filter: String,
    /// What was typed of it. Bytes of the file.
    replaces: Span,
    /// What is shown beside it.
    detail: Option<String>,
    /// Whom it is about.
    person: String,
}

fn item(view: &View, rank: usize, offer: Offer) -> CompletionItem {
    let edit = TextEdit { range: view.range(offer.replaces), new_text: offer.text.clone() };
    CompletionItem {
        label: offer.text,
        kind: Some(CompletionItemKind::REFERENCE),
        detail: offer.detail,
        sort_text: Some(format!("{rank:04}")),
        filter_text: Some(offer.filter),
        text_edit: Some(CompletionTextEdit::Edit(edit)),
        data: Some(json!({ "uri": view.snapshot.uri.as_str(), "person": offer.person })),
        ..CompletionItem::default()
    }
}
