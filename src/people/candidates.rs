//! Words that may be parts of names. All other words are outside every name, so nothing looks at them twice.

use super::{
    features,
    fold::folded,
    lists::{Listed, listed},
    words::Classes,
};
use crate::syntax::{Letters, Prose, Sentence, Token, TokenKind};

/// Labels of the names model.
pub mod label {
    /// Outside every name.
    pub const OUTSIDE: u8 = 0;
    /// First word of a person's name.
    pub const PERSON: u8 = 1;
    /// Later word of a person's name.
    pub const PERSON_INSIDE: u8 = 2;
    /// First word of a place's name.
    pub const PLACE: u8 = 3;
    /// Later word of a place's name.
    pub const PLACE_INSIDE: u8 = 4;
    /// First word of a body's name.
    pub const BODY: u8 = 5;
    /// Later word of a body's name.
    pub const BODY_INSIDE: u8 = 6;
    /// Any word of another name: works, events, peoples.
    pub const OTHER: u8 = 7;
    /// How many there are.
    pub const COUNT: usize = 8;
}

/// How a sentence is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Casing {
    /// As prose is.
    #[default]
    Prose,
    /// Nearly every word with a capital.
    Titled,
    /// In capitals.
    Shouted,
}

/// A word that may be part of a name, with what its block says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its index among the block's tokens.
    pub token: u32,
    /// [`Token::lower`] of the word without diacritics.
    pub word: u32,
    /// Index of its sentence.
    pub sentence: u32,
    /// It follows the candidate before without anything between: one run of name words.
    pub joined: bool,
    /// A word with a capital, not a particle or full stop inside a name.
    pub capital: bool,
    /// First word of its sentence.
    pub opens: bool,
    /// How its sentence is written.
    pub casing: Casing,
    /// What the lists know of it.
    pub listed: Listed,
    /// What the lexicons say of it.
    pub classes: Classes,
    /// What stands around it: bits of [`around`].
    pub around: u16,
    /// Scores of its local features under each label.
    pub scores: [i16; label::COUNT],
}

/// Bits of [`Candidate::around`].
pub mod around {
    /// After a title or form of address.
    pub const TITLE_BEFORE: u16 = 1;
    /// After a given name.
    pub const GIVEN_BEFORE: u16 = 1 << 1;
    /// After "in", "at", "from", "near", "to".
    pub const PREPOSITION_BEFORE: u16 = 1 << 2;
    /// After "the".
    pub const THE_BEFORE: u16 = 1 << 3;
    /// After any word with a capital.
    pub const CAPITAL_BEFORE: u16 = 1 << 4;
    /// Before a verb of saying.
    pub const SPEECH_AFTER: u16 = 1 << 5;
    /// Before a word with a capital.
    pub const CAPITAL_AFTER: u16 = 1 << 6;
    /// Before 's.
    pub const POSSESSIVE_AFTER: u16 = 1 << 7;
    /// Before "who" or "whose".
    pub const WHO_AFTER: u16 = 1 << 8;
    /// Before a word of bodies and places.
    pub const ORGANISATION_AFTER: u16 = 1 << 9;
    /// Last word of a run that a given name begins.
    pub const ENDS_NAME: u16 = 1 << 10;
    /// Before a word that follows names of firms.
    pub const COMPANY_AFTER: u16 = 1 << 11;
    /// After a word of kin, with or without a comma between.
    pub const KIN_BEFORE: u16 = 1 << 12;
    /// How many bits there are.
    pub const COUNT: u32 = 13;
}

/// The candidates of one block.
pub(super) fn find(text: &str, prose: &Prose) -> Vec<Candidate> {
    let capitals = prose.tokens.iter().filter(|token| token.capital).count();
    let mut candidates = Vec::with_capacity(capitals);
    for (index, sentence) in prose.sentences.iter().enumerate() {
        let tokens = prose.tokens_of(sentence);
        mark(text, sentence, tokens, index as u32, &mut candidates);
    }
    mark_given_before(&mut candidates);
    candidates
}

/// Appends the candidates of a sentence, all but their scores.
fn mark(text: &str, sentence: &Sentence, tokens: &[Token], index: u32, candidates: &mut Vec<Candidate>) {
    let from = candidates.len();
    let casing = casing(text, tokens);
    let opener = tokens.iter().position(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number));
    let mut at = 0;
    let mut last: Option<usize> = None;
    while at < tokens.len() {
        let capital = is_name_word(text, &tokens[at]);
        if capital {
            let glue = last.map_or(0..0, |last| last + 1..at);
            let joined = last.is_some() && glue.clone().all(|inner| is_glue(text, tokens, inner));
            if joined {
                candidates.extend(glue.map(|inner| candidate(text, sentence, tokens, inner, index, casing)));
            }
            let mut new = candidate(text, sentence, tokens, at, index, casing);
            new.joined = joined;
            new.capital = true;
            new.opens = opener == Some(at);
            candidates.push(new);
            last = Some(at);
        } else if last.is_some_and(|last| at - last > 3) {
            last = None;
        }
        at += 1;
    }
    for candidate in &mut candidates[from..] {
        candidate.around = surroundings(tokens, (candidate.token - sentence.tokens.0) as usize, candidate);
    }
}

