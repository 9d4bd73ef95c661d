use super::{DocumentRequest, View};
use crate::{
    analysis::Section,
    lsp::peer::Peer,
    text::Span,
};
use tower_lsp::ls_types::{
    SelectionRange, SelectionRangeParams, SelectionRangeProviderCapability, ServerCapabilities, Uri,
    request::SelectionRangeRequest,
};

/// `textDocument/selectionRange`.
pub(in crate::lsp) struct SelectionRanges;

impl DocumentRequest for SelectionRanges {
    type Method = SelectionRangeRequest;
    const PURPOSE: &str = "the selection grows by word, quotation, sentence, paragraph, section, article";

    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        server.selection_range_provider = Some(SelectionRangeProviderCapability::Simple(true));
    }

    fn document(params: &SelectionRangeParams) -> &Uri {
        &params.text_document.uri
    }

    fn answer(view: &View, params: SelectionRangeParams) -> Option<Vec<SelectionRange>> {
        let offsets = params.positions.into_iter().map(|position| view.offset(position));
        Some(offsets.map(|offset| selection(view, offset)).collect())
    }
}

/// What holds `offset`, from the smallest to the whole text, each a parent of the one before.
fn selection(view: &View, offset: u32) -> SelectionRange {
    let mut spans = holding(view, offset);
    spans.sort_by_key(|span| std::cmp::Reverse(span.len()));
    let mut selection = SelectionRange { range: view.range(Span::new(0, view.text().len())), parent: None };
    let mut outer = Span::new(0, view.text().len());
    for span in spans {
        if outer.covers(span) && span != outer {
            selection = SelectionRange { range: view.range(span), parent: Some(Box::new(selection)) };
            outer = span;
        }
    }
    selection
}

/// Everything that `offset` lies in.
fn holding(view: &View, offset: u32) -> Vec<Span> {
    let analysis = view.analysis;
    let mut spans = Vec::new();
    sections(&analysis.outline, offset, &mut spans);
    let quotations = analysis.statements.attributions.iter().map(|statement| statement.content);
    spans.extend(quotations.filter(|content| content.touches(offset)));
    if let Some(index) = analysis.article.block_at(offset) {
        let block = &analysis.article.blocks[index];
        let prose = analysis.facts[index].prose(block, block.span.of(view.text()));
        let sentences = prose.sentences.iter().map(|sentence| sentence.span);
        let words = prose.tokens.iter().filter(|token| token.kind.is_wordlike()).map(|token| token.span);
        let inside = sentences.chain(words).map(|span| span.shift(block.span.start));
        spans.push(block.span);
        spans.extend(inside.filter(|span| span.touches(offset)));
    }
    spans
}

fn sections(outline: &[Section], offset: u32, spans: &mut Vec<Span>) {
    for section in outline.iter().filter(|section| section.span.touches(offset)) {
        spans.push(section.span);
        sections(&section.children, offset, spans);
    }
}
