//! Where among the trees a line is done with whose score so far leaves no doubt.

use super::{Thresholds, TrainingSet};
use crate::trees::Forest;
use copydesk::model::Stop;

/// How many trees are asked by each stop.
const STOPS: [usize; 6] = [24, 48, 80, 128, 192, 256];

/// How far beyond the scores of all training lines that turn out otherwise a line must be.
const MARGIN: f32 = 0.1;

/// Stops that no line of the training pages passes wrongly: none that is reported has so low a score by then, none that
/// is not has so high a one.
pub fn choose(set: &TrainingSet, forest: &Forest, thresholds: &Thresholds) -> Vec<Stop> {
    let rows = 0..set.target.len() as u32;
    let (reported, others): (Vec<u32>, Vec<u32>) = rows.partition(|&row| {
        let score = forest.score_binned(&set.rows, row, forest.trees.len());
        score > thresholds.of(set.evidence[row as usize])
    });
    let stop = |trees: usize| {
        let scores =
            |rows: &[u32]| -> Vec<f32> { rows.iter().map(|&row| forest.score_binned(&set.rows, row, trees)).collect() };
        Stop {
            trees: trees as u32,
            least: scores(&reported).into_iter().fold(f32::MAX, f32::min) - MARGIN,
            most: scores(&others).into_iter().fold(f32::MIN, f32::max) + MARGIN,
        }
    };
    STOPS.map(stop).into()
}
