use super::sentences::{self, Same};
use crate::{
    attribution::{BlockSpeech, KeptOpeners},
    boilerplate::{BlockLeftovers, BlockLine},
    model::{
        Asked,
        tagger::{self, Tag},
    },
    people::BlockNames,
    syntax::{Block, Prose},
    text::count_words,
};
use std::sync::Arc;

/// What one block says by itself: it depends on the block's kind, text and markup alone, and all its spans count from
/// the block's start. So it is made once for all versions of a document in which the block stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    inner: Arc<Inner>,
    /// Whether anything was left in it: most blocks are done with by this, without a look at the rest, which lies
    /// elsewhere in memory.
    has_leftovers: bool,
}

/// See [`Facts`].
#[derive(Debug, PartialEq)]
pub struct Inner {
    /// Sentences and tokens. Empty for blocks without prose.
    pub prose: Prose,
    /// What each sentence is known by, see [`sentences::keys`].
    pub(super) sentences: Box<[u64]>,
    /// The part of speech of each token of the prose.
    pub tags: Asked<Vec<Tag>>,
    /// How many words it has: runs of characters that are no blanks, markup included.
    pub words: usize,
    /// As furniture.
    pub line: BlockLine,
    leftovers: BlockLeftovers,
    /// As names.
    pub names: BlockNames,
    /// As sources and cues. Nobody asks that of page furniture.
    speech: Asked<BlockSpeech>,
    /// How it writes the words that may be names.
    pub openers: KeptOpeners,
}

impl Facts {
    /// The facts of `block`, whose words are `text`. What its sentences have in common with `last`, the block that stood in
    /// its place, is taken from there.
    pub fn new(block: &Block, text: &str, last: Option<&Self>) -> Self {
        let prose = prose(block, text);
        let sentences = sentences::keys(text, &prose);
        let same = Same::new(&sentences, last);
        // What stood here was asked for it, so this will be too.
        let tags = match last.and_then(|last| last.tags.get()) {
            Some(_) => Asked::known(tagger::tag_again(text, &prose, |sentence| same.tags(sentence))),
            None => Asked::default(),
        };
        Self::of(Inner {
            words: count_words(text),
            line: BlockLine::new(block, text),
            leftovers: BlockLeftovers::new(block, text),
            names: BlockNames::again(text, &prose, |sentence| same.candidates(sentence)),
            speech: Asked::default(),
            openers: KeptOpeners::default(),
            tags,
            prose,
            sentences,
        })
    }

    /// The same without what statements need: no parts of speech, sources or cues.
    pub(super) fn without_speech(block: &Block, text: &str) -> Self {
        let prose = prose(block, text);
        Self::of(Inner {
            words: count_words(text),
            line: BlockLine::new(block, text),
            leftovers: BlockLeftovers::default(),
            names: BlockNames::new(text, &prose),
            speech: Asked::known(BlockSpeech::default()),
            openers: KeptOpeners::default(),
            tags: Asked::known(Vec::new()),
            prose,
            sentences: Box::default(),
        })
    }

    fn of(inner: Inner) -> Self {
        Self { has_leftovers: inner.leftovers != BlockLeftovers::default(), inner: Arc::new(inner) }
    }

    /// What the block, whose words are `text`, says about sources and cues.
    pub fn speech(&self, block: &Block, text: &str) -> &BlockSpeech {
        self.speech.get_or(|| {
            let tags = self.tags.get_or(|| tagger::tag(text, &self.prose));
            BlockSpeech::new(block.kind, text, &self.prose, tags)
        })
    }

    /// What was not meant for the reader; `None` where nothing was left.
    pub fn leftovers(&self) -> Option<&BlockLeftovers> {
        self.has_leftovers.then(|| &self.inner.leftovers)
    }

    /// In which block a version differs from the last, as far as their facts say: `Some(None)` where in none, `None`
    /// where in several or in how many there are.
    pub fn only_change<'a>(last: &[Self], now: impl ExactSizeIterator<Item = &'a Self>) -> Option<Option<usize>> {
        if last.len() != now.len() {
            return None;
        }
        let mut changes = now.enumerate().filter(|(at, now)| !last[*at].is_same(now)).map(|(at, _)| at);
        let first = changes.next();
        changes.next().is_none().then_some(first)
    }

    /// They are the same facts, not only equal ones.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inner, &other.inner)
    }

    /// Where they lie in memory: equal for facts that were taken from one another, while they are held.
    pub(super) fn place(&self) -> usize {
        Arc::as_ptr(&self.inner).addr()
    }
}

fn prose(block: &Block, text: &str) -> Prose {
    if block.kind.is_prose() { Prose::new(text, &block.markup) } else { Prose::default() }
}

impl std::ops::Deref for Facts {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.inner
    }
}
