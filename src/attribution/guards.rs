//! Cues that look like open claims and are none.

use super::{
    cues::{Cue, Form},
    lexicon as l,
    sentence::{Phrase, Sentence},
    source::Class,
    words as w,
};
use crate::{model::tagger::Tag, syntax::TokenKind};

/// Tokens from the cue to the end of the sentence in "…, Venn said.".
const TAIL: usize = 12;
/// Tokens over which "as" is looked for in "see the plan as a risk".
const SEEN: usize = 12;
/// Tokens over which the verb of a clause is looked for.
const CLAUSE: usize = 14;
/// Tokens of a term in quotation marks, with them.
const TERM: usize = 6;
/// Tokens of a reference in brackets.
const REFERENCE: usize = 40;
/// Tokens behind the cue in "…, officials said Monday.".
const TRAIL: usize = 3;

/// `cue` stands inside content that another cue of the sentence gives to a source that the reader can tell.
pub fn is_covered(s: &Sentence, cue: &Cue, cues: &[Cue]) -> bool {
    cues.iter().any(|other| other.word != cue.word && covers(s, other, cue))
}

fn covers(s: &Sentence, other: &Cue, cue: &Cue) -> bool {
    let according = other.form == Form::According;
    let open = matches!(other.class, Class::Vague | Class::Anonymous | Class::Document | Class::Nobody);
    let appended = other.form == Form::Participle
        && !s.is_before(other.start, &[w::AS])
        && (other.start == 0 || !s.preposition(other.start - 1));
    let tells = according && !open || (other.form == Form::Active || appended) && other.class.identified();
    // "A councillor who asked to be heard because the mayor had agreed said …": inside of the subject.
    let inserted = cue.source.is_some_and(|source| source.end <= other.start) && other.end <= cue.start;
    if inserted && !cue.inverted {
        return false;
    }
    let document = other.source.is_some_and(|source| s.listed(source.end - 1, l::DOCUMENT));
    let asserts = other.entry.lists.any(l::ASSERTING) && !other.entry.lists.any(l::EVALUATING)
        || document && other.entry.lists.any(l::DOCUMENTING);
    if !tells || !(according || asserts) || trails(s, cue) {
        return false;
    }
    if cue.form == Form::According && !other.inverted {
        // "Venn reported that, according to officials, the wall fell."
        return other.end <= cue.start && (other.end..cue.start).all(|at| s.is(at, &[w::THAT, w::COMMA]));
    }
    if other.inverted || according {
        return other.word > cue.word || other.word < 3;
    }
    if other.end <= cue.start {
        return reaches(s, other, cue);
    }
    let Some(source) = other.source.filter(|source| source.start > cue.word) else { return false };
    if s.is(other.end, &[w::COLON, w::THAT]) || s.quote_mark(other.end) {
        return false;
    }
    let behind_mark = s.is(source.start - 1, &[w::COMMA, w::DASH, w::DOUBLE_DASH]) || s.quote_mark(source.start - 1);
    behind_mark && s.len() - other.word < TAIL
}

/// ", officials said." at the end of the sentence tells of all that stands before it.
fn trails(s: &Sentence, cue: &Cue) -> bool {
    let Some(source) = cue.source.filter(|_| cue.form == Form::Active && !cue.inverted) else { return false };
    let ends =
        cue.end >= s.len() || s.is(cue.end, &[w::STOP]) || s.len() - cue.end <= TRAIL && s.listed(cue.end, l::TIME);
    ends && s.is_before(source.start, &[w::COMMA])
}

/// The content of `other` reaches `cue` on its right: no contrast and no clause of the author's own between them.
fn reaches(s: &Sentence, other: &Cue, cue: &Cue) -> bool {
    let between = other.end..cue.start;
    let dashes = between.clone().filter(|&at| s.is(at, &[w::DASH, w::DOUBLE_DASH])).count();
    if s.any_is(between.clone(), &[w::SEMICOLON]) || dashes % 2 == 1 {
        return false;
    }
    let aside = |at: usize| s.is(at, &[w::COMMA]) && s.is(at + 1, &[w::WHICH, w::WHO]);
    if cue.form == Form::Hedge && between.clone().any(aside) {
        return false;
    }
    let starts = (other.source.map(|source| source.start), cue.source.map(|source| source.start));
    if let (Some(one), Some(same)) = starts
        && one == same
    {
        return false;
    }
    let contrast = s.any_is(between.clone(), &[w::COMMA])
        && s.any_is(between, &[w::BUT, w::WHILE, w::ALTHOUGH, w::THOUGH, w::WHEREAS]);
    let own_clause = cue.source.is_some_and(|source| {
        s.is_before(source.start, &[w::AS, w::WHILE, w::ALTHOUGH, w::THOUGH, w::SINCE, w::EVEN])
            && other.end + 2 < source.start
    });
    !contrast && !own_clause && !begins_anew(s, other, cue)
}

