use crate::model::Labeller;
use rustc_hash::FxBuildHasher;
use std::hash::BuildHasher;

/// Tokens that are kept.
const SLOTS: usize = 512;

/// Scores of tokens that were tagged lately, by their features. In a sentence that is typed in most tokens stay what they
/// were, and what their features weigh lies all over the memory.
#[derive(Debug, Default)]
pub(super) struct Recent(Vec<Slot>);

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// A hash of the features; 0 where there are none.
    key: u64,
    scores: Scores,
}

/// Room for the scores of all labels.
type Scores = [i16; 32];

impl Recent {
    /// What `labeller`, which is always the same, gives a token with these features.
    pub fn score(&mut self, labeller: &Labeller, features: &[u32]) -> &Scores {
        if self.0.is_empty() {
            self.0.resize(SLOTS, Slot::default());
        }
        let key = FxBuildHasher.hash_one(features).max(1);
        let slot = &mut self.0[key as usize % SLOTS];
        if slot.key != key {
            slot.key = key;
            labeller.score(features, &mut slot.scores);
        }
        &slot.scores
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        model::tagger::{Room, TAGGER},
        syntax::Prose,
    };

    #[test]
    fn a_sentence_that_is_typed_has_the_tags_that_it_has_at_once() {
        let text =
            "Port officials, who had long feared strikes, said that the new cranes lift less than planned, and left.";
        let mut typed = Room::default();
        typed.remember();
        for end in (1..=text.len()).chain((1..text.len()).rev()) {
            let prose = Prose::new(&text[..end], &[]);
            for sentence in &prose.sentences {
                let tags = |room: &mut Room| {
                    TAGGER.tag_sentence(&text[..end], prose.tokens_of(sentence), room).collect::<Vec<_>>()
                };
                assert_eq!(tags(&mut typed), tags(&mut Room::default()));
            }
        }
    }
}
