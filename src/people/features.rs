//! Features of the names model: what a word, its neighbours, the lists and the whole article say.

use super::{
    candidates::{Candidate, Casing, around, is_shouted},
    evidence::Brief,
    fold::fold,
    lists::{Listed, listed},
    syllables,
    words::Classes,
};
use crate::{
    model::{feature, feature_pair},
    syntax::{Prose, Token, TokenKind},
};
use std::sync::LazyLock;

/// Kinds of features; their numbers are part of the model file.
#[derive(Clone, Copy)]
#[repr(u32)]
enum Kind {
    Bias = 1,
    Word = 10,
    Shape = 20,
    Flags = 30,
    Flag = 40,
    Edge = 50,
    Prefix = 60,
    Suffix = 70,
    NeighbourSuffix = 80,
    Bigram = 90,
    Shapes = 100,
    FlagsAround = 110,
    Touches = 120,
    Opens = 130,
    OpensShape = 140,
    Case = 150,
    Syllable = 160,
    Listed = 170,
    Odds = 180,
    OddsPair = 190,
    ListedPart = 200,
    Document = 300,
    DocumentCount = 310,
    DocumentMiddle = 320,
    DocumentSmall = 330,
}

/// What the window of one token holds, computed once a sentence.
#[derive(Clone, Copy, Default)]
struct Seen {
    lower: u32,
    shape: u32,
    flags: u32,
    listed: Listed,
    odds: u32,
    word: bool,
    capital: bool,
}

/// Calls `each` with every candidate of a block and its local features.
pub fn for_each(text: &str, prose: &Prose, candidates: &mut [Candidate], mut each: impl FnMut(&mut Candidate, &[u32])) {
    let mut found = Vec::with_capacity(96);
    let mut window = Window::new(text);
    for run in candidates.chunk_by_mut(|a, b| a.sentence == b.sentence) {
        let sentence = &prose.sentences[run[0].sentence as usize];
        window.open(prose.tokens_of(sentence), sentence.tokens.0, run);
        for candidate in run {
            found.clear();
            window.features((candidate.token - sentence.tokens.0) as usize, candidate, &mut found);
            each(candidate, &found);
        }
    }
}

/// The tokens of a sentence and what was already looked up of them.
struct Window<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// The candidates of the sentence by token, with what was looked up when they were found.
    known: Vec<(usize, Listed, Classes)>,
    shouted: bool,
    seen: [Option<(usize, Seen)>; 8],
    /// Room for a word without case and marks.
    plain: String,
}

