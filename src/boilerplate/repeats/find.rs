use super::{HELD, first, original, telling};
use crate::{analysis::Facts, model::Sieve};
use rustc_hash::FxHashMap;

/// Blocks that stand again, each with its original, by place.
pub(super) fn repeats(blocks: &[Facts]) -> Vec<(usize, usize)> {
    let again = again(blocks);
    let mut told: FxHashMap<u32, usize> = FxHashMap::default();
    let mut repeats = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        match original(blocks, at, |hash| again.may_hold(hash).then(|| told.get(&hash).copied())?) {
            Some(original) => repeats.push((at, original)),
            None => telling(block.line.sketch()).iter().filter(|hash| again.may_hold(**hash)).for_each(|&hash| {
                told.entry(hash).or_insert(at);
            }),
        }
    }
    repeats
}

/// The hashes that several blocks have among their first, and few others: no others can tell of a repeat.
fn again(blocks: &[Facts]) -> Sieve {
    let room = blocks.len() * HELD;
    let (mut held, mut again) = (Sieve::with_room(room), Sieve::with_room(room));
    for &hash in blocks.iter().flat_map(|block| first(block.line.sketch())) {
        if held.may_hold(hash) {
            again.insert(hash);
        }
        held.insert(hash);
    }
    again
}
