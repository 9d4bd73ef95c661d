//! Open claims of one sentence: a vague, anonymous or missing source of an assertion.

use super::{
    ClaimKind, contents,
    cues::{Cue, Form, Opener},
    guards, lexicon as l,
    sentence::{Sentence, Source},
    source::Class,
    verbs::Group,
    words as w,
};
use crate::{model::tagger::Tag, text::Span};

/// More tokens between a source and its cue part the two.
const INSERTION: usize = 8;
/// Tokens over which a clause is looked for behind "it was reported".
const TOLD_LATER: usize = 6;
/// Tokens of a complement in which a rank is looked for.
const RANK: usize = 4;

/// An open claim. Spans are bytes of the block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenClaim {
    pub kind: ClaimKind,
    /// The source with its cue, or the passive with its verb.
    pub span: Span,
    pub cue: Span,
    pub source: Option<Span>,
    /// What is claimed, where the grammar can tell.
    pub content: Option<Span>,
    pub sentence: Span,
    /// There is no claim if this is a name.
    pub opener: Option<Opener>,
}

/// The first open claim of a sentence: one finding a sentence is enough to mend it.
pub fn find(s: &Sentence, cues: &[Cue]) -> Option<OpenClaim> {
    if cues.is_empty() || guards::is_referenced(s) {
        return None;
    }
    let cue = cues.iter().find(|cue| {
        kind(s, cue).is_some()
            && !guards::is_covered(s, cue, cues)
            && !(cue.entry.lemma == w::TELL && cue.is_negated(s))
    })?;
    let base = match cue.source {
        // A long insertion between the source and its cue is no part of the finding.
        Some(source) if cue.start > source.end + INSERTION => source.start..source.end,
        Some(source) => source.start.min(cue.start)..source.end.max(cue.end),
        None => cue.start..cue.end,
    };
    Some(OpenClaim {
        kind: kind(s, cue)?,
        span: s.span(base),
        cue: s.span(cue.start..cue.end),
        source: cue.source.map(|source| s.span(source.start..source.end)),
        content: contents::of(s, cue).filter(|_| tells_clause(s, cue)),
        sentence: s.span(0..s.len()),
        opener: cue.opener,
    })
}

/// The content is a clause of its own: before its cue, or behind "that", or with a subject and its verb.
fn tells_clause(s: &Sentence, cue: &Cue) -> bool {
    let before = cue.source.is_some_and(|source| s.is_before(source.start.min(cue.start), &[w::COMMA]));
    let subject = s.phrase_from(cue.end);
    let verb = |at: usize| s.finite(at) || s.modal(at);
    let stated = subject.is_some_and(|subject| {
        let first = (subject.end..s.len()).find(|&at| !s.adverb(at));
        first.is_some_and(verb)
    });
    before || s.is(cue.end, &[w::THAT]) || stated
}

/// What the claim of `cue` lacks; `None` when it lacks nothing or is no claim.
fn kind(s: &Sentence, cue: &Cue) -> Option<ClaimKind> {
    if asks_for_anonymity(s, cue) {
        return Some(ClaimKind::AnonymousSource);
    }
    let open = match cue.class {
        Class::Vague | Class::Anonymous | Class::Document => is_assertion(s, cue),
        Class::Nobody => is_agentless(s, cue),
        _ => false,
    };
    open.then_some(match cue.class {
        Class::Anonymous => ClaimKind::AnonymousSource,
        Class::Nobody => ClaimKind::AgentlessPassive,
        _ => ClaimKind::VagueSource,
    })
}

/// "officials said on condition of anonymity".
fn asks_for_anonymity(s: &Sentence, cue: &Cue) -> bool {
    let unnamed = matches!(cue.class, Class::Vague | Class::Affiliated | Class::Anonymous);
    cue.form == Form::Active && unnamed && s.any_listed(0..s.len(), l::ANONYMOUSLY)
}

