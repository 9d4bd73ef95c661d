//! Figures and strong judgements that the author gives without a source.
//!
//! A figure wants a source when it reads like the result of a count: a share of something, a trend of it, a number of
//! people or things that a present or perfect tells of, a sum that somebody gave or spent. What the reporter saw, what is
//! ruled or planned, prices, scores, distances and times do not.

use super::{
    lexicon::{self as l, Lists},
    sentence::{Phrase, Sentence},
    verbs::Group,
    words as w,
};
use crate::{
    model::tagger::{self, Tag},
    syntax::TokenKind,
    text::Span,
};

/// A figure that wants a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Bytes of the block.
    pub span: Span,
    /// Number of its sentence in the block.
    pub sentence: usize,
    /// It stands in a clause of the author's own behind what somebody says: ", which gave nearly $2 million".
    pub aside: bool,
}

/// Tokens around a figure in which a word tells what it is.
const AROUND: usize = 8;
/// Tokens between a verb of spending or of change and its figure.
const OBJECT: usize = 5;
/// Tokens between a counted phrase and its verb.
const VERB: usize = 8;
/// Counts below this are told, not counted.
const FEW: u64 = 20;
/// From here on things are counted that no list names.
const THINGS: u64 = 1_000;
/// From here on a number is a count without "about".
const MANY: u64 = 100_000;
/// Sums below this are prices, rounded or not.
const SUM: u64 = 10_000;
/// From here on a sum wants a source without "about".
const LARGE_SUM: u64 = 1_000_000;

/// As far as its word and those beside it tell, a figure that wants a source may stand at the token.
pub fn may_stand(s: &Sentence, at: usize) -> bool {
    let may_be_number = is_written_as_number(s, at) || s.listed(at + 1, l::MAGNITUDE);
    let may_want = || Number::read(s, at, false).is_some_and(|number| number.may_want(s));
    may_be_ratio(s, at) || may_be_number && may_want()
}

/// A number by its word, whatever its tag is.
fn is_written_as_number(s: &Sentence, at: usize) -> bool {
    s.kind(at) == TokenKind::Number || s.is(at, &[w::ONE]) || s.listed(at, l::FRACTION)
}

/// The first figure of the sentence that wants a source.
pub fn find(s: &Sentence, sentence: usize) -> Option<Figure> {
    let number = |at: &usize| {
        let told = is_written_as_number(s, *at) || s.tag(*at) == Tag::Number;
        told && may_stand(s, *at) && !s.in_quotation(*at)
    };
    let mut numbers = (0..s.len()).filter(number).peekable();
    numbers.peek()?;
    let personal = (0..s.len()).any(|at| s.is(at, &[w::I, w::WE, w::YOU, w::YOUR, w::OUR, w::MY]));
    let asks = s.is(s.len() - 1, &[w::QUESTION_MARK]);
    if personal || asks || is_headline(s) {
        return None;
    }
    let (at, tokens) = numbers.find_map(|at| Number::at(s, at)?.wanting(s).map(|tokens| (at, tokens)))?;
    Some(Figure { span: s.span(tokens), sentence, aside: in_aside(s, at) })
}

/// "two in five", as far as the words tell.
fn may_be_ratio(s: &Sentence, at: usize) -> bool {
    let is_number = |at: usize| s.kind(at) == TokenKind::Number || tagger::is_number(s.word(at));
    s.is(at + 1, &[w::IN]) && is_number(at) && is_number(at + 2)
}

/// Most of its words have a capital.
fn is_headline(s: &Sentence) -> bool {
    let words = s.tokens.iter().filter(|token| token.kind == TokenKind::Word);
    let (capitals, all) = words.fold((0, 0), |(capitals, all), word| (capitals + usize::from(word.capital), all + 1));
    capitals * 3 > all * 2
}

/// How a number is told.
#[derive(Clone, Copy, PartialEq)]
enum Manner {
    /// "600,000 people", "two million people".
    Count,
    /// "$5.9 million".
    Money,
    /// "40 percent".
    Percent,
    /// "a third".
    Fraction,
    /// "one in five".
    Ratio,
}

/// A number with what belongs to it. Numbers are tokens of the sentence.
#[derive(Clone, Copy)]
struct Number {
    manner: Manner,
    at: usize,
    /// From "more than" or the currency on.
    start: usize,
    /// Behind "million" and "percent".
    end: usize,
    /// "nearly", "at least": somebody counted, and the author rounds.
    about: bool,
    /// Its size, magnitudes included.
    size: u64,
}

impl Number {
    /// The number at `at`, unless the words around it tell that nobody counted.
    fn at(s: &Sentence, at: usize) -> Option<Self> {
        let is_ratio = may_be_ratio(s, at) && s.tag(at + 2) == Tag::Number;
        let number = Self::read(s, at, is_ratio)?;
        let owned = s.tag_before(number.start) == Tag::Possessive;
        (!owned && !is_topic(s, number.first()) && !number.is_set(s)).then_some(number)
    }

