use super::{
    lexicon::{self, Entry, Lists},
    words as w,
};
use crate::{
    model::tagger::{self, Tag},
    syntax::{Token, TokenKind},
    text::Span,
};

/// Marks before the first word of a sentence, at most; longer runs are no prose, and looking over them is slow.
const OPENING_MARKS: usize = 8;

/// A base noun phrase: first token and the token after its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    pub start: usize,
    pub end: usize,
}

/// A noun phrase as a source: its base, and the end of what modifies it from behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    pub start: usize,
    pub end: usize,
    pub extent: usize,
}

impl Source {
    /// The base alone.
    pub fn base(start: usize, end: usize) -> Self {
        Self { start, end, extent: end }
    }
}

/// One sentence as the grammar sees it. Tokens are numbered from the sentence's first.
pub struct Sentence<'a> {
    /// The block's text.
    pub text: &'a str,
    pub tokens: &'a [Token],
    /// Number of the quotation that each token stands in, from 1; 0 outside.
    pub quoted: &'a [u16],
    pub tags: Vec<Tag>,
    pub entries: Vec<Entry>,
    /// Base noun phrases in order.
    pub phrases: Vec<Phrase>,
    /// Number of the phrase that each token stands in, from 1; 0 outside.
    pub phrase_of: Vec<u16>,
}

impl<'a> Sentence<'a> {
    /// The sentence of these tokens, tags and quotations; phrases are not found yet.
    pub fn new(text: &'a str, tokens: &'a [Token], tags: &[Tag], quoted: &'a [u16]) -> Self {
        let entries = tokens.iter().map(|token| lexicon::look_up(token.lower)).collect();
        Self { text, tokens, quoted, tags: tags.to_vec(), entries, phrases: Vec::new(), phrase_of: Vec::new() }
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token's word; 0 beyond both ends.
    pub fn word(&self, at: usize) -> u32 {
        self.tokens.get(at).map_or(0, |token| token.lower)
    }

    #[inline]
    pub fn is<const COUNT: usize>(&self, at: usize, words: &[u32; COUNT]) -> bool {
        self.tokens.get(at).is_some_and(|token| words.contains(&token.lower))
    }

    pub fn is_before<const COUNT: usize>(&self, at: usize, words: &[u32; COUNT]) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, words))
    }

    /// The token is listed in one of `lists`.
    pub fn listed(&self, at: usize, lists: Lists) -> bool {
        self.entries.get(at).is_some_and(|entry| entry.lists.any(lists))
    }

    pub fn any_listed(&self, range: std::ops::Range<usize>, lists: Lists) -> bool {
        self.entries.get(range).is_some_and(|entries| entries.iter().any(|entry| entry.lists.any(lists)))
    }

    pub fn any_is<const COUNT: usize>(&self, range: std::ops::Range<usize>, words: &[u32; COUNT]) -> bool {
        self.tokens.get(range).is_some_and(|tokens| tokens.iter().any(|token| words.contains(&token.lower)))
    }

    /// The token's tag; [`Tag::Punctuation`] beyond both ends.
    pub fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::Punctuation)
    }

    /// The tag of the token before; [`Tag::Punctuation`] at the start.
    pub fn tag_before(&self, at: usize) -> Tag {
        at.checked_sub(1).map_or(Tag::Punctuation, |before| self.tag(before))
    }

    pub fn noun(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::Noun | Tag::NounPlural | Tag::Proper)
    }

    pub fn noun_before(&self, at: usize) -> bool {
        at > 0 && self.noun(at - 1)
    }

    pub fn adjective(&self, at: usize) -> bool {
        self.tag(at) == Tag::Adjective
    }

    pub fn adverb(&self, at: usize) -> bool {
        self.tag(at) == Tag::Adverb || self.is(at, &[w::NOT, w::NOT_SHORT])
    }

    pub fn determiner(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::Determiner | Tag::Possessive) || self.is(at, &[w::WHOSE])
    }

    /// A preposition, a particle or a word that opens a clause.
    pub fn preposition(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::Adposition | Tag::Subordinator)
    }

    /// Any form of a verb but a modal.
    pub fn verb(&self, at: usize) -> bool {
        match self.tag(at) {
            Tag::Verb | Tag::VerbPresent | Tag::VerbThird | Tag::VerbPast | Tag::Participle | Tag::Gerund => true,
            Tag::Auxiliary => !self.modal(at),
            _ => false,
        }
    }

    pub fn modal(&self, at: usize) -> bool {
        self.tag(at) == Tag::Auxiliary && self.listed(at, lexicon::MODAL)
    }

    /// A form that carries a tense.
    pub fn finite(&self, at: usize) -> bool {
        match self.tag(at) {
            Tag::VerbPresent | Tag::VerbThird | Tag::VerbPast => true,
            Tag::Auxiliary => self.listed(at, lexicon::FINITE),
            _ => false,
        }
    }

    /// The mark of a genitive: 's or the lone apostrophe after a plural.
    pub fn possessive_mark(&self, at: usize) -> bool {
        self.tag(at) == Tag::Particle && self.kind(at) == TokenKind::Clitic && !self.is(at, &[w::NOT_SHORT])
    }

    pub fn kind(&self, at: usize) -> TokenKind {
        self.tokens.get(at).map_or(TokenKind::Punctuation, |token| token.kind)
    }

    pub fn quote_mark(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Quote
    }

    pub fn any_quote(&self, range: std::ops::Range<usize>) -> bool {
        range.into_iter().any(|at| self.quote_mark(at))
    }

    /// The token stands inside a quotation, its marks included.
    pub fn in_quotation(&self, at: usize) -> bool {
        self.quoted.get(at).is_some_and(|&number| number > 0)
    }

    /// The phrase that the token stands in.
    pub fn phrase(&self, at: usize) -> Option<Phrase> {
        let number = self.phrase_of.get(at).copied().filter(|&number| number > 0)?;
        self.phrases.get(usize::from(number) - 1).copied()
    }

    /// The phrase that ends right before the token.
    pub fn phrase_before(&self, at: usize) -> Option<Phrase> {
        at.checked_sub(1).and_then(|before| self.phrase(before))
    }

    /// The phrase that begins with the token.
    pub fn phrase_from(&self, at: usize) -> Option<Phrase> {
        self.phrase(at).filter(|phrase| phrase.start == at)
    }

    /// The token is a word of a proper name: by its tag, or by its capitals inside the sentence.
    pub fn proper(&self, at: usize) -> bool {
        if self.tag(at) == Tag::Proper {
            return true;
        }
        let Some(token) = self.tokens.get(at).filter(|_| self.noun(at)) else { return false };
        let text = token.of(self.text);
        let inner_capital = text.chars().skip(1).any(char::is_uppercase);
        let quoted = at > 0 && self.quote_mark(at - 1) && self.in_quotation(at);
        let opens = at == 0 || quoted || self.is(at - 1, &[w::STOP, w::COLON]);
        let unknown = self.tag(at) == Tag::Noun && !tagger::is_common(token.lower);
        inner_capital && text.len() > 1 || token.capital && (!opens || unknown)
    }

    /// Bytes of the tokens of `range` in the block; empty for an empty range.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        match self.tokens.get(range) {
            Some([first, .., last]) => first.span.join(last.span),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }

    /// The token opens the sentence, quotation marks and brackets left aside: at most [`OPENING_MARKS`] of them.
    pub fn opens(&self, at: usize) -> bool {
        at <= OPENING_MARKS && (0..at).all(|before| !self.kind(before).is_wordlike())
    }
}
