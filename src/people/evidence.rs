//! What the whole article says of a word that may be a name.

use super::{
    View,
    candidates::{Candidate, Casing},
};
use crate::{
    model::Sieve,
    syntax::{Prose, Token, TokenKind},
};
use rustc_hash::FxHashMap;

/// How the article uses one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordEvidence {
    /// Times it stands with a capital.
    pub capital: u16,
    /// Times it stands with a capital where only names have one.
    pub middle: u16,
    /// Times it stands without a capital.
    pub small: u32,
    /// All that stands around it anywhere: bits of [`super::candidates::around`].
    pub around: u16,
}

/// What the model tells apart of a word's evidence, in one number. Nothing is known of the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Brief(u32);

impl Brief {
    /// It stands without a capital somewhere.
    pub fn small(self) -> bool {
        self.0 & 1 != 0
    }

    /// Times it stands with a capital where only names have one, at most two.
    pub fn middle(self) -> u32 {
        self.0 >> 1 & 3
    }

    /// Times it stands with a capital, at most four.
    pub fn capital(self) -> u32 {
        self.0 >> 3 & 7
    }

    /// See [`WordEvidence::around`].
    pub fn around(self) -> u32 {
        self.0 >> 16
    }
}

impl WordEvidence {
    /// What the model tells apart of it.
    pub fn brief(&self) -> Brief {
        let [middle, capital] = [self.middle.min(2), self.capital.min(4)].map(u32::from);
        Brief(u32::from(self.small > 0) | middle << 1 | capital << 3 | u32::from(self.around) << 16)
    }
}

/// How the article uses each word that stands with a capital somewhere, by [`crate::syntax::Token::lower`].
pub type Evidence = FxHashMap<u32, WordEvidence>;

/// Gathers the evidence of an article.
pub fn gather(views: &[View]) -> Evidence {
    let mut evidence = Evidence::default();
    for candidate in views.iter().flat_map(|view| &view.names.candidates) {
        add(&mut evidence, candidate);
    }
    let names = Sieve::new(evidence.len(), evidence.keys().copied());
    for &word in views.iter().flat_map(|view| &view.names.small) {
        if names.may_hold(word)
            && let Some(known) = evidence.get_mut(&word)
        {
            known.small += 1;
        }
    }
    evidence
}

/// The words of a block that stand without a capital, by [`crate::syntax::Token::lower`].
pub(super) fn small(prose: &Prose) -> Box<[u32]> {
    let is_small = |token: &&Token| token.kind == TokenKind::Word && !token.capital;
    let mut small = Vec::with_capacity(prose.tokens.len());
    small.extend(prose.tokens.iter().filter(is_small).map(|token| token.lower));
    small.into()
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
