//! What a sentence says of where its figures come from.

use super::{
    cues::{Cue, Form},
    guards, lexicon as l,
    sentence::Sentence,
    source::Class,
    words as w,
};
use crate::syntax::TokenKind;

/// What a sentence says of where its figures come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sourcing {
    /// A cue with a source, or quoted words, stand in it.
    pub cued: bool,
    /// Somebody asserts something in it.
    pub asserts: bool,
    /// It names a count, a document or a body that counts.
    pub counts: bool,
    /// It names a study, whose figures the next paragraphs may go on giving.
    pub studies: bool,
}

/// What the sentence, with these cues, says of where its figures come from.
pub fn of(s: &Sentence, cues: &[Cue]) -> Sourcing {
    let asserts = |cue: &Cue| {
        let verb =
            matches!(cue.form, Form::Active | Form::Participle | Form::Passive) && cue.entry.lists.any(l::ASSERTING);
        cue.source.is_some() && cue.class != Class::Other && (verb || matches!(cue.form, Form::According | Form::Noun))
    };
    let mut sourcing = Sourcing {
        cued: cues.iter().any(|cue| cue.source.is_some() && cue.class != Class::Other),
        asserts: cues.iter().any(asserts),
        ..Sourcing::default()
    };
    let mut quotes = false;
    for (at, entry) in s.entries.iter().enumerate() {
        quotes |= s.quoted[at] > 0;
        sourcing.counts |= entry.lists.any(l::DOCUMENT.or(l::COUNTER))
            || entry.lists.any(l::COUNTING) && s.verb(at)
            || s.tokens[at].lower == w::ACCORDING
            || s.tokens[at].kind == TokenKind::Address;
        sourcing.studies |= entry.lists.any(l::STUDY) && s.noun(at);
    }
    sourcing.cued |= quotes;
    sourcing.asserts |= quotes;
    sourcing.counts = sourcing.counts || guards::is_referenced(s);
    sourcing
}
