//! What kind of source a noun phrase is.

use super::{
    SourceKind, lexicon as l,
    sentence::{Phrase, Sentence, Source},
    words as w,
};
use crate::{
    model::tagger::{self, Tag},
    syntax::Token,
};

/// What kind of source a noun phrase is, as the grammar tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// There is none.
    Nobody,
    Pronoun,
    /// A proper name, or a phrase that an apposition names.
    Named,
    /// Definite or possessive: "the minister", "his lawyer".
    Described,
    /// A body that needs no name: "police".
    Body,
    /// Unnamed, but of a named body: "Pentagon officials".
    Affiliated,
    Vague,
    Anonymous,
    /// A document that nobody is said to have written: "polls".
    Document,
    /// No source: a thing, a share, everybody.
    Other,
}

impl Class {
    /// The class of `source` in its sentence.
    pub fn of(s: &Sentence, source: Option<Source>) -> Self {
        source.map_or(Self::Nobody, |source| Description::new(s, source, None).class())
    }

    /// The class of `source` when the word that opens it has its capital from the sentence alone: "Abortion opponents".
    pub fn of_common(s: &Sentence, source: Source) -> Self {
        Description::new(s, source, Some(source.start)).class()
    }

    /// The reader can tell who it is.
    pub fn identified(self) -> bool {
        matches!(self, Self::Named | Self::Pronoun | Self::Described)
    }

    /// The reader cannot tell who it is.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Vague | Self::Anonymous | Self::Document)
    }

    /// The kind that readers are told.
    pub fn kind(self) -> SourceKind {
        match self {
            Self::Named | Self::Pronoun => SourceKind::Named,
            Self::Described | Self::Body | Self::Affiliated | Self::Other => SourceKind::Described,
            Self::Vague | Self::Document => SourceKind::Vague,
            Self::Anonymous => SourceKind::Anonymous,
            Self::Nobody => SourceKind::None,
        }
    }

    /// Why, in words for the reader.
    pub fn why(self) -> &'static str {
        match self {
            Self::Nobody => "nobody is named",
            Self::Pronoun => "a pronoun that refers back",
            Self::Named => "a proper name stands in the phrase or beside it",
            Self::Described => "definite: the phrase points back to somebody the article has named or described",
            Self::Body => "a body that is identified without a name",
            Self::Affiliated => "unnamed, but the body it belongs to is named",
            Self::Vague => "a bare plural, a quantity or a group: nobody in particular",
            Self::Anonymous => "a person whom the article does not name",
            Self::Document => "documents whose author is not named",
            Self::Other => "the phrase stands in the place of the source",
        }
    }
}

/// Tokens of an aside in brackets behind a name.
const ASIDE: usize = 8;

/// A source phrase, looked at.
struct Description<'a> {
    s: &'a Sentence<'a>,
    source: Source,
    /// First token, adverbs left aside.
    start: usize,
    /// The head noun; of what follows "of" in "a number of analysts".
    head: Option<usize>,
    /// "some", "a number of".
    quantified: bool,
    /// "a number of", "a few".
    partitive: bool,
    /// A proper name stands in it, outside its relative clause, or in what it is joined with.
    names: bool,
}

impl<'a> Description<'a> {
    /// `common` is a token that is no name, capital or not.
    fn new(s: &'a Sentence<'a>, source: Source, common: Option<usize>) -> Self {
        let adverbs = (source.start..source.end.saturating_sub(1)).take_while(|&at| s.tag(at) == Tag::Adverb).count();
        let start = source.start + adverbs;
        let partitive = s.is(start, &[w::A, w::THE])
            && source.end - start > 1
            && s.any_listed(start + 1..source.end, l::PARTITIVE)
            && (s.is(source.end, &[w::OF]) || s.listed(source.end - 1, l::BARE_QUANTIFIER));
        let nouns = |phrase: Phrase| (phrase.start..phrase.end).rev().find(|&at| s.noun(at));
        let result = s.any_listed(start..source.end, l::RESULT) && s.is(source.end, &[w::OF, w::FROM]);
        let counted = (partitive || result).then(|| s.phrase(source.end + 1)).flatten().and_then(nouns);
        let head = counted.or_else(|| nouns(Phrase { start, end: source.end }));
        let quantified = partitive || s.listed(start, l::QUANTIFIER);
        let names = names_in(s, source, start, common) || joined_with_known(s, start);
        Self { s, source, start, head, quantified, partitive, names }
    }

