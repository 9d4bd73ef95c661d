//! Trees over rows of numbers.

mod answers;

pub use answers::{Answers, Questions};

use bytemuck::{Pod, Zeroable};
use std::hint::select_unpredictable;

/// Boosted regression trees: the score of a row of numbers is the sum of the leaves that it falls into.
#[derive(Clone, Copy, Debug)]
pub struct Trees<'a> {
    nodes: &'a [Node],
    roots: &'a [u32],
    start: f32,
    /// How many trees decide whether the others are asked, and the score from which they are.
    early: usize,
    least: f32,
}

/// A node: a question to a number of the row, or a leaf. The node for the answer "at most" follows it; the other is
/// some nodes farther on.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Pod, Zeroable)]
pub struct Node {
    /// Index of the number that is asked about; [`Node::LEAF`] for a leaf.
    pub feature: u16,
    /// How many nodes farther on the node for "more" stands.
    pub skip: u16,
    /// The bound that the number is compared with; the score of a leaf.
    pub value: f32,
}

impl Node {
    /// Marks leaves.
    pub const LEAF: u16 = u16::MAX;

    /// A leaf that adds nothing.
    const NOTHING: Self = Self { feature: Self::LEAF, skip: 0, value: 0.0 };

    /// How many nodes farther on the way of `row` leads: none from a leaf, whose number is above every bound.
    #[inline]
    fn step(&self, row: &Row) -> u32 {
        select_unpredictable(row[usize::from(self.feature) % WIDEST] <= self.value, 1, u32::from(self.skip))
    }
}

/// The numbers of a row, then noughts. The last stands for no number and is above every bound.
type Row = [f32; WIDEST];

/// Numbers of the widest row, and one.
const WIDEST: usize = 256;

/// Trees that are gone through side by side, so that the processor need not wait for each answer.
const ABREAST: usize = 8;

impl<'a> Trees<'a> {
    /// The trees whose nodes lie in `nodes`, each from its place in `roots` on; `start` is what every score begins
    /// with.
    pub fn new(nodes: &'a [Node], roots: &'a [u32], start: f32) -> Self {
        Self { nodes, roots, start, early: roots.len(), least: f32::MIN }
    }

    /// Every question is about a number of a row of `width`, which is not too wide, and every way ends at a leaf of this
    /// forest.
    pub fn fits(&self, width: usize) -> bool {
        let asks = |node: &Node| match node.feature {
            Node::LEAF => node.skip == 0,
            feature => usize::from(feature) < width.min(WIDEST - 1),
        };
        let leads_on = |(at, node): (usize, &Node)| {
            node.feature == Node::LEAF || node.skip > 1 && at + usize::from(node.skip) < self.nodes.len()
        };
        let ends = self.nodes.last().is_none_or(|node| node.feature == Node::LEAF);
        let starts = self.roots.iter().all(|&root| (root as usize) < self.nodes.len());
        ends && starts && self.nodes.iter().all(asks) && self.nodes.iter().enumerate().all(leads_on)
    }

    /// The same trees, where a row is given up that scores below `least` by the first `early` of them.
    pub fn giving_up(self, early: usize, least: f32) -> Self {
        Self { early: early.min(self.roots.len()), least, ..self }
    }

    /// The score of `row`; `f32::MIN` where it is given up. A number that the row lacks counts as nought.
    pub fn score(&self, row: &[f32]) -> f32 {
        let mut numbers = [0.0; WIDEST];
        let count = row.len().min(WIDEST - 1);
        numbers[..count].copy_from_slice(&row[..count]);
        numbers[WIDEST - 1] = f32::INFINITY;
        self.sum(|roots| self.leaves(roots, &numbers)).score(self)
    }

    /// Adds up what `leaves` answers for the roots of the trees.
    fn sum(&self, leaves: impl Fn(&[u32]) -> i64) -> Sum {
        let (first, rest) = self.roots.split_at(self.early);
        let first = units(self.start) + leaves(first);
        Sum { first, rest: (first >= units(self.least)).then(|| leaves(rest)) }
    }

    /// The leaves that `row` falls into from `roots` on, in units.
    fn leaves(&self, roots: &[u32], row: &Row) -> i64 {
        let (abreast, rest) = roots.as_chunks::<ABREAST>();
        let abreast: i64 = abreast.iter().map(|roots| self.follow(*roots, row)).sum();
        abreast + rest.iter().map(|root| self.follow([*root], row)).sum::<i64>()
    }

    /// The same for trees that are gone through side by side.
    #[inline]
    fn follow<const COUNT: usize>(&self, mut at: [u32; COUNT], row: &Row) -> i64 {
        loop {
            let mut steps = 0;
            for at in &mut at {
                let step = self.node(*at).step(row);
                *at += step;
                steps |= step;
            }
            if steps == 0 {
                return at.iter().map(|&at| units(self.node(at).value)).sum();
            }
        }
    }

    #[inline]
    fn node(&self, at: u32) -> &Node {
        self.nodes.get(at as usize).unwrap_or(&Node::NOTHING)
    }
}

/// The leaves that a row falls into, added up: those of the trees that decide whether the others are asked, and those of
/// the others where they are.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Sum {
    first: i64,
    rest: Option<i64>,
}

impl Sum {
    /// The score by `trees`.
    fn score(self, trees: &Trees) -> f32 {
        match self.rest {
            Some(rest) if self.first >= units(trees.least) => ((self.first + rest) as f64 / UNIT) as f32,
            _ => f32::MIN,
        }
    }
}

/// Whole units add up to the same in any order.
const UNIT: f64 = (1_u64 << 40) as f64;

#[inline]
fn units(value: f32) -> i64 {
    (f64::from(value) * UNIT) as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) const fn ask(feature: u16, value: f32, skip: u16) -> Node {
        Node { feature, skip, value }
    }

    pub(super) const fn leaf(value: f32) -> Node {
        Node { feature: Node::LEAF, skip: 0, value }
    }

    /// Is the first number at most 2? Then is the second at most 5?
    const NODES: [Node; 6] = [ask(0, 2.0, 4), ask(1, 5.0, 2), leaf(-1.0), leaf(1.0), leaf(8.0), leaf(0.5)];

    #[test]
    fn leaves_of_all_trees_add_up() {
        let trees = Trees::new(&NODES, &[0, 5], 0.25);
        assert_eq!(trees.score(&[2.0, 5.0]), -1.0 + 0.5 + 0.25);
        assert_eq!(trees.score(&[2.0, 5.5]), 1.0 + 0.5 + 0.25);
        assert_eq!(trees.score(&[2.5, 0.0]), 8.0 + 0.5 + 0.25);
    }

    #[test]
    fn a_low_score_is_given_up_early() {
        let trees = Trees::new(&NODES, &[0, 5], 0.25).giving_up(1, -0.5);
        assert_eq!(trees.score(&[2.0, 5.0]), f32::MIN);
        assert_eq!(trees.score(&[2.0, 5.5]), 1.75);
    }

    #[test]
    fn a_forest_that_leads_outside_does_not_fit() {
        assert!(Trees::new(&NODES, &[0, 5], 0.0).fits(2));
        assert!(!Trees::new(&NODES, &[0, 5], 0.0).fits(1));
        assert!(!Trees::new(&NODES, &[6], 0.0).fits(2));
        assert!(!Trees::new(&NODES[..2], &[0], 0.0).fits(2));
    }
}
