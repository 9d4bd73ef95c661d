//! Sources that stand to the right of their cue: "said Venn", "according to Venn", "described by Venn".

use super::{
    lexicon as l,
    sentence::{Sentence, Source},
    words as w,
};
use crate::model::tagger::Tag;

/// Tokens over which "by" is looked for.
const AGENT_REACH: usize = 13;

/// The phrase that begins at `at`, or after one adverb, with what modifies it from behind.
pub fn right_of(s: &Sentence, at: usize) -> Option<Source> {
    let start = if s.tag(at) == Tag::Adverb && s.phrase_from(at).is_none() { at + 1 } else { at };
    s.phrase_from(start).map(|phrase| extended(s, Source::base(phrase.start, phrase.end)))
}

/// With prepositional phrases, reduced and relative clauses behind it, up to a comma or a mark.
fn extended(s: &Sentence, source: Source) -> Source {
    let mut end = source.end;
    while end < s.len() {
        let preposition = s.preposition(end) && !s.listed(end, l::SUBORDINATOR) || s.is(end, &[w::TO]);
        let reduced = matches!(s.tag(end), Tag::Participle | Tag::Gerund | Tag::Adjective) && s.preposition(end + 1);
        if preposition && let Some(phrase) = s.phrase_from(end + 1) {
            end = phrase.end;
        } else if reduced && let Some(phrase) = s.phrase(end + 2) {
            end = phrase.end;
        } else if s.is(end, &[w::WHO, w::WHICH]) {
            let stops = [w::COMMA, w::STOP, w::SEMICOLON, w::DASH, w::DOUBLE_DASH];
            end = (end..s.len()).find(|&at| s.is(at, &stops) || s.quote_mark(at)).unwrap_or(s.len());
            break;
        } else {
            break;
        }
    }
    Source { extent: end, ..source }
}

/// The agent of the passive verb at `verb`.
pub fn agent(s: &Sentence, verb: usize) -> Option<Source> {
    for at in verb + 1..(verb + AGENT_REACH).min(s.len().saturating_sub(1)) {
        if s.is(at, &[w::BY]) {
            // "is believed to be haunted by spirits"
            if at > verb + 1 && s.tag(at - 1) == Tag::Participle {
                return None;
            }
            return right_of(s, at + 1);
        }
        if s.is(at, &[w::COMMA, w::SEMICOLON, w::THAT, w::STOP, w::DASH, w::DOUBLE_DASH])
            || s.finite(at)
            || s.tag(at) == Tag::Verb
        {
            return None;
        }
    }
    None
}
