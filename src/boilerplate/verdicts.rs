//! What the trees say of each line of an article, version after version.

use super::{
    Lines,
    features::{Groups, Part, Touched},
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
        let mut room = Room::default();
        groups.write(Part::Document, lines, 0, &mut room.row);
        if !self.is_answered(&room.row) {
            touched.add_all(Part::Document);
        }
        self.document.clone_from(&room.row);
        self.furniture.resize(lines.len(), false);
        for (at, line) in lines.lines.iter().enumerate() {
            if let Some(score) = self.score(lines, groups, at, touched, &mut room) {
                self.furniture[at] = line.look.words > 0.0 && score > MODEL.threshold(line.evidence());
            }
        }
        &self.furniture
    }

    /// Whether every line answers what it is asked about the document as it did in the last version.
    fn is_answered(&self, document: &[f32]) -> bool {
        // Of the first version nobody has asked anything, and the questions are not made for it.
        let Some(questions) = (!self.document.is_empty()).then(|| QUESTIONS.as_ref()).flatten() else { return false };
        let place = |(number, value): (usize, &f32)| questions.place(number, *value);
        let places = |document: &[f32]| Part::Document.range().zip(document).map(place).collect::<Vec<_>>();
        places(&self.document) == places(document)
    }

    /// The score that the trees give line `at`; `None` where it is that of the last version.
    fn score(&mut self, lines: &Lines, groups: &Groups, at: usize, touched: &Touched, room: &mut Room) -> Option<f32> {
        let Room { row, changes } = room;
        let verdict = &mut self.lines[at];
        let questions = if matches!(verdict, Verdict::Open) { None } else { QUESTIONS.as_ref() };
        if let (Verdict::Often(answers), Some(questions)) = (&mut *verdict, questions) {
            changes.clear();
            for part in touched.parts(at) {
                row.clear();
                groups.write(part, lines, at, row);
                questions.compare(part.range().start, row, answers, changes);
            }
            return (touched.has(Part::Own, at) || !changes.is_empty()).then(|| questions.ask_again(changes, answers));
        }
        if lines.lines[at].look.words == 0.0 {
            return Some(f32::MIN);
        }
        groups.row(lines, at, row);
        match (&*verdict, questions) {
            (Verdict::Once, Some(questions)) => {
                let (answers, score) = questions.ask(row);
                *verdict = Verdict::Often(answers);
                Some(score)
            }
            _ => {
                *verdict = Verdict::Once;
                Some(MODEL.trees.score(row))
            }
        }
    }
}

/// What is needed for one line after the other.
#[derive(Default)]
struct Room {
    row: Vec<f32>,
    changes: Vec<(usize, u8)>,
}
