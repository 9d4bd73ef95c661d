use bytemuck::{Pod, Zeroable};

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
}

impl<'a> Trees<'a> {
    /// The trees whose nodes lie in `nodes`, each from its place in `roots` on; `start` is what every score begins
    /// with.
    pub fn new(nodes: &'a [Node], roots: &'a [u32], start: f32) -> Self {
        Self { nodes, roots, start, early: roots.len(), least: f32::MIN }
    }

    /// Every question is about a number of a row of `width` and every way ends at a leaf of this forest.
    pub fn fits(&self, width: usize) -> bool {
        let asks = |node: &Node| node.feature == Node::LEAF || usize::from(node.feature) < width;
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
        self.sum(|root| self.leaf(root, row))
    }

    /// The score of `row`, and the rows that are sure to have the same.
    pub fn score_and_scope(&self, row: &[f32]) -> (f32, Scope) {
        let mut scope = Scope { low: vec![f32::NEG_INFINITY; row.len()], high: vec![f32::INFINITY; row.len()] };
        let score = self.sum(|root| self.follow(root, row, |node, at_most| scope.note(node, at_most)));
        (score, scope)
    }

    /// Adds up what `leaf` answers for the root of each tree.
    fn sum(&self, mut leaf: impl FnMut(usize) -> f32) -> f32 {
        let (first, rest) = self.roots.split_at(self.early);
        let mut add = |sum: f32, &root: &u32| sum + leaf(root as usize);
        let score = first.iter().fold(self.start, &mut add);
        if score < self.least { f32::MIN } else { rest.iter().fold(score, add) }
    }

    fn leaf(&self, root: usize, row: &[f32]) -> f32 {
        self.follow(root, row, |_, _| {})
    }

    /// The leaf that `row` falls into from `root` on; `each` hears of every question and whether the answer was "at
    /// most".
    #[inline]
    fn follow(&self, root: usize, row: &[f32], mut each: impl FnMut(&Node, bool)) -> f32 {
        let mut at = root;
        while let Some(node) = self.nodes.get(at) {
            if node.feature == Node::LEAF {
                return node.value;
            }
            let number = row.get(usize::from(node.feature)).copied().unwrap_or(0.0);
            let at_most = number <= node.value;
            each(node, at_most);
            at += if at_most { 1 } else { usize::from(node.skip) };
        }
        0.0
    }
}

/// Rows that give the same answers to all questions of a forest: each number lies above the one bound, and not above
/// the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Scope {
    low: Vec<f32>,
    high: Vec<f32>,
}

impl Scope {
    /// `row` is one of them.
    pub fn holds(&self, row: &[f32]) -> bool {
        let bounds = self.low.iter().zip(&self.high);
        row.len() == self.low.len()
            && row
                .iter()
                .zip(bounds)
                .fold(true, |holds, (number, (low, high))| holds & (number > low) & (number <= high))
    }

    fn note(&mut self, node: &Node, at_most: bool) {
        let feature = usize::from(node.feature);
        let (low, high) = (self.low.get_mut(feature), self.high.get_mut(feature));
        match (low, high) {
            (_, Some(high)) if at_most => *high = high.min(node.value),
            (Some(low), _) => *low = low.max(node.value),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn ask(feature: u16, value: f32, skip: u16) -> Node {
        Node { feature, skip, value }
    }

    const fn leaf(value: f32) -> Node {
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
        assert!(trees.score_and_scope(&[2.0, 5.0]).1.holds(&[1.0, 4.0]));
    }

    #[test]
    fn rows_of_one_scope_have_one_score() {
        let trees = Trees::new(&NODES, &[0, 5], 0.25);
        let (score, scope) = trees.score_and_scope(&[1.5, 4.0]);
        assert_eq!(score, trees.score(&[1.5, 4.0]));
        assert!(scope.holds(&[2.0, -7.0]) && scope.holds(&[-3.0, 5.0]));
        assert!(!scope.holds(&[2.5, 4.0]) && !scope.holds(&[1.5, 5.5]) && !scope.holds(&[1.5]));
    }

    #[test]
    fn a_forest_that_leads_outside_does_not_fit() {
        assert!(Trees::new(&NODES, &[0, 5], 0.0).fits(2));
        assert!(!Trees::new(&NODES, &[0, 5], 0.0).fits(1));
        assert!(!Trees::new(&NODES, &[6], 0.0).fits(2));
        assert!(!Trees::new(&NODES[..2], &[0], 0.0).fits(2));
    }
}