    fn class(&self) -> Class {
        let s = self.s;
        let single = self.source.end - self.start == 1;
        if single && s.listed(self.start, l::PRONOUN) && !self.is_share() {
            return Class::Pronoun;
        }
        let almost = s.is(self.start, &[w::ALL]) && s.any_listed(self.start.saturating_sub(1)..self.start, l::ALMOST);
        if self.is_share() || s.listed(self.start, l::NOBODY) && !almost {
            return Class::Other;
        }
        if s.is(self.start, &[w::THERE]) || s.is(self.start, &[w::WHO]) {
            return Class::Pronoun;
        }
        if s.listed_text(self.source, l::METONYM) {
            return Class::Vague;
        }
        match self.head {
            Some(head) => self.with_head(head),
            None => self.without_head(),
        }
    }

    /// "two-thirds", "half of", "40 percent", "seven in ten": a figure rather than a source.
    fn is_share(&self) -> bool {
        let s = self.s;
        let number = s.tag(self.start) == Tag::Number;
        let counts = |at: usize| s.tag(at) == Tag::Number || s.is(at, &[w::ONE]);
        let single = self.source.end - self.start == 1;
        let of_number = single
            && counts(self.start)
            && s.is(self.source.end, &[w::IN])
            && s.tag(self.source.end + 1) == Tag::Number;
        let in_number = number && self.start >= 2 && s.is(self.start - 1, &[w::IN, w::OF]) && counts(self.start - 2);
        of_number
            || in_number
            || (self.start..self.source.end).any(|at| s.listed(at, l::SHARE) || s.is(at, &[w::PERCENT_SIGN]))
    }

    fn without_head(&self) -> Class {
        let s = self.s;
        // "Of 1,200 people surveyed, most said": counted before.
        if s.is(0, &[w::OF, w::AMONG]) && self.start > 0 && s.any_is(0..self.start, &[w::COMMA]) {
            return Class::Described;
        }
        if s.listed(self.start, l::QUANTIFIER.or(l::BARE_QUANTIFIER)) {
            if self.counts_things() {
                return Class::Other;
            }
            // "many in Norway": a place makes nobody of them known.
            let placed = s.is(self.source.end, &[w::IN]) && !(self.start..self.source.end).any(|at| s.proper(at));
            return if self.names && !placed { Class::Affiliated } else { Class::Vague };
        }
        if s.listed(self.start, l::DEFINITE) {
            return Class::Described;
        }
        if s.adjective(self.start) && s.listed(self.source.end - 1, l::PERSON) {
            return Class::Vague;
        }
        if self.names { Class::Named } else { Class::Other }
    }

    /// "many of his works", "some of the walls".
    fn counts_things(&self) -> bool {
        let s = self.s;
        let whole = s.is(self.source.end, &[w::OF]).then(|| s.phrase_from(self.source.end + 1)).flatten();
        let head = whole.and_then(|whole| (whole.start..whole.end).rev().find(|&at| s.noun(at)));
        head.is_some_and(|head| s.tag(head) == Tag::NounPlural && s.listed(head, l::THING))
    }

    fn with_head(&self, head: usize) -> Class {
        let s = self.s;
        let common = s.opens(head) && s.listed(head, l::PERSON.or(l::DOCUMENT).or(l::GROUP));
        if s.proper(head) && !common {
            let people = self.quantified && s.listed(head, l::NATIONALITY) && self.is_plural(head);
            return match s.listed(head, l::PARTY) {
                false if people => Class::Vague,
                true if self.quantified => Class::Affiliated,
                true => Class::Body,
                false => Class::Named,
            };
        }
        if s.is(head, &[w::FIGURE, w::FIGURES]) && head > self.start && s.noun(head - 1) {
            return match s.tag(head) {
                _ if self.names => Class::Affiliated,
                Tag::NounPlural => Class::Vague,
                _ => Class::Other,
            };
        }
        if s.listed(head, l::LORE) && !s.listed(self.start, l::DEFINITE) && !self.names {
            return Class::Document;
        }
        if s.listed(head, l::DOCUMENT) {
            return self.document(head);
        }
        if self.is_named_beside(head) {
            return Class::Named;
        }
        if s.listed(self.start, l::DEFINITE) && !self.quantified || s.tag(self.start) == Tag::Possessive {
            return Class::Described;
        }
        let owned = (self.start..head).any(|at| s.possessive_mark(at));
        if owned && !self.quantified && !s.is(self.start, &[w::A, w::AN, w::ONE]) {
            return match self.names && s.tag(head) == Tag::NounPlural {
                true => Class::Affiliated,
                false => Class::Described,
            };
        }
        self.indefinite(head)
    }

