//! Tags put right where the words around a cue leave no doubt.

use super::{
    lexicon::{self as l, Lists},
    sentence::Sentence,
    words as w,
};
use crate::{
    model::tagger::{self, Tag},
    syntax::TokenKind,
};

/// Puts right the tags of `sentence`.
pub fn tags(sentence: &mut Sentence) {
    for at in 0..sentence.len() {
        let is_listed = sentence.entries[at].lists != Lists::default();
        let mended = no_word(sentence, at)
            .or_else(|| inner_name(sentence, at))
            .or_else(|| said_at_start(sentence, at))
            .or_else(|| noun_at_start(sentence, at))
            .or_else(|| small_name(sentence, at))
            .or_else(|| if is_listed { listed_word(sentence, at) } else { past_after_subject(sentence, at) });
        if let Some(tag) = mended {
            sentence.tags[at] = tag;
        }
    }
}

/// The tag of a word that stands in some list.
fn listed_word(s: &Sentence, at: usize) -> Option<Tag> {
    person_noun(s, at)
        .or_else(|| document_noun(s, at))
        .or_else(|| after_quantifier(s, at))
        .or_else(|| cue_after_plural(s, at))
        .or_else(|| never_noun(s, at))
        .or_else(|| lands(s, at))
        .or_else(|| past_form(s, at))
        .or_else(|| cue_after_quotation(s, at))
        .or_else(|| third_person(s, at))
        .or_else(|| past_after_subject(s, at))
        .or_else(|| participle_after_comma(s, at))
        .or_else(|| impersonal(s, at))
        .or_else(|| modifier(s, at))
}

/// Emoji, arrows and bullets are no nouns: "🐟 Experts argue".
fn no_word(s: &Sentence, at: usize) -> Option<Tag> {
    let nominal = matches!(s.tag(at), Tag::Noun | Tag::NounPlural | Tag::Proper | Tag::Adjective);
    let is_mark = nominal && s.kind(at) == TokenKind::Punctuation && !s.tokens[at].of(s.text).is_ascii();
    is_mark.then_some(Tag::Punctuation)
}

/// "Adam Green", "the Campaign Legal Center": words of a name taken for adjectives.
fn inner_name(s: &Sentence, at: usize) -> Option<Tag> {
    let capital = |at: usize| s.tokens.get(at).is_some_and(|token| token.capital && token.kind == TokenKind::Word);
    let modifies = s.tag(at) == Tag::Adjective && !s.listed(at, l::NATIONALITY);
    let beside = at > 0 && s.tag(at - 1) == Tag::Proper || capital(at + 1) && !s.verb(at + 1);
    // "Brandt notes": no word that the corpora know, before a verb of saying.
    let unknown = || s.listed(at + 1, l::SAYING) && !tagger::is_common(s.tokens[at].lower);
    (modifies && capital(at) && !s.opens(at) && (beside || unknown())).then_some(Tag::Proper)
}

/// "Said Mara Venn, who saw it": a verb that opens its sentence taken for a name.
fn said_at_start(s: &Sentence, at: usize) -> Option<Tag> {
    let verb = s.listed(at, l::TRAILING) && s.opens(at) && s.tag(at) == Tag::Proper;
    (verb && s.entries[at].lemma != s.word(at) && s.tag(at + 1) == Tag::Proper).then_some(Tag::VerbPast)
}

/// A common noun that the capital of the sentence made a name: "Critics say".
fn noun_at_start(s: &Sentence, at: usize) -> Option<Tag> {
    let listed = s.listed(at, l::PERSON.or(l::DOCUMENT).or(l::GROUP).or(l::QUANTIFIER));
    if s.tag(at) != Tag::Proper || !listed || !s.opens(at) || s.tag(at + 1) == Tag::Proper {
        return None;
    }
    let text = s.tokens[at].of(s.text);
    Some(match s.listed(at, l::QUANTIFIER) {
        true => Tag::Adjective,
        false if text.ends_with('s') || s.listed(at, l::MASS) => Tag::NounPlural,
        false => Tag::Noun,
    })
}

