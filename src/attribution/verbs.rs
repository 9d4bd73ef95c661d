//! Verb groups: a verb with the auxiliaries and adverbs before it.

use super::{
    lexicon::{self as l, Lists},
    sentence::Sentence,
    words as w,
};
use std::ops::Range;

/// The auxiliaries and adverbs before a verb, and the verb.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// First token.
    pub start: usize,
    /// The verb itself.
    pub verb: usize,
    /// Lists of the auxiliaries.
    auxiliaries: Lists,
    pub infinitive: bool,
    pub been: bool,
    pub being: bool,
}

impl Group {
    /// A word without auxiliaries.
    pub fn alone(verb: usize) -> Self {
        Self { start: verb, verb, auxiliaries: Lists::default(), infinitive: false, been: false, being: false }
    }

    /// The group that ends with the verb at `verb`.
    pub fn of(s: &Sentence, verb: usize) -> Self {
        let mut group =
            Self { start: verb, verb, auxiliaries: Lists::default(), infinitive: false, been: false, being: false };
        while let Some(at) = group.start.checked_sub(1) {
            if is_auxiliary(s, at) {
                group.auxiliaries = group.auxiliaries.or(s.entries[at].lists);
                group.infinitive |= s.is(at, &[w::TO]);
                group.been |= s.is(at, &[w::BEEN]);
                group.being |= s.is(at, &[w::BEING]);
            } else if s.is(at + 1, &[w::TO]) && s.listed(at, l::ASPECT) && !s.noun(at) {
                group.infinitive &= !s.listed(at, l::PHASE);
            } else if !is_adverb(s, at) {
                break;
            }
            group.start = at;
        }
        group
    }

    /// A form of be or get stands in it.
    pub fn be(&self) -> bool {
        self.auxiliaries.any(l::BE)
    }

    /// A form of have stands in it.
    pub fn have(&self) -> bool {
        self.auxiliaries.any(l::HAVE)
    }

    /// An auxiliary of one of `lists` stands in it.
    pub fn any(&self, lists: Lists) -> bool {
        self.auxiliaries.any(lists)
    }

    /// No auxiliary stands in it.
    pub fn unsupported(&self) -> bool {
        self.auxiliaries == Lists::default() && !self.infinitive
    }

    /// Nothing stands before the verb.
    pub fn bare(&self) -> bool {
        self.start == self.verb
    }

    /// The tokens before the verb.
    pub fn before(&self) -> Range<usize> {
        self.start..self.verb
    }
}

fn is_auxiliary(s: &Sentence, at: usize) -> bool {
    !s.possessive_mark(at)
        && (s.listed(at, l::BE.or(l::HAVE).or(l::MODAL).or(l::DO)) || s.modal(at) || s.is(at, &[w::TO]))
        && !s.noun(at)
}

fn is_adverb(s: &Sentence, at: usize) -> bool {
    s.adverb(at) || s.listed(at, l::SKIPPED_ADVERB) && !s.noun(at)
}

/// A verb group in the plural made singular: "argue" → "argues", "have said" → "has said". `None` where the forms are
/// the same.
pub fn singular(group: &str) -> Option<String> {
    let mut words: Vec<String> = group.split(' ').map(str::to_owned).collect();
    let (at, form) = words.iter().enumerate().find_map(|(at, word)| Some((at, l::singular(word)?)))?;
    words[at] = form;
    Some(words.join(" "))
}
