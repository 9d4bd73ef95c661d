use crate::boilerplate::{BlockLine, model::Tables};

/// The lines of a document beside what the features of all groups read of them: how each stands among the others.
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

/// How the lines of a document stand, without the lines: what another version takes over.
pub struct Standing(Lines<'static>);

impl<'a> Lines<'a> {
    /// `gaps[i]`: blank lines before line `i`. `score[i]`: its own-text score.
    pub fn new(lines: Vec<&'a BlockLine>, score: Vec<f32>, gaps: &[u32], tables: &Tables) -> Self {
        let chance = score.iter().copied().map(chance).collect();
        let odds = lines.iter().map(|line| tables.odds[line.evidence()]).collect();
        let blank = gaps.iter().map(|&gap| gap.min(4) as f32).collect();
        let mut body: Vec<usize> = (0..lines.len()).filter(|&at| is_of_body(lines[at], score[at])).collect();
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

    /// Lines that stand as `standing`.
    pub(in crate::boilerplate) fn standing(lines: Vec<&'a BlockLine>, Standing(standing): Standing) -> Self {
        Self { lines, ..standing }
    }

    /// Takes over to a version of which line `at` alone says something else. Answers whether the body is the same for sure.
    pub(in crate::boilerplate) fn follow(&mut self, at: usize, tables: &Tables) -> bool {
        let (line, was_body) = (self.lines[at], self.is_body(at));
        self.score[at] = line.score;
        self.chance[at] = chance(line.score);
        self.odds[at] = tables.odds[line.evidence()];
        let is_chosen = |paragraph: usize| is_of_body(self.lines[paragraph], self.score[paragraph]);
        was_body == is_chosen(at) && (self.body.len() > 1 || self.body.iter().all(|&only| is_chosen(only)))
    }

    /// How they stand, for another version.
    pub(in crate::boilerplate) fn into_standing(self) -> Standing {
        let Self { score, chance, odds, blank, body, before, .. } = self;
        Standing(Lines { lines: Vec::new(), score, chance, odds, blank, body, before })
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

/// The probability that log-odds are.
fn chance(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}

/// A line with this own-text score is a paragraph of the body.
fn is_of_body(line: &BlockLine, score: f32) -> bool {
    line.look.is_paragraph() && score < 1.0
}