    /// The number at `at` as it is written, whatever its tags are. `is_ratio`: another number follows behind "in".
    fn read(s: &Sentence, at: usize, is_ratio: bool) -> Option<Self> {
        let text = s.tokens[at].of(s.text);
        let digits = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
        let big = s.listed(at + 1, l::MAGNITUDE) && !s.is(at + 1, &[w::PERCENT]);
        let (manner, end) = if s.is(at + 1, &[w::PERCENT, w::PERCENT_SIGN]) {
            (Manner::Percent, at + 2)
        } else if s.listed(at, l::FRACTION) {
            (Manner::Fraction, at + 1)
        } else if is_ratio {
            (Manner::Ratio, at + 3)
        } else if at > 0 && s.listed(at - 1, l::CURRENCY) {
            (Manner::Money, at + 1 + usize::from(big))
        } else {
            (Manner::Count, at + 1 + usize::from(big))
        };
        let told = digits || big || matches!(manner, Manner::Fraction | Manner::Ratio);
        let first = at - usize::from(manner == Manner::Money);
        let about = rounding(s, first);
        let whole: String = text.chars().filter(|&c| c != ',').take_while(char::is_ascii_digit).collect();
        let size = whole.parse::<u64>().unwrap_or(1).saturating_mul(if big { 1_000_000 } else { 1 });
        let number = Self { manner, at, start: about.unwrap_or(first), end, about: about.is_some(), size };
        (told && !number.refers_back(s) && !number.is_date(s, text)).then_some(number)
    }

    /// Its own first token, the currency included.
    fn first(&self) -> usize {
        self.at - usize::from(self.manner == Manner::Money)
    }

    /// "the $53 million", "those 400 people", "the top 1 percent".
    fn refers_back(&self, s: &Sentence) -> bool {
        s.is_before(self.start, &[w::THE, w::THAT, w::THIS, w::THOSE, w::THESE, w::TOP])
    }

