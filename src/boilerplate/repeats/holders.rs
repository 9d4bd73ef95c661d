use super::{first, telling};
use crate::analysis::Facts;
use std::{collections::BTreeSet, ops::Bound};

/// Which blocks have a hash among the first of their sketch: by hash, those first that it tells of, each in order.
pub(super) struct Holders(BTreeSet<u64>);

/// Of those that have a hash and are not told of by it.
const UNTOLD: u32 = 1 << 31;

impl Holders {
    pub fn new(blocks: &[Facts]) -> Self {
        let sketches = blocks.iter().map(|block| block.line.sketch());
        let mut entries: Vec<u64> = sketches.enumerate().flat_map(|(at, sketch)| entries(at, sketch)).collect();
        entries.sort_unstable();
        Self(entries.into_iter().collect())
    }

    /// Takes the sketch of block `at` over from `last` to `now`.
    pub fn replace(&mut self, at: usize, last: &[u32], now: &[u32]) {
        entries(at, last).for_each(|entry| _ = self.0.remove(&entry));
        self.0.extend(entries(at, now));
    }

    /// The blocks before `end` that `hash` tells of, in order.
    pub fn told(&self, hash: u32, end: usize) -> impl Iterator<Item = usize> {
        self.0.range(entry(hash, 0)..entry(hash, end as u32)).map(|&entry| block(entry))
    }

    /// The blocks after `at` that have `hash`.
    pub fn after(&self, hash: u32, at: usize) -> impl Iterator<Item = usize> {
        let after = |from: u32| {
            let range = (Bound::Excluded(entry(hash, from | at as u32)), Bound::Excluded(entry(hash, from | !UNTOLD)));
            self.0.range(range).map(|&entry| block(entry))
        };
        after(0).chain(after(UNTOLD))
    }
}

fn entries(at: usize, sketch: &[u32]) -> impl Iterator<Item = u64> {
    let told = telling(sketch).len();
    let rank = move |nth: usize| if nth < told { at as u32 } else { at as u32 | UNTOLD };
    first(sketch).iter().enumerate().map(move |(nth, &hash)| entry(hash, rank(nth)))
}

fn entry(hash: u32, rank: u32) -> u64 {
    u64::from(hash) << 32 | u64::from(rank)
}

fn block(entry: u64) -> usize {
    (entry as u32 & !UNTOLD) as usize
}
