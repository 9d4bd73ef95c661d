//! Runs of lines that belong together: blocks without blank lines, short lines in a row, bullets in a row.

use super::{Lines, MISSING};

pub(super) const NAMES: &[&str] = &[
    "size",
    "lines after",
    "score",
    "chance",
    "words",
    "title case",
    "named",
    "closed",
    "most score",
    "least score",
    "first score",
    "first odds",
    "score before",
    "odds before",
    "words before",
    "score after",
    "words after",
    "names",
    "spread of words",
];

/// What is added up over the lines of a run, by one line.
pub(super) type Values = [f32; 8];

/// The values of each line.
pub(super) fn values(lines: &Lines) -> Vec<Values> {
    let of = |at: usize| {
        let look = &lines.lines[at].look;
        let length = lines.length(at);
        [
            lines.score[at],
            lines.chance[at],
            length,
            look.title,
            lines.named(at),
            f32::from(look.is_closed()),
            f32::from(look.name),
            length * length,
        ]
    };
    (0..lines.len()).map(of).collect()
}

/// The runs of a document and what is true of each.
pub(super) struct Runs {
    /// Run of each line.
    run: Vec<u32>,
    runs: Vec<Run>,
}

struct Run {
    start: usize,
    end: usize,
    means: Values,
    most: f32,
    least: f32,
    spread: f32,
}

impl Runs {
    /// `breaks(i)`: a new run begins at line `i`; asked for every line but the first. `values` are those of the lines.
    pub fn new(lines: &Lines, values: &[Values], breaks: impl Fn(usize) -> bool) -> Self {
        let mut run = Vec::with_capacity(lines.len());
        let mut runs = Vec::new();
        let mut start = 0;
        for at in 0..lines.len() {
            if at > 0 && breaks(at) {
                runs.push(Run::new(lines, values, start, at));
                start = at;
            }
            run.push(runs.len() as u32);
        }
        runs.push(Run::new(lines, values, start, lines.len()));
        Self { run, runs }
    }

    pub fn write(&self, lines: &Lines, at: usize, row: &mut Vec<f32>) {
        let run = &self.runs[self.run[at] as usize];
        let [score, chance, words, title, named, closed, names, _] = run.means;
        let before = run.start.checked_sub(1);
        let after = Some(run.end).filter(|&after| after < lines.len());
        let words_of = |at: usize| lines.lines[at].look.words;
        row.extend([
            (run.end - run.start) as f32,
            (run.end - 1 - at) as f32,
            score,
            chance,
            words,
            title,
            named,
            closed,
            run.most,
            run.least,
            lines.score[run.start],
            lines.odds[run.start],
            before.map_or(MISSING, |before| lines.score[before]),
            before.map_or(MISSING, |before| lines.odds[before]),
            before.map_or(MISSING, words_of),
            after.map_or(MISSING, |after| lines.score[after]),
            after.map_or(MISSING, words_of),
            names,
            run.spread,
        ]);
    }
}

impl Run {
    fn new(lines: &Lines, values: &[Values], start: usize, end: usize) -> Self {
        let mut sums = [0.0_f32; 8];
        for values in &values[start..end] {
            sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
        }
        let scores = || lines.score[start..end].iter().copied();
        let (most, least) = (scores().fold(MISSING, f32::max), scores().fold(f32::MAX, f32::min));
        let count = (end - start).max(1) as f32;
        let means = sums.map(|sum| sum / count);
        let spread = (means[7] - means[2] * means[2]).max(0.0).sqrt();
        Self { start, end, means, most, least, spread }
    }
}
