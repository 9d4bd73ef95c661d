use super::{DocumentRequest, View};
use crate::{analysis::Section, lsp::peer::Peer, text::Span};
use tower_lsp::ls_types::{
    DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, OneOf, ServerCapabilities, SymbolInformation,
    SymbolKind, Uri, request::DocumentSymbolRequest,
};

/// `textDocument/documentSymbol`.
pub(in crate::lsp) struct DocumentSymbols;

impl DocumentRequest for DocumentSymbols {
    type Method = DocumentSymbolRequest;
    const PURPOSE: &str = "the section headings as an outline";

    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        server.document_symbol_provider = Some(OneOf::Left(true));
    }

    fn document(params: &DocumentSymbolParams) -> &Uri {
        &params.text_document.uri
    }

    fn answer(view: &View, _: DocumentSymbolParams) -> Option<DocumentSymbolResponse> {
        let outline = &view.analysis.outline;
        Some(if view.peer().shows_trees {
            DocumentSymbolResponse::Nested(outline.iter().map(|section| symbol(view, section)).collect())
        } else {
            let mut flat = Vec::new();
            flatten(view, outline, None, &mut flat);
            DocumentSymbolResponse::Flat(flat)
        })
    }
}

#[expect(deprecated, reason = "a field of the protocol's type that has to be given")]
fn symbol(view: &View, section: &Section) -> DocumentSymbol {
    let children = section.children.iter().map(|child| symbol(view, child)).collect();
    DocumentSymbol {
        name: name(view, section),
        detail: Some(detail(view, section.span)),
        kind: SymbolKind::STRING,
        tags: None,
        deprecated: None,
        range: view.range(section.span),
        selection_range: view.range(section.heading),
        children: Some(children),
    }
}

#[expect(deprecated, reason = "a field of the protocol's type that has to be given")]
fn flatten(view: &View, sections: &[Section], container: Option<&str>, flat: &mut Vec<SymbolInformation>) {
    for section in sections {
        let name = name(view, section);
        flat.push(SymbolInformation {
            name: name.clone(),
            kind: SymbolKind::STRING,
            tags: None,
            deprecated: None,
            location: view.location(section.span),
            container_name: container.map(str::to_owned),
        });
        flatten(view, &section.children, Some(&name), flat);
    }
}

/// The heading on one line. Editors refuse a whole outline for one empty name.
fn name(view: &View, section: &Section) -> String {
    let words: Vec<_> = section.heading.of(view.text()).split_whitespace().collect();
    if words.is_empty() { "(untitled)".to_owned() } else { words.join(" ") }
}

fn detail(view: &View, span: Span) -> String {
    let words = span.of(view.text()).split_whitespace().count();
    let findings = view.analysis.findings.iter().filter(|finding| span.covers(finding.span)).count();
    let counted = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    match findings {
        0 => counted(words, "word"),
        _ => format!("{}, {}", counted(words, "word"), counted(findings, "finding")),
    }
}
