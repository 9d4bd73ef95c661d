use super::{DocumentRequest, View};
use crate::{
    analysis::{Analysis, Section},
    lsp::peer::Peer,
    text::Span,
};
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
            let counts = Counts::new(view.analysis);
            DocumentSymbolResponse::Nested(outline.iter().map(|section| symbol(view, section, &counts)).collect())
        } else {
            let mut flat = Vec::new();
            flatten(view, outline, None, &mut flat);
            DocumentSymbolResponse::Flat(flat)
        })
    }
}

#[expect(deprecated, reason = "a field of the protocol's type that has to be given")]
fn symbol(view: &View, section: &Section, counts: &Counts) -> DocumentSymbol {
    let children = section.children.iter().map(|child| symbol(view, child, counts)).collect();
    DocumentSymbol {
        name: name(view, section),
        detail: Some(detail(counts.words(section.span), counts.findings(section.span))),
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

fn detail(words: usize, findings: usize) -> String {
    let counted = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    match findings {
        0 => counted(words, "word"),
        _ => format!("{}, {}", counted(words, "word"), counted(findings, "finding")),
    }
}

/// What stands in a section, told without reading it again: sections lie in sections.
struct Counts<'a> {
    analysis: &'a Analysis,
    /// Words up to each block, and after the last.
    words: Vec<usize>,
}

impl<'a> Counts<'a> {
    fn new(analysis: &'a Analysis) -> Self {
        let up_to_each = analysis.facts.iter().scan(0, |words, facts| {
            *words += facts.words;
            Some(*words)
        });
        Self { analysis, words: std::iter::once(0).chain(up_to_each).collect() }
    }

    /// Words of the blocks that begin in `section`.
    fn words(&self, section: Span) -> usize {
        let blocks = &self.analysis.article.blocks;
        let up_to = |offset| self.words[blocks.partition_point(|block| block.span.start < offset)];
        up_to(section.end) - up_to(section.start)
    }

    /// Findings that lie in `section`.
    fn findings(&self, section: Span) -> usize {
        let findings = &self.analysis.findings;
        let up_to = |offset| findings.partition_point(|finding| finding.span.start < offset);
        let here = &findings[up_to(section.start)..up_to(section.end)];
        here.iter().filter(|finding| section.covers(finding.span)).count()
    }
}
