//! The document as a whole.

use super::Lines;

pub(super) const NAMES: &[&str] = &[
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

pub(super) struct Document([f32; 11]);

impl Document {
    pub fn new(lines: &Lines) -> Self {
        let count = lines.len().max(1) as f32;
        let look = |at: usize| &lines.lines[at].look;
        let share = |holds: &dyn Fn(usize) -> bool| (0..lines.len()).filter(|&at| holds(at)).count() as f32 / count;
        let blanks: f32 = lines.blank.iter().sum();
        let mut lengths: Vec<u32> = lines.lines.iter().map(|line| line.look.words as u32).collect();
        let middle = lengths.len() / 2;
        let median = if lengths.is_empty() { 0 } else { *lengths.select_nth_unstable(middle).1 };
        Self([
            lines.body.len() as f32,
            share(&|at| look(at).is_short()),
            share(&|at| look(at).bullet),
            lines.chance.iter().sum::<f32>() / count,
            share(&|at| lines.named(at) > 0.0),
            blanks / (count + blanks),
            median as f32,
            share(&|at| look(at).small),
            share(&|at| look(at).name),
            share(&|at| look(at).is_short() && look(at).is_closed()),
            share(&|at| look(at).words >= 10.0 && !look(at).is_closed()),
        ])
    }

    pub fn write(&self, row: &mut Vec<f32>) {
        row.extend(self.0);
    }
}
