//! Gradient boosting of regression trees over binned numbers, for a yes or no. Deterministic.

mod grow;

use copydesk::model::{Node, Tree, Trees};

/// How trees are grown.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// How many.
    pub rounds: usize,
    /// Leaves of each.
    pub leaves: usize,
    /// What share of a leaf's best score is taken.
    pub rate: f32,
    /// Rows of a leaf at least.
    pub least: u32,
    /// Pulls the scores of leaves with few rows to nought.
    pub ridge: f32,
    /// Share of the features that a tree may ask about.
    pub features: f32,
}

/// Most bins of a feature.
const BINS: usize = 64;
/// Rows by which the bounds of bins are chosen.
const SAMPLE: usize = 40_000;

/// Rows of numbers as numbers of bins.
pub struct Rows {
    width: usize,
    bins: Vec<u8>,
    /// Upper bounds of all bins of each feature but the last.
    bounds: Vec<Vec<f32>>,
}

impl Rows {
    /// Bins `values`, rows of `width` one after the other.
    pub fn new(values: &[f32], width: usize) -> Self {
        let rows = values.len() / width;
        let step = (rows / SAMPLE).max(1);
        let bounds: Vec<Vec<f32>> = (0..width)
            .map(|feature| bounds((0..rows).step_by(step).map(|row| values[row * width + feature]).collect()))
            .collect();
        let bins = values
            .iter()
            .enumerate()
            .map(|(at, value)| bounds[at % width].partition_point(|bound| bound < value) as u8);
        Self { width, bins: bins.collect(), bounds }
    }

    fn row(&self, row: u32) -> &[u8] {
        &self.bins[row as usize * self.width..][..self.width]
    }
}

/// Bounds that cut the sorted values into bins of like size; equal values share a bin.
fn bounds(mut values: Vec<f32>) -> Vec<f32> {
    values.sort_unstable_by(f32::total_cmp);
    let mut different = values.clone();
    different.dedup();
    let mut bounds: Vec<f32> = if different.len() <= BINS {
        different.windows(2).map(|pair| middle(pair[0], pair[1])).collect()
    } else {
        let at = |part: usize| values[part * (values.len() - 1) / BINS];
        let above =
            |value: f32| different[(different.partition_point(|&other| other <= value)).min(different.len() - 1)];
        (1..BINS).map(|part| middle(at(part), above(at(part)))).collect()
    };
    bounds.dedup();
    bounds
}

/// A value between two, the lower where they are too near.
fn middle(low: f32, high: f32) -> f32 {
    let middle = low + (high - low) / 2.0;
    if middle < high { middle } else { low }
}

/// Trees as they are written to a model file.
#[derive(Clone, Debug, Default)]
pub struct Forest {
    pub trees: Vec<Tree>,
    pub start: f32,
    /// What each feature gained over all splits.
    pub gains: Vec<f64>,
}

impl Forest {
    /// Grows trees that tell the rows of `subset` whose target is 1 from those whose target is 0. `weight[row]`: what a
    /// row counts.
    pub fn fit(rows: &Rows, subset: &[u32], target: &[f32], weight: &[f32], settings: &Settings) -> Self {
        let sum = |value: &dyn Fn(usize) -> f32| subset.iter().map(|&row| f64::from(value(row as usize))).sum::<f64>();
        let share = sum(&|row| weight[row] * target[row]) / sum(&|row| weight[row]);
        let start = (share / (1.0 - share)).ln() as f32;
        let mut forest = Self { start, gains: vec![0.0; rows.width], ..Self::default() };
        let mut scores = vec![start; subset.len()];
        for round in 0..settings.rounds {
            let slopes: Vec<[f32; 2]> = (subset.iter().zip(&scores))
                .map(|(&row, &score)| {
                    let chance = 1.0 / (1.0 + (-score).exp());
                    let weight = weight[row as usize];
                    [weight * (target[row as usize] - chance), weight * (chance * (1.0 - chance)).max(1e-6)]
                })
                .collect();
            let tree = grow::tree(rows, subset, &slopes, settings, round as u64);
            tree.leaves.iter().for_each(|(value, members)| {
                members.iter().for_each(|&at| scores[at as usize] += value);
            });
            tree.gains.iter().for_each(|&(feature, gain)| forest.gains[feature] += gain);
            let mut filled: Tree = [Node::NOTHING; _];
            filled[..tree.nodes.len()].copy_from_slice(&tree.nodes);
            forest.trees.push(filled);
        }
        forest
    }

    /// The score of row `row` of the rows that the forest was grown on, or of others in the same bins, by the first
    /// `trees` trees.
    pub fn score_binned(&self, rows: &Rows, row: u32, trees: usize) -> f32 {
        let bins = rows.row(row);
        let leaf = |tree: &Tree| {
            let mut at = 0;
            while tree[at].feature != Node::LEAF {
                let Node { feature, skip, value } = tree[at];
                let bound = rows.bounds[usize::from(feature)].partition_point(|bound| *bound < value);
                let low = usize::from(bins[usize::from(feature)]) <= bound;
                at += if low { 1 } else { usize::from(skip) };
            }
            tree[at].value
        };
        self.trees.iter().take(trees).map(leaf).sum::<f32>() + self.start
    }

    /// Nodes of all trees: a tree of questions and leaves has one question less than leaves.
    pub fn nodes(&self) -> usize {
        let questions = self.trees.as_flattened().iter().filter(|node| node.feature != Node::LEAF).count();
        2 * questions + self.trees.len()
    }

    /// The trees as the engine reads them.
    pub fn trees(&self) -> Trees<'_> {
        Trees::new(&self.trees, self.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: Settings = Settings { rounds: 20, leaves: 4, rate: 0.3, least: 2, ridge: 0.0, features: 1.0 };

    #[test]
    fn learns_a_rule_of_two_numbers() {
        let values: Vec<f32> = (0..20).flat_map(|a| (0..20).flat_map(move |b| [a as f32, b as f32])).collect();
        let rule = |row: &[f32]| row[0] > 11.0 && row[1] <= 7.0;
        let target: Vec<f32> = values.chunks(2).map(|row| f32::from(rule(row))).collect();
        let rows = Rows::new(&values, 2);
        let all: Vec<u32> = (0..target.len() as u32).collect();
        let forest = Forest::fit(&rows, &all, &target, &vec![1.0; target.len()], &SETTINGS);
        for row in values.chunks(2) {
            assert_eq!(forest.trees().score(row) > 0.0, rule(row), "{row:?}");
        }
    }

    #[test]
    fn equal_values_share_a_bin() {
        assert_eq!(bounds(vec![1.0, 1.0, 2.0, 1.0]), [1.5]);
        assert_eq!(bounds(vec![3.0; 9]), Vec::<f32>::new());
    }
}
