//! Passages that come again, in an article or in another.

mod find;
mod holders;
mod kept;
mod originals;

use super::words::{self, Word};
use crate::analysis::Facts;

pub use kept::KeptRepeats;

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

/// The first hashes of a sketch: see [`HELD`].
fn first(sketch: &[u32]) -> &[u32] {
    &sketch[..sketch.len().min(HELD)]
}

/// See [`TELLING`].
fn telling(sketch: &[u32]) -> &[u32] {
    &sketch[..sketch.len().min(TELLING)]
}

/// The block that block `at` repeats, of those that a hash tells of: `told` gives the first before `at` that repeats none
/// itself.
fn original(blocks: &[Facts], at: usize, mut told: impl FnMut(u32) -> Option<usize>) -> Option<usize> {
    let sketch = blocks[at].line.sketch();
    let mut other = None;
    first(sketch).iter().find_map(|&hash| {
        let earlier = told(hash).filter(|&earlier| other != Some(earlier))?;
        other = Some(earlier);
        is_same_passage(sketch, blocks[earlier].line.sketch()).then_some(earlier)
    })
}

/// The sketch of a line's words.
pub(in crate::boilerplate) fn sketch_of(line: &[Word]) -> Sketch {
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
