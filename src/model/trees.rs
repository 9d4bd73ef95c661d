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

    /// The answer of a question to `row`. A number that the row lacks counts as nought.
    #[inline]
    fn at_most(&self, row: &[f32]) -> bool {
        row.get(usize::from(self.feature)).copied().unwrap_or(0.0) <= self.value
    }
}

impl<'a> Trees<'a> {
    /// The trees whose nodes lie in `nodes`, each from its place in `roots` on; `start` is what every score begins
    /// with.
    pub fn new(nodes: &'a [Node], roots: &'a [u32], start: f32) -> Self {
        Self { nodes, roots, start, early: roots.len(), least: f32::MIN }
    }

    /// Every question is about a number of a row of `width` and every way ends at a leaf of this forest; it has no more nodes
    /// than a [`Scope`] can number.
    pub fn fits(&self, width: usize) -> bool {
        let asks = |node: &Node| node.feature == Node::LEAF || usize::from(node.feature) < width;
        let leads_on = |(at, node): (usize, &Node)| {
            node.feature == Node::LEAF || node.skip > 1 && at + usize::from(node.skip) < self.nodes.len()
        };
        let numbered = self.nodes.len() <= usize::from(NOBODY);
        let ends = self.nodes.last().is_none_or(|node| node.feature == Node::LEAF);
        let starts = self.roots.iter().all(|&root| (root as usize) < self.nodes.len());
        numbered && ends && starts && self.nodes.iter().all(asks) && self.nodes.iter().enumerate().all(leads_on)
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
        let mut low = vec![NOBODY; row.len()];
        let mut high = vec![NOBODY; row.len()];
        let mut note = |at: usize, at_most: bool| {
            let node = &self.nodes[at];
            let bounds = if at_most { &mut high } else { &mut low };
            let Some(bound) = bounds.get_mut(usize::from(node.feature)) else { return };
            let known = self.nodes.get(usize::from(*bound)).map(|known| known.value);
            if known.is_none_or(|known| if at_most { node.value < known } else { node.value > known }) {
                *bound = at as u16;
            }
        };
        let score = self.sum(|root| self.follow(root, row, &mut note));
        let asked = |bounds: Vec<u16>| bounds.into_iter().filter(|&bound| bound != NOBODY).collect();
        (score, Scope { low: asked(low), high: asked(high) })
    }

    /// `row` is one of `scope`, which is of these trees.
    pub fn is_in(&self, scope: &Scope, row: &[f32]) -> bool {
        let at_most = |&node: &u16| self.nodes.get(usize::from(node)).is_some_and(|node| node.at_most(row));
        scope.high.iter().all(at_most) && !scope.low.iter().any(at_most)
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

    /// The leaf that `row` falls into from `root` on; `each` hears of every question, by its node, and whether the answer
    /// was "at most".
    #[inline]
    fn follow(&self, root: usize, row: &[f32], mut each: impl FnMut(usize, bool)) -> f32 {
        let mut at = root;
        while let Some(node) = self.nodes.get(at) {
            if node.feature == Node::LEAF {
                return node.value;
            }
            let at_most = node.at_most(row);
            each(at, at_most);
            at += if at_most { 1 } else { usize::from(node.skip) };
        }
        0.0
    }
}

/// Rows that give the same answers to all questions of a forest. Of the questions to a number two matter: the least bound
/// that it was at most, and the greatest that it was more than.
#[derive(Clone, Debug, PartialEq)]
pub struct Scope {
    /// The nodes of those questions.
    low: Box<[u16]>,
    high: Box<[u16]>,
}

/// The number that no node has.
const NOBODY: u16 = u16::MAX;

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
        assert!(trees.is_in(&trees.score_and_scope(&[2.0, 5.0]).1, &[1.0, 4.0]));
    }

    #[test]
    fn rows_of_one_scope_have_one_score() {
        let trees = Trees::new(&NODES, &[0, 5], 0.25);
        let (score, scope) = trees.score_and_scope(&[1.5, 4.0]);
        assert_eq!(score, trees.score(&[1.5, 4.0]));
        let holds = |row: &[f32]| trees.is_in(&scope, row);
        assert!(holds(&[2.0, -7.0]) && holds(&[-3.0, 5.0]) && holds(&[1.5]));
        assert!(!holds(&[2.5, 4.0]) && !holds(&[1.5, 5.5]));
    }

    #[test]
    fn a_forest_that_leads_outside_does_not_fit() {
        assert!(Trees::new(&NODES, &[0, 5], 0.0).fits(2));
        assert!(!Trees::new(&NODES, &[0, 5], 0.0).fits(1));
        assert!(!Trees::new(&NODES, &[6], 0.0).fits(2));
        assert!(!Trees::new(&NODES[..2], &[0], 0.0).fits(2));
    }
}
