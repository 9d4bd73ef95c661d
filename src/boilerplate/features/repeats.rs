//! Lines, beginnings and endings that come again: menus repeat, prose does not.

use super::Lines;
use rustc_hash::FxHashMap;

pub(super) const NAMES: &[&str] = &["same line", "same line before", "same first words", "same last words"];

pub(super) struct Repeats {
    rows: Vec<[f32; 4]>,
}

impl Repeats {
    pub fn new(lines: &Lines) -> Self {
        let mut whole = counts(lines, |at| lines.lines[at].whole);
        let first = counts(lines, |at| lines.lines[at].first_two);
        let last = counts(lines, |at| lines.lines[at].last_two);
        let count = |counts: &FxHashMap<u32, u32>, key: u32| counts.get(&key).copied().unwrap_or(0) as f32;
        let mut rows: Vec<[f32; 4]> = lines
            .lines
            .iter()
            .map(|line| [count(&whole, line.whole), 0.0, count(&first, line.first_two), count(&last, line.last_two)])
            .collect();
        whole.clear();
        for (line, row) in lines.lines.iter().zip(&mut rows) {
            let seen = whole.entry(line.whole).or_default();
            row[1] = *seen as f32;
            *seen += 1;
        }
        Self { rows }
    }

    pub fn write(&self, at: usize, row: &mut Vec<f32>) {
        row.extend(self.rows[at]);
    }
}

fn counts(lines: &Lines, key: impl Fn(usize) -> u32) -> FxHashMap<u32, u32> {
    let mut counts = FxHashMap::default();
    (0..lines.len()).for_each(|at| *counts.entry(key(at)).or_default() += 1);
    counts
}
