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
    score: Sums,
    chance: Sums,
    /// Over three and over eight lines.
    windowed: [Sums; 5],
    /// Over eight lines.
    named: Sums,
    code: Sums,
    /// Each of the nearest lines.
    single: Single,
    /// `distances[step - 1][at]`: how far the shape of line `at` is from that of the line `step` farther on.
    distances: [Vec<f32>; RHYTHM],
}

impl Neighbours {
    pub fn new(lines: &Lines) -> Self {
        let look = |at: usize| &lines.lines[at].look;
        let count = lines.len();
        let distances = |step: usize| (step..count).map(|at| distance(look(at - step), look(at))).collect();
        Self {
            score: Sums::new(count, |at| lines.score[at]),
            chance: Sums::new(count, |at| lines.chance[at]),
            windowed: [
                Sums::new(count, |at| f32::from(look(at).bullet)),
                Sums::new(count, |at| look(at).title),
                Sums::new(count, |at| lines.length(at)),
                Sums::new(count, |at| f32::from(look(at).is_closed())),
                Sums::new(count, |at| look(at).digits),
            ],
            named: Sums::new(count, |at| lines.named(at)),
            code: Sums::new(count, |at| look(at).code),
            single: Single::new(lines),
            distances: [distances(1), distances(2), distances(3), distances(4)],
        }
    }

    pub fn write(&self, lines: &Lines, at: usize, row: &mut Vec<f32>) {
        self.single.write(at, row);
        extremes(lines, at, row);
        for reach in [3, 6, 12, 25] {
            around(&self.score, at, reach, row);
        }
        for reach in [3, 6, 12] {
            around(&self.chance, at, reach, row);
        }
        for sums in &self.windowed {
            around(sums, at, 3, row);
            around(sums, at, 8, row);
        }
        around(&self.named, at, 8, row);
        row.push(self.code.mean(at.saturating_sub(3), at + 4));
        self.write_rhythm(at, row);
    }

    /// How far the shape of a line is from that of the lines one to four away: teasers and menus come in a rhythm.
    fn write_rhythm(&self, at: usize, row: &mut Vec<f32>) {
        for (step, distances) in (1..).zip(&self.distances) {
            let to = |at: Option<usize>| at.and_then(|at| distances.get(at)).copied().unwrap_or(MISSING);
            row.extend([to(at.checked_sub(step)), to(Some(at))]);
        }
    }
}

fn around(sums: &Sums, at: usize, reach: usize, row: &mut Vec<f32>) {
    row.extend([sums.mean(at.saturating_sub(reach), at), sums.mean(at + 1, at + 1 + reach)]);
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

    fn write(&self, at: usize, row: &mut Vec<f32>) {
        let here = at + NEAR;
        let mut take = |column: &[f32], reach: usize| {
            row.extend_from_slice(&column[here - reach..here]);
            row.extend_from_slice(&column[here + 1..=here + reach]);
        };
        take(&self.score, 5);
        take(&self.words, 1);
        take(&self.ending, 1);
        take(&self.title, 1);
        take(&self.odds, 1);
        take(&self.bullet, 1);
        take(&self.stop, 1);
    }
}

fn extremes(lines: &Lines, at: usize, row: &mut Vec<f32>) {
    let before = &lines.score[at.saturating_sub(NEAR)..at];
    let after = &lines.score[at + 1..(at + 1 + NEAR).min(lines.len())];
    let most = |scores: &[f32]| scores.iter().copied().reduce(f32::max).unwrap_or(MISSING);
    let least = |scores: &[f32]| scores.iter().copied().reduce(f32::min).unwrap_or(MISSING);
    row.extend([most(before), most(after), least(before), least(after)]);
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
