//! Base noun phrases.

use super::{
    lexicon as l,
    sentence::{Phrase, Sentence},
    words as w,
};
use crate::model::tagger::Tag;

/// Tokens a phrase, in most sentences.
const SHARE: usize = 3;

/// Finds the base noun phrases of `sentence`.
pub fn find(sentence: &mut Sentence) {
    sentence.phrases.clear();
    sentence.phrases.reserve(sentence.len() / SHARE + 1);
    sentence.phrase_of.clear();
    sentence.phrase_of.resize(sentence.len(), 0);
    let mut at = 0;
    while at < sentence.len() {
        let Some(end) = end_of_phrase(sentence, at) else {
            at += 1;
            continue;
        };
        let follows = sentence.phrases.last().is_some_and(|phrase| phrase.end == at);
        let lone_adjective = end == at + 1 && sentence.adjective(at) && !sentence.listed(at, l::QUANTIFIER);
        if !(follows && lone_adjective) {
            sentence.phrases.push(Phrase { start: at, end });
            let number = sentence.phrases.len() as u16;
            sentence.phrase_of[at..end].fill(number);
        }
        at = end;
    }
}

/// The end of the phrase that begins at `start`.
fn end_of_phrase(s: &Sentence, start: usize) -> Option<usize> {
    if s.tag(start) == Tag::Pronoun && !s.is(start, &[w::WHOSE]) {
        return pronoun_is_phrase(s, start).then_some(start + 1);
    }
    if !begins(s, start) {
        return None;
    }
    let mut end = start;
    let mut noun = false;
    while end < s.len() {
        let time_before = end > start && s.listed(end - 1, l::TIME) && s.tag(end - 1) != Tag::Proper;
        match Part::of(s, start, end, noun) {
            Part::Noun if time_before && matches!(s.tag(end), Tag::NounPlural | Tag::Proper) => break,
            Part::Noun => noun = true,
            Part::Restart => noun = false,
            Part::Inside => {}
            Part::Outside => break,
        }
        end += 1;
    }
    while end > start + 1 && (s.is(end - 1, &[w::COMMA, w::AND, w::OR]) || s.adverb(end - 1)) {
        end -= 1;
    }
    Some(end.max(start + 1))
}

/// Relative pronouns refer to another phrase, and "there" only stands for one before be and have.
fn pronoun_is_phrase(s: &Sentence, at: usize) -> bool {
    match s.word(at) {
        w::WHICH => false,
        w::THAT => s.opens(at),
        w::THERE => at == 0 || s.listed(at + 1, l::BE.or(l::HAVE).or(l::MODAL)),
        _ => true,
    }
}

fn begins(s: &Sentence, at: usize) -> bool {
    let counted = s.tag(at + 1) == Tag::Number || s.adjective(at + 1);
    match s.tag(at) {
        Tag::Determiner if s.is(at, &[w::WHAT]) => false,
        Tag::Determiner
        | Tag::Possessive
        | Tag::Number
        | Tag::Adjective
        | Tag::Noun
        | Tag::NounPlural
        | Tag::Proper => true,
        Tag::Pronoun => s.is(at, &[w::WHOSE]),
        Tag::Symbol => s.is(at, &[w::DOLLAR]),
        Tag::Adverb => counted && s.phrase_before(at).is_none(),
        Tag::Participle | Tag::Gerund => {
            let opened = s.opens(at)
                || s.is(at - 1, &[w::COMMA, w::AND, w::BY, w::FROM, w::TO, w::THAT])
                || s.preposition(at - 1);
            opened && s.noun(at + 1)
        }
        _ => false,
    }
}

/// What a token does to the phrase before it.
enum Part {
    Noun,
    /// Goes on, and a noun is to come.
    Restart,
    Inside,
    Outside,
}

impl Part {
    fn of(s: &Sentence, start: usize, at: usize, noun: bool) -> Self {
        let inside_if = |inside: bool| if inside { Part::Inside } else { Part::Outside };
        if s.possessive_mark(at) {
            return if noun { Part::Restart } else { Part::Outside };
        }
        if s.is(at, &[w::WHOSE]) {
            return inside_if(at == start);
        }
        match s.tag(at) {
            Tag::Noun | Tag::NounPlural | Tag::Proper => Part::Noun,
            Tag::Determiner | Tag::Possessive => inside_if(at == start || s.tag(at - 1) == Tag::Determiner && !noun),
            Tag::Adjective => inside_if(!noun || s.listed(at - 1, l::TIME)),
            _ if s.is(at, &[w::SLASH]) => inside_if(s.noun(at + 1) && at > start && s.noun(at - 1)),
            Tag::Symbol if s.is(at, &[w::PERCENT_SIGN]) => Part::Noun,
            Tag::Symbol => inside_if(!noun),
            Tag::Number => inside_if(!noun || matches!(s.tag(at - 1), Tag::Proper | Tag::Noun)),
            Tag::Participle | Tag::Gerund => inside_if(!noun && (s.noun(at + 1) || s.adjective(at + 1))),
            Tag::Adverb => inside_if(!noun && Self::counted(s, at + 1)),
            Tag::Conjunction if at > start && s.is(at, &[w::AND, w::OR, w::AMPERSAND]) => Self::joined(s, at, noun),
            Tag::Punctuation if at > start && s.is(at, &[w::COMMA]) => inside_if(!noun && s.adjective(at + 1)),
            _ => Part::Outside,
        }
    }

    fn counted(s: &Sentence, at: usize) -> bool {
        matches!(s.tag(at), Tag::Number | Tag::Adjective | Tag::Participle | Tag::NounPlural)
    }

    /// And, or: between modifiers, or between nouns of one kind.
    fn joined(s: &Sentence, at: usize, noun: bool) -> Self {
        let alike = s.noun(at - 1)
            && s.noun(at + 1)
            && (s.tag(at - 1) == Tag::Proper) == (s.tag(at + 1) == Tag::Proper)
            && !s.is(at + 1, &[w::OTHERS]);
        let plurals = s.tag(at - 1) == Tag::NounPlural && s.adjective(at + 1) && s.tag(at + 2) == Tag::NounPlural;
        match noun {
            false if s.adjective(at + 1) || s.noun(at + 1) => Part::Restart,
            true if alike || plurals => Part::Restart,
            _ => Part::Outside,
        }
    }
}
