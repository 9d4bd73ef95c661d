//! Parts of speech: which word is a verb, a noun, a name, and in which form.

mod block;
mod dictionary;
mod features;
mod recent;
mod tag;

pub use block::BlockTags;
pub use dictionary::{Dictionary, Entry, Word};
pub use features::{Clue, SPARSE, clues, features};
pub use tag::{Tag, Tags};

use super::{Aligned, Labeller, Scratch};
use crate::syntax::{Prose, Token};
use recent::Recent;
use std::sync::LazyLock;

static WEIGHTS: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/tagger.bin"));
static WORDS: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/tagger.words.bin"));
static TAGGER: LazyLock<Tagger> =
    LazyLock::new(|| Tagger { labeller: Labeller::new(WEIGHTS), words: Dictionary::new(WORDS) });

/// A trained tagger.
#[derive(Clone, Debug)]
pub struct Tagger {
    /// The weights; its labels are [`Tag`]s by number.
    pub labeller: Labeller,
    /// Which tags a word may bear.
    pub words: Dictionary,
}

/// Working memory of a tagger, kept from sentence to sentence.
#[derive(Debug, Default)]
pub struct Room {
    clues: Vec<Clue>,
    scratch: Scratch,
    /// For a text that changes. To one that is tagged once it would be of no use.
    recent: Option<Recent>,
}

impl Room {
    /// From now on what is tagged is likely to come again, a little changed.
    pub fn remember(&mut self) {
        self.recent.get_or_insert_default();
    }
}

/// The part of speech of every token of `prose`, the words of `block`.
pub fn tag(block: &str, prose: &Prose) -> Vec<Tag> {
    TAGGER.tag(block, prose)
}

/// The corpora hold the word of this [`crate::syntax::Token::lower`] in small letters.
pub fn is_common(lower: u32) -> bool {
    TAGGER.words.look_up(Dictionary::key(lower, false)).is_some_and(|word| word.tags().is_some())
}

/// The corpora hold the word of this [`crate::syntax::Token::lower`] in small letters as a number.
pub fn is_number(lower: u32) -> bool {
    let word = TAGGER.words.look_up(Dictionary::key(lower, false));
    word.and_then(Entry::tags).is_some_and(|tags| tags.holds(Tag::Number))
}

/// The corpora hold the word of this [`crate::syntax::Token::lower`] with a capital as a name, and as nothing else.
pub fn is_name(lower: u32) -> bool {
    let word = TAGGER.words.look_up(Dictionary::key(lower, true));
    word.and_then(Entry::tags) == Some(Tags::only(Tag::Proper))
}

impl Tagger {
    /// The part of speech of every token of `prose`, the words of `block`.
    pub fn tag(&self, block: &str, prose: &Prose) -> Vec<Tag> {
        let mut room = Room::default();
        let mut tags = Vec::with_capacity(prose.tokens.len());
        for sentence in &prose.sentences {
            tags.extend(self.tag_sentence(block, prose.tokens_of(sentence), &mut room));
        }
        tags.resize(prose.tokens.len(), Tag::Other);
        tags
    }

    /// The part of speech of each of `tokens`, a sentence of `block`.
    fn tag_sentence<'a>(
        &self,
        block: &str,
        tokens: &[Token],
        room: &'a mut Room,
    ) -> impl Iterator<Item = Tag> + use<'a> {
        let Room { clues, scratch, recent } = room;
        features::clues(block, tokens, &self.words, clues);
        scratch.clear();
        for (at, clue) in clues.iter().enumerate() {
            let features = clue.allowed.are_several().then(|| features(clues, at));
            let features = features.as_ref().map_or(&[][..], |found| found);
            match recent.as_mut().filter(|_| !features.is_empty()) {
                Some(recent) => {
                    let scores = recent.score(&self.labeller, features);
                    self.labeller.push_onto(scores, clue.allowed.0, &[], scratch);
                }
                None => self.labeller.push_among(clue.allowed.0, features, scratch),
            }
        }
        self.labeller.best(scratch).iter().map(|&label| Tag::of(label))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tagged(text: &str) -> Vec<Tag> {
        tag(text, &Prose::new(text, &[]))
    }

    #[test]
    fn words_are_told_by_their_context() {
        use Tag::*;
        assert_eq!(
            tagged("Critics said the plan was rejected."),
            [NounPlural, VerbPast, Determiner, Noun, Auxiliary, Participle, Punctuation]
        );
        assert_eq!(
            tagged("They argue that they will report it.")[..6],
            [Pronoun, VerbPresent, Subordinator, Pronoun, Auxiliary, Verb]
        );
        assert_eq!(tagged("Mara Venn’s lawyer spoke.")[..4], [Proper, Proper, Particle, Noun]);
    }

    #[test]
    fn every_token_has_a_tag() {
        for text in ["", "?!", "🙂 „ab“ — x", "One. Two."] {
            let prose = Prose::new(text, &[]);
            assert_eq!(tag(text, &prose).len(), prose.tokens.len());
        }
    }
}
