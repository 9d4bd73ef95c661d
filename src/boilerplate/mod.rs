//! Boilerplate: which blocks are page furniture, and of what kind.

mod dates;
mod delete;
mod house;
mod kind;
mod lexicon;
mod line;
mod phrases;
mod words;

pub use delete::deletion;
pub use house::mark as mark_house_phrases;
pub use kind::Kind;
pub use line::BlockLine;

use crate::{analysis::Facts, syntax::Article};
use phrases::Strength;

/// The kind of furniture that each block of the article is; `None` for what belongs to the article.
pub fn find(_text: &str, _article: &Article, facts: &[Facts]) -> Vec<Option<Kind>> {
    facts
        .iter()
        .map(|facts| facts.line.phrase.filter(|phrase| phrase.strength == Strength::Sure).map(|phrase| phrase.kind))
        .collect()
}
