//! What an indirect cue says: its complement, or what stands before it.

use super::{
    cues::{Cue, Form},
    lexicon as l,
    sentence::Sentence,
    words as w,
};
use crate::{model::tagger::Tag, syntax::TokenKind, text::Span};

/// Words behind a cue that are too few for content when the source stands behind a comma: "…, Venn said Monday".
const TRAIL: usize = 4;

/// The content that `cue` ties to its source in the author's words. Bytes of the block. `None` for content that is
/// quoted words alone, and for cues that tell none.
pub fn of(s: &Sentence, cue: &Cue) -> Option<Span> {
    if !tells(s, cue) {
        return None;
    }
    let end = (0..s.len()).rev().find(|&at| s.kind(at) != TokenKind::Punctuation).map_or(0, |last| last + 1);
    let after = trimmed(s, behind_hearer(s, cue, end), end);
    // No more are counted than matter: a sentence may have as many cues as words.
    let words = after.clone().filter(|&at| s.kind(at).is_wordlike()).take(TRAIL + 1).count();
    let trailing = cue.source.is_some_and(|source| source.start > 2 && s.is_before(source.start, &[w::COMMA]))
        && words <= TRAIL
        && cue.entry.lists.any(l::SAYING);
    // "Most say that nobody asked them": what stands before is another's.
    let detached = cue.form == Form::Active
        && words > 0
        && cue.source.is_some_and(|source| source.start > 0 && s.tag(source.start - 1) != Tag::Punctuation);
    let range = if cue.inverted || words < 2 && !detached || trailing {
        let first = cue.source.map_or(cue.start, |source| source.start.min(cue.start));
        let before = trimmed(s, 0, first);
        let behind = cue.source.map_or(cue.end, |source| source.extent.max(cue.end));
        if before.is_empty() { trimmed(s, behind, end) } else { before }
    } else {
        after
    };
    (!range.is_empty() && !s.quote_mark(range.start)).then(|| s.span(range))
}

/// Words of a hearer: "told a meeting of the harbour board in Brandsund on Monday that".
const HEARER: usize = 12;

/// Where the words behind `cue` begin once its hearer is left out: "told the council *that*", "told reporters *she*".
/// What is told as a thing ("told the truth") stays.
fn behind_hearer(s: &Sentence, cue: &Cue, end: usize) -> usize {
    let names_hearer = cue.form == Form::Active && !cue.inverted && s.listed(cue.word, l::HEARER);
    let Some(hearer) = s.phrase_from(cue.end).filter(|_| names_hearer) else { return cue.end };
    let reach = end.min(hearer.end + HEARER);
    let clause = (hearer.end..reach).take_while(|&at| !s.finite(at)).find(|&at| s.is(at, &[w::THAT]));
    let follows = |at: usize| s.listed(at, l::SUBORDINATOR) || s.is(at, &[w::TO]) || s.phrase_from(at).is_some();
    clause.unwrap_or(if hearer.end < end && follows(hearer.end) { hearer.end } else { cue.end })
}

fn tells(s: &Sentence, cue: &Cue) -> bool {
    let lists = cue.entry.lists;
    match cue.form {
        Form::According | Form::Attitude | Form::Noun | Form::OwnedNoun | Form::Hedge => true,
        _ if lists.any(l::QUOTE_ONLY) => false,
        Form::Active => cue.source.is_some(),
        Form::Infinitive => cue.source.is_some() && lists.any(l::ASSERTING),
        Form::Participle => true,
        Form::Passive | Form::Reduced => lists.any(l::AGENTLESS) || cue.source.is_some() || s.listed(cue.word, l::TOLD),
    }
}

/// The range without blanks of meaning at its ends: commas and colons.
fn trimmed(s: &Sentence, mut start: usize, mut end: usize) -> std::ops::Range<usize> {
    let mark = |at: usize| s.is(at, &[w::COMMA, w::COLON, w::DASH, w::DOUBLE_DASH]);
    while start < end && mark(start) {
        start += 1;
    }
    while start < end && mark(end - 1) {
        end -= 1;
    }
    start..end.max(start)
}
