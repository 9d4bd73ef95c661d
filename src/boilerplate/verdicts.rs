//! What the trees say of each line of an article, version after version.

use super::model::{MODEL, QUESTIONS};
use crate::{analysis::Facts, model::Answers};

/// What is known of the lines of an article from the last version.
pub(super) struct Verdicts(Vec<Verdict>);

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
    /// Those of the article that had the blocks `last`, for a version that has the blocks `now`: lines before and after
    /// what differs are known.
    pub fn follow(mut self, last: &[Facts], now: &[Facts]) -> Self {
        let before = last.iter().zip(now).take_while(|(last, now)| last.is_same(now)).count();
        let (gone, come) = (&last[before..], &now[before..]);
        let after = gone.iter().rev().zip(come.iter().rev()).take_while(|(last, now)| last.is_same(now)).count();
        let (gone, come) = (before..last.len() - after, come.len() - after);
        self.0.splice(gone, std::iter::repeat_n(Verdict::Open, come));
        self
    }

    /// None of an article of so many lines.
    pub fn open(lines: usize) -> Self {
        Self(vec![Verdict::Open; lines])
    }

    /// The score that the trees give line `at`, whose features are `row`.
    pub fn score(&mut self, at: usize, row: &[f32]) -> f32 {
        let verdict = &mut self.0[at];
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