/// The cue says that its source asserts something.
fn is_assertion(s: &Sentence, cue: &Cue) -> bool {
    let Some(source) = cue.source else { return false };
    let lists = cue.entry.lists;
    let asserts = match cue.form {
        Form::According => true,
        Form::Active if cue.class == Class::Document => lists.any(l::DOCUMENTING),
        Form::Active => lists.any(l::ASSERTING),
        Form::Participle => {
            let beside = source.end == cue.word;
            if cue.class == Class::Document {
                let object = source.start > 0 && s.verb(source.start - 1);
                return beside && !object && lists.any(l::DOCUMENTING);
            }
            // "Some candidates left early, saying that …"
            let appended = !beside && s.is_before(cue.start, &[w::COMMA, w::DASH, w::DOUBLE_DASH]);
            let opens = s.is_before(source.start, &[w::WITH, w::BY, w::DASH])
                || s.is_before(source.start, &[w::COMMA]) && tells_clause(s, cue);
            appended && lists.any(l::NEVER_NOUN)
                || beside && opens && lists.any(l::ASSERTING) && cue.class != Class::Anonymous
        }
        Form::Infinitive => {
            let led = source.end == cue.start && source.start > 0 && s.verb(source.start - 1);
            let audience = s.is(source.end - 1, &[w::READERS, w::VIEWERS]);
            led && lists.any(l::PONDERING) && cue.class == Class::Vague && !audience
        }
        Form::Noun => {
            let clause = s.any_is(source.extent..(source.extent + 4).min(s.len()), &[w::THAT]);
            lists.any(l::CLAIM_VAGUE) && (clause || lists.any(l::CLAIM_BARE))
        }
        // "was seen by thousands" tells no view.
        Form::Passive | Form::Reduced => {
            let viewed = s.any_is(cue.end..(source.extent + 1).min(s.len()), &[w::AS]);
            let judged = cue.group.have() && (s.determiner(cue.end) || s.quote_mark(cue.end));
            (lists.any(l::AGENTLESS) || cue.entry.lemma == w::CALL && judged)
                && (viewed || !lists.any(l::PERCEIVING.or(l::PORTRAYING)))
        }
        Form::Hedge | Form::Attitude | Form::OwnedNoun => false,
    };
    let voiced = !lists.any(l::VOICING) || s.any_listed(cue.end..(cue.end + 4).min(s.len()), l::CONCERN);
    asserts
        && (voiced || matches!(cue.form, Form::According | Form::Noun))
        && !guards::is_action(s, cue)
        && !guards::is_hypothetical(s, cue)
        && !guards::restricts_object(s, cue)
        && (cue.class == Class::Document || !guards::disagrees(s, cue))
}

/// The cue hides who says or thinks so.
fn is_agentless(s: &Sentence, cue: &Cue) -> bool {
    match cue.form {
        // "was fined for allegedly laundering" is a charge.
        Form::Hedge => !(s.is_before(cue.start, &[w::FOR]) && s.tag(cue.end) == Tag::Gerund),
        Form::Noun => cue.entry.lists.any(l::CLAIM_VAGUE) && exists(s, cue.word),
        Form::Passive | Form::Reduced => {
            (is_reference(s, cue) || hides_agent(s, cue))
                && !guards::is_told_in_document(s, cue)
                && !cue.group.any(l::MODAL)
                && !cue.group.infinitive
                && !s.any_is(0..cue.start, &[w::IF, w::WHETHER])
                && !s.any_listed(cue.group.before(), l::WEIGHING)
                && !cue.is_negated(s)
                && !(cue.group.being && !cue.group.any(l::FINITE))
        }
        _ => false,
    }
}

/// "there is a belief that", "there are claims that".
fn exists(s: &Sentence, noun: usize) -> bool {
    let start = s.phrase(noun).map_or(noun, |phrase| phrase.start);
    let be = (start.saturating_sub(3)..start).rev().find(|&be| !s.adverb(be)).filter(|&be| s.listed(be, l::BE));
    be.is_some_and(|be| {
        let there = Group::of(s, be).start;
        s.is_before(there, &[w::THERE]) || s.is(there, &[w::THERE])
    })
}

/// "what has been referred to as"; "is referred to as" is a name rather than a claim.
fn is_reference(s: &Sentence, cue: &Cue) -> bool {
    let told = cue.group.have() || s.is_before(cue.start, &[w::WHAT]);
    told && cue.entry.lemma == w::REFER && s.is(cue.end, &[w::TO]) && s.is(cue.end + 1, &[w::AS])
}

/// "that", right there or behind when and where: "it was reported at the time that".
fn tells_that(s: &Sentence, at: usize) -> bool {
    let that = (at..s.len().min(at + TOLD_LATER)).find(|&that| s.is(that, &[w::THAT]));
    that.is_some_and(|that| {
        that == at || s.preposition(at) && (at..that).all(|at| !s.verb(at) && !s.is(at, &[w::COMMA]))
    })
}

