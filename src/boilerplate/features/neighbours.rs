//! The lines around a line: each of the nearest, and means over windows.

use super::{
    Lines, MISSING, Part, Touched,
    sums::{Means, Sums},
};

pub(super) const NAMES: [&str; 71] = [
    "score -5",
    "score -4",
    "score -3",
    "score -2",
    "score -1",
    "score +1",
    "score +2",
    "score +3",
    "score +4",
    "score +5",
    "words -1",
    "words +1",
    "ending -1",
    "ending +1",
    "title case -1",
    "title case +1",
    "odds -1",
    "odds +1",
    "bullet -1",
    "bullet +1",
    "stop words -1",
    "stop words +1",
    "most score before",
    "most score after",
    "least score before",
    "least score after",
    "score 3 before",
    "score 3 after",
    "score 6 before",
    "score 6 after",
    "score 12 before",
    "score 12 after",
    "score 25 before",
    "score 25 after",
    "chance 3 before",
    "chance 3 after",
    "chance 6 before",
    "chance 6 after",
    "chance 12 before",
    "chance 12 after",
    "bullets 3 before",
    "bullets 3 after",
    "bullets 8 before",
    "bullets 8 after",
    "title case 3 before",
    "title case 3 after",
    "title case 8 before",
    "title case 8 after",
    "words 3 before",
    "words 3 after",
    "words 8 before",
    "words 8 after",
    "closed 3 before",
    "closed 3 after",
    "closed 8 before",
    "closed 8 after",
    "digits 3 before",
    "digits 3 after",
    "digits 8 before",
    "digits 8 after",
    "named 8 before",
    "named 8 after",
    "code around",
    "shape as -1",
    "shape as +1",
    "shape as -2",
    "shape as +2",
    "shape as -3",
    "shape as +3",
    "shape as -4",
    "shape as +4",
];

/// Lines before and after over which the most and the least score are taken.
const NEAR: usize = 5;
/// Farthest lines that are compared by shape.
const RHYTHM: usize = 4;

/// Farthest lines over which a mean is taken.
const WIDEST: usize = 25;

/// What means are taken of.
const SUMMED: [Value; 8] = [
    |lines, at| lines.score[at],
    |lines, at| lines.chance[at],
    |lines, at| f32::from(lines.lines[at].look.bullet),
    |lines, at| lines.lines[at].look.title,
    |lines, at| lines.length(at),
    |lines, at| f32::from(lines.lines[at].look.is_closed()),
    |lines, at| lines.lines[at].look.digits,
    |lines, at| lines.named(at),
];

/// The means: which of [`SUMMED`] over how many lines before and after a line.
const MEANS: [(usize, usize); 18] = [
    (0, 3),
    (0, 6),
    (0, 12),
    (0, WIDEST),
    (1, 3),
    (1, 6),
    (1, 12),
    (2, 3),
    (2, 8),
    (3, 3),
    (3, 8),
    (4, 3),
    (4, 8),
    (5, 3),
    (5, 8),
    (6, 3),
    (6, 8),
    (7, 8),
];

/// What is looked at of each of the nearest lines, but the score.
const SINGLE: [Value; 6] = [
    |lines, at| lines.lines[at].look.words,
    |lines, at| f32::from(lines.lines[at].look.ending as u8),
    |lines, at| lines.lines[at].look.title,
    |lines, at| lines.odds[at],
    |lines, at| f32::from(lines.lines[at].look.bullet),
    |lines, at| lines.lines[at].look.stop,
];

/// Some measure of a line.
type Value = fn(&Lines, usize) -> f32;

pub(super) struct Neighbours {
    /// The score of each line, and the measures of [`SINGLE`], with [`NEAR`] missing lines at either end.
    scores: Vec<f32>,
    single: [Vec<f32>; SINGLE.len()],
    /// The most and the least score before each line, and on beyond the last line.
    most: Vec<f32>,
    least: Vec<f32>,
    sums: [Sums; SUMMED.len()],
    means: [Means; MEANS.len()],
    code: Sums,
    /// `distances[step - 1][at]`: how far the shape of line `at` is from that of the line `step` before it, and on beyond
    /// the last line.
    distances: [Vec<f32>; RHYTHM],
}

