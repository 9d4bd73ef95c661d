//! Cues: the words that tie content to its source.

use super::{
    inversion,
    lexicon::{self as l, Entry, Lists},
    sentence::{Sentence, Source},
    source::Class,
    subjects,
    verbs::Group,
    words as w,
};
use crate::model::tagger::{self, Tag};

/// How a cue is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "Venn said", "said Venn".
    Active,
    /// "is described as".
    Passive,
    /// "a plan described as".
    Reduced,
    /// "to argue that".
    Infinitive,
    /// ", arguing that".
    Participle,
    /// "according to".
    According,
    /// "reportedly".
    Hedge,
    /// "is convinced that".
    Attitude,
    /// "claims by Venn", "Venn's claim that".
    Noun,
    /// "his fear of": tells an attitude, no claim.
    OwnedNoun,
}

/// A cue and its source. Numbers are tokens of the sentence.
#[derive(Clone, Copy, Debug)]
pub struct Cue {
    pub form: Form,
    /// The verb or noun itself.
    pub word: usize,
    /// The group it ends: auxiliaries and adverbs before a verb.
    pub start: usize,
    pub end: usize,
    /// What the lexicons know of the word.
    pub entry: Entry,
    pub group: Group,
    pub source: Option<Source>,
    pub class: Class,
    /// The source's first word may be a name, which only the whole article tells.
    pub opener: Option<Opener>,
    /// The subject of a passive.
    pub subject: Option<Source>,
    /// The source stands to the right.
    pub inverted: bool,
}

/// A word that opens a sentence and a source with a capital: a name ("Treasury officials") or not ("Abortion
/// opponents").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opener {
    /// [`crate::syntax::Token::lower`] of it.
    pub word: u32,
    /// What the corpora take it for, where the article does not tell.
    pub is_name: bool,
}

impl Opener {
    /// The opener of `source`, with the source's class if it is no name.
    fn of(s: &Sentence, source: Source) -> Option<(Self, Class)> {
        let at = source.start;
        let token = s.tokens.get(at)?;
        let nominal = matches!(s.tag(at), Tag::Noun | Tag::NounPlural | Tag::Proper | Tag::Adjective);
        let listed = s.listed(at, l::PERSON.or(l::DOCUMENT).or(l::GROUP).or(l::QUANTIFIER).or(l::NATIONALITY));
        let modifies = at + 1 < source.end && s.tag(at + 1) != Tag::Proper;
        if !s.opens(at) || !token.capital || !nominal || listed || !modifies {
            return None;
        }
        let common = Class::of_common(s, source);
        let is_name = s.tag(at) == Tag::Proper || s.listed(at, l::INSTITUTION) || !tagger::is_common(token.lower);
        common.is_open().then_some((Self { word: token.lower, is_name }, common))
    }
}

/// Verbs that are cues.
pub const VERBS: Lists = l::SAYING.or(l::BELIEVING).or(l::ASSERTING).or(l::AGENTLESS);
/// Words behind an attitude that is told of somebody.
const AFTER_ATTITUDE: [u32; 9] = [w::THAT, w::ABOUT, w::OF, w::TO, w::BY, w::HE, w::SHE, w::THEY, w::THE];
/// Words behind a noun of saying that tell whose the claim is, or of what.
const AFTER_NOUN: [u32; 11] =
    [w::BY, w::FROM, w::AMONG, w::THAT, w::OF, w::FOR, w::TO, w::ABOUT, w::AGAINST, w::OVER, w::ON];

/// As far as its word and those beside it tell, a cue may stand at the token.
pub fn may_stand(s: &Sentence, at: usize) -> bool {
    let lists = s.entries[at].lists;
    lists.any(VERBS.or(l::HEDGE))
        || lists.any(l::ATTITUDE) && s.is(at + 1, &AFTER_ATTITUDE)
        || lists.any(l::CLAIM) && s.is(at + 1, &AFTER_NOUN)
        || is_according(s, at)
        || is_lore(s, at)
}

