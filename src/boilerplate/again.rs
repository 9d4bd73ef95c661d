//! The lines of an article of which little has changed: words that stay are not counted again, and trees are asked only
//! about what is new.

use super::{Lines, features::Vocabulary, model::MODEL, verdicts::Verdicts};
use crate::analysis::Facts;
use std::fmt;

/// What was found of the lines of the last version of an article.
#[derive(Default)]
pub struct KeptLines(Option<Last>);

struct Last {
    /// The lines. Held so that no others come to lie where they lie: they are known by their place.
    blocks: Vec<Facts>,
    /// The paragraphs of the body.
    body: Vec<usize>,
    vocabulary: Vocabulary,
    verdicts: Verdicts,
}

impl KeptLines {
    /// The vocabulary of `lines`, which are those of `facts`, and what the trees said of them last.
    pub(super) fn follow(&mut self, lines: &Lines, facts: &[Facts]) -> (Vocabulary, Verdicts) {
        let new = || Vocabulary::new(lines, &MODEL.tables);
        match self.0.take() {
            Some(Last { blocks, body, vocabulary, verdicts }) => {
                (follow(&blocks, &body, vocabulary, lines, facts).unwrap_or_else(new), verdicts.follow(&blocks, facts))
            }
            None => (new(), Verdicts::open(lines.len())),
        }
    }

    /// Keeps them for the next version.
    pub(super) fn keep(&mut self, vocabulary: Vocabulary, verdicts: Verdicts, lines: &Lines, facts: &[Facts]) {
        self.0 = Some(Last { blocks: facts.to_vec(), body: lines.body.clone(), vocabulary, verdicts });
    }
}

/// The vocabulary of `lines`, where `last` is that of an article with these blocks and this body; `None` where more than a
/// line differs, or all should be counted again.
fn follow(blocks: &[Facts], body: &[usize], last: Vocabulary, lines: &Lines, facts: &[Facts]) -> Option<Vocabulary> {
    if body != lines.body || last.is_worn() {
        return None;
    }
    let changed = Facts::only_change(blocks, facts.iter())?;
    Some(last.follow(lines, changed, &MODEL.tables))
}

impl fmt::Debug for KeptLines {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("KeptLines")
    }
}
