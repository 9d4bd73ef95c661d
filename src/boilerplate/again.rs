//! The words of an article of which one line has changed: those of the others are not counted again.

use super::{Lines, features::Vocabulary, model::MODEL};
use crate::analysis::Facts;
use std::fmt;

/// What was counted of the words of the last version of an article.
#[derive(Default)]
pub struct KeptLines(Option<Last>);

struct Last {
    /// The lines. Held so that no others come to lie where they lie: they are known by their place.
    blocks: Vec<Facts>,
    /// The paragraphs of the body.
    body: Vec<usize>,
    vocabulary: Vocabulary,
}

impl KeptLines {
    /// The vocabulary of `lines`, which are those of `facts`.
    pub(super) fn vocabulary(&mut self, lines: &Lines, facts: &[Facts]) -> Vocabulary {
        match self.0.take().and_then(|last| last.follow(lines, facts)) {
            Some(vocabulary) => vocabulary,
            None => Vocabulary::new(lines, &MODEL.tables),
        }
    }

    /// Keeps the vocabulary of `lines` for the next version.
    pub(super) fn keep(&mut self, vocabulary: Vocabulary, lines: &Lines, facts: &[Facts]) {
        self.0 = Some(Last { blocks: facts.to_vec(), body: lines.body.clone(), vocabulary });
    }
}

impl Last {
    /// The vocabulary of the next version; `None` where more than a line differs, or all should be counted again.
    fn follow(self, lines: &Lines, facts: &[Facts]) -> Option<Vocabulary> {
        if self.body != lines.body || self.vocabulary.is_worn() {
            return None;
        }
        let changed = Facts::only_change(&self.blocks, facts.iter())?;
        Some(self.vocabulary.follow(lines, changed, &MODEL.tables))
    }
}

impl fmt::Debug for KeptLines {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("KeptLines")
    }
}