/// The cues of `sentence` outside quotations, in order.
pub fn find(s: &Sentence) -> Vec<Cue> {
    let may_stand = |at: &usize| may_stand(s, *at) && !s.in_quotation(*at);
    let mut cues: Vec<Cue> = (0..s.len()).filter(may_stand).filter_map(|at| cue_at(s, at)).collect();
    for cue in &mut cues {
        match cue.source.and_then(|source| Opener::of(s, source)) {
            Some((opener, class)) => (cue.opener, cue.class) = (Some(opener), class),
            None => cue.class = Class::of(s, cue.source),
        }
    }
    cues
}

fn cue_at(s: &Sentence, at: usize) -> Option<Cue> {
    if is_according(s, at) {
        let cue = Cue::new(s, Form::According, at, inversion::right_of(s, at + 2));
        return Some(Cue { end: at + 2, inverted: true, ..cue });
    }
    if is_lore(s, at) {
        let source = s.phrase_before(at).map(|phrase| Source::base(phrase.start, phrase.end));
        return Some(Cue { end: at + 2, entry: l::look_up(w::SAY), ..Cue::new(s, Form::Active, at, source) });
    }
    let lists = s.entries[at].lists;
    if lists.any(l::HEDGE) && !s.noun(at) {
        return Some(Cue::new(s, Form::Hedge, at, None));
    }
    if lists.any(l::ATTITUDE)
        && let Some(cue) = attitude(s, at)
    {
        return Some(cue);
    }
    let verb = s.verb(at) && s.tag(at) != Tag::Auxiliary || s.noun(at) && s.is(at, &[w::SAY]);
    if verb && lists.any(VERBS) {
        return verb_cue(s, at);
    }
    if s.noun(at) && lists.any(l::CLAIM) { noun_cue(s, at) } else { None }
}

/// "according to".
fn is_according(s: &Sentence, at: usize) -> bool {
    s.is(at, &[w::ACCORDING]) && s.is(at + 1, &[w::TO])
}

/// "legend has it".
fn is_lore(s: &Sentence, at: usize) -> bool {
    s.is(at, &[w::HAS, w::HAD]) && s.is(at + 1, &[w::IT]) && at > 0 && s.listed(at - 1, l::LORE)
}

impl Cue {
    /// "did not say", "has never been seen as".
    pub fn is_negated(&self, s: &Sentence) -> bool {
        s.any_is(self.group.before(), &[w::NOT, w::NOT_SHORT]) || s.any_listed(self.group.before(), l::NOBODY)
    }

    fn new(s: &Sentence, form: Form, word: usize, source: Option<Source>) -> Self {
        Self {
            form,
            word,
            start: word,
            end: word + 1,
            entry: s.entries[word],
            group: Group::alone(word),
            source,
            class: Class::Nobody,
            opener: None,
            subject: None,
            inverted: false,
        }
    }
}

/// "is convinced that", "were worried about".
fn attitude(s: &Sentence, at: usize) -> Option<Cue> {
    let shaped = matches!(s.tag(at), Tag::Adjective | Tag::Participle | Tag::VerbPast) && s.is(at + 1, &AFTER_ATTITUDE);
    let group = Group::of(s, at);
    if !shaped || !group.be() {
        return None;
    }
    let source = subjects::left_of(s, group.start)?;
    Some(Cue { start: group.start, group, ..Cue::new(s, Form::Attitude, at, Some(source)) })
}

/// "Venn's claim that", "claims by Venn", "his fear of".
fn noun_cue(s: &Sentence, at: usize) -> Option<Cue> {
    let owner = owner(s, at);
    let next = s.word(at + 1);
    match next {
        w::BY | w::FROM | w::AMONG => {
            let source = inversion::right_of(s, at + 2)?;
            Some(Cue { inverted: true, ..Cue::new(s, Form::Noun, at, Some(source)) })
        }
        // "said in a statement that": the verb tells it.
        w::THAT if owner.is_none() && told_in(s, at) => None,
        w::THAT => Some(Cue::new(s, Form::Noun, at, owner)),
        w::OF | w::FOR | w::TO | w::ABOUT | w::AGAINST | w::OVER | w::ON => {
            owner.map(|owner| Cue::new(s, Form::OwnedNoun, at, Some(owner)))
        }
        _ => None,
    }
}

