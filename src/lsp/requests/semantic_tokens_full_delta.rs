use super::{DocumentRequest, View, paint, semantic_tokens_full};
use crate::lsp::peer::Peer;
use tower_lsp::ls_types::{
    SemanticToken, SemanticTokensDelta, SemanticTokensDeltaParams, SemanticTokensEdit, SemanticTokensFullDeltaResult,
    ServerCapabilities, Uri, request::SemanticTokensFullDeltaRequest,
};

/// `textDocument/semanticTokens/full/delta`.
pub(in crate::lsp) struct DeltaTokens;

impl DocumentRequest for DeltaTokens {
    type Method = SemanticTokensFullDeltaRequest;
    const PURPOSE: &str = "what changed of the colours";

    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        paint::announce_full(server, true);
    }

    fn document(params: &SemanticTokensDeltaParams) -> &Uri {
        &params.text_document.uri
    }

    fn answer(view: &View, params: SemanticTokensDeltaParams) -> Option<SemanticTokensFullDeltaResult> {
        let before = view.session.colours.kept(&view.snapshot.uri, &params.previous_result_id);
        let now = semantic_tokens_full::remembered(view);
        Some(match before {
            Some(before) => SemanticTokensFullDeltaResult::TokensDelta(SemanticTokensDelta {
                result_id: now.result_id,
                edits: change(&before, &now.data).into_iter().collect(),
            }),
            None => SemanticTokensFullDeltaResult::Tokens(now),
        })
    }
}

/// The one edit between the common beginning and the common end; places are counted in numbers, five a token.
fn change(before: &[SemanticToken], now: &[SemanticToken]) -> Option<SemanticTokensEdit> {
    let start = before.iter().zip(now).take_while(|(a, b)| a == b).count();
    let (before, now) = (&before[start..], &now[start..]);
    let end = before.iter().rev().zip(now.iter().rev()).take_while(|(a, b)| a == b).count();
    let (deleted, added) = (before.len() - end, &now[..now.len() - end]);
    (deleted > 0 || !added.is_empty()).then(|| SemanticTokensEdit {
        start: 5 * start as u32,
        delete_count: 5 * deleted as u32,
        data: Some(added.to_vec()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(lengths: &[u32]) -> Vec<SemanticToken> {
        let token = |length: &u32| SemanticToken {
            delta_line: 1,
            delta_start: 0,
            length: *length,
            token_type: 0,
            token_modifiers_bitset: 0,
        };
        lengths.iter().map(token).collect()
    }

    #[track_caller]
    fn check(before: &[u32], now: &[u32], expected: Option<(u32, u32, &[u32])>) {
        let edit = change(&tokens(before), &tokens(now));
        let expected = expected.map(|(start, delete_count, data)| SemanticTokensEdit {
            start,
            delete_count,
            data: Some(tokens(data)),
        });
        assert_eq!(edit, expected);
    }

    #[test]
    fn one_edit_leads_from_the_old_tokens_to_the_new() {
        check(&[1, 2, 3], &[1, 2, 3], None);
        check(&[1, 2, 3], &[1, 9, 3], Some((5, 5, &[9])));
        check(&[1, 1], &[1, 1, 1], Some((10, 0, &[1])));
        check(&[1, 2], &[], Some((0, 10, &[])));
    }
}
