//! Where among the trees a line is done with whose score so far leaves no doubt.

use super::{Thresholds, TrainingSet};
use crate::trees::Forest;
use copydesk::model::Stop;
use std::cmp::Ordering;

/// How many trees are asked by each stop.
const STOPS: [usize; 13] = [16, 24, 32, 48, 64, 80, 104, 128, 160, 192, 224, 256, 320];

/// Share of the training lines that a stop may pass wrongly, of those that turn out otherwise: the oddest would hold up all
/// others. Of 280,000 lines all stops together pass 46 wrongly.
const ODD: f64 = 1e-4;

/// How far beyond the scores of all other training lines that turn out otherwise a line must be.
const MARGIN: f32 = 0.1;

/// Stops that hardly a line of the training pages passes wrongly: of those that are reported hardly one has so low a score
/// by then, of those that are not hardly one so high a one.
pub fn choose(set: &TrainingSet, forest: &Forest, thresholds: &Thresholds) -> Vec<Stop> {
    let rows = 0..set.target.len() as u32;
    let (reported, others): (Vec<u32>, Vec<u32>) = rows.partition(|&row| {
        let score = forest.score_binned(&set.rows, row, forest.trees.len());
        score > thresholds.of(set.evidence[row as usize])
    });
    let stop = |trees: usize| {
        let bound = |rows: &[u32], order: fn(&f32, &f32) -> Ordering| {
            let mut scores: Vec<f32> = rows.iter().map(|&row| forest.score_binned(&set.rows, row, trees)).collect();
            scores.sort_unstable_by(order);
            scores[(scores.len() as f64 * ODD) as usize]
        };
        Stop {
            trees: trees as u32,
            least: bound(&reported, f32::total_cmp) - MARGIN,
            most: bound(&others, |a, b| b.total_cmp(a)) + MARGIN,
        }
    };
    STOPS.map(stop).into()
}