impl<'a> Window<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, tokens: &[], known: Vec::new(), shouted: false, seen: [None; 8], plain: String::new() }
    }

    /// Goes on to the sentence of these tokens, the first of which has number `first` in the block, and candidates.
    fn open(&mut self, tokens: &'a [Token], first: u32, candidates: &[Candidate]) {
        self.tokens = tokens;
        self.known.clear();
        let known = |candidate: &Candidate| ((candidate.token - first) as usize, candidate.listed, candidate.classes);
        self.known.extend(candidates.iter().map(known));
        self.seen = [None; 8];
    }

    fn at(&mut self, at: usize) -> Seen {
        if let Some((_, seen)) = self.seen[at % 8].filter(|&(kept, _)| kept == at) {
            return seen;
        }
        let seen = self.look(at);
        self.seen[at % 8] = Some((at, seen));
        seen
    }

    fn look(&self, at: usize) -> Seen {
        let token = &self.tokens[at];
        let word = token.of(self.text);
        let is_word = token.kind == TokenKind::Word;
        let (listed, classes) = match self.known.binary_search_by_key(&at, |known| known.0) {
            _ if !is_word => Default::default(),
            Ok(known) => (self.known[known].1, self.known[known].2),
            Err(_) => (listed(token, word), Classes::of(token.lower)),
        };
        let shape = shape(word, self.shouted && word.len() > 2 && is_shouted(self.text, token));
        Seen {
            lower: token.lower,
            shape,
            flags: flags(listed, classes),
            listed,
            odds: odds(listed),
            word: is_word,
            capital: token.capital,
        }
    }

    fn features(&mut self, at: usize, candidate: &Candidate, out: &mut Vec<u32>) {
        self.set_casing(candidate.casing);
        let tokens = self.tokens;
        let here = self.at(at);
        let before = at.checked_sub(1).map(|at| self.at(at));
        let after = (at + 1 < tokens.len()).then(|| self.at(at + 1));
        let first = at.checked_sub(2).map(|at| self.at(at));
        let last = (at + 2 < tokens.len()).then(|| self.at(at + 2));
        let mut add = |kind: Kind, offset: u32, value: u32| out.push(feature(kind as u32 + offset, value));
        add(Kind::Bias, 0, 0);
        for (offset, seen) in [(0, first), (1, before), (2, Some(here)), (3, after), (4, last)] {
            let Some(seen) = seen else { continue };
            add(Kind::Word, offset, seen.lower);
            add(Kind::Shape, offset, seen.shape);
            if seen.flags != 0 {
                add(Kind::Flags, offset, seen.flags);
                let mut left = seen.flags;
                while left != 0 {
                    add(Kind::Flag, offset, left.trailing_zeros());
                    left &= left - 1;
                }
            }
            if seen.word && offset.abs_diff(2) < 2 {
                let capital = u32::from(seen.capital);
                add(Kind::Listed, offset, u32::from(seen.listed.bits()) << 1 | capital);
                add(Kind::Odds, offset, seen.odds << 1 | capital);
            }
        }
        if before.is_none() {
            add(Kind::Edge, 0, 0);
        }
        if after.is_none() {
            add(Kind::Edge, 1, 0);
        }
        if here.word {
            let capital = u32::from(here.capital);
            for (part, value) in
                [here.listed.given(), here.listed.surname(), here.listed.place(), here.listed.case()].iter().enumerate()
            {
                add(Kind::ListedPart, part as u32, u32::from(*value) << 1 | capital);
            }
        }
        if candidate.opens {
            add(Kind::Opens, 0, 0);
            add(Kind::OpensShape, 0, here.shape);
        }
        if candidate.casing != Casing::Prose {
            add(Kind::Case, 0, candidate.casing as u32);
        }
        fold(tokens[at].of(self.text), &mut self.plain);
        affixes(&self.plain, |prefix, length, hash| {
            add(if prefix { Kind::Prefix } else { Kind::Suffix }, length, hash);
        });
        let syllables = syllables::kinds(&self.plain);
        if syllables != 0 {
            add(Kind::Syllable, 0, syllables);
        }
        if let Some(before) = before {
            add(Kind::NeighbourSuffix, 0, suffix_hash(tokens[at - 1].of(self.text), 3));
            out.push(feature_pair(Kind::Bigram as u32, before.lower, here.lower));
            if tokens[at - 1].span.end == tokens[at].span.start {
                out.push(feature(Kind::Touches as u32, 0));
            }
            if before.capital && here.capital {
                out.push(feature_pair(Kind::OddsPair as u32, before.odds, here.odds));
            }
        }
        if let Some(after) = after {
            out.push(feature(Kind::NeighbourSuffix as u32 + 1, suffix_hash(tokens[at + 1].of(self.text), 3)));
            out.push(feature_pair(Kind::Bigram as u32 + 1, here.lower, after.lower));
            if tokens[at].span.end == tokens[at + 1].span.start {
                out.push(feature(Kind::Touches as u32 + 1, 0));
            }
            if after.capital && here.capital {
                out.push(feature_pair(Kind::OddsPair as u32 + 1, here.odds, after.odds));
            }
        }
        let edge = Seen::default();
        let (before, after) = (before.unwrap_or(edge), after.unwrap_or(edge));
        out.push(feature_pair(Kind::Shapes as u32, before.shape ^ here.shape.rotate_left(11), after.shape));
        out.push(feature_pair(Kind::FlagsAround as u32, before.flags << 16 | here.flags, after.flags));
    }

    fn set_casing(&mut self, casing: Casing) {
        let shouted = casing == Casing::Shouted;
        if shouted != self.shouted {
            self.shouted = shouted;
            self.seen = [None; 8];
        }
    }
}

/// The features that the whole article gives a candidate.
pub fn of_document(candidate: &Candidate, evidence: Brief, mut each: impl FnMut(u32)) {
    if !candidate.capital {
        return;
    }
    if evidence.small() {
        each(feature(Kind::DocumentSmall as u32, 0));
    }
    each(feature(Kind::DocumentMiddle as u32, evidence.middle()));
    each(feature(Kind::DocumentCount as u32, evidence.capital()));
    let mut left = evidence.around();
    while left != 0 {
        each(feature(Kind::Document as u32, left.trailing_zeros()));
        left &= left - 1;
    }
}

const _: () = assert!(around::COUNT <= 16);

