//! Runs of lines that belong together: blocks without blank lines, short lines in a row, bullets in a row.

use super::{Lines, MISSING, Part, Touched};

pub(super) const NAMES: [&str; 19] = [
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
type Values = [f32; 8];

/// A run ends before line `i`; asked for every line but the first.
type Breaks = fn(&Lines, usize) -> bool;

/// The runs of a document, of each sort.
pub(super) struct Runs {
    /// The values of each line.
    values: Vec<Values>,
    sorts: [Sort; 3],
}

/// The runs of one sort, and what is true of each.
struct Sort {
    breaks: Breaks,
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
    pub fn new(lines: &Lines) -> Self {
        let values: Vec<Values> = (0..lines.len()).map(|at| values(lines, at)).collect();
        let blocks: Breaks = |lines, at| lines.blank[at] > 0.0;
        let shorts: Breaks = |lines, at| {
            let short = |at: usize| lines.lines[at].look.is_short();
            !short(at) || !short(at - 1)
        };
        let bullets: Breaks = |lines, at| {
            let bullet = |at: usize| lines.lines[at].look.bullet;
            !bullet(at) || !bullet(at - 1)
        };
        Self { sorts: [blocks, shorts, bullets].map(|breaks| Sort::new(lines, &values, breaks)), values }
    }

    /// Takes over to a version with the same gaps, of which line `at` alone says something else.
    pub fn follow(&mut self, lines: &Lines, at: usize, touched: &mut Touched) {
        self.values[at] = values(lines, at);
        self.sorts.iter_mut().for_each(|sort| sort.follow(lines, &self.values, at, touched));
    }

    pub fn write(&self, lines: &Lines, at: usize, row: &mut Vec<f32>) {
        self.sorts.iter().for_each(|sort| row.extend(sort.row(lines, at)));
    }
}

fn values(lines: &Lines, at: usize) -> Values {
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
}

impl Sort {
    fn new(lines: &Lines, values: &[Values], breaks: Breaks) -> Self {
        let mut run = Vec::with_capacity(lines.len());
        let mut runs = Vec::new();
        let mut start = 0;
        for at in 0..lines.len() {
            if at > 0 && breaks(lines, at) {
                runs.push(Run::new(lines, values, start, at));
                start = at;
            }
            run.push(runs.len() as u32);
        }
        runs.push(Run::new(lines, values, start, lines.len()));
        Self { breaks, run, runs }
    }

    fn follow(&mut self, lines: &Lines, values: &[Values], at: usize, touched: &mut Touched) {
        let breaks_as_before = |&at: &usize| (self.breaks)(lines, at) == (self.run[at] != self.run[at - 1]);
        if (at.max(1)..(at + 2).min(lines.len())).all(|at| breaks_as_before(&at)) {
            let run = &mut self.runs[self.run[at] as usize];
            *run = Run::new(lines, values, run.start, run.end);
        } else {
            *self = Self::new(lines, values, self.breaks);
        }
        let run = |at: usize| &self.runs[self.run[at] as usize];
        touched.add(Part::Runs, run(at.saturating_sub(1)).start..run((at + 1).min(lines.len() - 1)).end);
    }

    fn row(&self, lines: &Lines, at: usize) -> [f32; NAMES.len()] {
        let run = &self.runs[self.run[at] as usize];
        let [score, chance, words, title, named, closed, names, _] = run.means;
        let before = run.start.checked_sub(1);
        let after = Some(run.end).filter(|&after| after < lines.len());
        let words_of = |at: usize| lines.lines[at].look.words;
        [
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
        ]
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
