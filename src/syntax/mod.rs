//! Syntax: text → [`Article`]. Blocks over the whole file; sentences and tokens inside each block.
//!
//! Splitting never fails: every text is an article, if only of one paragraph. All of it takes linear time.

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

pub use article::{Article, Block, BlockKind, Language};
pub use letters::Letters;
pub use plain::{KeptBlocks, Unchanged};
pub use prose::{Prose, Sentence, Token, TokenKind};

use crate::text::{CommonEnds, LineIndex};

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

/// The same, where `kept` is of the last version, with which this one has the bytes of `common` in common; and which blocks
/// are the same.
pub fn parse_again(
    text: &str,
    lines: &LineIndex,
    language: Language,
    common: CommonEnds,
    kept: &mut KeptBlocks,
) -> (Article, Unchanged) {
    match language {
        Language::Markdown => (markdown::parse(text, lines), Unchanged::default()),
        Language::PlainText => kept.parse(text, lines, common),
    }
}
