use super::sentences::{self, Same};
use crate::{
    attribution::{BlockSpeech, KeptOpeners},
    boilerplate::{BlockLeftovers, BlockLine},
    model::{
        Asked,
        tagger::{BlockTags, Room},
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
    asked: Later,
    /// How it writes the words that may be names.
    pub openers: KeptOpeners,
}

/// What is found when somebody asks. At every key every block of the article is asked again, so what was found lies
/// elsewhere, and one look at memory tells where.
#[derive(Debug, Default, PartialEq)]
struct Later {
    cut: Asked<Box<Cut>>,
    names: Asked<Box<BlockNames>>,
    speech: Asked<Box<BlockSpeech>>,
}

/// A block cut up.
#[derive(Debug)]
pub(super) struct Cut {
    /// Sentences and tokens. Empty for blocks without prose.
    pub prose: Prose,
    /// What each sentence is known by, see [`sentences::keys`].
    pub keys: Box<[u64]>,
    /// The part of speech of each token.
    pub tags: BlockTags,
    /// In which sentences somebody may say something.
    speaking: Asked<Box<[bool]>>,
}

impl Later {
    /// That of `block`, whose words are `text`, where `last` is that of the block that stood in its place: what was asked
    /// of it will be asked of this one too.
    fn after(last: &Self, block: &Block, text: &str) -> Self {
        let Some(last_cut) = last.cut.get() else { return Self::default() };
        let cut = Cut::new(block, text);
        let same = Same::new(&cut.keys, last_cut);
        let names = last
            .names
            .get()
            .map(|last| Box::new(BlockNames::again(text, &cut.prose, |sentence| same.candidates(sentence, last))));
        let tags = BlockTags::new(cut.prose.sentences.len(), |sentence| same.tags(sentence));
        let cut = Asked::known(Box::new(Cut { tags, ..cut }));
        Self { names: names.into(), cut, speech: Asked::default() }
    }
}

impl Cut {
    fn new(block: &Block, text: &str) -> Self {
        let prose = if block.kind.is_prose() { Prose::new(text, &block.markup) } else { Prose::default() };
        let tags = BlockTags::new(prose.sentences.len(), |_| None);
        Self { keys: sentences::keys(text, &prose), tags, speaking: Asked::default(), prose }
    }

    /// In which sentences of the block, whose words are `text`, somebody may say something.
    fn speaking(&self, text: &str) -> &[bool] {
        self.speaking.get_or(|| BlockSpeech::speaking(text, &self.prose))
    }
}

impl Facts {
    /// The facts of `block`, whose words are `text`. What its sentences have in common with `last`, the block that stood in
    /// its place, is taken from there.
    pub fn new(block: &Block, text: &str, last: Option<&Self>) -> Self {
        Self::of(Inner {
            words: count_words(text),
            line: BlockLine::new(block, text),
            leftovers: BlockLeftovers::new(block, text),
            asked: last.map_or_else(Later::default, |last| Later::after(&last.asked, block, text)),
            openers: KeptOpeners::default(),
        })
    }

    /// The same without what statements need: no sources and cues.
    pub(super) fn without_speech(block: &Block, text: &str) -> Self {
        Self::of(Inner {
            words: count_words(text),
            line: BlockLine::new(block, text),
            leftovers: BlockLeftovers::default(),
            asked: Later { speech: Asked::known(Box::default()), ..Later::default() },
            openers: KeptOpeners::default(),
        })
    }

    fn of(inner: Inner) -> Self {
        Self { has_leftovers: inner.leftovers != BlockLeftovers::default(), inner: Arc::new(inner) }
    }

    /// The sentences and tokens of the block, whose words are `text`. Empty for blocks without prose.
    pub fn prose(&self, block: &Block, text: &str) -> &Prose {
        &self.cut(block, text).prose
    }

    /// The parts of speech in the block, whose words are `text`.
    pub fn tags(&self, block: &Block, text: &str) -> &BlockTags {
        &self.cut(block, text).tags
    }

    fn cut(&self, block: &Block, text: &str) -> &Cut {
        self.asked.cut.get_or(|| Box::new(Cut::new(block, text)))
    }

    /// What the block, whose words are `text`, says about names.
    pub fn names(&self, block: &Block, text: &str) -> &BlockNames {
        self.asked.names.get_or(|| Box::new(BlockNames::new(text, self.prose(block, text))))
    }

    /// Its tokens and names, where somebody has asked for them.
    pub fn named(&self) -> Option<(&Prose, &BlockNames)> {
        Some((&self.asked.cut.get()?.prose, self.asked.names.get()?))
    }

    /// What the block, whose words are `text`, says about sources and cues.
    pub fn speech(&self, block: &Block, text: &str) -> &BlockSpeech {
        self.asked.speech.get_or(|| {
            if !BlockSpeech::may_stand_in(block.kind) {
                return Box::default();
            }
            let cut = self.cut(block, text);
            let (speaking, room) = (cut.speaking(text), &mut Room::default());
            let tags = |at: usize| speaking[at].then(|| cut.tags.of(at, text, &cut.prose, room));
            Box::new(BlockSpeech::new(text, &cut.prose, tags))
        })
    }

    /// Finds the parts of speech that [`Facts::speech`] wants, in `room`.
    pub fn prepare_speech(&self, block: &Block, text: &str, room: &mut Room) {
        if self.asked.speech.get().is_none() && BlockSpeech::may_stand_in(block.kind) {
            let cut = self.cut(block, text);
            let speaking = cut.speaking(text).iter().enumerate().filter(|(_, speaking)| **speaking);
            speaking.for_each(|(at, _)| _ = cut.tags.of(at, text, &cut.prose, room));
        }
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
