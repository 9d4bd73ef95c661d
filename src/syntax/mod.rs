//! Syntax: text → [`Article`]. Blocks over the whole file; sentences and tokens inside each block.
//!
//! Splitting never fails: every text is an article, if only of one paragraph. All of it takes linear time.

mod again;
mod article;
mod letters;
mod lexicon;
mod markdown;
mod plain;
mod prose;
mod sentences;
mod tokens;
mod wrap;

#[cfg(test)]
mod tests;

pub use again::{KeptBlocks, Unchanged};
pub use article::{Article, Block, BlockKind, Language};
pub use letters::Letters;
pub use prose::{Prose, Sentence, Token, TokenKind};

use crate::text::LineIndex;

/// Splits `text` into blocks.
pub fn parse(text: &str, language: Language) -> Article {
    parse_lines(text, &LineIndex::new(text), language)
}

/// The same, where it is known where the lines start.
pub fn parse_lines(text: &str, lines: &LineIndex, language: Language) -> Article {
    match language {
        Language::Markdown => markdown::parse(text, lines),
        Language::PlainText => plain::parse(text, lines),
    }
}