/// The source of `cue` begins a clause of its own: ", and people familiar with it say", "although he denies it, others
/// argue".
fn begins_anew(s: &Sentence, other: &Cue, cue: &Cue) -> bool {
    let Some(source) = cue.source else { return false };
    let joined = s.is_before(source.start, &[w::AND, w::BUT]);
    let after_comma = joined && source.start >= 2 && s.is(source.start - 2, &[w::COMMA]);
    let others = joined && s.listed(source.start, l::BARE_QUANTIFIER);
    let concession = other.source.is_some_and(|told| s.is_before(told.start, &[w::ALTHOUGH, w::WHILE, w::THOUGH]));
    after_comma || others || concession && s.is_before(source.start, &[w::COMMA])
}

/// A verb that tells an action here, not speech: "call for", "met", "wrote a book".
pub fn is_action(s: &Sentence, cue: &Cue) -> bool {
    const NOT_SEEN: [u32; 9] = [w::THAT, w::AS, w::IT, w::NO, w::A, w::THE, w::LITTLE, w::AN, w::THIS];
    const OBJECT: [u32; 3] = [w::A, w::AN, w::THE];
    let lists = cue.entry.lists;
    let next = cue.end;
    let lemma = cue.entry.lemma;
    if cue.form == Form::Active {
        let without_object = s.is(next, &[w::COMMA, w::STOP]) && !cue.inverted && lists.any(l::PLAIN);
        let reported = matches!(lemma, w::WRITE | w::REPORT) && s.is(next, &[w::COMMA]);
        if without_object && !reported {
            return true;
        }
        let progressive = s.tag(cue.word) == Tag::Gerund;
        let object = matches!(lemma, w::FIND | w::FEEL) && s.is(next, &OBJECT) && cue.class != Class::Document;
        let seen = lemma == w::SEE && s.is(next, &OBJECT) && !s.any_is(next..next + SEEN, &[w::AS]);
        let viewed = s.phrase_from(next).is_some_and(|object| s.is(object.end, &[w::AS])) && !progressive;
        if lists.any(l::PERCEIVING) && !viewed && (progressive || object || seen || !s.is(next, &NOT_SEEN)) {
            return true;
        }
        let owned = s.is(next, &[w::HER, w::HIS, w::THEIR]);
        let acts = match lemma {
            w::CALL if cue.is_negated(s) || gives_name(s, next) || summons(s, cue) => true,
            w::CALL => {
                let named = !(s.any_quote(next + 1..next + 3) && !s.quote_mark(next))
                    && cue.class == Class::Anonymous
                    && cue.source.is_some_and(|source| source.end == cue.word);
                s.is(next, &[w::FOR, w::ON, w::UPON, w::OUT, w::IN]) || owned || named
            }
            w::SHOW => cue.class != Class::Document,
            w::ACCUSE => s.is(next, &[w::OF]),
            w::THINK => s.is(next, &[w::IN]),
            w::HOLD => !s.is(next, &[w::THAT]),
            w::POINT => !s.is(next, &[w::OUT, w::TO]),
            w::TELL => !tells_hearer(s, next),
            w::SAY => s.listed(next, l::GREETING),
            w::BELIEVE => s.is(next, &[w::IN]),
            w::ADD => !s.is(next, &[w::THAT, w::COMMA]) && !s.quote_mark(next) && !cue.inverted,
            w::CHARGE => s.is(next, &[w::WITH]),
            w::QUESTION => false,
            w::CONSIDER => s.tag(next) == Tag::Gerund,
            w::ARGUE => s.is(next, &[w::ABOUT, w::OVER, w::WITH]),
            w::ATTRIBUTE => s.is(next, &[w::TO]),
            w::EXPECT => s.is(next, &[w::TO]),
            w::AGREE if s.is(next, &[w::WITH]) => false,
            w::AGREE if s.is(next, &[w::ON]) => true,
            w::AGREE if cue.is_negated(s) && !s.is(next, &[w::THAT]) => true,
            _ if lists.any(l::PONDERING) && s.is(next, &[w::AT]) => true,
            _ if lists.any(l::CLAUSAL) && !cue.inverted && !stands_behind(s, cue) && cue.class != Class::Document => {
                !has_clause(s, next)
            }
            _ => owned && lists.any(l::PLAIN.or(l::PERCEIVING)),
        };
        if acts {
            return true;
        }
    }
    let particle = s.is(next, &[w::OFF, w::UP, w::DOWN, w::AWAY, w::BACK, w::TO]);
    particle && lists.any(l::PHRASAL) && lemma != w::AGREE && !(lemma == w::POINT && s.is(next, &[w::TO]))
}

