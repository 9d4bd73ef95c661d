//! What the trees say of each line of an article, version after version.

use super::{
    Lines,
    features::{COMMON, Groups, SHIFTING, Touched},
    model::{MODEL, QUESTIONS},
};
use crate::{analysis::Facts, model::Answers};

/// What is known of the lines of an article from the last version.
pub(super) struct Verdicts {
    lines: Vec<Verdict>,
    /// Which lines the trees took for furniture.
    furniture: Vec<bool>,
    /// The features that were the same in all lines.
    common: [f32; COMMON.end - COMMON.start],
}

/// What the trees said of a line.
#[derive(Clone)]
enum Verdict {
    /// Nothing yet.
    Open,
    /// A score, once: most articles are read once.
    Once,
    /// A score again, with these answers.
    Often(Answers),
}

impl Verdicts {
    /// None of an article of so many lines.
    pub fn open(lines: usize) -> Self {
        Self { lines: vec![Verdict::Open; lines], furniture: Vec::new(), common: [0.0; _] }
    }

    /// Those of the article that had the blocks `last`, for a version that has the blocks `now`: lines before and after
    /// what differs are known.
    pub fn follow(mut self, last: &[Facts], now: &[Facts]) -> Self {
        let before = last.iter().zip(now).take_while(|(last, now)| last.is_same(now)).count();
        let (gone, come) = (&last[before..], &now[before..]);
        let after = gone.iter().rev().zip(come.iter().rev()).take_while(|(last, now)| last.is_same(now)).count();
        let (gone, come) = (before..last.len() - after, come.len() - after);
        self.lines.splice(gone, std::iter::repeat_n(Verdict::Open, come));
        self
    }

    /// Which lines the trees take for furniture. Of those that are not `touched` only what shifts may differ.
    pub fn judge(&mut self, lines: &Lines, groups: &Groups, touched: &Touched) -> &[bool] {
        let common = std::mem::replace(&mut self.common, groups.common());
        let all_stand = QUESTIONS.as_ref().is_some_and(|questions| {
            let numbers = COMMON.zip(common.into_iter().zip(self.common));
            numbers
                .into_iter()
                .all(|(number, (last, now))| questions.place(number, last) == questions.place(number, now))
        });
        self.furniture.resize(lines.len(), false);
        let mut row = Vec::new();
        for at in 0..lines.len() {
            if touched.has(at) || !(all_stand && self.stands(at, groups)) {
                let line = lines.lines[at];
                self.furniture[at] = line.look.words > 0.0 && {
                    groups.row(lines, at, &mut row);
                    self.score(at, &row) > MODEL.threshold(line.evidence())
                };
            }
        }
        &self.furniture
    }

    /// Line `at` answers as it did, if all but what shifts is the same.
    fn stands(&self, at: usize, groups: &Groups) -> bool {
        match (&self.lines[at], QUESTIONS.as_ref()) {
            (Verdict::Often(answers), Some(questions)) => {
                questions.are_answered(SHIFTING.start, &groups.shifting(at), answers)
            }
            _ => false,
        }
    }

    /// The score that the trees give line `at`, whose features are `row`.
    fn score(&mut self, at: usize, row: &[f32]) -> f32 {
        let verdict = &mut self.lines[at];
        let questions = if matches!(verdict, Verdict::Open) { None } else { QUESTIONS.as_ref() };
        match (&mut *verdict, questions) {
            (Verdict::Often(answers), Some(questions)) => questions.ask_again(row, answers),
            (Verdict::Once, Some(questions)) => {
                let (answers, score) = questions.ask(row);
                *verdict = Verdict::Often(answers);
                score
            }
            _ => {
                *verdict = Verdict::Once;
                MODEL.trees.score(row)
            }
        }
    }
}
