use std::ops::Range;

/// The lines whose features may be others than in the last version.
pub(in crate::boilerplate) struct Touched(Vec<bool>);

impl Touched {
    /// None of so many lines.
    pub fn none(lines: usize) -> Self {
        Self(vec![false; lines])
    }

    /// All of so many lines.
    pub fn all(lines: usize) -> Self {
        Self(vec![true; lines])
    }

    /// Line `at` is among them.
    pub fn has(&self, at: usize) -> bool {
        self.0[at]
    }

    /// Adds all.
    pub fn add_all(&mut self) {
        self.0.fill(true);
    }

    /// Adds those of `lines` that there are.
    pub fn add(&mut self, lines: Range<usize>) {
        let end = lines.end.min(self.0.len());
        self.0[lines.start.min(end)..end].fill(true);
    }

    /// Adds line `at` and those that stand up to `reach` lines before and after it.
    pub fn add_around(&mut self, at: usize, reach: usize) {
        self.add(at.saturating_sub(reach)..at + reach + 1);
    }

    /// Adds those where two columns differ, and the lines around them.
    pub fn add_changes<Value: PartialEq>(&mut self, last: &[Value], now: &[Value], reach: usize) {
        for (at, _) in last.iter().zip(now).enumerate().filter(|(_, (last, now))| last != now) {
            self.add_around(at, reach);
        }
    }
}