/// "told him that", not "told him to rest", "told jokes", "told the truth".
fn tells_hearer(s: &Sentence, at: usize) -> bool {
    let Some(hearer) = s.phrase_from(at) else { return true };
    let last = hearer.end - 1;
    let person = s.listed(last, l::PERSON.or(l::PRONOUN).or(l::GROUP).or(l::BODY)) || s.proper(last);
    person && !s.is(hearer.end, &[w::TO]) && has_clause(s, hearer.end)
}

/// "call the rock the Widow": a name, not a judgement.
fn gives_name(s: &Sentence, at: usize) -> bool {
    let Some(object) = s.phrase_from(at) else { return false };
    s.phrase_from(object.end).is_some_and(|name| s.proper(name.end - 1) && !s.any_quote(name.start..name.end))
}

/// "called the police", but not "called the plan a disaster", "what critics call a disaster".
fn summons(s: &Sentence, cue: &Cue) -> bool {
    let labelled = cue.source.is_some_and(|source| s.is_before(source.start, &[w::WHAT, w::WHICH, w::THAT, w::WHOM]));
    let Some(object) = s.phrase_from(cue.end).filter(|_| !labelled && !cue.inverted) else { return false };
    let complement =
        |at: usize| s.phrase_from(at).is_some() || s.adjective(at) || s.quote_mark(at) || s.tag(at) == Tag::Participle;
    let clause = |at: usize| s.is(at, &[w::WHEN, w::WHERE]) || s.listed(at, l::SUBORDINATOR);
    let first = (object.end..s.len()).find(|&at| !s.adverb(at) || clause(at)).unwrap_or(s.len());
    clause(first) || !complement(first) && !s.any_quote(cue.end..object.end + 1)
}

/// The cue stands behind what it tells: "…," another reader wrote on a wall.
fn stands_behind(s: &Sentence, cue: &Cue) -> bool {
    let before = cue.source.and_then(|source| source.start.checked_sub(1));
    before.is_some_and(|before| s.quote_mark(before) || s.is(before, &[w::COMMA]) && s.in_quotation(before))
}

/// What follows tells something: a clause, a question, quoted words, "the bank to fail", or nothing at all, where the
/// cue stands behind or inside of what it tells.
fn has_clause(s: &Sentence, at: usize) -> bool {
    const OPENING: [u32; 10] =
        [w::THAT, w::COLON, w::COMMA, w::STOP, w::HOW, w::WHY, w::WHAT, w::WHETHER, w::IF, w::DASH];
    const CLOSING: [u32; 5] = [w::COMMA, w::STOP, w::SEMICOLON, w::WHO, w::WHICH];
    let at = (at..s.len()).find(|&at| !s.adverb(at)).unwrap_or(s.len());
    if at >= s.len() || s.is(at, &OPENING) || s.quote_mark(at) {
        return true;
    }
    let verb = |&at: &usize| {
        let infinitive = s.is(at, &[w::TO]) && matches!(s.tag(at + 1), Tag::Verb | Tag::Auxiliary);
        s.finite(at) || s.modal(at) || infinitive || s.is(at, &[w::THAT])
    };
    let reach = (at + 1..s.len().min(at + CLAUSE)).take_while(|&at| !s.is(at, &CLOSING));
    s.finite(at) || !s.is(at, &[w::TO, w::FOR]) && reach.into_iter().any(|at| verb(&at))
}

/// The cue is what the author says might be: a modal, a condition, a question.
pub fn is_hypothetical(s: &Sentence, cue: &Cue) -> bool {
    let crowd = cue.source.is_some_and(|source| s.listed(source.start, l::BARE_QUANTIFIER));
    let would = crowd && s.any_is(cue.group.before(), &[w::WOULD, w::WILL]) && cue.entry.lists.any(l::NEVER_NOUN);
    if cue.group.any(l::STRONG_MODAL) && !cue.group.have() && !would {
        return true;
    }
    if cue.group.any(l::MODAL) && !crowd {
        return true;
    }
    if s.is(s.len() - 1, &[w::QUESTION_MARK]) && !s.any_is(cue.end..s.len(), &[w::COLON]) {
        return true;
    }
    let Some(source) = cue.source.filter(|_| cue.form != Form::According) else { return false };
    let open = s.is(cue.end, &[w::COMMA, w::STOP, w::OF, w::ABOUT, w::AND, w::OR, w::IN, w::ON]) || cue.end >= s.len();
    let labelled = s.is_before(source.start, &[w::WHAT]) && !open && !gives_term(s, cue)
        || s.is_before(source.start, &[w::HOW]) && tells_how(s, cue);
    s.is_before(source.start, &[w::IF, w::WHETHER, w::UNLESS, w::HOW, w::WHAT, w::WHO]) && !labelled
}

