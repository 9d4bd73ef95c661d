//! Sums over lines, exact, so that a version that follows another has those that it has by itself.

use super::MISSING;
use std::ops::Range;

/// Whole units of a value, which add up to the same in any order.
pub(super) const UNIT: f64 = (1_u64 << 32) as f64;

/// How many whole units `value` has.
pub(super) fn units(value: f32) -> i64 {
    (f64::from(value) * UNIT) as i64
}

/// Sums of a value over the lines before each, for means of windows in constant time.
pub(super) struct Sums(Vec<i64>);

impl Sums {
    /// `value(i)` is that of line `i` of `count`.
    pub fn new(count: usize, value: impl Fn(usize) -> f32) -> Self {
        let mut sum = 0;
        let sums = (0..count).map(|at| {
            sum += units(value(at));
            sum
        });
        Self(std::iter::once(0).chain(sums).collect())
    }

    /// Takes `value` for that of line `at`. Answers whether it is another.
    pub fn set(&mut self, at: usize, value: f32) -> bool {
        let by = units(value) - (self.0[at + 1] - self.0[at]);
        if by != 0 {
            self.0[at + 1..].iter_mut().for_each(|sum| *sum += by);
        }
        by != 0
    }

    /// Over the lines before line `at`; over all where that is their number.
    pub fn before(&self, at: usize) -> f32 {
        (self.0[at] as f64 / UNIT) as f32
    }

    /// Over all lines after line `at`.
    pub fn after(&self, at: usize) -> f32 {
        ((self.0[self.count()] - self.0[at + 1]) as f64 / UNIT) as f32
    }

    /// Mean over `from..to`, cut to the lines there are; [`MISSING`] over none.
    pub fn mean(&self, from: usize, to: usize) -> f32 {
        let to = to.min(self.count());
        if from >= to {
            return MISSING;
        }
        ((self.0[to] - self.0[from]) as f64 / ((to - from) as f64 * UNIT)) as f32
    }

    /// How many lines there are.
    pub fn count(&self) -> usize {
        self.0.len() - 1
    }
}

/// Means over windows of so many lines.
pub(super) struct Means {
    reach: usize,
    /// What stands at `at` is the mean over the lines before line `at`, and at `at + 1 + reach` that over those after it.
    means: Vec<f32>,
}

impl Means {
    /// Over the `reach` lines before and after each line.
    pub fn new(sums: &Sums, reach: usize) -> Self {
        let mut means = Self { reach, means: vec![MISSING; sums.count() + reach + 1] };
        means.fill(sums, 0..sums.count() + reach + 1);
        means
    }

    /// Takes over what changed in `sums` with line `at`.
    pub fn follow(&mut self, sums: &Sums, at: usize) {
        self.fill(sums, at + 1..at + 1 + self.reach);
    }

    /// Before and after line `at`.
    pub fn around(&self, at: usize) -> [f32; 2] {
        [self.means[at], self.means[at + 1 + self.reach]]
    }

    fn fill(&mut self, sums: &Sums, ends: Range<usize>) {
        ends.for_each(|end| self.means[end] = sums.mean(end.saturating_sub(self.reach), end));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(sums: &Sums, reach: usize) -> Vec<f32> {
        Means::new(sums, reach).means
    }

    #[test]
    fn windows_are_cut_at_both_ends_of_a_text() {
        let means = |count: usize, reach: usize| means(&Sums::new(count, |at| (at + 1) as f32), reach);
        assert_eq!(means(4, 2), [MISSING, 1.0, 1.5, 2.5, 3.5, 4.0, MISSING]);
        assert_eq!(means(2, 3), [MISSING, 1.0, 1.5, 1.5, 2.0, MISSING], "shorter than the window");
        assert_eq!(means(0, 2), [MISSING; 3]);
    }

    #[test]
    fn a_line_that_changes_changes_the_windows_around_it() {
        let values = [0.1, 7.25, -3.0, 0.3, 1e-9];
        for at in 0..values.len() {
            let mut sums = Sums::new(values.len(), |at| values[at]);
            let mut followed = Means::new(&sums, 2);
            assert!(sums.set(at, 0.7));
            assert!(!sums.set(at, 0.7));
            followed.follow(&sums, at);
            let anew = Sums::new(values.len(), |other| if other == at { 0.7 } else { values[other] });
            assert_eq!(followed.means, means(&anew, 2));
        }
    }
}
