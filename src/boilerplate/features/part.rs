use super::{document, neighbours, own, place, repeats, runs, vocabulary};
use std::ops::Range;

/// A part of a row: features that are measured together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::boilerplate) enum Part {
    Own,
    Near,
    Runs,
    /// What an edit anywhere in the document shifts a little.
    Mass,
    Place,
    Words,
    Repeats,
    /// The same in all lines.
    Document,
}

impl Part {
    /// All, in the order of a row.
    pub const ALL: [Self; 8] =
        [Self::Own, Self::Near, Self::Runs, Self::Mass, Self::Place, Self::Words, Self::Repeats, Self::Document];

    /// Where it stands in a row.
    pub const fn range(self) -> Range<usize> {
        let mut start = 0;
        let mut before = 0;
        while before < self as usize {
            start += WIDTHS[before];
            before += 1;
        }
        start..start + WIDTHS[self as usize]
    }
}

/// How many features a row has.
pub(in crate::boilerplate) const WIDTH: usize = Part::Document.range().end;

/// How many features each part has.
const WIDTHS: [usize; Part::ALL.len()] = [
    own::NAMES.len(),
    neighbours::NAMES.len(),
    3 * runs::NAMES.len(),
    place::SHIFTING,
    place::NAMES.len() - place::SHIFTING,
    vocabulary::NAMES.len(),
    repeats::NAMES.len(),
    document::NAMES.len(),
];