impl Neighbours {
    pub fn new(lines: &Lines) -> Self {
        let count = lines.len();
        let column = |value: Value| {
            let mut column = vec![MISSING; count + 2 * NEAR];
            column[NEAR..].iter_mut().zip(0..count).for_each(|(slot, at)| *slot = value(lines, at));
            column
        };
        let scores = column(|lines, at| lines.score[at]);
        let sums = SUMMED.map(|value| Sums::new(count, |at| value(lines, at)));
        Self {
            most: scores.windows(NEAR).map(most).collect(),
            least: scores.windows(NEAR).map(least).collect(),
            scores,
            single: SINGLE.map(column),
            means: MEANS.map(|(value, reach)| Means::new(&sums[value], reach)),
            sums,
            code: Sums::new(count, |at| lines.lines[at].look.code),
            distances: [1, 2, 3, 4].map(|step| {
                let known = (step..count).map(|at| distance(lines, at - step, at));
                let none = || std::iter::repeat_n(MISSING, step);
                none().chain(known).chain(none()).collect()
            }),
        }
    }

    /// Takes over to a version of which line `at` alone says something else.
    pub fn follow(&mut self, lines: &Lines, at: usize, touched: &mut Touched) {
        self.scores[at + NEAR] = lines.score[at];
        for (column, value) in self.single.iter_mut().zip(SINGLE) {
            column[at + NEAR] = value(lines, at);
        }
        for end in at + 1..=at + NEAR {
            let near = &self.scores[end..end + NEAR];
            (self.most[end], self.least[end]) = (most(near), least(near));
        }
        let mut is_other = [false; SUMMED.len()];
        for (is_other, (sums, value)) in is_other.iter_mut().zip(self.sums.iter_mut().zip(SUMMED)) {
            *is_other = sums.set(at, value(lines, at));
        }
        for (means, (value, _)) in self.means.iter_mut().zip(MEANS).filter(|(_, (value, _))| is_other[*value]) {
            means.follow(&self.sums[value], at);
        }
        self.code.set(at, lines.lines[at].look.code);
        for (step, distances) in (1..).zip(&mut self.distances) {
            for later in [at, at + step].into_iter().filter(|later| (step..lines.len()).contains(later)) {
                distances[later] = distance(lines, later - step, later);
            }
        }
        touched.add_around(Part::Near, at, WIDEST);
    }

    pub fn write(&self, at: usize, row: &mut Vec<f32>) {
        let here = at + NEAR;
        row.extend_from_slice(&self.scores[at..here]);
        row.extend_from_slice(&self.scores[here + 1..=here + NEAR]);
        let mut single = [[0.0; 2]; SINGLE.len()];
        single.iter_mut().zip(&self.single).for_each(|(pair, column)| *pair = [column[here - 1], column[here + 1]]);
        row.extend_from_slice(single.as_flattened());
        row.extend([self.most[at], self.most[at + 1 + NEAR], self.least[at], self.least[at + 1 + NEAR]]);
        let mut means = [[0.0; 2]; MEANS.len()];
        means.iter_mut().zip(&self.means).for_each(|(pair, means)| *pair = means.around(at));
        row.extend_from_slice(means.as_flattened());
        row.push(self.code.mean(at.saturating_sub(3), at + 4));
        // Teasers and menus come in a rhythm.
        for (step, distances) in (1..).zip(&self.distances) {
            row.extend_from_slice(&[distances[at], distances[at + step]]);
        }
    }
}

fn most(scores: &[f32]) -> f32 {
    scores.iter().copied().fold(MISSING, f32::max)
}

fn least(scores: &[f32]) -> f32 {
    let known = scores.iter().copied().filter(|&score| score != MISSING);
    known.reduce(f32::min).unwrap_or(MISSING)
}

/// How far the shapes of two lines are from each other.
fn distance(lines: &Lines, one: usize, other: usize) -> f32 {
    let (a, b) = (&lines.lines[one].look, &lines.lines[other].look);
    let differs = |a: bool, b: bool| f32::from(a != b);
    (a.words.min(30.0) - b.words.min(30.0)).abs() / 10.0
        + (a.title - b.title).abs()
        + differs(a.is_closed(), b.is_closed())
        + differs(a.bullet, b.bullet)
        + (a.digits - b.digits).abs() * 3.0
        + differs(a.name, b.name)
}
