//! Many rows at once.

use super::{NODES, Node, Tree, Trees, WIDEST, units};

/// Trees made ready to score many rows. No way is followed from the root of a tree: every question strikes out the
/// leaves that its answer rules out, for several rows side by side, and a row falls into the first leaf that is left to
/// it. After QuickScorer (Lucchese et al., SIGIR 2015) and, for rows side by side, V-QuickScorer (SIGIR 2016).
#[derive(Clone, Debug, Default)]
pub struct Scorer<'a> {
    trees: Trees<'a>,
    flat: Vec<FlatTree>,
}

/// Rows side by side.
const ABREAST: usize = 8;

/// Rows that go on side by side behind a stop, at least. Fewer wait there for others.
const ENOUGH: usize = 6;

/// Rows side by side, number by number.
type Columns = [[f32; ABREAST]; WIDEST];

impl<'a> Scorer<'a> {
    /// That of `trees`; `None` where what should be a tree has more leaves than there is room for.
    pub fn new(trees: Trees<'a>) -> Option<Self> {
        let flat = trees.trees.iter().map(FlatTree::new).collect::<Option<_>>()?;
        Some(Self { trees, flat })
    }

    /// The score of each of `rows`, which stand one after the other and have `width` numbers each, as [`Trees::score`]
    /// gives it.
    pub fn scores(&self, rows: &[f32], width: usize) -> Vec<f32> {
        let rows: Vec<&[f32]> = rows.chunks_exact(width).collect();
        let mut totals = vec![units(self.trees.start); rows.len()];
        let mut scores = vec![0.0; rows.len()];
        let mut columns = [[0.0; ABREAST]; WIDEST];
        let mut waiting = vec![Vec::new(); self.trees.stops.len() + 1];
        waiting[0].extend(0..rows.len());
        for first in 0..waiting.len() {
            for abreast in std::mem::take(&mut waiting[first]).chunks(ABREAST) {
                abreast.iter().enumerate().for_each(|(lane, &row)| fill(&mut columns, lane, rows[row]));
                let mut open: Vec<(usize, usize)> = abreast.iter().copied().enumerate().collect();
                let mut stretch = first;
                while open.len() >= ENOUGH || stretch == first {
                    let sums = leaves(&self.flat[self.trees.stretch(stretch)], &columns);
                    open.retain(|&(lane, row)| {
                        totals[row] += sums[lane];
                        let score = self.trees.verdict(stretch, totals[row]);
                        scores[row] = score.unwrap_or_default();
                        score.is_none()
                    });
                    stretch += 1;
                }
                if let Some(waiting) = waiting.get_mut(stretch) {
                    waiting.extend(open.into_iter().map(|(_, row)| row));
                }
            }
        }
        scores
    }
}

fn fill(columns: &mut Columns, lane: usize, row: &[f32]) {
    columns.iter_mut().zip(row).for_each(|(column, &number)| column[lane] = number);
}

/// The leaves of `trees` that each of the rows side by side falls into, added up, in units.
fn leaves(trees: &[FlatTree], rows: &Columns) -> [i64; ABREAST] {
    let mut sums = [0; ABREAST];
    for tree in trees {
        let left = tree.left(rows);
        for lane in 0..ABREAST {
            sums[lane] += tree.leaves[left[lane].trailing_zeros() as usize % LEAVES];
        }
    }
    sums
}

/// Leaves of the largest tree.
const LEAVES: usize = NODES / 2;

/// A tree as its questions, in any order, and its leaves from left to right, in units.
#[derive(Clone, Debug)]
struct FlatTree {
    questions: [Question; LEAVES - 1],
    leaves: [i64; LEAVES],
}

/// A question to a number of a row.
#[derive(Clone, Copy, Debug)]
struct Question {
    /// Index of the number.
    feature: u16,
    /// The leaves that are left where it is more than the bound, a bit each.
    left: u16,
    bound: f32,
}

impl Question {
    /// Leaves every leaf.
    const NONE: Self = Self { feature: 0, left: u16::MAX, bound: 0.0 };
}

impl FlatTree {
    fn new(tree: &Tree) -> Option<Self> {
        let mut flat = Flattening::default();
        flat.add(tree, 0)?;
        let Flattening { questions, leaves } = flat;
        Some(Self {
            questions: std::array::from_fn(|at| questions.get(at).copied().unwrap_or(Question::NONE)),
            leaves: std::array::from_fn(|at| leaves.get(at).copied().unwrap_or_default()),
        })
    }

    /// The leaves that are left to each of the rows side by side, a bit each. Without branches: answers are coin tosses.
    fn left(&self, rows: &Columns) -> [u16; ABREAST] {
        let mut left = [u16::MAX; ABREAST];
        for question in &self.questions {
            let numbers = &rows[usize::from(question.feature) % WIDEST];
            for lane in 0..ABREAST {
                let at_most = numbers[lane] <= question.bound;
                left[lane] &= question.left | u16::from(at_most).wrapping_neg();
            }
        }
        left
    }
}

/// What has been found of a tree.
#[derive(Default)]
struct Flattening {
    questions: Vec<Question>,
    leaves: Vec<i64>,
}

impl Flattening {
    /// Adds what stands from node `at` of `tree` on. Answers which leaves those are; `None` where there is no room.
    fn add(&mut self, tree: &Tree, at: usize) -> Option<u16> {
        let node = tree.get(at)?;
        if node.feature == Node::LEAF {
            let leaf = 1_u16.checked_shl(self.leaves.len() as u32)?;
            self.leaves.push(units(node.value));
            return Some(leaf);
        }
        let low = self.add(tree, at + 1)?;
        let high = self.add(tree, at + usize::from(node.skip))?;
        self.questions.push(Question { feature: node.feature, left: !low, bound: node.value });
        Some(low | high)
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            Stop,
            tests::{ask, leaf, mixed_forest},
        },
        *,
    };
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn many_rows_score_as_each_by_itself(
            rows in prop::collection::vec(prop::array::uniform3(prop::sample::select(vec![-1.0_f32, 0.5, 2.0, 3.0, 4.0, 5.0, 6.0, f32::NAN])), 0..40),
        ) {
            let stops = [Stop { trees: 1, least: -0.5, most: 8.0 }, Stop { trees: 2, least: 0.0, most: 1.4 }];
            let forest = mixed_forest();
            let trees = Trees::new(&forest, 0.25).stopping(&stops);
            let scorer = Scorer::new(trees).expect("small trees");
            let expected: Vec<f32> = rows.iter().map(|row| trees.score(row)).collect();
            prop_assert_eq!(scorer.scores(rows.as_flattened(), 3), expected);
        }
    }

    #[test]
    fn what_is_no_tree_has_no_scorer() {
        assert!(Scorer::new(Trees::new(&[[ask(0, 2.0, 1); NODES]], 0.0)).is_none());
        let ladder: Tree = std::array::from_fn(|at| if at < 30 { ask(0, 2.0, 2) } else { leaf(1.0) });
        assert!(Scorer::new(Trees::new(&[ladder], 0.0)).is_none());
    }
}
