//! The document as a whole.

use super::{
    Lines,
    sums::{UNIT, units},
};

pub(super) const NAMES: [&str; 11] = [
    "paragraphs",
    "short lines",
    "bullets",
    "chance",
    "named",
    "blank lines",
    "median words",
    "small beginnings",
    "names",
    "short and closed",
    "long and open",
];

pub(super) struct Document {
    /// What each line adds to the total.
    tallies: Vec<Tally>,
    total: Tally,
    /// Words of all lines, ascending.
    words: Vec<u32>,
    paragraphs: usize,
    blanks: f32,
}

/// For each share of the lines how many lines count, the chance in [`UNIT`].
type Tally = [i64; 8];

impl Document {
    pub fn new(lines: &Lines) -> Self {
        let tallies: Vec<Tally> = (0..lines.len()).map(|at| tally(lines, at)).collect();
        let total = tallies.iter().fold(Tally::default(), |total, tally| sum(total, *tally));
        let mut words: Vec<u32> = lines.lines.iter().map(|line| line.look.words as u32).collect();
        words.sort_unstable();
        Self { tallies, total, words, paragraphs: lines.body.len(), blanks: lines.blank.iter().sum() }
    }

    /// Takes over to a version of which line `at` alone says something else, and had `words` words in the last.
    pub fn follow(&mut self, lines: &Lines, at: usize, words: f32) {
        let last = std::mem::replace(&mut self.tallies[at], tally(lines, at));
        self.total = sum(sum(self.total, last.map(|value| -value)), self.tallies[at]);
        let place = |all: &[u32], words: u32| all.partition_point(|&other| other < words);
        self.words.remove(place(&self.words, words as u32));
        let now = lines.lines[at].look.words as u32;
        self.words.insert(place(&self.words, now), now);
    }

    pub fn row(&self) -> [f32; NAMES.len()] {
        let count = self.tallies.len().max(1) as f32;
        let [short, bullets, named, small, names, closed, open, chance] = self.total;
        let share = |lines: i64| lines as f32 / count;
        let median = self.words.get(self.words.len() / 2).copied().unwrap_or(0);
        [
            self.paragraphs as f32,
            share(short),
            share(bullets),
            (chance as f64 / UNIT) as f32 / count,
            share(named),
            self.blanks / (count + self.blanks),
            median as f32,
            share(small),
            share(names),
            share(closed),
            share(open),
        ]
    }
}

fn tally(lines: &Lines, at: usize) -> Tally {
    let look = &lines.lines[at].look;
    [
        i64::from(look.is_short()),
        i64::from(look.bullet),
        i64::from(lines.named(at) > 0.0),
        i64::from(look.small),
        i64::from(look.name),
        i64::from(look.is_short() && look.is_closed()),
        i64::from(look.words >= 10.0 && !look.is_closed()),
        units(lines.chance[at]),
    ]
}

fn sum(one: Tally, other: Tally) -> Tally {
    std::array::from_fn(|at| one[at] + other[at])
}
