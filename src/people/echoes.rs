//! Words that may stand for a person named before: pronouns, and nouns of roles after "the".

use super::words::Classes;
use crate::{
    syntax::{Prose, Token, TokenKind},
    text::Span,
};
use std::sync::LazyLock;

/// What an echo says of its person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EchoKind {
    /// A pronoun of a man.
    Man,
    /// A pronoun of a woman.
    Woman,
    /// A noun of a role, by [`Token::lower`].
    Role(u32),
}

/// A word that may stand for a person, outside quoted words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Echo {
    /// Its last token: the pronoun or the noun.
    pub token: u32,
    /// Bytes of the block; a noun with its article.
    pub span: Span,
    /// What it says.
    pub kind: EchoKind,
}

/// Pronouns and what they say.
static PRONOUNS: LazyLock<[(u32, EchoKind); 8]> = LazyLock::new(|| {
    [
        ("he", EchoKind::Man),
        ("him", EchoKind::Man),
        ("his", EchoKind::Man),
        ("himself", EchoKind::Man),
        ("she", EchoKind::Woman),
        ("her", EchoKind::Woman),
        ("hers", EchoKind::Woman),
        ("herself", EchoKind::Woman),
    ]
    .map(|(word, kind)| (Token::hash_of(word), kind))
});

/// The echoes of a block, in order.
pub(super) fn find(text: &str, prose: &Prose) -> Vec<Echo> {
    let mut echoes = Vec::new();
    let mut quoted = false;
    let pronouns = *PRONOUNS;
    for (at, token) in prose.tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Quote => quoted = opens(token.of(text), quoted),
            TokenKind::Word if !quoted => {
                let pronoun = pronouns.iter().find(|(word, _)| *word == token.lower);
                let kind = pronoun.map(|&(_, kind)| (kind, token.span));
                let found = kind.or_else(|| role(text, &prose.tokens, at));
                echoes.extend(found.map(|(kind, span)| Echo { token: at as u32, span, kind }));
            }
            _ => {}
        }
    }
    echoes
}

/// Whether words are quoted after the mark `mark`. Single marks are apostrophes too often to count.
fn opens(mark: &str, quoted: bool) -> bool {
    match mark {
        "“" | "„" | "«" => true,
        "”" | "»" => false,
        "\"" => !quoted,
        _ => quoted,
    }
}

/// "the minister", "the foreign minister": not "the minister of", "the Minister Kowal".
fn role(text: &str, tokens: &[Token], at: usize) -> Option<(EchoKind, Span)> {
    let token = &tokens[at];
    if token.capital || at == 0 || !Classes::of(token.lower).any(Classes::TITLE) {
        return None;
    }
    let modified = Classes::of(tokens[at - 1].lower).any(Classes::ROLE_MODIFIER);
    let article = at.checked_sub(if modified { 2 } else { 1 }).map(|at| &tokens[at])?;
    let ends = tokens.get(at + 1).is_none_or(|next| {
        next.kind != TokenKind::Word && next.kind != TokenKind::Clitic
            || Classes::of(next.lower).any(Classes::SPEECH)
            || matches!(next.of(text), "has" | "had" | "was" | "is" | "will" | "would" | "did" | "also" | "'s")
    });
    let is_the = article.of(text).eq_ignore_ascii_case("the");
    (ends && is_the).then(|| (EchoKind::Role(token.lower), article.span.join(token.span)))
}