/// A rank stands in what follows: "one of the", "the most".
fn ranks(s: &Sentence, at: usize) -> bool {
    let highest = |at: usize| s.adjective(at) && s.tokens[at].of(s.text).ends_with("est");
    (at..s.len().min(at + RANK)).any(|at| s.is(at, &[w::ONE, w::MOST, w::LEADING]) || highest(at))
}

/// The subject of the passive is the empty "it".
fn is_impersonal(s: &Sentence, cue: &Cue) -> bool {
    cue.subject.is_some_and(|subject| subject.end - subject.start == 1 && s.is(subject.start, &[w::IT]))
}

fn hides_agent(s: &Sentence, cue: &Cue) -> bool {
    let (lists, lemma, next) = (cue.entry.lists, cue.entry.lemma, cue.end);
    let wide = s.any_listed(cue.group.before(), l::WIDE);
    let past = !cue.group.have() && s.any_listed(cue.group.before(), l::PAST);
    if lists.any(l::EXPECTING) && (wide && lemma != w::PROJECT || lemma == w::PROJECT && s.is(next, &[w::TO, w::AT])) {
        return true;
    }
    let impersonal = is_impersonal(s, cue);
    let asserted = lists.any(l::ASSERTING) && !matches!(lemma, w::FIND | w::EXPECT) || lemma == w::ACCEPT;
    if impersonal && asserted && tells_that(s, next) {
        return true;
    }
    // "has been called the father of", but not "had been called the Oak People"
    if lemma == w::CALL && s.any_is(cue.group.before(), &[w::HAS, w::HAVE]) && cue.group.been {
        let judged = s.determiner(next) || s.quote_mark(next);
        return judged && !s.proper(next + 1);
    }
    if !lists.any(l::AGENTLESS) {
        return false;
    }
    // "viewed as many as two million times", "seen as far south as".
    let measured = s.is(next, &[w::AS]) && s.is(next + 2, &[w::AS]) || s.is(next + 3, &[w::AS]) && s.is(next, &[w::AS]);
    if measured || s.is(next, &[w::PART]) {
        return false;
    }
    if s.is(next, &[w::AS]) && lists.any(l::SEEN_AS) {
        let whole = s.is(next + 1, &[w::A]) && s.is(next + 2, &[w::WHOLE]);
        let plain = lists.any(l::SEEN_WIDELY) || lemma == w::REGARD && !past && !ranks(s, next + 1);
        let told = wide || !plain || cue.group.have();
        return told && !whole && !guards::shows_work(s, lemma);
    }
    if s.is(next, &[w::TO]) && lists.any(l::SAID_TO) {
        // "A player is said to be “on strike” when …" defines a word.
        let person = |subject: Source| s.is(subject.start, &[w::HE, w::SHE]) || s.proper(subject.end - 1);
        let defined = cue.subject.is_some_and(|subject| s.is(subject.start, &[w::A, w::AN]));
        if lemma == w::SAY && (defined || s.is(0, &[w::WHEN, w::IF])) {
            return false;
        }
        if lemma == w::SAY && s.any_quote(next..next + 4) && !cue.subject.is_some_and(person) {
            return false;
        }
        return cue.form == Form::Passive || lemma != w::SAY;
    }
    if impersonal && (s.is(next, &[w::THAT, w::COMMA]) || lists.any(l::SAID_TO) && lists.any(l::NEVER_NOUN)) {
        return true;
    }
    let complement = matches!(
        s.tag(next),
        Tag::Determiner
            | Tag::Adjective
            | Tag::Noun
            | Tag::NounPlural
            | Tag::Adverb
            | Tag::Participle
            | Tag::Possessive
    ) || s.phrase(next).is_some();
    if lists.any(l::DEEMED) && complement && !s.is(next, &[w::FOR, w::BY]) {
        let reduced = cue.form == Form::Reduced && (wide || s.adjective(next));
        return reduced || cue.form == Form::Passive && (wide || !past || lemma != w::CONSIDER || ranks(s, next));
    }
    wide && !lists.any(l::PORTRAYING)
        || lists.any(l::RUMOURED)
        || lemma == w::THINK && s.is(next, &[w::OF])
        || lemma == w::ESTIMATE && s.is(next, &[w::AT])
        || lemma == w::CREDIT && s.is(next, &[w::WITH])
}
