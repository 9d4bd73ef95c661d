//! What semantic tokens colour, and how it is packed.

use super::View;
use crate::{
    attribution::{Quotation, SourceKind},
    text::Span,
};
use tower_lsp::ls_types::{
    SemanticToken, SemanticTokenType, SemanticTokens, SemanticTokensFullOptions, SemanticTokensLegend,
    SemanticTokensOptions, SemanticTokensServerCapabilities, ServerCapabilities,
};

/// What is coloured, from what lies under everything to what lies over it; the order is that of the legend.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Paint {
    Furniture,
    Quotation,
    Source,
    Cue,
    Person,
}

/// The paints from what lies over everything to what lies under it.
const TOP_DOWN: [Paint; 5] = [Paint::Person, Paint::Cue, Paint::Source, Paint::Quotation, Paint::Furniture];

/// For each [`Paint`] a token type that every theme has a sensible colour for.
const LEGEND: [SemanticTokenType; TOP_DOWN.len()] = [
    SemanticTokenType::COMMENT,
    SemanticTokenType::STRING,
    SemanticTokenType::PARAMETER,
    SemanticTokenType::KEYWORD,
    SemanticTokenType::CLASS,
];

/// Adds to what `server` says of semantic tokens.
pub(super) fn announce(server: &mut ServerCapabilities, add: impl FnOnce(&mut SemanticTokensOptions)) {
    let mut options = match server.semantic_tokens_provider.take() {
        Some(SemanticTokensServerCapabilities::SemanticTokensOptions(options)) => options,
        _ => SemanticTokensOptions {
            legend: SemanticTokensLegend { token_types: LEGEND.to_vec(), token_modifiers: Vec::new() },
            ..SemanticTokensOptions::default()
        },
    };
    add(&mut options);
    server.semantic_tokens_provider = Some(SemanticTokensServerCapabilities::SemanticTokensOptions(options));
}

/// Says that the tokens of a whole document are given, as changes too if `delta`.
pub(super) fn announce_full(server: &mut ServerCapabilities, delta: bool) {
    announce(server, |options| {
        options.full = Some(SemanticTokensFullOptions::Delta { delta: delta.then_some(true) });
    });
}

/// The tokens of everything that `within` touches, and their name: equal tokens have equal names.
pub(super) fn tokens(view: &View, within: Span) -> SemanticTokens {
    let data = pack(view, &flatten(coats(view, within)));
    SemanticTokens { result_id: None, data }
}

/// Everything that is coloured, overlapping as it lies.
fn coats(view: &View, within: Span) -> Vec<(Span, Paint)> {
    let analysis = view.analysis;
    let mut coats = Vec::new();
    for (block, furniture) in analysis.article.blocks.iter().zip(&analysis.furniture) {
        coats.extend(furniture.map(|_| (block.span, Paint::Furniture)));
    }
    for statement in &analysis.statements.attributions {
        let is_named = statement.source_kind == SourceKind::Named;
        let is_quoted = statement.quotation != Quotation::Indirect;
        coats.extend(is_quoted.then_some((statement.content, Paint::Quotation)));
        coats.extend(statement.source.filter(|_| !is_named).map(|source| (source, Paint::Source)));
        coats.extend(statement.cue.map(|cue| (cue, Paint::Cue)));
    }
    for person in &analysis.people.people {
        coats.extend(person.mentions.iter().map(|mention| (*mention, Paint::Person)));
    }
    coats.retain(|(span, _)| span.overlaps(within));
    coats
}

/// The topmost paint of every place, in order, without overlaps.
fn flatten(coats: Vec<(Span, Paint)>) -> Vec<(Span, Paint)> {
    let mut edges: Vec<(u32, Paint, i32)> = Vec::with_capacity(coats.len() * 2);
    for (span, paint) in coats.into_iter().filter(|(span, _)| !span.is_empty()) {
        edges.push((span.start, paint, 1));
        edges.push((span.end, paint, -1));
    }
    edges.sort_unstable();
    let mut open = [0_i32; TOP_DOWN.len()];
    let mut flat: Vec<(Span, Paint)> = Vec::new();
    let mut from = 0;
    for (at, paint, step) in edges {
        if let Some(top) = TOP_DOWN.into_iter().find(|paint| open[*paint as usize] > 0).filter(|_| from < at) {
            let span = Span { start: from, end: at };
            match flat.last_mut().filter(|(last, paint)| last.end == from && *paint == top) {
                Some((last, _)) => last.end = at,
                None => flat.push((span, top)),
            }
        }
        open[paint as usize] += step;
        from = at;
    }
    flat
}

/// As the protocol packs tokens: each on one line, its place counted from the one before.
fn pack(view: &View, flat: &[(Span, Paint)]) -> Vec<SemanticToken> {
    let (text, lines) = (view.text(), view.snapshot.lines());
    let mut tokens = Vec::with_capacity(flat.len());
    let (mut last_line, mut last_start) = (0, 0);
    for (span, paint) in flat {
        for line in lines.line_of(span.start)..=lines.line_of(span.end) {
            let line = lines.line(text, line);
            let piece = Span { start: span.start.max(line.start), end: span.end.min(line.end) };
            if piece.start >= piece.end {
                continue;
            }
            let range = view.range(piece);
            let is_same_line = range.start.line == last_line;
            tokens.push(SemanticToken {
                delta_line: range.start.line - last_line,
                delta_start: range.start.character - if is_same_line { last_start } else { 0 },
                length: range.end.character - range.start.character,
                token_type: *paint as u32,
                token_modifiers_bitset: 0,
            });
            (last_line, last_start) = (range.start.line, range.start.character);
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_over_hides_what_lies_under() {
        let coats = vec![
            (Span::new(0, 20), Paint::Quotation),
            (Span::new(5, 8), Paint::Person),
            (Span::new(8, 10), Paint::Cue),
            (Span::new(18, 25), Paint::Source),
        ];
        let flat: Vec<_> =
            flatten(coats).into_iter().map(|(span, paint)| (span.start, span.end, paint as u32)).collect();
        assert_eq!(flat, [(0, 5, 1), (5, 8, 4), (8, 10, 3), (10, 18, 1), (18, 25, 2)]);
    }
}
