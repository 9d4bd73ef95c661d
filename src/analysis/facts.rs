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

/// See [`Facts`]. What page furniture is not asked for is found when somebody asks.
#[derive(Debug, PartialEq)]
pub struct Inner {
    /// How many words it has: runs of characters that are no blanks, markup included.
    pub words: usize,
    /// As furniture.
    pub line: BlockLine,
    leftovers: BlockLeftovers,
    cut: Asked<Cut>,
    /// The part of speech of each token of the prose.
    pub tags: Asked<Vec<Tag>>,
    names: Asked<BlockNames>,
    speech: Asked<BlockSpeech>,
    /// How it writes the words that may be names.
    pub openers: KeptOpeners,
}

/// A block cut up.
#[derive(Debug)]
pub(super) struct Cut {
    /// Sentences and tokens. Empty for blocks without prose.
    pub prose: Prose,
    /// What each sentence is known by, see [`sentences::keys`].
    pub keys: Box<[u64]>,
}

impl Cut {
    fn new(block: &Block, text: &str) -> Self {
        let prose = if block.kind.is_prose() { Prose::new(text, &block.markup) } else { Prose::default() };
        Self { keys: sentences::keys(text, &prose), prose }
    }
}

impl Facts {
    /// The facts of `block`, whose words are `text`. What its sentences have in common with `last`, the block that stood in
    /// its place, is taken from there.
    pub fn new(block: &Block, text: &str, last: Option<&Self>) -> Self {
        // What was asked of the block that stood here will be asked of this one too.
        let (mut cut, mut names, mut tags) = <(Asked<Cut>, Asked<BlockNames>, Asked<Vec<Tag>>)>::default();
        if let Some((last, last_cut)) = last.and_then(|last| Some((last, last.cut.get()?))) {
            let now = Cut::new(block, text);
            let same = Same::new(&now.keys, last_cut);
            if let Some(last) = last.names.get() {
                names = Asked::known(BlockNames::again(text, &now.prose, |sentence| same.candidates(sentence, last)));
            }
            if let Some(last) = last.tags.get() {
                tags = Asked::known(tagger::tag_again(text, &now.prose, |sentence| same.tags(sentence, last)));
            }
            cut = Asked::known(now);
        }
        Self::of(Inner {
            words: count_words(text),
            line: BlockLine::new(block, text),
            leftovers: BlockLeftovers::new(block, text),
            cut,
            tags,
            names,
            speech: Asked::default(),
            openers: KeptOpeners::default(),
        })
    }

    /// The same without what statements need: no parts of speech, sources or cues.
    pub(super) fn without_speech(block: &Block, text: &str) -> Self {
        Self::of(Inner {
            words: count_words(text),
            line: BlockLine::new(block, text),
            leftovers: BlockLeftovers::default(),
            cut: Asked::default(),
            tags: Asked::known(Vec::new()),
            names: Asked::default(),
            speech: Asked::known(BlockSpeech::default()),
            openers: KeptOpeners::default(),
        })
    }

    fn of(inner: Inner) -> Self {
        Self { has_leftovers: inner.leftovers != BlockLeftovers::default(), inner: Arc::new(inner) }
    }

    /// The sentences and tokens of the block, whose words are `text`. Empty for blocks without prose.
    pub fn prose(&self, block: &Block, text: &str) -> &Prose {
        &self.cut.get_or(|| Cut::new(block, text)).prose
    }

    /// The part of speech of each token of the block, whose words are `text`.
    pub fn tags(&self, block: &Block, text: &str) -> &[Tag] {
        self.tags.get_or(|| tagger::tag(text, self.prose(block, text)))
    }

    /// What the block, whose words are `text`, says about names.
    pub fn names(&self, block: &Block, text: &str) -> &BlockNames {
        self.names.get_or(|| BlockNames::new(text, self.prose(block, text)))
    }

    /// Its tokens and names, where somebody has asked for them.
    pub fn named(&self) -> Option<(&Prose, &BlockNames)> {
        Some((&self.cut.get()?.prose, self.names.get()?))
    }

    /// What the block, whose words are `text`, says about sources and cues.
    pub fn speech(&self, block: &Block, text: &str) -> &BlockSpeech {
        self.speech.get_or(|| match BlockSpeech::may_stand_in(block.kind) {
            true => BlockSpeech::new(text, self.prose(block, text), self.tags(block, text)),
            false => BlockSpeech::default(),
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

impl std::ops::Deref for Facts {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.inner
    }
}