    /// "Russians", whether the tagger took it for a name or not.
    fn is_plural(&self, head: usize) -> bool {
        self.s.tokens[head].of(self.s.text).ends_with('s')
    }

    fn indefinite(&self, head: usize) -> Class {
        let s = self.s;
        if s.listed(head, l::BODY) && !self.quantified {
            return Class::Body;
        }
        if self.names {
            return Class::Affiliated;
        }
        let speaks_for = s.is(self.source.end, &[w::FOR, w::OF, w::AT]) || head > 0 && s.tag(head - 1) == Tag::Noun;
        if speaks_for && s.listed(head, l::SPOKESMAN) {
            return Class::Affiliated;
        }
        let person = s.listed(head, l::PERSON.or(l::BARE_QUANTIFIER));
        let one = s.is(self.start, &[w::A, w::AN, w::ONE, w::ANOTHER]);
        if one && s.tag(head) != Tag::NounPlural && !self.partitive && !s.listed(head, l::COLLECTIVE) {
            return if person { Class::Anonymous } else { Class::Other };
        }
        let plural = s.tag(head) == Tag::NounPlural || s.listed(head, l::MASS) || s.is(self.start, &[w::ONE]);
        // "some controversy", "much of the time"
        let counted = self.quantified && !s.listed(head, l::THING.or(l::TIME)) && s.tag(head) != Tag::Noun;
        let people = person || s.listed(head, l::GROUP) || counted || self.has_people_ending(head);
        if !(plural || self.quantified) || !people {
            return Class::Other;
        }
        let phrase = self.start..self.source.extent.max(self.source.end);
        if s.any_listed(phrase, l::ANONYMITY.or(l::POST_ADJECTIVE)) { Class::Anonymous } else { Class::Vague }
    }

    /// "physicists", "Londoners": nouns for people by their ending, which no list can exhaust.
    fn has_people_ending(&self, head: usize) -> bool {
        let text = self.s.tokens[head].of(self.s.text);
        let ending = ["ists", "ers", "ors", "ians", "crats", "women"].iter().any(|ending| text.ends_with(ending));
        self.s.tag(head) == Tag::NounPlural && !self.s.tokens[head].capital && ending && !self.s.listed(head, l::THING)
    }

    /// Documents are identified by a name, a determiner that points back, an owner, or an author behind them.
    fn document(&self, head: usize) -> Class {
        let s = self.s;
        let owned = (self.start..head).any(|at| s.possessive_mark(at)) || s.tag(self.start) == Tag::Possessive;
        let start =
            if head < self.source.end { self.start } else { s.phrase(head).map_or(head, |phrase| phrase.start) };
        if self.names || owned || s.listed(start, l::DEFINITE) {
            return Class::Named;
        }
        let author = |at: usize| {
            s.is(at, &[w::BY, w::FROM, w::INCLUDING, w::LIKE, w::AT, w::OF, w::FOR])
                && (s.proper(at + 1) || s.is(at + 1, &[w::THE, w::ONE]) && s.proper(at + 2))
        };
        let behind = self.source.end..(self.source.end + 9).min(s.len());
        let after_comma = s.is(self.source.end, &[w::COMMA]);
        // "documents he submitted", "reports that the campaign is filing"
        let own_clause = || {
            let subject = self.source.extent + usize::from(s.is(self.source.extent, &[w::THAT, w::WHICH]));
            let known = s
                .phrase_from(subject)
                .is_some_and(|phrase| s.listed(phrase.start, l::PRONOUN) || s.proper(phrase.end - 1));
            known && !s.verb(self.source.extent)
        };
        let made_by = |at: usize| s.is(at, &[w::BY, w::FROM]) && s.tag(self.source.end) == Tag::Participle;
        let beside = |at: usize| {
            at < self.source.extent
                || after_comma && (at == self.source.end + 1 || s.is(self.source.end + 1, &[w::INCLUDING]))
        };
        if behind.into_iter().any(|at| beside(at) && author(at) || made_by(at)) {
            return Class::Named;
        }
        if s.is_before(self.source.start, &[w::TO]) && own_clause() {
            return Class::Named;
        }
        Class::Document
    }

