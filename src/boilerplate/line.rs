use super::{
    Kind, dates,
    lexicon::Class,
    model, own,
    phrases::{self, Phrase, Strength},
    repeats::{self, Sketch},
    shape::Look,
    trail,
    words::{self, Shape, Word},
};
use crate::syntax::{Block, BlockKind};
use std::borrow::Cow;

/// What one block says about itself as furniture, from its own text alone; memoised with the block.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockLine {
    /// What the phrase lists name.
    pub(super) phrase: Option<Phrase>,
    /// What it looks like.
    pub(super) look: Look,
    /// Log-odds of being furniture by its own text.
    pub(super) score: f32,
    /// Hashes of the words that carry a topic, each once, ascending.
    pub(super) topic: Box<[u32]>,
    /// Hashes of the whole line, of its first two words and of its last two; zero where there are none.
    pub(super) whole: u32,
    pub(super) first_two: u32,
    pub(super) last_two: u32,
    /// What the passage is known by.
    pub(super) sketch: Sketch,
    /// Points to the article before or after this one.
    pub(super) pointer: bool,
    /// Goes on after a head such as "Read more:".
    pub(super) headed: bool,
    /// The hash of its first word where the line introduces a person: "Ann Other is a reporter …".
    pub(super) introduces: Option<u32>,
}

impl BlockLine {
    /// Looks at the words of `block`. Of blocks that nothing looks into (code, comments, table rows) it knows only
    /// that they are no furniture.
    pub fn new(block: &Block, text: &str) -> Self {
        if !may_be_furniture(block.kind) {
            return Self { score: model::score_of_nothing(), ..Self::default() };
        }
        let text = &*visible(block, text);
        let (text, bullet) = without_bullet(text);
        let words = words_of(text);
        let look = Look::new(text, &words, bullet || block.kind == BlockKind::ListItem);
        let phrase = phrase(text, &words);
        let score = model::own_score(text, &words, &look, phrase);
        Self {
            phrase,
            look,
            score,
            topic: topic(&words),
            sketch: repeats::sketch_of(&words),
            whole: words::line_hash(&words),
            first_two: words::line_hash(&words[..words.len().min(2)]),
            last_two: words::line_hash(&words[words.len().saturating_sub(2)..]),
            pointer: phrase.is_some_and(|phrase| phrase.kind == Kind::Navigation)
                && words.first().is_some_and(|word| word.class.has(Class::POINTER)),
            introduces: introduces(&words),
            headed: words.iter().take(HEAD).position(|word| word.colon).is_some_and(|at| at + 1 < words.len()),
        }
    }

    /// The hashed features that the own-text score of `block` adds up the weights of, for the trainer; a feature may
    /// come twice. Empty for blocks that nothing looks into.
    pub fn own_features(block: &Block, text: &str) -> Vec<u32> {
        let mut features = Vec::new();
        if may_be_furniture(block.kind) {
            let text = &*visible(block, text);
            let (text, bullet) = without_bullet(text);
            let words = words_of(text);
            let look = Look::new(text, &words, bullet || block.kind == BlockKind::ListItem);
            own::each(text, &words, &look, phrase(text, &words), |feature| features.push(feature));
        }
        features
    }

    /// Number of the phrase evidence, from 0 (none) to below [`BlockLine::EVIDENCE`], for the trainer.
    pub fn evidence(&self) -> usize {
        self.phrase.map_or(0, |phrase| 1 + 2 * phrase.kind as usize + phrase.strength as usize)
    }

    /// What a number of phrase evidence stands for: the kind that a phrase names, and whether surely.
    pub fn kind_of_evidence(evidence: usize) -> Option<(Kind, bool)> {
        let number = evidence.checked_sub(1)?;
        Some((*Kind::ALL.get(number / 2)?, number % 2 == 1))
    }

    /// How many numbers of phrase evidence there are.
    pub const EVIDENCE: usize = 1 + 2 * Kind::ALL.len();

    /// A phrase names it that no article has. Credits and dates are not among them: articles keep some.
    pub fn is_sure(&self) -> bool {
        self.phrase.is_some_and(|phrase| phrase.strength == Strength::Sure && !phrase.kind.is_credit())
    }

    /// A phrase of the sure lists names it.
    pub(super) fn is_named(&self) -> bool {
        self.phrase.is_some_and(|phrase| phrase.strength == Strength::Sure)
    }

    /// What the passage is known by among others; empty for short lines.
    pub fn sketch(&self) -> &[u32] {
        &self.sketch
    }

    /// Hashes of the words that carry a topic, for the trainer.
    pub fn topic(&self) -> &[u32] {
        &self.topic
    }
}

/// Words of the longest head of a line.
const HEAD: usize = 4;

/// Blocks of other kinds are never furniture.
pub(super) fn may_be_furniture(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Heading(_) | BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote)
}

/// The text of a block as a reader sees it: without its markup.
fn visible<'a>(block: &Block, text: &'a str) -> Cow<'a, str> {
    if block.markup.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut seen = String::with_capacity(text.len());
    let mut from = 0;
    for mark in &block.markup {
        seen += text.get(from..mark.start as usize).unwrap_or_default();
        from = from.max(mark.end as usize);
    }
    seen += text.get(from..).unwrap_or_default();
    Cow::Owned(seen)
}

/// Marks of the inner items of lists, as lists are pasted from word processors and text browsers.
const BULLETS: [&str; 2] = ["o ", "+ "];

/// The text behind the mark of an item, and whether there is one.
fn without_bullet(text: &str) -> (&str, bool) {
    let item = BULLETS.iter().find_map(|bullet| text.strip_prefix(bullet));
    item.map_or((text, false), |item| (item.trim_start(), true))
}

fn words_of(text: &str) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 5 + 4);
    words::split(text, &mut words);
    words::classify(&mut words);
    words
}

fn phrase(text: &str, words: &[Word]) -> Option<Phrase> {
    let found = phrases::find(words);
    let stamp = || dates::stamp(text, words).map(|strength| Phrase { kind: Kind::DateStamp, strength });
    let trail = || trail::is_trail(text).then_some(Phrase { kind: Kind::Navigation, strength: Strength::Sure });
    found.filter(|phrase| phrase.strength == Strength::Sure).or_else(stamp).or_else(trail).or(found)
}

/// Words of the longest name at the start of a note on its bearer.
const NAME: usize = 5;

/// The hash of the first word of a name that stands before a verb such as "is" or "covers".
fn introduces(words: &[Word]) -> Option<u32> {
    let name = words.iter().take(NAME).take_while(|word| word.shape != Shape::Lower && !word.class.has(Class::STOP));
    let verb = words.get(name.count())?;
    let first = words.first().filter(|first| first.span != verb.span)?;
    verb.class.has(Class::INTRODUCING).then_some(first.hash)
}

fn topic(words: &[Word]) -> Box<[u32]> {
    let carries = |word: &&Word| word.span.len() > 2 && word.shape != Shape::Number && !word.class.has(Class::STOP);
    let mut topic = Vec::with_capacity(words.len());
    topic.extend(words.iter().filter(carries).map(|word| word.hash));
    topic.sort_unstable();
    topic.dedup();
    topic.into_boxed_slice()
}
