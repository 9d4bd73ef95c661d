//! The subject of a verb: the noun phrase to its left that governs it, over adverbs, insertions, relative clauses and
//! prepositional phrases.

use super::{
    lexicon as l,
    sentence::{Phrase, Sentence, Source},
    source::Class,
    verbs::Group,
    words as w,
};
use crate::model::tagger::Tag;

/// Steps to the left before the search gives up.
const HOPS: usize = 12;
/// Tokens over which a relative pronoun or a pair of dashes is looked for.
const NEAR: usize = 12;
const INSERTION: usize = 40;
/// A quotation of more tokens is not crossed.
const SHORT_QUOTATION: usize = 6;
/// Coordinated verbs share a subject over this many joints.
const JOINTS: usize = 3;

/// The subject of the verb group that begins at `start`.
pub fn left_of(s: &Sentence, start: usize) -> Option<Source> {
    Search { s, extent: None, inserted: false, joints: 0 }.from(start.checked_sub(1)?)
}

/// The subject of the finite verb nearest to the left of `at`.
pub fn of_main_verb(s: &Sentence, at: usize) -> Option<Source> {
    let verb = (0..at).rev().find(|&verb| s.finite(verb) && !s.in_quotation(verb))?;
    left_of(s, Group::of(s, verb).start)
}

/// The subject of the verb of saying nearest to the left of `at`, or of the nearest verb.
pub fn of_saying_verb(s: &Sentence, at: usize) -> Option<Source> {
    let says = |&verb: &usize| s.finite(verb) && !s.in_quotation(verb) && s.listed(verb, l::SAYING);
    let saying = (0..at).rev().find(says).and_then(|verb| left_of(s, Group::of(s, verb).start));
    saying.or_else(|| of_main_verb(s, at)).filter(|source| !s.is(source.start, &[w::THERE]))
}

/// The subject of the verb before the infinitive that begins at `start`: "was prompted to say".
pub fn governing(s: &Sentence, start: usize) -> Option<Source> {
    let verb = start.checked_sub(1).filter(|&verb| s.verb(verb))?;
    left_of(s, Group::of(s, verb).start)
}

struct Search<'a> {
    s: &'a Sentence<'a>,
    /// Where the subject's modifiers end, once one was crossed.
    extent: Option<usize>,
    /// An insertion between commas was crossed.
    inserted: bool,
    joints: usize,
}

/// Where the search goes on, or what it found.
enum Step {
    To(usize),
    Found(Option<Source>),
}

