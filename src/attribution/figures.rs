//! Figures and strong judgements that the author gives without a source.

use super::{lexicon as l, sentence::Sentence, words as w};
use crate::{model::tagger::Tag, syntax::TokenKind, text::Span};

/// Digits of a count that wants a source.
const BIG: usize = 4;

/// The first figure of the sentence that wants a source: a share, an amount of money, a big count. What is planned or
/// ruled is no count. Bytes of the block.
pub fn find(s: &Sentence) -> Option<Span> {
    let provides = (0..s.len()).any(|at| s.listed(at, l::PROVISION) || s.modal(at) && s.listed(at, l::STRONG_MODAL));
    if provides {
        return None;
    }
    (0..s.len()).filter(|&at| !s.in_quotation(at)).find_map(|at| figure(s, at))
}

/// The figure at `at`. "the $53 million" refers back to one.
fn figure(s: &Sentence, at: usize) -> Option<Span> {
    if s.kind(at) != TokenKind::Number {
        return None;
    }
    let unit = s.is(at + 1, &[w::PERCENT, w::PERCENT_SIGN]) || s.listed(at + 1, l::MAGNITUDE);
    let money = at > 0 && s.listed(at - 1, l::CURRENCY);
    let digits = s.tokens[at].of(s.text).bytes().filter(u8::is_ascii_digit).count();
    let people = digits > 1 && s.tag(at + 1) == Tag::NounPlural && !s.listed(at + 1, l::TIME);
    let about = at > 0 && s.listed(at - 1, l::ABOUT) && (digits >= BIG || people);
    let first = if money { at - 1 } else { at };
    if s.is_before(first, &[w::THE, w::THAT, w::THIS, w::THOSE]) {
        return None;
    }
    let start = if money || about { at - 1 } else { at };
    (unit || money || about).then(|| s.span(start..at + 1 + usize::from(unit)))
}

/// The sentence says, or hints, where its figures come from.
pub fn is_sourced(s: &Sentence) -> bool {
    (0..s.len()).any(|at| {
        s.in_quotation(at)
            || s.listed(at, l::DOCUMENT)
            || s.is(at, &[w::ACCORDING])
            || s.verb(at) && s.listed(at, l::SAYING.or(l::DOCUMENTING))
    })
}

/// The first word of the sentence by which the author judges or foretells. Bytes of the block.
pub fn judgement(s: &Sentence) -> Option<Span> {
    let judges = |at: &usize| {
        !s.in_quotation(*at) && s.listed(*at, l::JUDGEMENT) && matches!(s.tag(*at), Tag::Adverb | Tag::Adjective)
    };
    (0..s.len()).find(judges).map(|at| s.span(at..at + 1))
}
