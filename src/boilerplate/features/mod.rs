//! The features of a line in its document: what the trees look at.
//!
//! None tells an absolute place in the file: how much of a page was pasted around an article is chance.

mod document;
mod lines;
mod neighbours;
mod own;
mod part;
mod place;
mod repeats;
mod runs;
mod sums;
mod touched;
mod vocabulary;

pub use lines::{Lines, Standing};
pub(super) use part::{Part, WIDTH};
pub(super) use touched::Touched;

use crate::boilerplate::model::Tables;
use document::Document;
use neighbours::Neighbours;
use place::Place;
use repeats::Repeats;
use runs::Runs;
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
    /// words in the last. Answers what may be another in which lines, but for [`Part::Document`].
    pub fn follow(&mut self, lines: &Lines, at: usize, words: f32, tables: &Tables) -> Touched {
        let mut touched = Touched::none(lines.len());
        touched.add(Part::Own, at..at + 1);
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

    /// Replaces `row` by the features of line `at`, in the order of [`names`].
    pub fn row(&self, lines: &Lines, at: usize, row: &mut Vec<f32>) {
        row.clear();
        self.add_row(lines, at, row);
    }

    /// Adds the features of line `at` to `rows`, in the order of [`names`].
    pub fn add_row(&self, lines: &Lines, at: usize, rows: &mut Vec<f32>) {
        Part::ALL.into_iter().for_each(|part| self.write(part, lines, at, rows));
    }

    /// Adds a part of the features of line `at` to `row`.
    pub fn write(&self, part: Part, lines: &Lines, at: usize, row: &mut Vec<f32>) {
        match part {
            Part::Own => own::write(lines, at, row),
            Part::Near => self.neighbours.write(at, row),
            Part::Runs => self.runs.write(lines, at, row),
            Part::Mass => row.extend(self.place.shifting(at)),
            Part::Place => self.place.write(lines, at, row),
            Part::Words => self.vocabulary.write(lines, at, row),
            Part::Repeats => row.extend(self.repeats.row(at)),
            Part::Document => row.extend(self.document.row()),
        }
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        boilerplate::{BlockLine, model::MODEL},
        syntax::{Block, BlockKind},
        text::Span,
    };
    use proptest::{collection::vec, prelude::*, sample::select};

    const LINES: &[&str] = &[
        "Share this article",
        "Subscribe to our newsletter",
        "• Sports",
        "• News",
        "Ann Other",
        "By Ann Other",
        "3 May 2021",
        "12",
        "The Harbour That Came Back",
        "Read more: The harbour that came back",
        "https://example.org/harbour",
        "Nobody moved.",
        "The harbour board said on Monday that the pier would open in May, after the cranes of the old yard are sold.",
        "The harbour board said on Monday that the pier would open in June, after the cranes of the old yard are sold.",
        "Fishermen who had waited for the pier since the storm of last year told the board that May would be too late.",
        "You can cancel your subscription to our newsletter at any time by a click on the link at the end of every mail.",
    ];

    /// Lines that are neither furniture nor body, over the body.
    fn teasers() -> impl Strategy<Value = Vec<(&'static str, u32)>> {
        let teasers = vec((select(&LINES[8..12]), 0..2_u32), 30..60);
        teasers.prop_map(|teasers| [teasers, vec![(LINES[12], 1); 2]].concat())
    }

    fn line(text: &str) -> BlockLine {
        let span = Span::new(0, text.len());
        BlockLine::new(&Block { kind: BlockKind::Paragraph, span, lines: (0, 1), markup: Vec::new() }, text)
    }

    fn row(groups: &Groups, lines: &Lines, at: usize) -> Vec<u32> {
        let mut row = Vec::new();
        groups.row(lines, at, &mut row);
        row.into_iter().map(f32::to_bits).collect()
    }

    proptest! {
        #[test]
        fn a_version_that_follows_another_measures_what_it_does_by_itself(
            start in prop_oneof![vec((select(LINES), 0..3_u32), 1..60), teasers()],
            changes in vec((any::<prop::sample::Index>(), select(LINES)), 1..12),
        ) {
            let (mut texts, gaps): (Vec<&str>, Vec<u32>) = start.into_iter().unzip();
            let tables = &MODEL.tables;
            let mut last: Option<(Standing, Groups, Vec<Vec<u32>>)> = None;
            for (at, text) in changes {
                let at = at.index(texts.len());
                let words = line(texts[at]).look.words;
                texts[at] = text;
                let all: Vec<BlockLine> = texts.iter().map(|text| line(text)).collect();
                let fresh = || {
                    let lines = Lines::new(all.iter().collect(), all.iter().map(|line| line.score).collect(), &gaps, tables);
                    let groups = Groups::new(&lines, tables);
                    (lines, groups)
                };
                let rows = |lines: &Lines, groups: &Groups| (0..all.len()).map(|at| row(groups, lines, at)).collect();
                let (new_lines, new_groups) = fresh();
                let new_rows: Vec<Vec<u32>> = rows(&new_lines, &new_groups);
                let followed = last.take().and_then(|(standing, groups, rows)| {
                    let mut lines = Lines::standing(all.iter().collect(), standing);
                    lines.follow(at, tables).then_some((lines, groups, rows))
                });
                let (lines, groups) = match followed {
                    None => (new_lines, new_groups),
                    Some((lines, mut groups, last_rows)) => {
                        prop_assert_eq!(&lines.body, &new_lines.body);
                        let touched = groups.follow(&lines, at, words, tables);
                        let rows: Vec<Vec<u32>> = rows(&lines, &groups);
                        prop_assert_eq!(&rows, &new_rows);
                        for (far, (now, last)) in rows.iter().zip(&last_rows).enumerate() {
                            let told: Vec<Part> = touched.parts(far).chain([Part::Document]).collect();
                            let differs = |part: &&Part| now[part.range()] != last[part.range()];
                            prop_assert_eq!(Part::ALL.iter().filter(differs).find(|part| !told.contains(part)), None);
                        }
                        (lines, groups)
                    }
                };
                last = Some((lines.into_standing(), groups, new_rows));
            }
        }
    }
}