    /// A year, or a day of a month.
    fn is_date(&self, s: &Sentence, text: &str) -> bool {
        let year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) && text < "2100";
        let bare = self.manner == Manner::Count && self.end == self.at + 1;
        bare && (year || s.listed(self.at + 1, l::CALENDAR) || self.at > 0 && s.listed(self.at - 1, l::CALENDAR))
    }

    /// A rule, a plan or a wish stands beside it: nobody counted yet.
    fn is_set(&self, s: &Sentence) -> bool {
        let clause = |at: &usize| !s.is(*at, &[w::COMMA, w::SEMICOLON, w::DASH, w::DOUBLE_DASH, w::WHICH, w::WHO]);
        let before = (0..self.start).rev().take(AROUND).take_while(clause);
        let after = (self.end..s.len()).take(AROUND).take_while(clause);
        before.chain(after).any(|at| {
            s.listed(at, l::PROVISION.or(l::STRONG_MODAL)) && (s.noun(at) || s.modal(at))
                || s.modal(at)
                || s.is(at, &[w::IF])
        })
    }

    /// As far as the words tell, it may want a source.
    fn may_want(&self, s: &Sentence) -> bool {
        let of = s.is(self.end, &[w::OF]);
        let verb_before = |lists: Lists| s.any_listed(self.start.saturating_sub(OBJECT)..self.start, lists);
        match self.manner {
            Manner::Percent => of || verb_before(l::CHANGING),
            Manner::Fraction => of,
            Manner::Ratio => true,
            Manner::Money => verb_before(l::SPENDING.or(l::COSTING)),
            Manner::Count => self.is_large(),
        }
    }

    /// So many that somebody counted them.
    fn is_large(&self) -> bool {
        self.size >= FEW && (self.about || self.size >= MANY)
    }

    /// The tokens to mark, if it wants a source.
    fn wanting(self, s: &Sentence) -> Option<std::ops::Range<usize>> {
        let wants = match self.manner {
            Manner::Percent => self.is_share(s) || self.is_trend(s),
            Manner::Fraction | Manner::Ratio => self.is_share(s),
            Manner::Money => self.is_spent(s),
            Manner::Count => self.is_count(s),
        };
        wants.then_some(self.start..self.end)
    }

    /// "40 percent of the tenants", "a third of pupils have", "one in five pupils have".
    fn is_share(&self, s: &Sentence) -> bool {
        let whole = match self.manner {
            Manner::Ratio => s.phrase(self.end - 1).map(|phrase| Phrase { start: self.end, ..phrase }),
            _ if s.is(self.end, &[w::OF]) => s.phrase_from(self.end + 1),
            _ => None,
        };
        let Some(whole) = whole else { return false };
        let inside = whole.start..whole.end;
        let plural = inside.clone().any(|at| s.tag(at) == Tag::NounPlural || s.proper(at));
        let people = s.any_listed(inside.clone(), l::PERSON.or(l::GROUP).or(l::COUNTED).or(l::NATIONALITY));
        let measured = s.any_listed(inside.clone(), l::TIME.or(l::UNIT).or(l::TRADED));
        let subject = plural && !measured && self.opens_clause(s) && self.tells_state(s, whole.end);
        let told = plural && people || subject || s.any_listed(inside.clone(), l::WHOLE);
        let won = s.is_before(self.start, &[w::WON, w::WIN]);
        told && !won
            && !s.any_listed(inside, l::SCORED)
            && (self.manner == Manner::Percent || self.opens_clause(s) && self.tells_state(s, whole.end))
    }

    /// "rose 12 percent", "fell by 12 percent".
    fn is_trend(&self, s: &Sentence) -> bool {
        let from = self.start.saturating_sub(OBJECT);
        let changes = |at: usize| s.verb(at) && s.listed(at, l::CHANGING) && !Group::of(s, at).infinitive;
        (from..self.start).any(changes) && !s.any_listed(0..s.len(), l::TRADED)
    }

    /// "gave nearly $2 million", "has cost the town $12 million": more than a price.
    fn is_spent(&self, s: &Sentence) -> bool {
        let from = self.start.saturating_sub(OBJECT);
        let rounded = |at: usize| self.about && self.size >= SUM && s.listed(at, l::SPENDING);
        let large = |at: usize| self.size >= LARGE_SUM && s.listed(at, l::COSTING);
        (from..self.start).any(|at| s.verb(at) && (rounded(at) || large(at)))
    }

    /// "More than 600,000 people live there", "there are about 4,000 boats".
    fn is_count(&self, s: &Sentence) -> bool {
        let Some(phrase) = s.phrase(self.at) else { return false };
        let counted = (self.end..phrase.end).rev().find(|&at| s.noun(at)).or_else(|| self.counted_behind_of(s));
        let Some(noun) = counted else { return false };
        let listed = s.listed(noun, l::PERSON.or(l::GROUP).or(l::COUNTED).or(l::NATIONALITY));
        let measured = s.listed(noun, l::TIME.or(l::SCORED).or(l::UNIT));
        let known = listed || self.size >= THINGS && s.tag(noun) == Tag::NounPlural;
        if measured || !known || !self.is_large() {
            return false;
        }
        let there =
            self.start.checked_sub(2).is_some_and(|there| s.is(there, &[w::THERE]) && s.listed(there + 1, l::BE));
        there || self.opens_clause(s) && self.tells_state(s, phrase.end.max(noun + 1))
    }

    /// "more than two million of the tenants".
    fn counted_behind_of(&self, s: &Sentence) -> Option<usize> {
        let whole = s.is(self.end, &[w::OF]).then(|| s.phrase_from(self.end + 1))??;
        Some(whole.end - 1)
    }

    /// No verb, noun or preposition governs it.
    fn opens_clause(&self, s: &Sentence) -> bool {
        let Some(before) = self.start.checked_sub(1) else { return true };
        let preposition = s.preposition(before) && !s.listed(before, l::SUBORDINATOR);
        !s.verb(before) && !s.noun(before) && !preposition && !s.is(before, &[w::TO, w::OF])
    }

    /// The verb behind the phrase that ends at `end` tells what is, or what has come to be: present or perfect.
    fn tells_state(&self, s: &Sentence, end: usize) -> bool {
        let verb = (end..s.len().min(end + VERB)).find(|&at| s.finite(at) || s.modal(at));
        let Some(verb) = verb.filter(|&verb| !s.modal(verb)) else { return false };
        let auxiliary = s.is(verb, &[w::ARE, w::HAVE, w::DO, w::IS, w::HAS]);
        let present = auxiliary || matches!(s.tag(verb), Tag::VerbPresent | Tag::VerbThird);
        present && !s.is_before(verb, &[w::WHO, w::WHICH, w::THAT])
    }
}

/// "a remark about 40 percent", "talked about 40 percent": somebody spoke of it.
fn is_topic(s: &Sentence, first: usize) -> bool {
    let about = first.checked_sub(1).filter(|&about| s.is(about, &[w::ABOUT, w::OVER]));
    about.is_some_and(|about| s.noun_before(about) || about > 0 && s.listed(about - 1, l::SAYING))
}

/// Where "more than", "nearly" or "at least" begins that ends before `first`.
fn rounding(s: &Sentence, first: usize) -> Option<usize> {
    let word = first.checked_sub(1).filter(|&word| s.listed(word, l::ABOUT))?;
    let opening = word.checked_sub(1).filter(|&opening| s.listed(opening, l::ABOUT_OPENING));
    let needs = s.is(word, &[w::THAN, w::LEAST, w::TO]);
    (opening.is_some() || !needs).then(|| opening.unwrap_or(word))
}

/// The figure at `at` stands in a relative clause behind a comma.
fn in_aside(s: &Sentence, at: usize) -> bool {
    (1..at).rev().take(AROUND).any(|which| s.is(which, &[w::WHICH, w::WHO]) && s.is_before(which, &[w::COMMA]))
}

/// The first word of the sentence by which the author judges or foretells. Bytes of the block.
pub fn judgement(s: &Sentence) -> Option<Span> {
    let judges = |at: &usize| {
        !s.in_quotation(*at) && s.listed(*at, l::JUDGEMENT) && matches!(s.tag(*at), Tag::Adverb | Tag::Adjective)
    };
    (0..s.len()).find(judges).map(|at| s.span(at..at + 1))
}