/// "economists who", "a publishing executive familiar with": a noun for a person taken for a verb or an adjective.
fn person_noun(s: &Sentence, at: usize) -> Option<Tag> {
    if !s.listed(at, l::PERSON) || cue(s, at) {
        return None;
    }
    match s.tag(at) {
        Tag::VerbThird => Some(Tag::NounPlural),
        Tag::Adjective if s.listed(at + 1, l::POST_ADJECTIVE) || !s.noun(at + 1) && !s.adjective(at + 1) => {
            let begun = at > 0
                && (s.determiner(at - 1) || s.adjective(at - 1) || s.noun(at - 1) || s.tag(at - 1) == Tag::Number);
            begun.then_some(Tag::Noun)
        }
        _ => None,
    }
}

/// "Some accused him", "Many fear the cold", "Most believe it": a quantifier that is the whole subject.
fn after_quantifier(s: &Sentence, at: usize) -> Option<Tag> {
    const OPENING: [u32; 10] =
        [w::SEMICOLON, w::COMMA, w::AND, w::BUT, w::COLON, w::WHOM, w::WHAT, w::WHICH, w::WHILE, w::ALTHOUGH];
    let object = |at: usize| {
        const CLAUSE: [u32; 7] = [w::HOW, w::WHETHER, w::WHAT, w::IF, w::WHY, w::COMMA, w::WITH];
        matches!(s.tag(at), Tag::Proper | Tag::Determiner | Tag::Pronoun | Tag::Possessive | Tag::Subordinator)
            || s.is(at, &CLAUSE)
            || s.tokens.get(at).is_some_and(|token| token.capital)
    };
    let begins_clause = |at: usize| s.opens(at) || s.is(at - 1, &OPENING);
    if s.listed(at, l::BARE_QUANTIFIER) && s.tag(at) == Tag::Adverb && s.is_before(at, &[w::BY]) && !s.adjective(at + 1)
    {
        return Some(Tag::Adjective);
    }
    if s.listed(at, l::BARE_QUANTIFIER) && s.tag(at) == Tag::Adverb && begins_clause(at) {
        let verb = s.finite(at + 1) && (cue(s, at + 1) || s.tag(at + 1) == Tag::Auxiliary);
        return verb.then_some(Tag::Adjective);
    }
    let subject = at > 0 && s.listed(at - 1, l::BARE_QUANTIFIER) && begins_clause(at - 1);
    let doubtful = matches!(
        s.tag(at),
        Tag::Adjective | Tag::Participle | Tag::Noun | Tag::Proper | Tag::Adposition | Tag::Adverb | Tag::Verb
    );
    if !subject || !doubtful || !cue(s, at) || !object(at + 1) {
        return None;
    }
    let past = s.tokens[at].of(s.text).ends_with("ed");
    Some(if past { Tag::VerbPast } else { Tag::VerbPresent })
}

/// "criticized by libertarians": a name without a capital.
fn small_name(s: &Sentence, at: usize) -> Option<Tag> {
    if s.tag(at) != Tag::Proper || s.tokens[at].capital || cue(s, at) {
        return None;
    }
    let text = s.tokens[at].of(s.text);
    if text.chars().any(char::is_uppercase) {
        return None;
    }
    Some(if text.ends_with('s') { Tag::NounPlural } else { Tag::Noun })
}

/// "Polling shows": a noun for documents taken for a gerund.
fn document_noun(s: &Sentence, at: usize) -> Option<Tag> {
    let gerund = s.tag(at) == Tag::Gerund && s.listed(at, l::DOCUMENT);
    (gerund && (s.listed(at + 1, l::DOCUMENTING) || s.is(at + 1, &[w::OF, w::BY]))).then_some(Tag::Noun)
}

fn lower_case(s: &Sentence, at: usize) -> bool {
    s.tokens.get(at).is_some_and(|token| !token.capital)
}

fn cue(s: &Sentence, at: usize) -> bool {
    s.listed(at, l::SAYING.or(l::BELIEVING).or(l::ASSERTING).or(l::AGENTLESS))
}

