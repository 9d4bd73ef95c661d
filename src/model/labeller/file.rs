use super::MOST;
use bytemuck::{Pod, Zeroable};

/// First bytes of a model file: "CDL" and the version of the layout.
const MAGIC: u32 = u32::from_le_bytes(*b"CDL2");
/// Places in which a feature may stand, from its own on.
const REACH: usize = 2;

/// The head of a model file, in the machine's (little-endian) order. After it stand, each padded to 64 bytes: the
/// places of the features ([`Place`]), the rows (`stride` × `i8`), the starts (`stride` × `i16`), the transitions
/// (`labels` rows of `stride` × `i16`, from label to label).
///
/// Features with the same weights share a row. Rows that are often added stand first, side by side: a processor's
/// nearest memory holds those alone.
#[repr(C)]
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
pub struct Header {
    magic: u32,
    /// Labels of the model, numbered from 0.
    pub labels: u32,
    /// Two to the power of this many places for features, and one more.
    pub bits: u32,
    /// What one unit of a weight is worth, for marginals.
    pub scale: f32,
    /// Rows of weights.
    pub rows: u32,
    padding: [u32; 11],
}

/// Where a feature stands.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Pod, Zeroable)]
pub struct Place {
    /// Marks the feature; 0 in an empty place.
    pub check: u16,
    /// The number of its row.
    pub row: u16,
}

impl Header {
    /// Reads the head of a model file; `None` for any other layout.
    pub(super) fn read(file: &[u8]) -> Option<Self> {
        let header: Self = *bytemuck::try_from_bytes(file.get(..size_of::<Self>())?).ok()?;
        let is_known = header.magic == MAGIC && (1..=MOST as u32).contains(&header.labels) && header.bits <= 24;
        is_known.then_some(header)
    }

    /// The head of a model.
    pub fn new(labels: usize, bits: u32, scale: f32) -> Self {
        Self { magic: MAGIC, labels: labels as u32, bits, scale, rows: 0, padding: [0; 11] }
    }

    /// Numbers in a row: the labels and the padding that fills the lanes.
    pub fn stride(&self) -> usize {
        let labels = self.labels as usize;
        if labels <= 4 { 4 } else { labels.next_multiple_of(8) }
    }

    /// Places for features.
    pub fn room(&self) -> usize {
        (1 << self.bits) + REACH - 1
    }

    /// The places in which the feature `hash` may stand, the best first, and the check that marks it there (never 0).
    #[inline]
    pub fn places(&self, hash: u32) -> ([usize; REACH], u16) {
        let first = (hash >> (32 - self.bits)) as usize;
        let check = (hash.wrapping_mul(0x9e37_79b1) >> 16) as u16;
        ([first, first + 1], check.max(1))
    }
}

/// Hash of the feature of kind `kind` with value `value`.
#[inline]
pub fn feature(kind: u32, value: u32) -> u32 {
    feature_pair(kind, value, 0)
}

/// Hash of the feature of kind `kind` that ties `left` and `right`.
#[inline]
pub fn feature_pair(kind: u32, left: u32, right: u32) -> u32 {
    let mut hash = left ^ kind.wrapping_mul(0x85eb_ca6b);
    hash = (hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d) ^ right.wrapping_mul(0xc2b2_ae35).rotate_left(13);
    hash = (hash ^ (hash >> 12)).wrapping_mul(0x297a_2d39);
    hash ^ (hash >> 15)
}
