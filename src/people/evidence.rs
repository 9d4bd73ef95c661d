//! What the whole article says of a word that may be a name.

use super::{
    View,
    candidates::{Candidate, Casing},
};
use crate::syntax::TokenKind;
use rustc_hash::FxHashMap;

/// How the article uses one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordEvidence {
    /// Times it stands with a capital.
    pub capital: u16,
    /// Times it stands with a capital where only names have one.
    pub middle: u16,
    /// Times it stands without a capital.
    pub small: u16,
    /// All that stands around it anywhere: bits of [`super::candidates::around`].
    pub around: u16,
}

/// How the article uses each word that stands with a capital somewhere, by [`crate::syntax::Token::lower`].
pub type Evidence = FxHashMap<u32, WordEvidence>;

/// Gathers the evidence of an article.
pub fn gather(views: &[View]) -> Evidence {
    let mut evidence = Evidence::default();
    for candidate in views.iter().flat_map(|view| &view.names.candidates) {
        add(&mut evidence, candidate);
    }
    for token in views.iter().flat_map(|view| &view.prose.tokens) {
        if token.kind == TokenKind::Word
            && !token.capital
            && let Some(word) = evidence.get_mut(&token.lower)
        {
            word.small = word.small.saturating_add(1);
        }
    }
    evidence
}

fn add(evidence: &mut Evidence, candidate: &Candidate) {
    if !candidate.capital {
        return;
    }
    let word = evidence.entry(candidate.word).or_default();
    word.capital = word.capital.saturating_add(1);
    if !candidate.opens && candidate.casing == Casing::Prose {
        word.middle = word.middle.saturating_add(1);
    }
    word.around |= candidate.around;
}