/// "critics claim the", "officials hope that": a cue tagged as a noun right after a plural.
fn cue_after_plural(s: &Sentence, at: usize) -> Option<Tag> {
    const AFTER: [u32; 15] = [
        w::THAT,
        w::THE,
        w::A,
        w::AN,
        w::IT,
        w::HE,
        w::SHE,
        w::THEY,
        w::THIS,
        w::HIS,
        w::HER,
        w::THEIR,
        w::THERE,
        w::TO,
        w::COMMA,
    ];
    let nominal = matches!(s.tag(at), Tag::Noun | Tag::NounPlural | Tag::Adjective | Tag::Proper);
    let plural = at > 0 && s.tag(at - 1) == Tag::NounPlural;
    let labelled = plural && nominal && at >= 2 && s.is(at - 2, &[w::WHAT]);
    if !nominal || !plural || !lower_case(s, at) || !cue(s, at) || s.listed(at, l::CONCERN) {
        return None;
    }
    let form_in_s = s.tokens[at].of(s.text).ends_with('s');
    (!form_in_s && (labelled || s.is(at + 1, &AFTER) || s.quote_mark(at + 1))).then_some(Tag::VerbPresent)
}

/// "some argue", "experts agree": forms that are never nouns.
fn never_noun(s: &Sentence, at: usize) -> Option<Tag> {
    if !s.listed(at, l::NEVER_NOUN) || !lower_case(s, at) || at == 0 {
        return None;
    }
    let text = s.tokens[at].of(s.text);
    if text.ends_with('s') {
        return matches!(s.tag(at), Tag::Noun | Tag::NounPlural).then_some(Tag::VerbThird);
    }
    let base = s.entries[at].lemma == s.word(at);
    let doubtful = matches!(
        s.tag(at),
        Tag::Noun
            | Tag::Adjective
            | Tag::Adposition
            | Tag::Proper
            | Tag::Verb
            | Tag::Interjection
            | Tag::Subordinator
            | Tag::Other
    );
    let infinitive = |before: usize| s.is(before, &[w::TO]) && s.tag(before) != Tag::Adposition;
    let after_auxiliary =
        (at.saturating_sub(3)..at).any(|before| s.listed(before, l::MODAL.or(l::DO)) || infinitive(before));
    let inside =
        (s.modal(at - 1) || s.determiner(at - 1) || s.adjective(at - 1)) && !s.listed(at - 1, l::BARE_QUANTIFIER);
    let free = !s.is(at - 1, &[w::TO, w::NOT, w::NOT_SHORT]) && !inside;
    (base && doubtful && free && !(s.tag(at) == Tag::Verb && after_auxiliary)).then_some(Tag::VerbPresent)
}

/// "battleground states": no verb without a clause behind it.
fn lands(s: &Sentence, at: usize) -> Option<Tag> {
    let verb = s.tag(at) == Tag::VerbThird && s.is(at, &[w::STATES]);
    let clause = || s.is(at + 1, &[w::THAT, w::COMMA, w::COLON, w::STOP]) || s.quote_mark(at + 1);
    (verb && !clause()).then_some(Tag::NounPlural)
}

/// "Venn boomed:", "Venn shot back": the past of a verb of saying taken for a noun or a base form.
fn past_form(s: &Sentence, at: usize) -> Option<Tag> {
    let doubtful = matches!(s.tag(at), Tag::Noun | Tag::Verb | Tag::Adjective) && s.listed(at, l::SAYING);
    if !doubtful || !lower_case(s, at) || s.entries[at].lemma == s.word(at) || at == 0 {
        return None;
    }
    let name = s.tag(at - 1) == Tag::Proper || s.is(at - 1, &[w::HE, w::SHE, w::AND]);
    let past = s.tokens[at].of(s.text).ends_with("ed") || s.is(at + 1, &[w::BACK]);
    (name && past).then_some(Tag::VerbPast)
}

/// "…," Venn notes.
fn cue_after_quotation(s: &Sentence, at: usize) -> Option<Tag> {
    if !matches!(s.tag(at), Tag::Noun | Tag::NounPlural) || !lower_case(s, at) || !s.listed(at, l::SAYING) {
        return None;
    }
    let name = (0..at).rev().take_while(|&before| s.tag(before) == Tag::Proper).count();
    let trails = name > 0 && at > name && s.is(at - name - 1, &[w::COMMA]) && at + 2 >= s.len();
    let near = trails || at >= 2 && (s.in_quotation(at - 2) || at >= 3 && s.in_quotation(at - 3));
    let subject = at > 0 && matches!(s.tag(at - 1), Tag::Proper | Tag::Pronoun | Tag::Noun);
    let ends = at + 1 == s.len() || s.is(at + 1, &[w::STOP, w::COMMA, w::COLON, w::IN, w::TO, w::OF, w::ABOUT]);
    (near && subject && ends).then_some(Tag::VerbThird)
}

