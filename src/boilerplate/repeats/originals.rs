use super::{holders::Holders, original, telling};
use crate::analysis::Facts;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// What each block repeats, where one block changes after the other.
pub(super) struct Originals {
    holders: Holders,
    /// The original of each block; of one that repeats none, itself.
    of: Vec<u32>,
}

/// What one changed block changes.
struct Change<'a> {
    blocks: &'a [Facts],
    originals: &'a mut Originals,
    /// Blocks that may have another original than before, all after those that are decided.
    open: BTreeSet<usize>,
    /// Hashes of which all blocks that are not decided have been opened: none is gone through twice.
    opened: FxHashSet<u32>,
    /// How many blocks were looked at, and at how many it is given up.
    looks: usize,
    limit: usize,
    changed: bool,
}

impl Originals {
    /// Of blocks whose repeats are known.
    pub fn new(blocks: &[Facts], repeats: &[(usize, usize)]) -> Self {
        let mut originals = Self { holders: Holders::new(blocks), of: (0..blocks.len() as u32).collect() };
        originals.set(repeats);
        originals
    }

    /// Takes what is known from elsewhere.
    pub fn set(&mut self, repeats: &[(usize, usize)]) {
        self.of.iter_mut().zip(0..).for_each(|(original, at)| *original = at);
        repeats.iter().for_each(|&(at, original)| self.of[at] = original as u32);
    }

    /// Blocks that are repeats, each with its original.
    pub fn repeats(&self) -> Vec<(usize, usize)> {
        let pairs = self.of.iter().map(|&original| original as usize).enumerate();
        pairs.filter(|(at, original)| at != original).collect()
    }

    /// Takes over to `blocks`, of which `at` alone differs: it had the sketch `last`. Answers whether any block has another
    /// original than before; `None` where as many looks at blocks as `limit` do not tell, and then [`Originals::set`] is
    /// due.
    pub fn follow(&mut self, blocks: &[Facts], at: usize, last: &[u32], limit: usize) -> Option<bool> {
        let now = blocks[at].line.sketch();
        if last == now {
            return Some(false);
        }
        let was_original = self.is_original(at);
        self.holders.replace(at, last, now);
        let (open, opened) = Default::default();
        let change = Change { blocks, originals: self, open, opened, looks: 0, limit, changed: false };
        change.run(at, was_original.then_some(last))
    }

    fn is_original(&self, at: usize) -> bool {
        self.of[at] as usize == at
    }
}

impl<'a> Change<'a> {
    /// See [`Originals::follow`]; `last`: the sketch that `at` had as an original.
    fn run(mut self, at: usize, last: Option<&[u32]>) -> Option<bool> {
        self.decide(at);
        self.open(at, telling(last.unwrap_or_default()));
        if self.originals.is_original(at) {
            self.open(at, telling(self.sketch(at)));
        }
        while self.looks < self.limit {
            let Some(at) = self.open.pop_first() else { return Some(self.changed) };
            let was_original = self.originals.is_original(at);
            self.decide(at);
            if self.originals.is_original(at) != was_original {
                self.open(at, telling(self.sketch(at)));
            }
        }
        None
    }

    /// Finds the original of a block; those of all blocks before it are known.
    fn decide(&mut self, at: usize) {
        let original = original(self.blocks, at, |hash| self.told(hash, at)).unwrap_or(at) as u32;
        self.changed |= std::mem::replace(&mut self.originals.of[at], original) != original;
    }

    /// The first original before `end` that `hash` tells of.
    fn told(&mut self, hash: u32, end: usize) -> Option<usize> {
        let Self { originals, looks, .. } = self;
        *looks += 1;
        originals.holders.told(hash, end).inspect(|_| *looks += 1).find(|&at| originals.is_original(at))
    }

    /// Opens the blocks that had `at` for the first original that one of `hashes` tells of, or have it now: none do where
    /// one stands before it.
    fn open(&mut self, at: usize, hashes: &[u32]) {
        for &hash in hashes {
            if !self.opened.contains(&hash) && self.told(hash, at).is_none() {
                let left = self.limit.saturating_sub(self.looks);
                let after = self.originals.holders.after(hash, at).take(left);
                self.open.extend(after.inspect(|_| self.looks += 1));
                self.opened.insert(hash);
            }
        }
    }

    fn sketch(&self, at: usize) -> &'a [u32] {
        self.blocks[at].line.sketch()
    }
}

#[cfg(test)]
mod tests {
    use super::{super::find::repeats, *};
    use crate::{
        syntax::{Block, BlockKind},
        text::Span,
    };
    use proptest::{collection::vec, prelude::*, sample::Index};

    const PASSAGES: [&str; 2] = [
        "the council voted on tuesday to rebuild the old harbour wall and work on it will begin in early spring",
        "prices of bread rose by a tenth last year while wages stood still the guild of bakers wrote on friday",
    ];

    /// Words at the ends, each of which counts for another share of the sketch: variants of a passage are like some
    /// variants and not like others.
    const ENDS: [usize; 6] = [0, 1, 3, 16, 17, 18];

    /// A passage with other words for some of its own, or a line that is too short to be compared.
    fn block() -> impl Strategy<Value = Facts> {
        let others = prop_oneof![2 => Just(vec![]), 5 => vec((0..ENDS.len(), 0..2_u8), 1..3)];
        let passage = (0..PASSAGES.len(), others).prop_map(|(passage, others)| {
            let mut words: Vec<&str> = PASSAGES[passage].split(' ').collect();
            for (end, other) in others {
                words[ENDS[end]] = ["pier", "crane"][usize::from(other)];
            }
            words.join(" ")
        });
        prop_oneof![9 => passage, 1 => Just("Nobody moved.".to_owned())].prop_map(|text| facts(&text))
    }

    fn facts(text: &str) -> Facts {
        let span = Span::new(0, text.len());
        let block = Block { kind: BlockKind::Paragraph, span, lines: (0, 1), markup: Vec::new() };
        Facts::new(&block, text, None)
    }

    proptest! {
        #[test]
        fn what_follows_is_what_is_found_from_nothing(
            start in prop_oneof![3 => vec(block(), 1..24), 1 => vec(block(), 100..300)],
            changes in vec((prop_oneof![1 => Just(None), 2 => any::<Index>().prop_map(Some)], block()), 1..24),
            limit in prop_oneof![Just(usize::MAX), 0..256_usize],
        ) {
            let mut blocks = start;
            let mut known = repeats(&blocks);
            let mut originals = Originals::new(&blocks, &known);
            for (at, block) in changes {
                let at = at.map_or(0, |at| at.index(blocks.len()));
                let last = std::mem::replace(&mut blocks[at], block);
                let now = repeats(&blocks);
                match originals.follow(&blocks, at, last.line.sketch(), limit) {
                    Some(changed) => prop_assert_eq!(changed, now != known),
                    None => originals.set(&now),
                }
                prop_assert_eq!(originals.repeats(), &*now);
                known = now;
            }
        }
    }
}
