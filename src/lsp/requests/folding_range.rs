use super::{DocumentRequest, View};
use crate::{analysis::Section, attribution::Quotation, lsp::peer::Peer, syntax::BlockKind, text::Span};
use tower_lsp::ls_types::{
    FoldingRange, FoldingRangeKind, FoldingRangeParams, FoldingRangeProviderCapability, ServerCapabilities, Uri,
    request::FoldingRangeRequest,
};

/// `textDocument/foldingRange`.
pub(in crate::lsp) struct FoldingRanges;

impl DocumentRequest for FoldingRanges {
    type Method = FoldingRangeRequest;
    const PURPOSE: &str = "sections, runs of page furniture, front matter and long quotations fold";

    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        server.folding_range_provider = Some(FoldingRangeProviderCapability::Simple(true));
    }

    fn document(params: &FoldingRangeParams) -> &Uri {
        &params.text_document.uri
    }

    fn answer(view: &View, _: FoldingRangeParams) -> Option<Vec<FoldingRange>> {
        let mut folds = Vec::new();
        fold_sections(view, &view.analysis.outline, &mut folds);
        folds.extend(furniture_runs(view).filter_map(|run| fold(view, run, FoldingRangeKind::Comment)));
        folds.extend(front_matter(view).filter_map(|span| fold(view, span, FoldingRangeKind::Imports)));
        folds.extend(quotations(view).filter_map(|span| fold(view, span, FoldingRangeKind::Region)));
        folds.sort_by_key(|fold| (fold.start_line, std::cmp::Reverse(fold.end_line)));
        Some(folds)
    }
}

fn fold_sections(view: &View, sections: &[Section], folds: &mut Vec<FoldingRange>) {
    for section in sections {
        folds.extend(fold(view, section.span, FoldingRangeKind::Region));
        fold_sections(view, &section.children, folds);
    }
}

/// Adjacent blocks of furniture, from the first to the last.
fn furniture_runs<'a>(view: &'a View) -> impl Iterator<Item = Span> + 'a {
    let blocks = view.analysis.article.blocks.iter().zip(&view.analysis.furniture);
    let mut runs: Vec<Span> = Vec::new();
    let mut in_run = false;
    for (block, furniture) in blocks {
        match runs.last_mut().filter(|_| in_run && furniture.is_some()) {
            Some(run) => *run = run.join(block.span),
            None => runs.extend(furniture.map(|_| block.span)),
        }
        in_run = furniture.is_some();
    }
    runs.into_iter()
}

fn front_matter<'a>(view: &'a View) -> impl Iterator<Item = Span> + 'a {
    let blocks = view.analysis.article.blocks.iter();
    blocks.filter(|block| block.kind == BlockKind::FrontMatter).map(|block| block.span)
}

fn quotations<'a>(view: &'a View) -> impl Iterator<Item = Span> + 'a {
    let statements = view.analysis.statements.attributions.iter();
    statements.filter(|statement| statement.quotation == Quotation::Direct).map(|statement| statement.content)
}

/// The lines of `span` as a fold, blank lines at its end left out; `None` when it stands on one line.
fn fold(view: &View, span: Span, kind: FoldingRangeKind) -> Option<FoldingRange> {
    let words = span.of(view.text()).trim_end().len();
    let range = view.range(Span { end: span.start + words as u32, ..span });
    let columns = !view.peer().folds_lines;
    (range.start.line < range.end.line).then(|| FoldingRange {
        start_line: range.start.line,
        start_character: columns.then(|| end_of_line(view, range.start.line)),
        end_line: range.end.line,
        end_character: columns.then_some(range.end.character),
        kind: Some(kind),
        collapsed_text: None,
    })
}

/// A fold begins behind the words of its first line.
fn end_of_line(view: &View, line: u32) -> u32 {
    let span = view.snapshot.lines().line(view.text(), line as usize);
    view.range(span).end.character
}
