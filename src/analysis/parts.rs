//! Texts that are too long for one article: books, volumes of minutes, a year's articles in one file.
//!
//! Where two paragraphs follow each other the text is cut, and each part is read as an article. Where a cut falls
//! follows from the paragraph behind it, so an edit moves the cuts near it at most, and the other parts need not be
//! read again.

use super::{
    Facts, Settings,
    joined::Joined,
    reading::{Kept, Reading, Wanted},
};
use crate::{
    boilerplate::HousePhrases,
    people::Identity,
    syntax::{Article, Block, BlockKind},
};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};
use std::{
    hash::{BuildHasher, Hash, Hasher},
    ops::Range,
    sync::Arc,
};

/// Longest text that is read as one article. Bytes; so are the lengths below.
const WHOLE: u32 = 256 << 10;
/// Shortest part.
const SHORT: u32 = 64 << 10;
/// From here on a part ends where two paragraphs follow each other.
const LONG: u32 = 160 << 10;
/// From here on it ends anywhere.
const LONGEST: u32 = 256 << 10;
/// One paragraph in so many ends a part before that.
const SEAM: u64 = 32;
/// Words of the paragraphs on both sides of a cut, at least.
const WORDS: usize = 15;

/// The readings of the parts of the versions of a text that were read last, for the next.
#[derive(Debug, Default)]
pub(super) struct Readings {
    parts: FxHashMap<u64, Arc<Part>>,
    /// What was counted in what was read last: the text, or one part.
    kept: Kept,
    /// What the readings depend on besides the text.
    phrases: HousePhrases,
    trusted: Vec<String>,
}

/// A part that was read.
#[derive(Debug)]
pub(super) struct Part {
    /// What was made of it; spans count from its start.
    pub reading: Reading,
    /// Its people, to know them again in other parts.
    pub identities: Vec<Identity>,
    /// The facts of its blocks. Held so that no others come to lie where they lie: they are known by their place.
    facts: Box<[Facts]>,
}

/// Reads `text`: as one article, or in parts, of which those that `last` holds are taken from there. `None` when
/// `cancelled` said so.
pub(super) fn read(
    text: &str,
    article: &Article,
    facts: &[Facts],
    wanted: Wanted,
    last: &mut Readings,
    cancelled: &dyn Fn() -> bool,
) -> Option<Reading> {
    if text.len() <= WHOLE as usize {
        let reading = Reading::new(text, article, facts, wanted, &mut last.kept, cancelled);
        last.kept.expect_another();
        return reading;
    }
    last.suit(wanted);
    let mut parts = Vec::new();
    let mut from = (0, 0);
    for blocks in cut(text, &article.blocks, facts) {
        let stretch = Stretch { text, article, blocks: blocks.clone(), facts: &facts[blocks.clone()], from };
        let key = stretch.key();
        let part = match last.parts.get(&key).filter(|part| part.facts.len() == blocks.len()) {
            Some(part) => part.clone(),
            None => {
                let part = Arc::new(stretch.read(wanted, &mut last.kept, cancelled)?);
                last.parts.insert(key, part.clone());
                part
            }
        };
        parts.push((key, part, from.0));
        let end = &article.blocks[blocks.end - 1];
        from = (end.span.end, end.lines.1);
    }
    let mut joined = Joined::new(facts.len());
    parts.iter().for_each(|(_, part, base)| joined.add(part, *base));
    let reading = joined.finish();
    last.kept.expect_another();
    last.parts = parts.into_iter().map(|(key, part, _)| (key, part)).collect();
    Some(reading)
}

impl Readings {
    /// Drops what was read under other settings.
    fn suit(&mut self, wanted: Wanted) {
        let Wanted::Everything(Settings { furniture_phrases, trusted_sources, .. }) = wanted else { return };
        if self.phrases != *furniture_phrases || self.trusted != *trusted_sources {
            self.parts.clear();
            self.phrases.clone_from(furniture_phrases);
            self.trusted.clone_from(trusted_sources);
        }
    }
}

/// The blocks of each part, in order.
fn cut(text: &str, blocks: &[Block], facts: &[Facts]) -> Vec<Range<usize>> {
    let is_paragraph = |at: usize| blocks[at].kind == BlockKind::Paragraph && facts[at].words >= WORDS;
    let mut parts = Vec::new();
    let mut first = 0;
    for at in 1..blocks.len() {
        let length = blocks[at].span.start - blocks[first].span.start;
        let seam = || is_paragraph(at - 1) && is_paragraph(at);
        let chosen = || length >= LONG || FxBuildHasher.hash_one(blocks[at].span.of(text)).is_multiple_of(SEAM);
        if length >= SHORT && seam() && chosen() || length >= LONGEST {
            parts.push(first..at);
            first = at;
        }
    }
    parts.push(first..blocks.len());
    parts.retain(|part| !part.is_empty());
    parts
}

/// Some blocks in a row.
struct Stretch<'a> {
    text: &'a str,
    article: &'a Article,
    blocks: Range<usize>,
    facts: &'a [Facts],
    /// Where the block before ends: byte and line.
    from: (u32, u32),
}

impl Stretch<'_> {
    /// What the reading depends on: the blocks, where they lie, and how the text is written.
    fn key(&self) -> u64 {
        let mut hasher = FxHasher::default();
        self.article.language.hash(&mut hasher);
        for (block, facts) in self.blocks().zip(self.facts) {
            (facts.place(), block.span.start - self.from.0, block.lines.0 - self.from.1).hash(&mut hasher);
        }
        hasher.finish()
    }

    fn read(&self, wanted: Wanted, kept: &mut Kept, cancelled: &dyn Fn() -> bool) -> Option<Part> {
        let (start, line) = self.from;
        let is_last = self.blocks.end == self.article.blocks.len();
        let end =
            self.blocks().next_back().filter(|_| !is_last).map_or(self.text.len(), |block| block.span.end as usize);
        let text = &self.text[start as usize..end];
        let relative = |block: &Block| Block {
            kind: block.kind,
            span: block.span.relative_to(start),
            lines: (block.lines.0 - line, block.lines.1 - line),
            markup: block.markup.clone(),
        };
        let blocks = self.blocks().map(relative).collect();
        let article = Article { language: self.article.language, blocks, title: None };
        let reading = Reading::new(text, &article, self.facts, wanted, kept, cancelled)?;
        let identities = reading.people.people.iter().map(Identity::new).collect();
        Some(Part { reading, identities, facts: self.facts.into() })
    }

    fn blocks(&self) -> impl DoubleEndedIterator<Item = &Block> {
        self.article.blocks[self.blocks.clone()].iter()
    }
}
