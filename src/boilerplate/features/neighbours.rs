//! The lines around a line: each of the nearest, and means over windows.

use super::{Lines, MISSING, Sums};
use crate::boilerplate::shape::Look;

pub(super) const NAMES: &[&str] = &[
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

pub(super) struct Neighbours {
    /// Each of the nearest lines.
    single: Single,
    /// The most and the least score before each line, as [`Sums::means`] has means.
    most: Vec<f32>,
    least: Vec<f32>,
    /// Means over windows, with how many lines each reaches.
    means: [(usize, Vec<f32>); 18],
    code: Sums,
    /// `distances[step - 1][at]`: how far the shape of line `at` is from that of the line `step` before it, and on beyond
    /// the last line.
    distances: [Vec<f32>; RHYTHM],
}

impl Neighbours {
    pub fn new(lines: &Lines) -> Self {
        let look = |at: usize| &lines.lines[at].look;
        let count = lines.len();
        let sums = |value: &dyn Fn(usize) -> f32| Sums::new(count, value);
        let score = sums(&|at| lines.score[at]);
        let chance = sums(&|at| lines.chance[at]);
        let bullet = sums(&|at| f32::from(look(at).bullet));
        let title = sums(&|at| look(at).title);
        let length = sums(&|at| lines.length(at));
        let closed = sums(&|at| f32::from(look(at).is_closed()));
        let digits = sums(&|at| look(at).digits);
        let named = sums(&|at| lines.named(at));
        let means = [
            (&score, 3),
            (&score, 6),
            (&score, 12),
            (&score, 25),
            (&chance, 3),
            (&chance, 6),
            (&chance, 12),
            (&bullet, 3),
            (&bullet, 8),
            (&title, 3),
            (&title, 8),
            (&length, 3),
            (&length, 8),
            (&closed, 3),
            (&closed, 8),
            (&digits, 3),
            (&digits, 8),
            (&named, 8),
        ];
        let single = Single::new(lines);
        Self {
            most: single.scores_near(|near| near.iter().copied().fold(MISSING, f32::max)),
            least: single.scores_near(|near| {
                let known = near.iter().copied().filter(|&score| score != MISSING);
                known.reduce(f32::min).unwrap_or(MISSING)
            }),
            single,
            means: means.map(|(sums, reach)| (reach, sums.means(reach))),
            code: sums(&|at| look(at).code),
            distances: [1, 2, 3, 4].map(|step| {
                let known = (step..count).map(|at| distance(look(at - step), look(at)));
                let none = || std::iter::repeat_n(MISSING, step);
                none().chain(known).chain(none()).collect()
            }),
        }
    }

    pub fn write(&self, at: usize, row: &mut Vec<f32>) {
        self.single.write(at, row);
        row.extend([self.most[at], self.most[at + 1 + NEAR], self.least[at], self.least[at + 1 + NEAR]]);
        for (reach, means) in &self.means {
            row.push(means[at]);
            row.push(means[at + 1 + reach]);
        }
        row.push(self.code.mean(at.saturating_sub(3), at + 4));
        // Teasers and menus come in a rhythm.
        for (step, distances) in (1..).zip(&self.distances) {
            row.push(distances[at]);
            row.push(distances[at + step]);
        }
    }
}

/// What is looked at of each of the nearest lines, with [`NEAR`] missing lines at either end.
struct Single {
    score: Vec<f32>,
    words: Vec<f32>,
    ending: Vec<f32>,
    title: Vec<f32>,
    odds: Vec<f32>,
    bullet: Vec<f32>,
    stop: Vec<f32>,
}

impl Single {
    fn new(lines: &Lines) -> Self {
        let column = |value: &dyn Fn(usize) -> f32| {
            let mut column = vec![MISSING; lines.len() + 2 * NEAR];
            column[NEAR..].iter_mut().zip(0..lines.len()).for_each(|(slot, at)| *slot = value(at));
            column
        };
        let look = |at: usize| &lines.lines[at].look;
        Self {
            score: column(&|at| lines.score[at]),
            words: column(&|at| look(at).words),
            ending: column(&|at| f32::from(look(at).ending as u8)),
            title: column(&|at| look(at).title),
            odds: column(&|at| lines.odds[at]),
            bullet: column(&|at| f32::from(look(at).bullet)),
            stop: column(&|at| look(at).stop),
        }
    }

    /// What `of` makes of the scores of the lines before each line, as [`Sums::means`] has means.
    fn scores_near(&self, of: impl Fn(&[f32]) -> f32) -> Vec<f32> {
        self.score.windows(NEAR).map(of).collect()
    }

    fn write(&self, at: usize, row: &mut Vec<f32>) {
        let here = at + NEAR;
        row.extend_from_slice(&self.score[at..here]);
        row.extend_from_slice(&self.score[here + 1..=here + NEAR]);
        for column in [&self.words, &self.ending, &self.title, &self.odds, &self.bullet, &self.stop] {
            row.push(column[here - 1]);
            row.push(column[here + 1]);
        }
    }
}

fn distance(a: &Look, b: &Look) -> f32 {
    let differs = |a: bool, b: bool| f32::from(a != b);
    (a.words.min(30.0) - b.words.min(30.0)).abs() / 10.0
        + (a.title - b.title).abs()
        + differs(a.is_closed(), b.is_closed())
        + differs(a.bullet, b.bullet)
        + (a.digits - b.digits).abs() * 3.0
        + differs(a.name, b.name)
}
