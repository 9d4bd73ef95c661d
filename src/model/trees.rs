use bytemuck::{Pod, Zeroable};

/// Boosted regression trees: the score of a row of numbers is the sum of the leaves that it falls into.
#[derive(Clone, Copy, Debug)]
pub struct Trees<'a> {
    nodes: &'a [Node],
    roots: &'a [u32],
    start: f32,
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
        Self { nodes, roots, start }
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

    /// The score of `row`. A number that the row lacks counts as nought.
    pub fn score(&self, row: &[f32]) -> f32 {
        self.roots.iter().map(|&root| self.leaf(root as usize, row)).sum::<f32>() + self.start
    }

    fn leaf(&self, root: usize, row: &[f32]) -> f32 {
        let mut at = root;
        while let Some(node) = self.nodes.get(at) {
            if node.feature == Node::LEAF {
                return node.value;
            }
            let number = row.get(usize::from(node.feature)).copied().unwrap_or(0.0);
            at += if number <= node.value { 1 } else { usize::from(node.skip) };
        }
        0.0
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
    fn a_forest_that_leads_outside_does_not_fit() {
        assert!(Trees::new(&NODES, &[0, 5], 0.0).fits(2));
        assert!(!Trees::new(&NODES, &[0, 5], 0.0).fits(1));
        assert!(!Trees::new(&NODES, &[6], 0.0).fits(2));
        assert!(!Trees::new(&NODES[..2], &[0], 0.0).fits(2));
    }
}