/// The shape of a word: X capital, x small, d digit, other marks themselves; runs are cut at two. A word in capitals is
/// `lowered` to one with a first capital in a shouted line.
fn shape(word: &str, lowered: bool) -> u32 {
    let mut hash = 0x811c_9dc5u32;
    let (mut last, mut run) = (' ', 0);
    for (at, c) in word.chars().enumerate() {
        let class = match c {
            c if c.is_uppercase() && !(lowered && at > 0) => 'X',
            c if c.is_alphabetic() => 'x',
            c if c.is_numeric() => 'd',
            c => c,
        };
        run = if class == last { run + 1 } else { 1 };
        last = class;
        if run <= 2 {
            hash = (hash ^ class as u32).wrapping_mul(0x0100_0193);
        }
    }
    hash
}

/// Flags of a word as the lists and lexicons give them: bits below 16.
fn flags(listed: Listed, classes: Classes) -> u32 {
    let set = |condition: bool, bit: u32| u32::from(condition) << bit;
    set(listed.given() > 0, 0)
        | set(listed.surname() > 0, 1)
        | set(listed.place() > 0, 2)
        | set(listed.case() >= 4, 3)
        | set(classes.any(Classes::TITLE), 4)
        | set(classes.any(Classes::ORGANISATION), 5)
        | set(classes.any(Classes::CALENDAR), 6)
        | set(listed.chinese(), 7)
        | set(listed.korean(), 8)
        | set(classes.any(Classes::SPEECH), 9)
        | set(classes.any(Classes::HONORIFIC), 10)
        | set(classes.any(Classes::SUFFIX), 11)
        | set(classes.any(Classes::PARTICLE), 12)
        | set(classes.any(Classes::FUNCTION), 13)
        | set(classes.any(Classes::DEMONYM), 14)
        | set(classes.any(Classes::KIN), 15)
}

/// How much more the word is a name of people than a place or a common word, in steps from 0 to 6.
pub(super) fn odds(listed: Listed) -> u32 {
    let of_given = &ODDS[usize::from(listed.given())];
    of_given[usize::from(listed.surname())][usize::from(listed.place())][usize::from(listed.case().min(5))]
}

/// By how widely the word is a given name and a surname, how much of a place it is, and its case.
static ODDS: [[[[u32; 6]; 4]; 4]; 4] = {
    const NAME: [f32; 4] = [-3.0, 0.0, 1.1, 2.3];
    const PLACE: [f32; 4] = [-1.6, 0.2, 1.2, 3.0];
    const CASE: [f32; 6] = [0.0, -0.5, 0.5, 2.0, 4.0, 6.0];
    let mut odds = [[[[0; 6]; 4]; 4]; 4];
    let mut at = 0;
    while at < 4 * 4 * 4 * 6 {
        let (given, surname, place, case) = (at / 96, at / 24 % 4, at / 6 % 4, at % 6);
        let names = NAME[given] + NAME[surname];
        let other = PLACE[place] + CASE[case];
        odds[given][surname][place][case] = (((names - other) / 2.0).round().clamp(-3.0, 3.0) + 3.0) as u32;
        at += 1;
    }
    odds
};

/// Calls `each` with whether it is a prefix, the length in characters (1–4) and the hash of each affix of `word`.
fn affixes(word: &str, mut each: impl FnMut(bool, u32, u32)) {
    let mut hash = 0x811c_9dc5u32;
    for (length, c) in (1..=4).zip(word.chars()) {
        hash = (hash ^ c as u32).wrapping_mul(0x0100_0193);
        each(true, length, hash);
    }
    let mut hash = 0x811c_9dc5u32;
    for (length, c) in (1..=4).zip(word.chars().rev()) {
        hash = (hash ^ c as u32).wrapping_mul(0x0100_0193);
        each(false, length, hash);
    }
}

fn suffix_hash(word: &str, length: usize) -> u32 {
    word.chars().rev().take(length).fold(0x811c_9dc5, |hash, c| {
        let c = if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) };
        (hash ^ c as u32).wrapping_mul(0x0100_0193)
    })
}

macro_rules! word_test {
    ($(#[$doc:meta])* $name:ident, $($word:literal),+) => {
        $(#[$doc])*
        pub(super) fn $name(hash: u32) -> bool {
            static HASHES: LazyLock<Vec<u32>> = LazyLock::new(|| vec![$(Token::hash_of($word)),+]);
            HASHES.contains(&hash)
        }
    };
}

/// [`Token::lower`] of a comma.
pub(super) fn comma() -> u32 {
    static COMMA: LazyLock<u32> = LazyLock::new(|| Token::hash_of(","));
    *COMMA
}

word_test!(
    /// A preposition of place.
    is_locative, "in", "at", "from", "near", "to"
);
word_test!(
    /// The definite article.
    is_the, "the"
);
word_test!(
    /// A relative pronoun of persons.
    is_who, "who", "whose"
);
word_test!(
    /// The possessive clitic.
    is_possessive, "'s"
);
