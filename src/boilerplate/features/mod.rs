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
mod sums;
mod touched;
mod vocabulary;

pub use lines::{Lines, Standing};
pub(super) use touched::Touched;

use crate::boilerplate::model::Tables;
use document::Document;
use neighbours::Neighbours;
use place::Place;
use repeats::Repeats;
use runs::Runs;
use std::ops::Range;
use sums::Sums;
use vocabulary::Vocabulary;

/// Stands where there is nothing to measure, below every measure.
const MISSING: f32 = -99.0;

/// The features of all lines of a document, a row at a time.
pub struct Features<'a> {
    lines: &'a Lines<'a>,
    groups: Groups,
}

impl<'a> Features<'a> {
    /// Takes linear time.
    pub fn new(lines: &'a Lines<'a>, tables: &Tables) -> Self {
        Self { lines, groups: Groups::new(lines, tables) }
    }

    /// Replaces `row` by the features of line `at`, in the order of [`names`].
    pub fn row(&self, at: usize, row: &mut Vec<f32>) {
        self.groups.row(self.lines, at, row);
    }
}

/// What the features of each group measure in the lines of a document.
pub(super) struct Groups {
    neighbours: Neighbours,
    runs: Runs,
    place: Place,
    vocabulary: Vocabulary,
    repeats: Repeats,
    document: Document,
}

impl Groups {
    /// Takes linear time.
    pub fn new(lines: &Lines, tables: &Tables) -> Self {
        Self {
            neighbours: Neighbours::new(lines),
            runs: Runs::new(lines),
            place: Place::new(lines),
            vocabulary: Vocabulary::new(lines, tables),
            repeats: Repeats::new(lines),
            document: Document::new(lines),
        }
    }

    /// Takes over to a version with the same body and gaps, of which line `at` alone says something else, and had `words`
    /// words in the last. Answers which lines may have other features but those that shift.
    pub fn follow(&mut self, lines: &Lines, at: usize, words: f32, tables: &Tables) -> Touched {
        let mut touched = Touched::none(lines.len());
        self.neighbours.follow(lines, at, &mut touched);
        self.runs.follow(lines, at, &mut touched);
        self.place.follow(lines, at, &mut touched);
        self.vocabulary.follow(lines, at, tables, &mut touched);
        self.repeats.follow(lines, at, &mut touched);
        self.document.follow(lines, at, words);
        touched
    }

    /// All should be counted again.
    pub fn is_worn(&self) -> bool {
        self.vocabulary.is_worn()
    }

    /// The features of line `at` that an edit anywhere in the document shifts; [`SHIFTING`] in the row.
    pub fn shifting(&self, at: usize) -> [f32; SHIFTING.end - SHIFTING.start] {
        self.place.shifting(at)
    }

    /// The features that are the same in all lines; [`COMMON`] in the row.
    pub fn common(&self) -> [f32; COMMON.end - COMMON.start] {
        self.document.row()
    }

    /// Replaces `row` by the features of line `at`, in the order of [`names`].
    pub fn row(&self, lines: &Lines, at: usize, row: &mut Vec<f32>) {
        row.clear();
        own::write(lines, at, row);
        self.neighbours.write(at, row);
        self.runs.write(lines, at, row);
        self.place.write(lines, at, row);
        self.vocabulary.write(lines, at, row);
        row.extend(self.repeats.row(at));
        row.extend(self.document.row());
    }
}

/// See [`Groups::shifting`].
pub(super) const SHIFTING: Range<usize> = {
    let before = own::NAMES.len() + neighbours::NAMES.len() + 3 * runs::NAMES.len();
    before..before + place::SHIFTING
};

/// See [`Groups::common`].
pub(super) const COMMON: Range<usize> = {
    let before = SHIFTING.start + place::NAMES.len() + vocabulary::NAMES.len() + repeats::NAMES.len();
    before..before + document::NAMES.len()
};

/// What each feature of a row is called, for the trainer and the model card.
pub fn names() -> Vec<String> {
    let groups: [(&str, &[&str]); 9] = [
        ("own", &own::NAMES),
        ("near", &neighbours::NAMES),
        ("block", &runs::NAMES),
        ("short run", &runs::NAMES),
        ("bullet run", &runs::NAMES),
        ("place", &place::NAMES),
        ("words", &vocabulary::NAMES),
        ("repeat", &repeats::NAMES),
        ("document", &document::NAMES),
    ];
    groups.iter().flat_map(|(group, names)| names.iter().map(move |name| format!("{group}: {name}"))).collect()
}
