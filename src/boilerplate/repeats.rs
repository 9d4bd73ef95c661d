//! Passages that come again, in an article or in another.

use super::words::{self, Word};
use crate::{analysis::Facts, model::Sieve};
use rustc_hash::{FxHashMap, FxHashSet};
use std::fmt;

/// Words of a shingle.
const SHINGLE: usize = 5;
/// Words of the shortest passage that is compared.
const SHORTEST: usize = 12;
/// Shingles that a sketch keeps.
const KEPT: usize = 16;
/// Share of its sketch that two passages must have in common to count as the same.
const SAME: f32 = 0.75;
/// Hashes of a sketch of which a passage that counts as the same must have one.
const TELLING: usize = KEPT / 4 + 1;
/// Among the first so many hashes of a passage is a telling one of each that it counts as the same as: before that may
/// stand the others that tell and those that the two do not share.
const HELD: usize = TELLING + KEPT / 4;

/// What a passage is known by: the least hashes of its shingles, ascending. Two passages that share most of their
/// sketches share about as much of their words. Empty for passages of fewer than twelve words.
pub type Sketch = Box<[u32]>;

/// The sketch of a text, without regard to case and marks.
pub fn sketch(text: &str) -> Sketch {
    let mut all = Vec::new();
    words::split(text, &mut all);
    sketch_of(&all)
}

/// Two passages that are known by these sketches count as the same. No passage is the same as one without a sketch.
pub fn is_same_passage(one: &[u32], other: &[u32]) -> bool {
    likeness(one, other) >= SAME
}

/// The share of their sketches that two passages have in common, from 0 to 1; 0 where either is empty.
fn likeness(one: &[u32], other: &[u32]) -> f32 {
    let most = one.len().max(other.len());
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    one.iter().filter(|hash| other.binary_search(hash).is_ok()).count() as f32 / most as f32
}

/// The passages of the last version of an article.
#[derive(Default)]
pub struct KeptRepeats(Option<Last>);

struct Last {
    /// Held so that no others come to lie where they lie: they are known by their place.
    blocks: Vec<Facts>,
    /// The hashes that passages have among the first of their sketches. Of versions that went by there may be more.
    held: Sieve,
    /// Those that several passages have: no others can tell of a repeat.
    again: FxHashSet<u32>,
    repeats: Vec<(usize, usize)>,
}

impl KeptRepeats {
    /// Blocks that stand again, each with the first block that is like it, by place. What is kept of the last version is
    /// used again, and replaced.
    pub fn find(&mut self, facts: &[Facts]) -> &[(usize, usize)] {
        if !self.0.as_mut().is_some_and(|last| last.follow(facts)) {
            self.0 = None;
        }
        &self.0.get_or_insert_with(|| Last::new(facts)).repeats
    }
}

impl Last {
    fn new(facts: &[Facts]) -> Self {
        let (held, again) = held(facts);
        Self { blocks: facts.to_vec(), repeats: repeats(facts, &again), held, again }
    }

    /// Takes over to a version of which at most one passage differs, which is like no other before and after. Answers
    /// whether that is so; nothing changes where it is not.
    fn follow(&mut self, facts: &[Facts]) -> bool {
        match Facts::only_change(&self.blocks, facts.iter()) {
            Some(Some(at)) => self.replace(at, &facts[at]),
            Some(None) => true,
            None => false,
        }
    }

    fn replace(&mut self, at: usize, new: &Facts) -> bool {
        let (gone, come) = (first(&self.blocks[at]), first(new));
        let shared = gone.iter().any(|&hash| self.again.contains(&hash))
            || come.iter().any(|&hash| !gone.contains(&hash) && self.held.may_hold(hash));
        if !shared {
            come.iter().for_each(|&hash| self.held.insert(hash));
            self.blocks[at] = new.clone();
        }
        !shared
    }
}

/// The first hashes of a block's sketch: see [`HELD`].
fn first(block: &Facts) -> &[u32] {
    let sketch = block.line.sketch();
    &sketch[..sketch.len().min(HELD)]
}

/// The hashes that passages have among their first, and those that several have.
fn held(facts: &[Facts]) -> (Sieve, FxHashSet<u32>) {
    let room = facts.len() * HELD;
    let (mut held, mut again) = (Sieve::with_room(room), Sieve::with_room(room));
    for &hash in facts.iter().flat_map(first) {
        if held.may_hold(hash) {
            again.insert(hash);
        }
        held.insert(hash);
    }
    let mut times: FxHashMap<u32, u32> = FxHashMap::default();
    for &hash in facts.iter().flat_map(first).filter(|hash| again.may_hold(**hash)) {
        *times.entry(hash).or_default() += 1;
    }
    (held, times.into_iter().filter(|&(_, times)| times > 1).map(|(hash, _)| hash).collect())
}

/// See [`KeptRepeats::find`]; `again`: the hashes that several passages have among their first.
fn repeats(facts: &[Facts], again: &FxHashSet<u32>) -> Vec<(usize, usize)> {
    let again = Sieve::new(again.len(), again.iter().copied());
    let mut earliest: FxHashMap<u32, usize> = FxHashMap::default();
    let mut repeats = Vec::new();
    for (at, block) in facts.iter().enumerate() {
        let sketch = block.line.sketch();
        let known = first(block).iter().filter(|hash| again.may_hold(**hash));
        let mut earlier = known.filter_map(|hash| earliest.get(hash)).copied();
        match earlier.find(|&earlier| is_same_passage(sketch, facts[earlier].line.sketch())) {
            Some(earlier) => repeats.push((at, earlier)),
            None => sketch.iter().take(TELLING).filter(|hash| again.may_hold(**hash)).for_each(|&hash| {
                earliest.entry(hash).or_insert(at);
            }),
        }
    }
    repeats
}

impl fmt::Debug for KeptRepeats {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("KeptRepeats")
    }
}

/// The sketch of a line's words.
pub(super) fn sketch_of(line: &[Word]) -> Sketch {
    if line.len() < SHORTEST {
        return Sketch::default();
    }
    let hash = |shingle: &[Word]| {
        shingle.iter().fold(0, |hash: u32, word| (hash.rotate_left(5) ^ word.hash).wrapping_mul(0x9e37_79b1))
    };
    let mut hashes: Vec<u32> = line.windows(SHINGLE).map(hash).collect();
    if hashes.len() > KEPT {
        hashes.select_nth_unstable(KEPT);
        hashes.truncate(KEPT);
    }
    hashes.sort_unstable();
    hashes.dedup();
    hashes.into_boxed_slice()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WALL: &str =
        "The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.";

    #[test]
    fn a_changed_word_leaves_passages_alike() {
        let changed =
            format!("{WALL} Residents of the lower town had asked for it since the flood of two winters ago.");
        let other = changed.replace("two winters", "three winters");
        assert!(is_same_passage(&sketch(&changed), &sketch(&other)));
    }

    #[test]
    fn other_passages_and_short_lines_are_not_alike() {
        let other = "Prices of bread rose by a tenth last year while wages stood still, the bakers\u{2019} guild wrote on Friday.";
        assert!(likeness(&sketch(WALL), &sketch(other)) < 0.2);
        assert!(sketch("Row, row, row your boat").is_empty());
    }
}