    /// ", Mara Venn," behind a singular phrase, or "Mara Venn," before it.
    fn is_named_beside(&self, head: usize) -> bool {
        let s = self.s;
        if self.follows_name() && s.tag(head) == Tag::Noun {
            return true;
        }
        let beside = self.source.end + 1;
        s.is(self.source.end, &[w::COMMA])
            && s.tag(head) == Tag::Noun
            && (s.tag(beside) == Tag::Proper || s.determiner(beside))
            && (beside..(beside + 5).min(s.len())).any(|at| s.proper(at))
    }
}

impl Description<'_> {
    /// A name and a comma stand before it, and the name hangs on nothing.
    fn follows_name(&self) -> bool {
        let s = self.s;
        let comma = self.source.start.checked_sub(1).filter(|&comma| s.is(comma, &[w::COMMA]));
        // "Mara Venn (Lindhaven), a supporter of the wall, said"
        let bracket = |comma: usize| {
            let closed = comma.checked_sub(1).filter(|&close| s.is(close, &[w::CLOSE_BRACKET]));
            let open = closed.and_then(|close| (0..close).rev().take(ASIDE).find(|&at| s.is(at, &[w::OPEN_BRACKET])));
            open.unwrap_or(comma)
        };
        let Some(name) = comma.and_then(|comma| s.phrase_before(bracket(comma))) else { return false };
        let hangs = name.start > 0
            && (s.preposition(name.start - 1) || s.verb(name.start - 1) || s.is(name.start - 1, &[w::TO]));
        let closed = self.source.extent >= s.len() || s.is(self.source.extent, &[w::COMMA, w::STOP, w::CLOSE_BRACKET]);
        closed && s.proper(name.end - 1) && !hangs
    }
}

/// A proper name stands in the source's phrase, its relative clause left aside.
fn names_in(s: &Sentence, source: Source, start: usize, common: Option<usize>) -> bool {
    let end = source.extent.max(source.end);
    let modifier = |at: usize| s.is(at, &[w::WHO, w::WHICH]) || s.tag(at) == Tag::Gerund && !s.is(at, &[w::INCLUDING]);
    let end = (source.end..end).find(|&at| modifier(at)).unwrap_or(end);
    // "critics of the Harbour Board" do not belong to it.
    let object = s.listed(source.end - 1, l::HOLDER) && s.is(source.end, &[w::OF, w::TO, w::FOR]);
    let named = (source.end..end).find(|&at| !object || s.is(at, &[w::COMMA])).unwrap_or(end);
    let start = s.phrase_before(start).filter(|phrase| phrase.end == start).map_or(start, |phrase| phrase.start);
    (start..source.end).chain(named..end).filter(|at| Some(*at) != common).any(|at| {
        let listed = s.listed(at, l::PERSON.or(l::DOCUMENT).or(l::QUANTIFIER).or(l::GROUP));
        let token = &s.tokens[at];
        let capital = token.of(s.text).chars().any(char::is_uppercase);
        let name = is_name_alone(token) && s.tag(at + 1) == Tag::NounPlural;
        let affiliation = capital && (s.adjective(at) && !s.opens(at) || s.opens(at) && name);
        // "G-III", "AP-NORC"
        let initials = token.of(s.text).bytes().filter(u8::is_ascii_uppercase).count() > 2;
        (s.proper(at) || affiliation || initials) && !(s.opens(at) && listed) && !s.listed(at, l::CALENDAR)
    })
}

/// The corpora know the word as a name and not as a common word.
fn is_name_alone(token: &Token) -> bool {
    tagger::is_name(token.lower) && !tagger::is_common(token.lower)
}

/// Joined by "and" with a phrase that names or points back: "the minister and other officials".
fn joined_with_known(s: &Sentence, start: usize) -> bool {
    let Some(other) = start.checked_sub(1).filter(|&and| s.is(and, &[w::AND])).and_then(|and| s.phrase_before(and))
    else {
        return false;
    };
    let hangs = other.start > 0
        && (s.preposition(other.start - 1) && !s.listed(other.start - 1, l::SUBORDINATOR)
            || s.verb(other.start - 1)
            || s.is(other.start - 1, &[w::TO]));
    !hangs && ((other.start..other.end).any(|at| s.proper(at)) || s.listed(other.start, l::DEFINITE.or(l::PRONOUN)))
}

impl Sentence<'_> {
    /// The words of the source's base, as they stand, are an entry of one of `lists`.
    fn listed_text(&self, source: Source, lists: l::Lists) -> bool {
        let text = self.span(source.start..source.end).of(self.text);
        source.end - source.start <= 2 && l::look_up(Token::hash_of(text)).lists.any(lists)
    }
}
