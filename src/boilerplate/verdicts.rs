//! What the trees say of each line of an article, version after version.

use super::{
    Lines,
    features::{Groups, Part, Touched, WIDTH},
    model::{MODEL, QUESTIONS},
};
use crate::{analysis::Facts, model::Answers};

/// What is known of the lines of an article from the last version.
pub(super) struct Verdicts {
    lines: Vec<Verdict>,
    /// Which lines the trees took for furniture.
    furniture: Vec<bool>,
    /// The features that were the same in all lines.
    document: Vec<f32>,
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
        Self { lines: vec![Verdict::Open; lines], furniture: Vec::new(), document: Vec::new() }
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

    /// Which lines the trees take for furniture, in a version of which no more than `touched` may differ from the last,
    /// and the document as a whole.
    pub fn judge(&mut self, lines: &Lines, groups: &Groups, touched: &mut Touched) -> &[bool] {
        let mut scratch = Scratch::default();
        groups.write(Part::Document, lines, 0, &mut scratch.row);
        if !self.is_answered(&scratch.row) {
            touched.add_all(Part::Document);
        }
        self.document.clone_from(&scratch.row);
        self.furniture.resize(lines.len(), false);
        let is_furniture = |at: usize, score| {
            let line = lines.lines[at];
            line.look.words > 0.0 && score > MODEL.threshold(line.evidence())
        };
        let mut open = Vec::new();
        for at in 0..lines.len() {
            if self.is_open(at) {
                open.push(at);
            } else if let Some(score) = self.score_again(lines, groups, at, touched, &mut scratch) {
                self.furniture[at] = is_furniture(at, score);
            }
        }
        for some in open.chunks(TOGETHER) {
            scratch.row.clear();
            some.iter().for_each(|&at| groups.add_row(lines, at, &mut scratch.row));
            for (&at, score) in some.iter().zip(MODEL.scorer.scores(&scratch.row, WIDTH)) {
                self.lines[at] = Verdict::Once;
                self.furniture[at] = is_furniture(at, score);
            }
        }
        &self.furniture
    }

    /// Nothing is known that could be of use again for line `at`.
    fn is_open(&self, at: usize) -> bool {
        matches!(self.lines[at], Verdict::Open) || QUESTIONS.is_none()
    }

    /// Whether every line answers what it is asked about the document as it did in the last version.
    fn is_answered(&self, document: &[f32]) -> bool {
        // Of the first version nobody has asked anything, and the questions are not made for it.
        let Some(questions) = (!self.document.is_empty()).then(|| QUESTIONS.as_ref()).flatten() else { return false };
        let place = |(number, value): (usize, &f32)| questions.place(number, *value);
        let places = |document: &[f32]| Part::Document.range().zip(document).map(place).collect::<Vec<_>>();
        places(&self.document) == places(document)
    }

    /// The score that the trees give line `at`, which has been asked about before; `None` where it is that of the last
    /// version.
    fn score_again(
        &mut self,
        lines: &Lines,
        groups: &Groups,
        at: usize,
        touched: &Touched,
        scratch: &mut Scratch,
    ) -> Option<f32> {
        let Scratch { row, changes } = scratch;
        let questions = QUESTIONS.as_ref()?;
        let Verdict::Often(answers) = &mut self.lines[at] else {
            groups.row(lines, at, row);
            let (answers, score) = questions.ask(row);
            self.lines[at] = Verdict::Often(answers);
            return Some(score);
        };
        changes.clear();
        for part in touched.parts(at) {
            row.clear();
            groups.write(part, lines, at, row);
            questions.compare(part.range().start, row, answers, changes);
        }
        (touched.has(Part::Own, at) || !changes.is_empty()).then(|| questions.ask_again(changes, answers))
    }
}

/// Lines that the trees are first asked about together, at most: so many rows stay in a processor's nearer memory.
const TOGETHER: usize = 256;

/// What is needed for one line after the other.
#[derive(Default)]
struct Scratch {
    row: Vec<f32>,
    changes: Vec<(usize, u8)>,
}
