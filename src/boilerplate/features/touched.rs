use super::Part;
use std::ops::Range;

/// Which parts of the rows of which lines may be others than in the last version.
pub(in crate::boilerplate) struct Touched(Vec<u8>);

impl Touched {
    /// Of so many lines no more than what an edit anywhere shifts.
    pub fn none(lines: usize) -> Self {
        Self(vec![bit(Part::Mass); lines])
    }

    /// All of so many lines.
    pub fn all(lines: usize) -> Self {
        Self(vec![u8::MAX; lines])
    }

    /// The part of line `at` is among them.
    pub fn has(&self, part: Part, at: usize) -> bool {
        self.0[at] & bit(part) != 0
    }

    /// The parts of line `at`.
    pub fn parts(&self, at: usize) -> impl Iterator<Item = Part> {
        Part::ALL.into_iter().filter(move |&part| self.has(part, at))
    }

    /// Adds a part of all lines.
    pub fn add_all(&mut self, part: Part) {
        self.add(part, 0..self.0.len());
    }

    /// Adds a part of those of `lines` that there are.
    pub fn add(&mut self, part: Part, lines: Range<usize>) {
        let end = lines.end.min(self.0.len());
        self.0[lines.start.min(end)..end].iter_mut().for_each(|parts| *parts |= bit(part));
    }

    /// Adds a part of line `at` and of those that stand up to `reach` lines before and after it.
    pub fn add_around(&mut self, part: Part, at: usize, reach: usize) {
        self.add(part, at.saturating_sub(reach)..at + reach + 1);
    }

    /// Adds a part where two columns differ, and of the lines around.
    pub fn add_changes<Value: PartialEq>(&mut self, part: Part, last: &[Value], now: &[Value], reach: usize) {
        for (at, _) in last.iter().zip(now).enumerate().filter(|(_, (last, now))| last != now) {
            self.add_around(part, at, reach);
        }
    }
}

fn bit(part: Part) -> u8 {
    1 << part as u8
}