fn candidate(text: &str, sentence: &Sentence, tokens: &[Token], at: usize, index: u32, casing: Casing) -> Candidate {
    let token = &tokens[at];
    Candidate {
        token: sentence.tokens.0 + at as u32,
        word: plain_hash(token, token.of(text)),
        sentence: index,
        joined: true,
        capital: false,
        opens: false,
        casing,
        listed: listed(token, token.of(text)),
        classes: Classes::of(token.lower),
        around: 0,
        scores: [0; label::COUNT],
    }
}

/// [`Token::lower`] of `word` without diacritics: "Núñez" and "Nunez" are one word.
fn plain_hash(token: &Token, word: &str) -> u32 {
    if token.letters.has(Letters::WIDE) { Token::hash_of(&folded(word)) } else { token.lower }
}

/// A word that a name may begin or end with: it has a capital, at its start or after an apostrophe or hyphen.
pub(super) fn is_name_word(text: &str, token: &Token) -> bool {
    token.kind == TokenKind::Word && (token.capital || has_inner_capital(text, token))
}

fn has_inner_capital(text: &str, token: &Token) -> bool {
    if !token.letters.has(Letters::CAPITAL) && !token.letters.has(Letters::WIDE) {
        return false;
    }
    let mut before = ' ';
    token.of(text).chars().any(|c| {
        let found = c.is_uppercase() && matches!(before, '\'' | '\u{2019}' | '-');
        before = c;
        found
    })
}

/// A token that may stand between two words of one name: a particle, or the full stop of an initial.
fn is_glue(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    match token.kind {
        TokenKind::Word => Classes::of(token.lower).any(Classes::PARTICLE),
        TokenKind::Punctuation => {
            token.of(text) == "."
                && at > 0
                && tokens[at - 1].span.end == token.span.start
                && is_abbreviation(tokens[at - 1].of(text))
        }
        _ => false,
    }
}

fn is_abbreviation(word: &str) -> bool {
    word.chars().nth(1).is_none() || Classes::of(Token::hash_of(word)).any(Classes::HONORIFIC.or(Classes::SUFFIX))
}

fn casing(text: &str, tokens: &[Token]) -> Casing {
    let words = || tokens.iter().filter(|token| token.kind == TokenKind::Word && token.span.len() > 1);
    let count = words().count();
    let shouted = words().filter(|token| is_shouted(text, token)).count();
    let capitals = words().filter(|token| token.capital).count();
    match count {
        2.. if shouted * 10 >= count * 7 => Casing::Shouted,
        3.. if capitals * 10 >= count * 7 => Casing::Titled,
        _ => Casing::Prose,
    }
}

/// The token has letters and all of them are capitals.
pub(super) fn is_shouted(text: &str, token: &Token) -> bool {
    if token.letters.has(Letters::SMALL) {
        return false;
    }
    if !token.letters.has(Letters::WIDE) {
        return token.letters.has(Letters::CAPITAL);
    }
    let word = token.of(text);
    !word.chars().any(char::is_lowercase) && word.chars().any(char::is_uppercase)
}

fn surroundings(tokens: &[Token], at: usize, candidate: &Candidate) -> u16 {
    if candidate.casing == Casing::Shouted || !candidate.capital {
        return 0;
    }
    let mut bits = 0;
    let mut set = |condition: bool, bit: u16| bits |= if condition { bit } else { 0 };
    let is_capital = |token: &Token| token.kind == TokenKind::Word && token.capital;
    if let Some(before) = at.checked_sub(1).map(|at| &tokens[at]) {
        let classes = Classes::of(before.lower);
        set(classes.any(Classes::TITLE.or(Classes::HONORIFIC)), around::TITLE_BEFORE);
        set(is_capital(before), around::CAPITAL_BEFORE);
        set(features::is_locative(before.lower), around::PREPOSITION_BEFORE);
        set(features::is_the(before.lower), around::THE_BEFORE);
        let kin = |token: &Token| Classes::of(token.lower).any(Classes::KIN);
        let behind_comma = before.lower == features::comma() && at > 1 && kin(&tokens[at - 2]);
        set(kin(before) || behind_comma, around::KIN_BEFORE);
    }
    let after = tokens.get(at + 1);
    if let Some(after) = after {
        let classes = Classes::of(after.lower);
        set(classes.any(Classes::SPEECH), around::SPEECH_AFTER);
        set(is_capital(after), around::CAPITAL_AFTER);
        set(after.kind == TokenKind::Clitic && features::is_possessive(after.lower), around::POSSESSIVE_AFTER);
        set(features::is_who(after.lower), around::WHO_AFTER);
        set(after.capital && classes.any(Classes::ORGANISATION), around::ORGANISATION_AFTER);
        set(classes.any(Classes::COMPANY), around::COMPANY_AFTER);
    }
    bits
}

/// Adds what a candidate's neighbour in its run says: a given name before it.
fn mark_given_before(candidates: &mut [Candidate]) {
    for at in 1..candidates.len() {
        let (before, rest) = candidates.split_at_mut(at);
        let (before, here) = (&before[at - 1], &mut rest[0]);
        if here.joined && before.capital && before.listed.given() > 0 && here.casing != Casing::Shouted {
            if before.listed.case() < 4 {
                here.around |= around::GIVEN_BEFORE;
            }
            if here.casing == Casing::Prose && here.around & around::CAPITAL_AFTER == 0 {
                here.around |= around::ENDS_NAME;
            }
        }
    }
}
