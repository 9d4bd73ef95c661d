use crate::boilerplate::{BlockLine, model::Tables};

/// The lines of a document beside what the features of all groups read of them.
pub struct Lines<'a> {
    pub lines: Vec<&'a BlockLine>,
    /// Log-odds of being furniture by the line's own text, and the same as a probability.
    pub score: Vec<f32>,
    pub chance: Vec<f32>,
    /// Log-odds of being furniture by the phrase evidence alone.
    pub odds: Vec<f32>,
    /// Blank lines before each line, at most four.
    pub blank: Vec<f32>,
    /// Indices of the paragraphs of the body; never empty unless there are no lines.
    pub body: Vec<usize>,
    /// For each line how many paragraphs of the body stand before it.
    pub before: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// `gaps[i]`: blank lines before line `i`. `score[i]`: its own-text score.
    pub fn new(lines: Vec<&'a BlockLine>, score: Vec<f32>, gaps: &[u32], tables: &Tables) -> Self {
        let chance = score.iter().map(|score| 1.0 / (1.0 + (-score).exp())).collect();
        let odds = lines.iter().map(|line| tables.odds[line.evidence()]).collect();
        let blank = gaps.iter().map(|&gap| gap.min(4) as f32).collect();
        let mut body: Vec<usize> =
            (0..lines.len()).filter(|&at| lines[at].look.is_paragraph() && score[at] < 1.0).collect();
        if body.is_empty() {
            body.extend((0..lines.len()).max_by_key(|&at| (lines[at].look.words as u32, usize::MAX - at)));
        }
        let mut before = Vec::with_capacity(lines.len());
        let mut passed = 0;
        for at in 0..lines.len() {
            before.push(passed);
            passed += usize::from(body.get(passed) == Some(&at));
        }
        Self { lines, score, chance, odds, blank, body, before }
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// There are none.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Line `at` is a paragraph of the body.
    pub fn is_body(&self, at: usize) -> bool {
        self.body.get(self.before[at]) == Some(&at)
    }

    /// How many paragraphs of the body stand after line `at`.
    pub fn after(&self, at: usize) -> usize {
        self.body.len() - self.before[at] - usize::from(self.is_body(at))
    }

    /// Words of line `at`, at most sixty: what is longer is long.
    pub fn length(&self, at: usize) -> f32 {
        self.lines[at].look.words.min(60.0)
    }

    /// A phrase names line `at`.
    pub fn named(&self, at: usize) -> f32 {
        f32::from(self.lines[at].phrase.is_some())
    }
}

/// Sums of a value over the lines before each, for means of windows in constant time.
pub(super) struct Sums(Vec<f64>);

impl Sums {
    pub fn new(count: usize, value: impl Fn(usize) -> f32) -> Self {
        let mut sum = 0.0;
        let sums = (0..count).map(|at| {
            sum += f64::from(value(at));
            sum
        });
        Self(std::iter::once(0.0).chain(sums).collect())
    }

    /// Mean over `from..to`, cut to the lines there are; [`super::MISSING`] over none.
    pub fn mean(&self, from: usize, to: usize) -> f32 {
        let to = to.min(self.0.len() - 1);
        if from >= to {
            return super::MISSING;
        }
        ((self.0[to] - self.0[from]) / (to - from) as f64) as f32
    }

    /// The mean over the `reach` lines before each line, and on beyond the last line: what stands at `at` is that before
    /// line `at`, and at `at + 1 + reach` that after it.
    pub fn means(&self, reach: usize) -> Vec<f32> {
        let count = self.0.len() - 1;
        let mut means = Vec::with_capacity(count + reach + 1);
        means.extend((0..reach).map(|end| self.mean(0, end)));
        let whole = self.0.iter().zip(self.0.iter().skip(reach));
        means.extend(whole.map(|(from, to)| ((to - from) / reach as f64) as f32));
        means.extend((means.len()..=count + reach).map(|end| self.mean(end - reach, end)));
        means
    }
}

#[cfg(test)]
mod tests {
    use super::{super::MISSING, *};

    #[test]
    fn windows_are_cut_at_both_ends_of_a_text() {
        let means = |count: usize, reach: usize| Sums::new(count, |at| (at + 1) as f32).means(reach);
        assert_eq!(means(4, 2), [MISSING, 1.0, 1.5, 2.5, 3.5, 4.0, MISSING]);
        assert_eq!(means(2, 3), [MISSING, 1.0, 1.5, 1.5, 2.0, MISSING], "shorter than the window");
        assert_eq!(means(0, 2), [MISSING; 3]);
    }
}
