use super::{Room, TAGGER, Tag};
use crate::{model::Asked, syntax::Prose};

/// The parts of speech in one block, of each sentence once somebody asks: of sentences that say nothing nobody does.
#[derive(Debug)]
pub struct BlockTags(Box<[Asked<Box<[Tag]>>]>);

impl BlockTags {
    /// Those of a block of so many sentences, where `known` may know those of a sentence by its number.
    pub fn new<'a>(sentences: usize, known: impl Fn(usize) -> Option<&'a [Tag]>) -> Self {
        Self((0..sentences).map(|sentence| known(sentence).map(Box::from).into()).collect())
    }

    /// The part of speech of each token of sentence `at` of `prose`, the words of `block`. Empty for no sentence.
    pub fn of(&self, at: usize, block: &str, prose: &Prose, room: &mut Room) -> &[Tag] {
        let (Some(tags), Some(sentence)) = (self.0.get(at), prose.sentences.get(at)) else { return &[] };
        tags.get_or(|| TAGGER.tag_sentence(block, prose.tokens_of(sentence), room).collect())
    }

    /// The same, where somebody has asked before.
    pub fn known(&self, at: usize) -> Option<&[Tag]> {
        self.0.get(at)?.get().map(|tags| &**tags)
    }
}
