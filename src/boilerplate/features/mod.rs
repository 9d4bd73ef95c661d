//! The features of a line in its document: what the trees look at.
//!
//! None tells an absolute place in the file: how much of a page was pasted around an article is chance.

mod document;
mod lines;
mod neighbours;
mod own;
mod place;
mod repeats;
mod runs;
mod vocabulary;

pub use lines::Lines;

use crate::boilerplate::model::Tables;
use document::Document;
use lines::Sums;
use neighbours::Neighbours;
use place::Place;
use repeats::Repeats;
use runs::Runs;
pub(super) use vocabulary::Vocabulary;

/// Stands where there is nothing to measure, below every measure.
const MISSING: f32 = -99.0;

/// The features of all lines of a document, a row at a time.
pub struct Features<'a> {
    lines: &'a Lines<'a>,
    neighbours: Neighbours,
    blocks: Runs,
    shorts: Runs,
    bullets: Runs,
    place: Place,
    vocabulary: Vocabulary,
    repeats: Repeats,
    document: Document,
}

impl<'a> Features<'a> {
    /// Takes linear time.
    pub fn new(lines: &'a Lines<'a>, tables: &Tables) -> Self {
        Self::with(lines, Vocabulary::new(lines, tables))
    }

    /// The same, where the vocabulary is known.
    pub(super) fn with(lines: &'a Lines<'a>, vocabulary: Vocabulary) -> Self {
        let values = runs::values(lines);
        Self {
            lines,
            vocabulary,
            neighbours: Neighbours::new(lines),
            blocks: Runs::new(lines, &values, |at| lines.blank[at] > 0.0),
            shorts: Runs::new(lines, &values, |at| {
                let short = |at: usize| lines.lines[at].look.is_short();
                !short(at) || !short(at - 1)
            }),
            bullets: Runs::new(lines, &values, |at| {
                let bullet = |at: usize| lines.lines[at].look.bullet;
                !bullet(at) || !bullet(at - 1)
            }),
            place: Place::new(lines),
            repeats: Repeats::new(lines),
            document: Document::new(lines),
        }
    }

    /// The vocabulary, for another version.
    pub(super) fn into_vocabulary(self) -> Vocabulary {
        self.vocabulary
    }

    /// Replaces `row` by the features of line `at`, in the order of [`names`].
    pub fn row(&self, at: usize, row: &mut Vec<f32>) {
        row.clear();
        own::write(self.lines, at, row);
        self.neighbours.write(at, row);
        self.blocks.write(self.lines, at, row);
        self.shorts.write(self.lines, at, row);
        self.bullets.write(self.lines, at, row);
        self.place.write(self.lines, at, row);
        self.vocabulary.write(self.lines, at, row);
        self.repeats.write(at, row);
        self.document.write(row);
    }
}

/// What each feature of a row is called, for the trainer and the model card.
pub fn names() -> Vec<String> {
    let groups: [(&str, &[&str]); 9] = [
        ("own", own::NAMES),
        ("near", neighbours::NAMES),
        ("block", runs::NAMES),
        ("short run", runs::NAMES),
        ("bullet run", runs::NAMES),
        ("place", place::NAMES),
        ("words", vocabulary::NAMES),
        ("repeat", repeats::NAMES),
        ("document", document::NAMES),
    ];
    groups.iter().flat_map(|(group, names)| names.iter().map(move |name| format!("{group}: {name}"))).collect()
}
