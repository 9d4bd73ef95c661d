//! Trees over rows of numbers.

mod answers;
mod scorer;

pub use answers::{Answers, Questions};
pub use scorer::Scorer;

use bytemuck::{Pod, Zeroable};
use std::ops::Range;

/// Boosted regression trees: the score of a row of numbers is the sum of the leaves that it falls into.
#[derive(Clone, Copy, Debug, Default)]
pub struct Trees<'a> {
    trees: &'a [Tree],
    start: f32,
    stops: &'a [Stop],
}

/// A place among the trees at which a row is done with whose score so far leaves no doubt.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Pod, Zeroable)]
pub struct Stop {
    /// How many trees are asked by then.
    pub trees: u32,
    /// Below this the others are not asked: the row scores less than any.
    pub least: f32,
    /// Above this they are not either: it scores more than any.
    pub most: f32,
}

impl Stop {
    /// The score of a row that has come to `total` units here; `None` where there is doubt.
    fn verdict(&self, total: i64) -> Option<f32> {
        let low = (total < units(self.least)).then_some(f32::MIN);
        low.or_else(|| (total > units(self.most)).then_some(f32::MAX))
    }
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
    pub const NOTHING: Self = Self { feature: Self::LEAF, skip: 0, value: 0.0 };
}

/// A tree: its nodes from the root on, filled up with leaves to which nothing leads.
pub type Tree = [Node; NODES];

/// Room for the nodes of a tree.
pub const NODES: usize = 32;

/// Numbers of the widest row.
const WIDEST: usize = 256;

impl<'a> Trees<'a> {
    /// These trees; `start` is what every score begins with.
    pub fn new(trees: &'a [Tree], start: f32) -> Self {
        Self { trees, start, stops: &[] }
    }

    /// Every question is about a number of a row of `width`, which is not too wide, every way ends at a leaf of its tree,
    /// and the stops stand in order.
    pub fn fits(&self, width: usize) -> bool {
        let leads_on = |(at, node): (usize, &Node)| match node.feature {
            Node::LEAF => node.skip == 0,
            feature => {
                let next = at + usize::from(node.skip);
                usize::from(feature) < width.min(WIDEST) && node.skip > 1 && next < NODES
            }
        };
        let stops = self.stops.is_sorted_by_key(|stop| stop.trees)
            && self.stops.last().is_none_or(|stop| stop.trees as usize <= self.trees.len());
        stops && self.trees.iter().all(|tree| tree.iter().enumerate().all(leads_on))
    }

    /// The same trees with these stops, in order.
    pub fn stopping(self, stops: &'a [Stop]) -> Self {
        Self { stops, ..self }
    }

    /// The score of `row`; `f32::MIN` or `f32::MAX` where a stop ended it. A number that the row lacks counts as nought.
    pub fn score(&self, row: &[f32]) -> f32 {
        self.decide(|stretch| self.trees[self.stretch(stretch)].iter().map(|tree| leaf(tree, row)).sum())
    }

    /// The score of a row of which `leaves` adds up those of each stretch of trees, as far as it is asked.
    fn decide(&self, mut leaves: impl FnMut(usize) -> i64) -> f32 {
        let mut total = units(self.start);
        let verdict = |stretch| {
            total += leaves(stretch);
            self.verdict(stretch, total)
        };
        (0..=self.stops.len()).find_map(verdict).unwrap_or_default()
    }

    /// The score of a row that has come to `total` units behind this stretch of trees; `None` where the next is asked.
    fn verdict(&self, stretch: usize, total: i64) -> Option<f32> {
        match self.stops.get(stretch) {
            Some(stop) => stop.verdict(total),
            None => Some((total as f64 / UNIT) as f32),
        }
    }

    /// The trees from one stop to the next; the last stretch has those behind all stops.
    fn stretch(&self, number: usize) -> Range<usize> {
        let end = |stop: &Stop| stop.trees as usize;
        let start = number.checked_sub(1).and_then(|last| self.stops.get(last)).map_or(0, end);
        start..self.stops.get(number).map_or(self.trees.len(), end)
    }
}

/// The leaf of `tree` that `row` falls into, in units.
fn leaf(tree: &Tree, row: &[f32]) -> i64 {
    let mut at = 0;
    loop {
        let node = tree[at % NODES];
        if node.feature == Node::LEAF {
            return units(node.value);
        }
        let number = row.get(usize::from(node.feature)).copied().unwrap_or(0.0);
        at += if number <= node.value { 1 } else { usize::from(node.skip) };
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

    /// The tree of these nodes.
    fn tree<const COUNT: usize>(nodes: [Node; COUNT]) -> Tree {
        std::array::from_fn(|at| nodes.get(at).copied().unwrap_or(Node::NOTHING))
    }

    /// Is the first number at most 2? Then is the second at most 5?
    fn forest() -> [Tree; 2] {
        let first = [ask(0, 2.0, 4), ask(1, 5.0, 2), leaf(-1.0), leaf(1.0), leaf(8.0)];
        [tree(first), tree([leaf(0.5)])]
    }

    /// Three that ask about three numbers, some of them twice.
    pub(super) fn mixed_forest() -> [Tree; 3] {
        [
            tree([ask(0, 2.0, 4), ask(1, 5.0, 2), leaf(-1.0), leaf(0.7), leaf(8.0)]),
            tree([ask(1, 3.0, 2), leaf(0.1), ask(0, -1.0, 2), leaf(-0.4), leaf(0.3)]),
            tree([ask(2, 0.5, 2), leaf(-2.3), leaf(1.9)]),
        ]
    }

    #[test]
    fn leaves_of_all_trees_add_up() {
        let forest = forest();
        let trees = Trees::new(&forest, 0.25);
        assert_eq!(trees.score(&[2.0, 5.0]), -1.0 + 0.5 + 0.25);
        assert_eq!(trees.score(&[2.0, 5.5]), 1.0 + 0.5 + 0.25);
        assert_eq!(trees.score(&[2.5, 0.0]), 8.0 + 0.5 + 0.25);
    }

    #[test]
    fn a_stop_ends_what_leaves_no_doubt() {
        let (forest, stops) = (forest(), [Stop { trees: 1, least: -0.5, most: 4.0 }]);
        let trees = Trees::new(&forest, 0.25).stopping(&stops);
        assert_eq!(trees.score(&[2.0, 5.0]), f32::MIN);
        assert_eq!(trees.score(&[2.0, 5.5]), 1.75);
        assert_eq!(trees.score(&[2.5, 0.0]), f32::MAX);
    }

    #[test]
    fn a_forest_that_leads_outside_does_not_fit() {
        let forest = forest();
        assert!(Trees::new(&forest, 0.0).fits(2));
        assert!(!Trees::new(&forest, 0.0).fits(1));
        assert!(!Trees::new(&[[ask(0, 2.0, 4); NODES]], 0.0).fits(1));
        let late = [Stop { trees: 3, least: 0.0, most: 1.0 }];
        assert!(!Trees::new(&forest, 0.0).stopping(&late).fits(2));
    }
}
