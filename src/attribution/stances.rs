//! Stances: what a sentence without a cue tells of somebody's views and plans, of a topic that is talked about, or of
//! what things seem to be. They say that somebody thinks so, but not that anybody said so: no rule judges them.

use super::{
    cues::owner,
    lexicon as l,
    sentence::{Sentence, Source},
    source::Class,
    subjects,
    verbs::Group,
    words as w,
};
use crate::{model::tagger::Tag, text::Span};
use std::ops::Range;

/// Sentences of fewer tokens tell no stance.
const SHORT: usize = 5;

/// A stance and whose it is. Spans are bytes of the block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stance {
    pub cue: Span,
    pub source: Option<Span>,
    /// The base of the source's phrase.
    pub head: Option<Span>,
    pub class: Class,
    /// What is thought, planned or talked about.
    pub content: Span,
}

/// Words between a stance that is a noun and what it is about.
const RELATIONS: [u32; 6] = [w::FOR, w::OF, w::ON, w::TO, w::AGAINST, w::TOWARD];

/// As far as its word and those beside it tell, a stance may stand at the token.
pub fn may_stand(s: &Sentence, at: usize) -> bool {
    s.is(at, &[w::ABOUT, w::HOW, w::WHETHER, w::KNOWN, w::THAT])
        || s.listed(at, l::SEEMING.or(l::NAMING).or(l::STANCE))
        || s.listed(at, l::EXPECTING) && s.is(at + 1, &[w::TO])
        || s.listed(at, l::STANCE_NOUN.or(l::HOLDER)) && s.is(at + 1, &RELATIONS)
}

/// The first stance of a sentence.
pub fn find(s: &Sentence) -> Option<Stance> {
    if s.len() < SHORT {
        return None;
    }
    let may_stand = |at: &usize| may_stand(s, *at) && !s.in_quotation(*at);
    let (cue, owner) = (1..s.len() - 1).filter(may_stand).find_map(|at| cue_at(s, at))?;
    let source = match owner {
        Owner::Is(source) => Some(source),
        Owner::Subject => subjects::of_main_verb(s, cue.end),
        Owner::Nobody => None,
    };
    let source = source.filter(|source| source.end <= cue.start || cue.end <= source.start);
    let end = (cue.end..s.len()).rev().find(|&at| s.kind(at).is_wordlike()).map_or(cue.end, |last| last + 1);
    let content = if end > cue.end { cue.end..end } else { 0..cue.start };
    (!content.is_empty()).then(|| Stance {
        cue: s.span(cue),
        source: source.map(|source| s.span(source.start..source.extent.max(source.end))),
        head: source.map(|source| s.span(source.start..source.end)),
        class: Class::of(s, source),
        content: s.span(content),
    })
}

/// Whose a stance is.
enum Owner {
    Is(Source),
    /// The subject of the verb before.
    Subject,
    Nobody,
}

fn cue_at(s: &Sentence, at: usize) -> Option<(Range<usize>, Owner)> {
    topic(s, at)
        .or_else(|| question(s, at))
        .or_else(|| seeming(s, at))
        .or_else(|| named(s, at))
        .or_else(|| verb(s, at))
        .or_else(|| noun(s, at))
        .or_else(|| clause(s, at))
}

/// "questions about the wall", "spoke about it", but not "about forty".
fn topic(s: &Sentence, at: usize) -> Option<(Range<usize>, Owner)> {
    if !s.is(at, &[w::ABOUT]) || s.is(at + 1, &[w::TO]) {
        return None;
    }
    let counted =
        s.tag(at + 1) == Tag::Number || s.listed(at + 1, l::CURRENCY) || s.any_listed(at + 1..at + 4, l::SHARE);
    if counted {
        return None;
    }
    let told = (0..at).rev().find(|&before| !s.adverb(before) && !s.adjective(before))?;
    let owner = owner(s, told).map_or(Owner::Subject, Owner::Is);
    (s.noun(told) || s.verb(told) || told + 1 < at).then_some((told..at + 1, owner))
}

/// "decide whether", "shows how the".
fn question(s: &Sentence, at: usize) -> Option<(Range<usize>, Owner)> {
    let how = s.is(at, &[w::HOW])
        && (s.determiner(at + 1)
            || matches!(s.tag(at + 1), Tag::Pronoun | Tag::Adjective | Tag::Particle | Tag::Proper));
    let after = s.verb(at - 1) || s.noun(at - 1) || s.preposition(at - 1);
    (after && (how || s.is(at, &[w::WHETHER]))).then_some((at - 1..at + 1, Owner::Subject))
}

/// "seems to", "is expected to".
fn seeming(s: &Sentence, at: usize) -> Option<(Range<usize>, Owner)> {
    let seems =
        s.listed(at, l::SEEMING) && s.verb(at) && (s.is(at + 1, &[w::TO]) || s.adjective(at + 1) || s.adverb(at + 1));
    let expected = s.listed(at, l::EXPECTING) && Group::of(s, at).be() && s.is(at + 1, &[w::TO]);
    (seems || expected).then(|| (Group::of(s, at).start..at + 1, Owner::Nobody))
}

/// "is known as", "was named", "a film titled".
fn named(s: &Sentence, at: usize) -> Option<(Range<usize>, Owner)> {
    let participle = matches!(s.tag(at), Tag::Participle | Tag::VerbPast);
    let known = s.is(at, &[w::KNOWN]) && s.is(at + 1, &[w::AS, w::FOR]);
    (participle && (known || s.listed(at, l::NAMING))).then(|| (Group::of(s, at).start..at + 1, Owner::Nobody))
}

/// "endorsed the plan".
fn verb(s: &Sentence, at: usize) -> Option<(Range<usize>, Owner)> {
    let before_noun = s.tag(at) == Tag::Participle && s.phrase(at).is_some();
    if !s.listed(at, l::STANCE) || !s.verb(at) || before_noun {
        return None;
    }
    let group = Group::of(s, at);
    let owner = match subjects::left_of(s, group.start) {
        Some(_) if group.be() => Owner::Nobody,
        Some(source) => Owner::Is(source),
        None => Owner::Subject,
    };
    Some((group.start..at + 1, owner))
}

/// "her endorsement of the plan", "supporters of the plan".
fn noun(s: &Sentence, at: usize) -> Option<(Range<usize>, Owner)> {
    if !s.noun(at) || s.tag(at) == Tag::Proper {
        return None;
    }
    if s.is(at + 1, &RELATIONS) && s.listed(at, l::STANCE_NOUN) {
        return Some((at..at + 2, owner(s, at).map_or(Owner::Subject, Owner::Is)));
    }
    let holder = s.listed(at, l::HOLDER) && s.is(at + 1, &[w::FOR, w::OF]);
    let phrase = s.phrase(at).filter(|_| holder)?;
    Some((at + 1..at + 2, Owner::Is(Source::base(phrase.start, phrase.end))))
}

/// "the idea that the wall", "clear that he".
fn clause(s: &Sentence, at: usize) -> Option<(Range<usize>, Owner)> {
    let opens = s.is(at, &[w::THAT]) && s.tag(at) == Tag::Subordinator && s.phrase_from(at + 1).is_some();
    if !opens {
        return None;
    }
    let told = s.noun(at - 1) || s.verb(at - 1) || s.adjective(at - 1);
    (told && !s.is_before(at - 1, &[w::SO]))
        .then(|| (at - 1..at + 1, owner(s, at - 1).map_or(Owner::Subject, Owner::Is)))
}
