//! Parts of speech: which word is a verb, a noun, a name, and in which form.

mod dictionary;
mod features;
mod tag;

pub use dictionary::{Dictionary, Entry, Word};
pub use features::{Clue, SPARSE, clues, features};
pub use tag::{Tag, Tags};

use super::{Aligned, Labeller, Scratch};
use crate::syntax::Prose;
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

/// The part of speech of every token of `prose`, the words of `block`.
pub fn tag(block: &str, prose: &Prose) -> Vec<Tag> {
    TAGGER.tag(block, prose)
}

/// The same, where `known` may know the parts of speech of a sentence by its number.
pub fn tag_again<'a>(block: &str, prose: &Prose, known: impl Fn(usize) -> Option<&'a [Tag]>) -> Vec<Tag> {
    TAGGER.tag_again(block, prose, known)
}

/// The corpora hold the word of this [`crate::syntax::Token::lower`] in small letters.
pub fn is_common(lower: u32) -> bool {
    TAGGER.words.look_up(Dictionary::key(lower, false)).is_some_and(|word| word.tags().is_some())
}

/// The corpora hold the word of this [`crate::syntax::Token::lower`] with a capital as a name, and as nothing else.
pub fn is_name(lower: u32) -> bool {
    let word = TAGGER.words.look_up(Dictionary::key(lower, true));
    word.and_then(Entry::tags) == Some(Tags::only(Tag::Proper))
}

impl Tagger {
    /// The part of speech of every token of `prose`, the words of `block`.
    pub fn tag(&self, block: &str, prose: &Prose) -> Vec<Tag> {
        self.tag_again(block, prose, |_| None)
    }

    /// The same, where `known` may know the parts of speech of a sentence by its number.
    fn tag_again<'a>(&self, block: &str, prose: &Prose, known: impl Fn(usize) -> Option<&'a [Tag]>) -> Vec<Tag> {
        let mut tags = Vec::with_capacity(prose.tokens.len());
        let longest = prose.sentences.iter().map(|sentence| prose.tokens_of(sentence).len()).max().unwrap_or(0);
        let mut scratch = Scratch::for_tokens(longest, &self.labeller);
        let mut sentence_clues = Vec::with_capacity(longest);
        for (number, sentence) in prose.sentences.iter().enumerate() {
            if let Some(known) = known(number) {
                tags.extend_from_slice(known);
                continue;
            }
            clues(block, prose.tokens_of(sentence), &self.words, &mut sentence_clues);
            scratch.clear();
            for (at, clue) in sentence_clues.iter().enumerate() {
                let features = clue.allowed.are_several().then(|| features(&sentence_clues, at));
                self.labeller.push_among(clue.allowed.0, features.as_ref().map_or(&[], |found| found), &mut scratch);
            }
            tags.extend(self.labeller.best(&mut scratch).iter().map(|&label| Tag::of(label)));
        }
        tags.resize(prose.tokens.len(), Tag::Other);
        tags
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