/// "the poll finds that", "the report shows how".
fn third_person(s: &Sentence, at: usize) -> Option<Tag> {
    let form = s.tag(at) == Tag::NounPlural && s.listed(at, l::DOCUMENTING) && lower_case(s, at);
    let complement = || s.is(at + 1, &[w::THAT, w::HOW, w::THE, w::A, w::AN, w::IT, w::HE, w::SHE, w::THEY]);
    (form && complement() && s.noun_before(at)).then_some(Tag::VerbThird)
}

/// "he said", "some said": a past tense taken for a participle.
fn past_after_subject(s: &Sentence, at: usize) -> Option<Tag> {
    if s.tag(at) != Tag::Participle || at == 0 {
        return None;
    }
    let subject = matches!(s.tag(at - 1), Tag::Pronoun | Tag::Proper) && s.listed(at, l::TRAILING.or(l::NEVER_NOUN));
    let opened = s.listed(at, l::SAYING)
        && (0..at).all(|before| s.tag(before) == Tag::Proper)
        && !s.is(at + 1, &[w::AS, w::BY, w::IN]);
    let quantifier = at == 1 && s.listed(0, l::BARE_QUANTIFIER) && !s.preposition(2);
    (subject || opened || quantifier).then_some(Tag::VerbPast)
}

/// "it is speculated that", "she is alleged to have", "there is thought to be": a participle taken for an adjective or a
/// noun.
fn impersonal(s: &Sentence, at: usize) -> Option<Tag> {
    if !matches!(s.tag(at), Tag::Adjective | Tag::Noun) {
        return None;
    }
    let be = || (0..at).rev().find(|&be| !s.adverb(be)).is_some_and(|be| s.listed(be, l::BE));
    if s.listed(at, l::SAID_TO) && s.is(at + 1, &[w::TO]) && s.entries[at].lemma != s.word(at) && be() {
        return Some(Tag::Participle);
    }
    let reported = s.tag(at) == Tag::Adjective && s.listed(at, l::AGENTLESS) && s.is(at + 1, &[w::THAT]);
    let subject = || (0..at).rev().find(|&before| !s.adverb(before) && !s.listed(before, l::BE));
    (reported && subject().is_some_and(|it| it + 1 < at && s.is(it, &[w::IT]))).then_some(Tag::Participle)
}

/// ", generally considered the best" and ", viewed as a sign": a participle taken for a past tense.
fn participle_after_comma(s: &Sentence, at: usize) -> Option<Tag> {
    if s.tag(at) != Tag::VerbPast {
        return None;
    }
    let start = if at > 0 && s.listed(at - 1, l::WIDE) { at - 1 } else { at };
    let behind = s.is_before(start, &[w::COMMA, w::DASH, w::DOUBLE_DASH]);
    let judged = start < at && s.listed(at, l::DEEMED) && (s.determiner(at + 1) || s.adjective(at + 1));
    (behind && (judged || s.listed(at, l::SEEN_AS) && s.is(at + 1, &[w::AS]))).then_some(Tag::Participle)
}

/// "people familiar with", "voters surveyed in", "Israeli officials".
fn modifier(s: &Sentence, at: usize) -> Option<Tag> {
    const AFTER: [u32; 5] = [w::TO, w::WITH, w::OF, w::IN, w::ON];
    if s.listed(at, l::NATIONALITY) && s.tokens[at].capital && s.tag(at) == Tag::Proper {
        return matches!(s.tag(at + 1), Tag::Noun | Tag::NounPlural | Tag::Adjective).then_some(Tag::Adjective);
    }
    if s.listed(at, l::POST_ADJECTIVE) && s.noun_before(at) && s.is(at + 1, &AFTER) {
        return Some(Tag::Adjective);
    }
    let reduced = s.listed(at, l::POST_PARTICIPLE) && s.tag(at) == Tag::VerbPast && s.noun_before(at);
    let followed = s.preposition(at + 1) || s.listed(at + 1, l::TIME);
    (reduced && followed && (at + 2..at + 14).any(|later| s.finite(later))).then_some(Tag::Participle)
}
