use super::{
    Kind, dates,
    phrases::{self, Phrase, Strength},
    words::{self, Word},
};
use crate::syntax::{Block, BlockKind};

/// What one block says about itself as furniture, from its own text alone; memoised with the block.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockLine {
    /// What the phrase lists name.
    pub(super) phrase: Option<Phrase>,
    /// Number of words.
    pub(super) words: u16,
}

impl BlockLine {
    /// Looks at the words of `block`. Empty for blocks that nothing looks into: code, comments, table rows.
    pub fn new(block: &Block, text: &str) -> Self {
        if !may_be_furniture(block.kind) {
            return Self::default();
        }
        let mut words = Vec::with_capacity(text.len() / 5);
        words::split(text, &block.markup, &mut words);
        Self { phrase: phrase(text, &words), words: words.len().min(usize::from(u16::MAX)) as u16 }
    }
}

/// Blocks of other kinds are never furniture.
pub(super) fn may_be_furniture(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Heading(_) | BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote)
}

fn phrase(text: &str, words: &[Word]) -> Option<Phrase> {
    let found = phrases::find(words);
    if found.is_none_or(|phrase| phrase.strength < Strength::Sure) && dates::is_date(text, words) {
        return Some(Phrase { kind: Kind::DateStamp, strength: Strength::Likely });
    }
    found
}
