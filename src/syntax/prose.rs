use super::{Letters, sentences, tokens};
use crate::text::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner hyphens, apostrophes and full stops of abbreviations.
    Word,
    /// A clitic cut off a word: 's, n't, 're, 'll, and the lone apostrophe of a plural possessive.
    Clitic,
    /// Digits, with inner separators and letters after them: 1,200.5, 10:30, 20th, 1980s.
    Number,
    /// A web or mail address, a handle or a hashtag.
    Address,
    /// An opening or closing quotation mark.
    Quote,
    /// Any other mark.
    Punctuation,
}

impl TokenKind {
    /// Made of letters or digits.
    pub fn is_wordlike(self) -> bool {
        matches!(self, Self::Word | Self::Clitic | Self::Number | Self::Address)
    }
}

/// A token. Spans count from the start of the block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes from the start of the block.
    pub span: Span,
    /// Hash of the lower-cased text ([`Token::hash_of`]); lexicons and features are looked up by it.
    pub lower: u32,
    /// What it is made of.
    pub kind: TokenKind,
    /// Its first letter is a capital.
    pub capital: bool,
    /// What it is written with.
    pub letters: Letters,
}

impl Token {
    /// The hash that [`Token::lower`] holds for a token of the text `word` in any case and typography: curly
    /// apostrophes and quotation marks count as straight ones, dashes as hyphens, an ellipsis as three stops.
    pub fn hash_of(word: &str) -> u32 {
        tokens::lower_hash(word)
    }

    /// The token's text.
    pub fn of(self, block: &str) -> &str {
        self.span.of(block)
    }
}

/// A sentence of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Bytes from the start of the block, closing marks included, surrounding blanks excluded.
    pub span: Span,
    /// Index of its first token and of the token after its last.
    pub tokens: (u32, u32),
}

/// A block's words: sentences and tokens, in order. Depends on the block's text and markup alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The sentences; every token lies in one.
    pub sentences: Vec<Sentence>,
    /// The tokens of all sentences.
    pub tokens: Vec<Token>,
}

impl Prose {
    /// Splits the text of one block. `markup` is [`super::Block::markup`].
    pub fn new(block: &str, markup: &[Span]) -> Self {
        let tokens = tokens::split(block, markup);
        let sentences = sentences::split(block, &tokens);
        Self { sentences, tokens }
    }

    /// The tokens of one sentence.
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        &self.tokens[sentence.tokens.0 as usize..sentence.tokens.1 as usize]
    }
}
