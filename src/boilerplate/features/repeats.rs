//! Lines, beginnings and endings that come again: menus repeat, prose does not.

use super::{Lines, Part, Touched};
use crate::boilerplate::BlockLine;
use rustc_hash::FxHashMap;

pub(super) const NAMES: [&str; 4] = ["same line", "same line before", "same first words", "same last words"];

pub(super) struct Repeats {
    /// What lines are the same by: the whole line, its beginning, its end.
    columns: [Column; 3],
    /// How often each line has stood before.
    before: Vec<u32>,
}

/// How often each line stands in the document, by a hash of some of its words.
struct Column {
    hashes: Vec<u32>,
    counts: Vec<u32>,
}

impl Repeats {
    pub fn new(lines: &Lines) -> Self {
        let columns =
            [0, 1, 2].map(|number| Column::new(lines.lines.iter().map(|line| hashes(line)[number]).collect()));
        let mut seen = FxHashMap::<u32, u32>::default();
        let mut pass = |hash: &u32| {
            let seen = seen.entry(*hash).or_default();
            *seen += 1;
            *seen - 1
        };
        Self { before: columns[0].hashes.iter().map(&mut pass).collect(), columns }
    }

    /// Takes over to a version of which line `at` alone says something else.
    pub fn follow(&mut self, lines: &Lines, at: usize, touched: &mut Touched) {
        let (last, now) = (self.columns[0].hashes[at], lines.lines[at].whole);
        if last != now {
            let whole = &self.columns[0].hashes;
            self.before[at] = whole[..at].iter().filter(|&&hash| hash == now).count() as u32;
            for after in at + 1..whole.len() {
                self.before[after] -= u32::from(whole[after] == last);
                self.before[after] += u32::from(whole[after] == now);
            }
        }
        for (column, hash) in self.columns.iter_mut().zip(hashes(lines.lines[at])) {
            column.set(at, hash, touched);
        }
    }

    pub fn row(&self, at: usize) -> [f32; NAMES.len()] {
        let [whole, first, last] = self.columns.each_ref().map(|column| column.counts[at] as f32);
        [whole, self.before[at] as f32, first, last]
    }
}

fn hashes(line: &BlockLine) -> [u32; 3] {
    [line.whole, line.first_two, line.last_two]
}

impl Column {
    fn new(hashes: Vec<u32>) -> Self {
        let mut counts = FxHashMap::<u32, u32>::default();
        hashes.iter().for_each(|&hash| *counts.entry(hash).or_default() += 1);
        Self { counts: hashes.iter().map(|hash| counts[hash]).collect(), hashes }
    }

    /// Takes `hash` for that of line `at`.
    fn set(&mut self, at: usize, hash: u32, touched: &mut Touched) {
        let last = std::mem::replace(&mut self.hashes[at], hash);
        if last == hash {
            return;
        }
        self.counts[at] = 0;
        for (line, &other) in self.hashes.iter().enumerate().filter(|(_, other)| [last, hash].contains(other)) {
            if other == hash {
                self.counts[line] += 1;
                self.counts[at] += u32::from(line != at);
            } else {
                self.counts[line] -= 1;
            }
            touched.add(Part::Repeats, line..line + 1);
        }
    }
}