impl Search<'_> {
    fn from(mut self, mut at: usize) -> Option<Source> {
        for _ in 0..HOPS {
            match self.step(at) {
                Step::To(next) => at = next,
                Step::Found(source) => return source,
            }
        }
        None
    }

    fn step(&mut self, at: usize) -> Step {
        let s = self.s;
        if s.in_quotation(at) && self.bars(at) {
            return Step::Found(None);
        }
        let adverb = s.adverb(at) || s.listed(at, l::SKIPPED_ADVERB) && s.tag(at) != Tag::Determiner;
        if adverb || s.quote_mark(at) {
            return at.checked_sub(1).map_or(Step::Found(None), Step::To);
        }
        if s.is(at, &[w::COMMA, w::CLOSE_BRACKET, w::DASH, w::DOUBLE_DASH]) {
            return self.over_insertion(at);
        }
        if s.is(at, &[w::AND, w::OR, w::BUT]) {
            return Step::Found(self.shared(at));
        }
        if s.is(at, &[w::WHOM])
            && s.is_before(at, &[w::OF])
            && let Some(some) = at.checked_sub(2).filter(|&some| s.listed(some, l::BARE_QUANTIFIER))
        {
            return Step::Found(Some(Source { start: some, end: some + 1, extent: at + 1 }));
        }
        if self.relative(at) {
            return self.antecedent(at);
        }
        match s.phrase(at) {
            Some(phrase) => self.phrase(phrase),
            None => self.end_of_modifier(at),
        }
    }

    /// A quotation stands in the way: one that opens the sentence, or a long one.
    fn bars(&self, at: usize) -> bool {
        let number = self.s.quoted[at];
        let first = (0..at).rev().take_while(|&before| self.s.quoted[before] == number).last().unwrap_or(at);
        first == 0 || at - first > SHORT_QUOTATION
    }

    /// `at` closes an insertion: goes on before its opening mark, where a phrase must end.
    fn over_insertion(&mut self, at: usize) -> Step {
        let s = self.s;
        let opening = if s.is(at, &[w::CLOSE_BRACKET]) { w::OPEN_BRACKET } else { s.word(at) };
        let open = (at.saturating_sub(INSERTION - 1)..at).rev().find(|&open| s.is(open, &[opening]));
        let Some(before) = open.and_then(|open| open.checked_sub(1)) else { return Step::Found(None) };
        let ends_phrase = s.phrase(before).is_some()
            || s.noun(before)
            || s.quote_mark(before)
            || s.is(before, &[w::COMMA, w::CLOSE_BRACKET]);
        if !ends_phrase {
            return Step::Found(None);
        }
        self.extent.get_or_insert(at);
        self.inserted = true;
        Step::To(if open.is_some_and(|open| s.is(open + 1, &[w::AND, w::OR])) {
            self.list_start(before)
        } else {
            before
        })
    }

    /// From the last of listed phrases before "and" to the first: "for population, refugees, and migration,".
    fn list_start(&self, last: usize) -> usize {
        let s = self.s;
        let mut first = last;
        while let Some(phrase) = s.phrase(first)
            && s.is_before(phrase.start, &[w::COMMA])
            && let Some(before) = s.phrase_before(phrase.start - 1)
        {
            first = before.end - 1;
        }
        first
    }

    /// The subject of the verbs that `at` joins.
    fn shared(&self, at: usize) -> Option<Source> {
        let s = self.s;
        if self.joints == 0
            && let Some(first) = (0..at).find(|&verb| s.finite(verb) && !s.in_quotation(verb))
        {
            let subject = self.subject_of(first);
            let subordinate =
                subject.is_some_and(|subject| subject.start > 0 && s.listed(subject.start - 1, l::SUBORDINATOR));
            if Class::of(s, subject).identified() || s.is_before(at, &[w::COMMA]) && !subordinate {
                return subject;
            }
        }
        let verb = (0..at).rev().find(|&verb| s.finite(verb) && !s.in_quotation(verb))?;
        (self.joints < JOINTS).then(|| self.subject_of(verb)).flatten()
    }

    fn subject_of(&self, verb: usize) -> Option<Source> {
        let start = Group::of(self.s, verb).start;
        Search { s: self.s, extent: None, inserted: false, joints: self.joints + 1 }.from(start.checked_sub(1)?)
    }

    fn relative(&self, at: usize) -> bool {
        let s = self.s;
        s.is(at, &[w::WHO, w::WHICH, w::WHOM]) || s.is(at, &[w::THAT]) && s.phrase_before(at).is_some()
    }

    fn antecedent(&mut self, at: usize) -> Step {
        let s = self.s;
        let before = (0..at).rev().find(|&before| !s.is(before, &[w::COMMA]) && !s.quote_mark(before));
        match before.filter(|&before| s.phrase(before).is_some()) {
            Some(before) => {
                self.extent = None;
                Step::To(before)
            }
            None => Step::Found(None),
        }
    }

    /// A phrase: the subject, unless it hangs on a preposition or a verb of a modifier of the subject.
    fn phrase(&mut self, phrase: Phrase) -> Step {
        if let Some(next) = self.hung_on(phrase) {
            self.extent.get_or_insert(phrase.end);
            return Step::To(next);
        }
        let s = self.s;
        let mut found = phrase;
        let role = s.is(phrase.start, &[w::A, w::AN, w::THE, w::ONE, w::ANOTHER]);
        if self.inserted
            && role
            && s.is_before(phrase.start, &[w::COMMA])
            && let Some(named) = s.phrase_before(phrase.start - 1).filter(|named| s.proper(named.end - 1))
        {
            found = named;
        }
        let extent = self.extent.unwrap_or(found.end).max(found.end);
        Step::Found(Some(Source { start: found.start, end: found.end, extent }))
    }

    /// Where the head of the phrase that `phrase` modifies ends.
    fn hung_on(&self, phrase: Phrase) -> Option<usize> {
        let s = self.s;
        let before = phrase.start.checked_sub(1)?;
        let subordinate = s.listed(before, l::SUBORDINATOR);
        let hangs = (s.preposition(before) || s.is(before, &[w::TO, w::OF])) && !subordinate
            || s.is(before, &[w::LIKE, w::SUCH, w::INCLUDING])
            || s.is(before, &[w::BETWEEN]) && s.phrase_before(before).is_some();
        if hangs && let Some(head) = self.over_preposition(before) {
            return Some(head);
        }
        let inside = s.verb(before) || s.is(before, &[w::TO]) || s.preposition(before) && !subordinate;
        if !inside {
            return None;
        }
        if let Some(relative) = self.relative_before(before) {
            return Some(relative);
        }
        let modifier = matches!(s.tag(before), Tag::Gerund | Tag::Participle);
        if modifier && let Some(head) = s.phrase_before(before).filter(|_| !s.listed(before - 1, l::PRONOUN)) {
            return Some(head.end - 1);
        }
        let infinitive = s.tag(before) == Tag::Verb && before >= 2 && s.is(before - 1, &[w::TO]);
        (infinitive && s.phrase(before - 2).is_some()).then(|| before - 2)
    }

    /// From a preposition to the end of the phrase that it modifies.
    fn over_preposition(&self, preposition: usize) -> Option<usize> {
        let s = self.s;
        let first = match preposition.checked_sub(2) {
            Some(first) if s.is(first + 1, &[w::AND, w::OR]) && s.preposition(first) => first,
            _ => preposition,
        };
        let head = (0..first).rev().find(|&at| !s.adverb(at) && !s.is(at, &[w::SUCH]))?;
        if let Some(phrase) = s.phrase(head) {
            let time = s.listed(head, l::TIME) && phrase.start == 0;
            return (!time).then_some(head);
        }
        let modifier =
            matches!(s.tag(head), Tag::Participle | Tag::Gerund | Tag::Adjective) || s.is(head, &[w::OUT, w::UP]);
        if modifier && head >= 1 && s.phrase(head - 1).is_some() && s.tag(head - 1) != Tag::Pronoun {
            return Some(head - 1);
        }
        let clause = head >= 2 && s.verb(head) && s.is(head - 1, &[w::WHO, w::THAT, w::WHICH]);
        clause.then(|| head - 1)
    }

    /// The relative pronoun whose clause `at` stands in.
    fn relative_before(&self, at: usize) -> Option<usize> {
        let s = self.s;
        let mut verbs = 0;
        for before in (at.saturating_sub(NEAR - 1)..=at).rev() {
            if s.is(before, &[w::COMMA, w::SEMICOLON, w::COLON, w::STOP, w::AND, w::BUT]) || s.quote_mark(before) {
                return None;
            }
            verbs += usize::from(s.finite(before));
            if verbs > 1 {
                return None;
            }
            let relative =
                s.is(before, &[w::WHO, w::WHICH]) || s.is(before, &[w::THAT]) && s.tag(before) == Tag::Pronoun;
            if relative && s.phrase_before(before).is_some() {
                return Some(before);
            }
        }
        None
    }

    /// `at` ends a modifier behind the subject: "people who attended", "voters polled".
    fn end_of_modifier(&mut self, at: usize) -> Step {
        let s = self.s;
        let modifier = matches!(s.tag(at), Tag::Adjective | Tag::Participle | Tag::Gerund);
        if modifier && s.phrase_before(at).is_some() {
            self.extent.get_or_insert(at + 1);
            return Step::To(at - 1);
        }
        if !s.verb(at) && !s.preposition(at) && !s.is(at, &[w::TO]) {
            return Step::Found(None);
        }
        let relative = (at.saturating_sub(NEAR - 1)..=at)
            .rev()
            .take_while(|&before| !s.is(before, &[w::SEMICOLON, w::COLON, w::STOP]) && !s.quote_mark(before))
            .find(|&before| before > 0 && s.is(before, &[w::WHO, w::WHICH]));
        match relative {
            Some(relative) => {
                self.extent.get_or_insert(at + 1);
                Step::To(relative)
            }
            None => Step::Found(None),
        }
    }
}
