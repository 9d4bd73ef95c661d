//! What a writer types under the furniture at the end of a pasted page: a new paragraph must not fade while it is short.

use super::{Lines, shape::Ending};

/// Own-text score from which a sentence is furniture all the same.
const FURNITURE: f32 = 1.5;

/// Takes the last lines out of `furniture` that stand apart and read as prose.
pub(super) fn keep(lines: &Lines, furniture: &mut [bool]) {
    let typed = (1..lines.len()).rev().take_while(|&at| is_typed(lines, at));
    typed.for_each(|at| furniture[at] = false);
}

/// Line `at` stands apart, is in the case of a sentence and speaks neither to the reader nor for the site.
fn is_typed(lines: &Lines, at: usize) -> bool {
    let line = lines.lines[at];
    let look = &line.look;
    let apart = lines.blank[at] > 0.0 && !look.bullet && line.phrase.is_none() && look.ending != Ending::Arrow;
    let prose = look.stop > 0.0 && look.title <= 0.5 && !look.small && !look.prompt;
    apart && prose && look.addressed + look.ourselves == 0.0 && lines.score[at] < FURNITURE
}