/// The noun at `at` stands behind a verb of saying and "in".
fn told_in(s: &Sentence, at: usize) -> bool {
    let before = s.phrase(at).and_then(|phrase| phrase.start.checked_sub(2));
    before.is_some_and(|verb| s.is(verb + 1, &[w::IN]) && s.verb(verb) && s.listed(verb, l::SAYING))
}

/// Whose the noun at `at` is: "the mayor's plan", "her plan".
pub fn owner(s: &Sentence, at: usize) -> Option<Source> {
    let phrase = s.phrase(at)?;
    match (phrase.start..at).rev().find(|&mark| s.possessive_mark(mark)) {
        Some(mark) => Some(Source::base(phrase.start, mark)),
        None => (s.tag(phrase.start) == Tag::Possessive).then(|| Source::base(phrase.start, phrase.start + 1)),
    }
}

fn verb_cue(s: &Sentence, at: usize) -> Option<Cue> {
    if modifies_noun(s, at) {
        return None;
    }
    let group = Group::of(s, at);
    let subject = subjects::left_of(s, group.start);
    let tag = s.tag(at);
    let past_form = matches!(tag, Tag::Participle | Tag::VerbPast);
    let participle = tag == Tag::Participle && !group.have() || tag == Tag::VerbPast && group.be();
    let cue = Cue { start: group.start, group, ..Cue::new(s, Form::Active, at, subject) };
    if tag == Tag::Gerund && !group.be() {
        let before = (0..at).rev().find(|&before| !s.adverb(before)).map_or(at, |last| last + 1);
        let beside = s.phrase_before(before).filter(|phrase| {
            let told = phrase.start > 0 && s.verb(phrase.start - 1) && s.listed(phrase.end - 1, l::PERSON);
            s.listed(phrase.end - 1, l::DOCUMENT.or(l::PERSON)) && !s.is_before(phrase.start, &[w::OF]) && !told
        });
        let subject = beside.map(|phrase| Source::base(phrase.start, phrase.end)).or(subject);
        let source = subject.or_else(|| subjects::of_saying_verb(s, at));
        return Some(Cue { form: Form::Participle, source, ..cue });
    }
    if group.be() && past_form && !(group.have() && !group.been) {
        return Some(Cue { form: Form::Passive, source: inversion::agent(s, at), subject, ..cue });
    }
    if participle && group.unsupported() && is_reduced(s, &group, subject) {
        return Some(Cue { form: Form::Reduced, source: inversion::agent(s, at), ..cue });
    }
    if group.infinitive && !group.have() {
        let governed = || subjects::governing(s, group.start);
        return Some(Cue { form: Form::Infinitive, source: subject.or_else(governed), ..cue });
    }
    if tag == Tag::Verb && group.bare() {
        return None;
    }
    Some(inverted(s, cue))
}

/// A participle that stands before its noun: "the alleged plot", "widely believed theories".
fn modifies_noun(s: &Sentence, at: usize) -> bool {
    if !matches!(s.tag(at), Tag::Participle | Tag::VerbPast) || at == 0 {
        return false;
    }
    let before = at - 1;
    let after_adverb = s.tag(before) == Tag::Adverb && s.tokens[before].of(s.text).ends_with("ly");
    let in_phrase = s.phrase(at).is_some();
    if s.noun(at + 1) && (after_adverb || in_phrase) && !s.listed(before, l::BE.or(l::HAVE).or(l::SKIPPED_ADVERB)) {
        return true;
    }
    let determined = s.determiner(before) || s.adjective(before) || s.possessive_mark(before);
    determined && (s.noun(at + 1) || s.adjective(at + 1)) && !s.listed(before, l::BARE_QUANTIFIER)
}

