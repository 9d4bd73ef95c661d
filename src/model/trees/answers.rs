//! Rows that change a little: only the trees are asked again that ask about what has changed.

use super::{NODES, Node, Tree, Trees, units};
use std::ops::Range;

/// What a forest asks, by the number of the row that it asks about.
#[derive(Clone, Debug)]
pub struct Questions<'a> {
    trees: Trees<'a>,
    /// The bounds that the numbers are compared with, ascending for each number, between two that all numbers keep: each
    /// with the next. And where those of each number begin.
    spans: Vec<[f32; 2]>,
    starts: Vec<usize>,
    /// The trees that compare with each bound, one after the other, and where those of each bound begin.
    asking: Vec<u16>,
    asking_starts: Vec<usize>,
    /// The bound of each node among those of its number, tree by tree.
    places: Vec<[u8; NODES]>,
}

/// How a row answers the questions of a forest.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// For each number how many of its bounds it is more than.
    places: Box<[u8]>,
    /// The leaves of each stretch of trees that was asked, added up.
    sums: Vec<i64>,
    score: f32,
}

impl<'a> Questions<'a> {
    /// Those of `trees` to rows of `width` numbers. `None` where a number is compared with more bounds than
    /// [`Answers`] can count, or the trees are too many to number.
    pub fn new(trees: Trees<'a>, width: usize) -> Option<Self> {
        u16::try_from(trees.trees.len()).ok()?;
        let mut by_number: Vec<Vec<f32>> = vec![Vec::new(); width];
        for node in trees.trees.as_flattened().iter().filter(|node| node.feature != Node::LEAF) {
            by_number.get_mut(usize::from(node.feature))?.push(node.value);
        }
        for bounds in &mut by_number {
            bounds.sort_unstable_by(f32::total_cmp);
            bounds.dedup();
            u8::try_from(bounds.len()).ok()?;
        }
        let starts: Vec<usize> = starts(by_number.iter().map(|bounds| bounds.len() + 2));
        let place = |node: &Node| match by_number.get(usize::from(node.feature)) {
            Some(bounds) => bounds.partition_point(|bound| *bound < node.value) as u8,
            None => 0,
        };
        let places: Vec<[u8; NODES]> = trees.trees.iter().map(|tree| tree.each_ref().map(place)).collect();
        let bounds: Vec<f32> = (by_number.into_iter())
            .flat_map(|bounds| [vec![f32::NEG_INFINITY], bounds, vec![f32::INFINITY]].concat())
            .collect();
        let spans = bounds.windows(2).map(|pair| [pair[0], pair[1]]).collect();
        let mut asking: Vec<Vec<u16>> = vec![Vec::new(); bounds.len()];
        for (number, (tree, places)) in trees.trees.iter().zip(&places).enumerate() {
            for (node, &place) in tree.iter().zip(places).filter(|(node, _)| node.feature != Node::LEAF) {
                asking[starts[usize::from(node.feature)] + usize::from(place)].push(number as u16);
            }
        }
        asking.iter_mut().for_each(Vec::dedup);
        let asking_starts = self::starts(asking.iter().map(Vec::len));
        Some(Self { trees, spans, starts, asking: asking.concat(), asking_starts, places })
    }

    /// How `row` answers, and its score as [`Trees::score`] gives it.
    pub fn ask(&self, row: &[f32]) -> (Answers, f32) {
        let places = (0..self.starts.len() - 1)
            .map(|number| self.place(number, row.get(number).copied().unwrap_or(0.0)))
            .collect();
        let mut answers = Answers { places, sums: Vec::new(), score: 0.0 };
        let score = self.score(&mut answers);
        (answers, score)
    }

    /// Adds to `changes` where a row that answered `answers` answers otherwise with `values` for its numbers from `first`
    /// on: the numbers, each with how many of its bounds it is more than now.
    pub fn compare(&self, first: usize, values: &[f32], answers: &Answers, changes: &mut Vec<(usize, u8)>) {
        let numbers = values.iter().zip(&answers.places[first..]).zip(&self.starts[first..]);
        for (number, ((&value, &place), &start)) in (first..).zip(numbers) {
            let span = self.spans.get(start + usize::from(place));
            if span.is_none_or(|[more, at_most]| !((*more < value) & (value <= *at_most))) {
                changes.push((number, self.place(number, value)));
            }
        }
    }