/// "what bakers call a “slack” dough": a term of the trade.
fn gives_term(s: &Sentence, cue: &Cue) -> bool {
    let first = cue.end + usize::from(s.is(cue.end, &[w::A, w::AN, w::THE]));
    let close = (first + 1..first + TERM).find(|&at| s.quote_mark(at));
    cue.entry.lemma == w::CALL && s.tag(cue.word) == Tag::VerbPresent && s.quote_mark(first) && close.is_some()
}

/// "how experts say it would end", but not "how voters feel".
fn tells_how(s: &Sentence, cue: &Cue) -> bool {
    let subject = s.phrase_from(cue.end);
    cue.entry.lists.any(l::NEVER_NOUN) && subject.is_some_and(|subject| s.finite(subject.end) || s.modal(subject.end))
}

/// "he met people who say": the clause tells which people, not what is said.
pub fn restricts_object(s: &Sentence, cue: &Cue) -> bool {
    let relative = s.is_before(cue.start, &[w::WHO, w::WHICH, w::THAT]);
    let told = cue.class == Class::Document;
    let Some(source) = cue.source.filter(|source| relative && !told && source.start > 0 && source.end <= cue.start)
    else {
        return false;
    };
    let before = before_bracket(s, source.start - 1);
    if s.is_before(before, &[w::THERE]) {
        return false;
    }
    s.preposition(before) || s.verb(before) || s.is(before, &[w::TO, w::OF]) || s.listed(before, l::BE)
}

/// `at`, or what stands before the bracket that `at` closes: "he sued (in May) people who say".
fn before_bracket(s: &Sentence, at: usize) -> usize {
    let open = s
        .is(at, &[w::CLOSE_BRACKET])
        .then(|| (0..at).rev().take(REFERENCE).find(|&open| s.is(open, &[w::OPEN_BRACKET])));
    open.flatten().map_or(at, |open| open.saturating_sub(1))
}

/// A subject in the plural and a verb in the singular do not belong together.
pub fn disagrees(s: &Sentence, cue: &Cue) -> bool {
    let Some(source) = cue.source.filter(|_| cue.form == Form::Active && !cue.inverted) else { return false };
    let some = source.end - source.start == 1 && s.listed(source.start, l::BARE_QUANTIFIER);
    s.tag(cue.word) == Tag::VerbThird && (s.tag(source.end - 1) == Tag::NounPlural || some)
}

/// "In a recent editorial it was stated that": the document says so.
pub fn is_told_in_document(s: &Sentence, cue: &Cue) -> bool {
    let document = |phrase: Phrase| s.listed(phrase.end - 1, l::DOCUMENT);
    let work =
        |at: usize, phrase: Phrase| (at == 0 || s.is_before(at, &[w::COMMA])) && s.listed(phrase.end - 1, l::WORK);
    let told = |at: usize| s.phrase_from(at + 1).is_some_and(|phrase| document(phrase) || work(at, phrase));
    (0..cue.start).any(|at| s.is(at, &[w::IN]) && told(at))
}

/// A work of art shows it: "the twins are portrayed as rivals in the series".
pub fn shows_work(s: &Sentence, lemma: u32) -> bool {
    matches!(lemma, w::DEPICT | w::PORTRAY) && s.any_listed(0..s.len(), l::WORK)
}

/// A reference in brackets stands in the sentence: "(Brandt, 1950)".
pub fn is_referenced(s: &Sentence) -> bool {
    let year = |at: usize| s.kind(at) == TokenKind::Number && s.tokens[at].span.len() == 4;
    let name = |at: usize| s.tokens[at].capital && s.kind(at) == TokenKind::Word;
    (0..s.len()).filter(|&at| s.is(at, &[w::OPEN_BRACKET]) && at + 1 < s.len() && name(at + 1)).any(|open| {
        let close = (open..s.len().min(open + REFERENCE)).find(|&at| s.is(at, &[w::CLOSE_BRACKET]));
        close.is_some_and(|close| year(close - 1))
    })
}