/// "a plan described as risky": behind its noun, before as, by or to.
fn is_reduced(s: &Sentence, group: &Group, subject: Option<Source>) -> bool {
    let (start, at) = (group.start, group.verb);
    let wide = s.any_listed(group.before(), l::WIDE);
    let personal = subject.is_some_and(|subject| s.is(subject.start, &[w::HE, w::SHE, w::IT, w::THEY, w::I, w::WE]));
    let relative =
        s.phrase_before(start).is_some_and(|phrase| s.is_before(phrase.start, &[w::WHICH, w::THAT, w::WHOM, w::WHAT]));
    let marked =
        s.is_before(start, &[w::COMMA, w::DASH, w::DOUBLE_DASH]) || wide && s.is_before(start, &[w::AND, w::OR]);
    let behind = !relative && s.noun_before(start) || marked;
    let judged = s.listed(at, l::DEEMED) && marked && (s.adjective(at + 1) || wide && s.determiner(at + 1));
    let spoken = s.entries[at].lemma == w::SAY && s.is(at + 1, &[w::BY]);
    !personal && !spoken && behind && (judged || s.is(at + 1, &[w::AS, w::BY, w::TO]))
}

/// "Monday", "last week", but not "Lawrence Summers".
fn tells_time(s: &Sentence, phrase: Source) -> bool {
    let name = phrase.end - phrase.start > 1 && (phrase.start..phrase.end).all(|at| s.tag(at) == Tag::Proper);
    s.listed(phrase.end - 1, l::TIME) && !name
}

/// The cue with the source to its right where it is turned round: "…," said Venn.
fn inverted(s: &Sentence, cue: Cue) -> Cue {
    let at = cue.word;
    let mark_before = at > 0 && (s.is(at - 1, &[w::COMMA, w::DASH, w::DOUBLE_DASH]) || s.quote_mark(at - 1));
    let opens = at == 0 || mark_before;
    let comma_or_quote = at > 0 && (s.is(at - 1, &[w::COMMA]) || s.quote_mark(at - 1));
    if !cue.group.bare() || !opens || !cue.entry.lists.any(l::SAYING) && cue.source.is_some() {
        return cue;
    }
    let right = inversion::right_of(s, at + 1).filter(|right| !tells_time(s, *right));
    let Some(right) = right else { return cue };
    // "Venn, citing “…,” said the wall could fall."
    if s.finite(right.extent) || s.modal(right.extent) {
        return cue;
    }
    // "Venn, an engineer, told reporters."
    let behind_insertion =
        cue.source.is_some_and(|left| left.extent + 1 == at && Class::of(s, Some(left)) == Class::Named);
    if behind_insertion {
        return cue;
    }
    let quotation_before =
        at > 0 && (s.quote_mark(at - 1) || s.in_quotation(at - 1)) || at > 1 && s.in_quotation(at - 2);
    let ends =
        right.extent + 1 >= s.len() || s.is(right.extent, &[w::COMMA, w::STOP, w::DASH, w::OPEN_BRACKET, w::WHO]);
    let trailing = at > 0 && s.is(at - 1, &[w::COMMA]) && cue.entry.lists.any(l::TRAILING) && ends;
    let saying = cue.entry.lists.any(l::SAYING)
        && (cue.source.is_none() || comma_or_quote)
        && (at == 0 || quotation_before || cue.source.is_none() || trailing);
    let person = s.listed(right.end - 1, l::PERSON.or(l::PRONOUN)) || s.proper(right.end - 1);
    let told = cue.source.is_none()
        && (person || quotation_before)
        && matches!(s.tag(at), Tag::VerbPast | Tag::VerbThird)
        && comma_or_quote;
    if saying || told { Cue { source: Some(right), inverted: true, ..cue } } else { cue }
}
