//! The weights of the line labeller: models/furniture.bin, read in place.
//!
//! Lines are labelled by trees over a linear score of their own text, not by the linear-chain labeller of the
//! [`crate::model`] layer. Measured on data/boilerplate (dev, pasted pages, at the same false alarms on train): the
//! trees found 70 % of the furniture, a chain over the same scores 64 %. What tells furniture is the company of a line
//! over twenty lines and more, of which a chain sees one.

use super::{BlockLine, own, phrases::Phrase, shape::Look, words::Word};
use crate::model::{Aligned, Questions, Scorer, Stop, Tree, Trees};
use bytemuck::{Pod, Zeroable};
use std::sync::LazyLock;

/// First bytes of the file: "CDF" and the version of the layout.
const MAGIC: u32 = u32::from_le_bytes(*b"CDF3");

/// The head of the file, in little-endian order. After it stand, each padded to 64 bytes: the odds of phrase evidence
/// (`f32`) and the thresholds of lines with it (`f32`), the trees ([`Tree`]) and their stops ([`Stop`]), the
/// rareness of words (`u8`, two to the power of `rareness_bits`), the weights of the own-text features (`i8`, two to the power of `own_bits`).
#[repr(C)]
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
pub struct Header {
    /// "CDF3".
    pub magic: u32,
    /// How many trees.
    pub trees: u32,
    /// What the score of the trees begins with.
    pub start: f32,
    /// Size of the table of own-text weights, what one unit is worth, and what the score begins with.
    pub own_bits: u32,
    /// See `own_bits`.
    pub own_scale: f32,
    /// See `own_bits`.
    pub own_start: f32,
    /// Size of the table of rareness and what one unit is worth.
    pub rareness_bits: u32,
    /// See `rareness_bits`.
    pub rareness_unit: f32,
    /// Stops of the trees.
    pub stops: u32,
    /// Zero.
    pub padding: [u32; 7],
}

impl Header {
    /// A head with nothing in it but its magic.
    pub fn empty() -> Self {
        Self { magic: MAGIC, ..Self::zeroed() }
    }
}

/// What the features of a document look up.
#[derive(Clone, Debug)]
pub struct Tables {
    /// Log-odds of being furniture by number of phrase evidence, [`BlockLine::EVIDENCE`] of them.
    pub odds: Vec<f32>,
    /// Rareness of words by the upper bits of their hash, in units. A byte each: this is looked up at random.
    pub rareness: Vec<u8>,
    /// What one unit is worth.
    pub rareness_unit: f32,
}

impl Tables {
    /// How rare the word with this hash is: the logarithm of one over the share of articles that have it.
    pub(super) fn rareness(&self, hash: u32) -> f32 {
        f32::from(self.rareness[place(hash, self.rareness.len().trailing_zeros())]) * self.rareness_unit
    }
}

/// Place of a hash in a table of two to the power of `bits`.
pub fn place(hash: u32, bits: u32) -> usize {
    (hash.wrapping_mul(0x9e37_79b1) >> (32 - bits)) as usize
}

/// A model file as its parts.
pub(super) struct Model {
    pub header: Header,
    pub tables: Tables,
    pub trees: Trees<'static>,
    /// The same, for many lines at once.
    pub scorer: Scorer<'static>,
    /// Score of the trees above which a line is furniture, by number of phrase evidence.
    thresholds: &'static [f32],
    own: &'static [i8],
}

static FILE: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/furniture.bin"));

pub(super) static MODEL: LazyLock<Model> = LazyLock::new(|| Model::open(&FILE.0));

/// What the trees ask; `None` where a file asks too much for [`crate::model::Answers`]. Only articles that change need it.
pub(super) static QUESTIONS: LazyLock<Option<Questions>> =
    LazyLock::new(|| Questions::new(MODEL.trees, super::features::names().len()));

/// Makes ready what only an article that has changed needs, so that nobody waits for it after the first key.
pub fn prepare_for_changes() {
    LazyLock::force(&QUESTIONS);
}

impl Model {
    /// Opens a file. A file of another layout gives an empty model, by which nothing is furniture.
    fn open(file: &'static [u8]) -> Self {
        Self::read(file).unwrap_or_else(|| Self {
            header: Header::empty(),
            tables: Tables { odds: vec![0.0; BlockLine::EVIDENCE], rareness: vec![1], rareness_unit: 1.0 },
            trees: Trees::default(),
            scorer: Scorer::default(),
            thresholds: &[],
            own: &[],
        })
    }

    fn read(file: &'static [u8]) -> Option<Self> {
        let mut parts = Parts { file, at: 0 };
        let header = *parts.take::<Header>(1)?.first()?;
        let odds = parts.take::<f32>(BlockLine::EVIDENCE)?.to_vec();
        let thresholds = parts.take::<f32>(BlockLine::EVIDENCE)?;
        let trees = parts.take::<Tree>(header.trees as usize)?;
        let stops = parts.take::<Stop>(header.stops as usize)?;
        let rareness = parts.take::<u8>(1 << header.rareness_bits.min(24))?.to_vec();
        let own = parts.take::<i8>(1 << header.own_bits.min(24))?;
        let trees = Trees::new(trees, header.start).stopping(stops);
        let fits = header.magic == MAGIC && trees.fits(super::features::names().len());
        let tables = Tables { odds, rareness, rareness_unit: header.rareness_unit };
        let scorer = Scorer::new(trees).filter(|_| fits)?;
        Some(Self { header, tables, trees, scorer, thresholds, own })
    }

    /// The score of the trees above which a line with this phrase evidence is furniture.
    pub fn threshold(&self, evidence: usize) -> f32 {
        self.thresholds.get(evidence).copied().unwrap_or(f32::MAX)
    }
}

/// Cuts a file into its parts.
struct Parts {
    file: &'static [u8],
    at: usize,
}

impl Parts {
    fn take<Number: Pod>(&mut self, count: usize) -> Option<&'static [Number]> {
        let length = count * size_of::<Number>();
        let bytes = self.file.get(self.at..self.at + length)?;
        self.at += length.next_multiple_of(64);
        bytemuck::try_cast_slice(bytes).ok()
    }
}

/// The score of a block that nothing looks into: that of a line without features.
pub(super) fn score_of_nothing() -> f32 {
    MODEL.header.own_start
}

/// Log-odds that a line is furniture by its own text.
pub(super) fn own_score(text: &str, words: &[Word], look: &Look, phrase: Option<Phrase>) -> f32 {
    let Model { header, own: weights, .. } = &*MODEL;
    if weights.is_empty() {
        return 0.0;
    }
    let mut sum = 0_i32;
    own::each(text, words, look, phrase, |hash| sum += i32::from(weights[place(hash, header.own_bits)]));
    sum as f32 * header.own_scale + header.own_start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_file_is_of_this_layout() {
        assert!(Model::read(&FILE.0).is_some());
    }
}