    /// Makes `answers` those of a row that differs in `changes`, and gives its score.
    pub fn ask_again(&self, changes: &[(usize, u8)], answers: &mut Answers) -> f32 {
        if changes.is_empty() {
            return answers.score;
        }
        let mut concerned = vec![false; self.trees.trees.len()];
        for &(number, place) in changes {
            let last = answers.places[number];
            self.asking(number, last.min(place)..last.max(place))
                .iter()
                .for_each(|&tree| concerned[usize::from(tree)] = true);
        }
        let mut places = answers.places.clone();
        changes.iter().for_each(|&(number, place)| places[number] = place);
        let last = std::mem::replace(&mut answers.places, places);
        for (stretch, sum) in answers.sums.iter_mut().enumerate() {
            let concerned = self.trees.stretch(stretch).filter(|&tree| concerned[tree]);
            *sum += concerned.map(|tree| self.leaf(tree, &answers.places) - self.leaf(tree, &last)).sum::<i64>();
        }
        self.score(answers)
    }

    /// The score of a row with these answers. Trees are asked that were not asked before, where it takes them.
    fn score(&self, answers: &mut Answers) -> f32 {
        let Answers { places, sums, score } = answers;
        *score = self.trees.decide(|stretch| {
            if stretch == sums.len() {
                sums.push(self.trees.stretch(stretch).map(|tree| self.leaf(tree, places)).sum());
            }
            sums[stretch]
        });
        *score
    }

    /// The leaf of tree number `tree` that the row with these `places` falls into, in units.
    fn leaf(&self, tree: usize, places: &[u8]) -> i64 {
        let (nodes, bounds): (&Tree, _) = (&self.trees.trees[tree], &self.places[tree]);
        let mut at = 0;
        loop {
            let node = nodes[at % NODES];
            if node.feature == Node::LEAF {
                return units(node.value);
            }
            let at_most = places[usize::from(node.feature)] <= bounds[at % NODES];
            at += if at_most { 1 } else { usize::from(node.skip) };
        }
    }

    /// How many bounds of number `number` of a row `value` is more than. What is no number is more than any.
    pub fn place(&self, number: usize, value: f32) -> u8 {
        let spans = &self.spans[self.starts[number]..self.starts[number + 1] - 2];
        spans.partition_point(|[_, bound]| value > *bound || value.is_nan()) as u8
    }

    /// The trees that compare `number` with one of these bounds of it.
    fn asking(&self, number: usize, bounds: Range<u8>) -> &[u16] {
        let bound = |place: u8| self.asking_starts[self.starts[number] + usize::from(place)];
        &self.asking[bound(bounds.start)..bound(bounds.end)]
    }
}

/// Where each of some stretches in a row begins, and where the last ends.
fn starts(lengths: impl Iterator<Item = usize>) -> Vec<usize> {
    let ends = lengths.scan(0, |end, length| {
        *end += length;
        Some(*end)
    });
    std::iter::once(0).chain(ends).collect()
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Stop, tests::mixed_forest},
        *,
    };
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_row_asked_again_scores_as_one_asked_at_once(
            rows in prop::collection::vec(prop::array::uniform3(prop::sample::select(vec![-1.0_f32, 0.5, 2.0, 3.0, 4.0, 5.0, 6.0])), 2..6),
        ) {
            let stops = [Stop { trees: 1, least: -0.5, most: 8.0 }, Stop { trees: 2, least: 0.0, most: 1.4 }];
            let forest = mixed_forest();
            let trees = Trees::new(&forest, 0.25).stopping(&stops);
            let questions = Questions::new(trees, 3).expect("few bounds");
            let (mut answers, score) = questions.ask(&rows[0]);
            prop_assert_eq!(score, trees.score(&rows[0]));
            for row in &rows {
                let mut changes = Vec::new();
                questions.compare(0, &row[..1], &answers, &mut changes);
                questions.compare(1, &row[1..], &answers, &mut changes);
                prop_assert_eq!(questions.ask_again(&changes, &mut answers), trees.score(row));
            }
        }
    }
}
