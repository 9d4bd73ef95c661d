mod best;
mod file;
mod marginals;

pub use file::{Header, Place, feature, feature_pair};

use super::Aligned;
use best::gains;
use marginals::powers;
use std::hint::select_unpredictable;

/// Score of a transition that never happens.
pub const FORBIDDEN: i16 = i16::MIN;

/// Most labels of a model.
const MOST: usize = 32;
/// Rows that are looked up before the first of them is added.
const TOGETHER: usize = 32;

/// A linear-chain labeller: the score of a sequence of labels is the sum of the weights of each token's features under
/// its label and of the transitions between labels. Features are hashes; a row of weights is found by hash and check,
/// so the file is used as it lies.
#[derive(Clone, Debug)]
pub struct Labeller {
    header: Header,
    places: &'static [Place],
    rows: &'static [i8],
    starts: &'static [i16],
    transitions: &'static [i16],
    /// See [`gains`].
    gains: Box<[i16]>,
    /// What starts and transitions multiply probabilities by, without padding.
    first_powers: Box<[f32]>,
    powers: Box<[f32]>,
}

/// Calls the method for rows of the labeller's stride.
macro_rules! by_stride {
    ($labeller:ident, $method:ident, $($argument:expr),+) => {
        match $labeller.header.stride() {
            4 => $labeller.$method::<4>($($argument),+),
            8 => $labeller.$method::<8>($($argument),+),
            16 => $labeller.$method::<16>($($argument),+),
            24 => $labeller.$method::<24>($($argument),+),
            _ => $labeller.$method::<32>($($argument),+),
        }
    };
}
use by_stride;

impl Labeller {
    /// Reads a model in place. A file of another layout gives a labeller of no labels, which labels nothing.
    pub fn new(file: &'static Aligned<[u8]>) -> Self {
        Self::read(&file.0).unwrap_or(Self {
            header: Header::new(0, 1, 0.0),
            places: &[],
            rows: &[],
            starts: &[],
            transitions: &[],
            gains: Box::default(),
            first_powers: Box::default(),
            powers: Box::default(),
        })
    }

    /// Reads a model in place from bytes that lie on a boundary of four; `None` for any other layout.
    pub fn read(bytes: &'static [u8]) -> Option<Self> {
        let header = Header::read(bytes)?;
        let stride = header.stride();
        let mut at = size_of::<Header>();
        let mut take = |length: usize| {
            let piece = bytes.get(at..at + length);
            at += length.next_multiple_of(64);
            piece
        };
        let places = bytemuck::try_cast_slice(take(header.room() * size_of::<Place>())?).ok()?;
        let rows = bytemuck::try_cast_slice(take(header.rows as usize * stride)?).ok()?;
        let starts = bytemuck::try_cast_slice(take(stride * 2)?).ok()?;
        let transitions = bytemuck::try_cast_slice(take(header.labels as usize * stride * 2)?).ok()?;
        let powers = |row: &'static [i16]| powers(&row[..header.labels as usize], header.scale);
        Some(Self {
            header,
            places,
            rows,
            starts,
            transitions,
            gains: gains(transitions, stride),
            first_powers: powers(starts).collect(),
            powers: transitions.chunks_exact(stride).flat_map(powers).collect(),
        })
    }

    /// Labels of the model, numbered from 0; 0 when no model was read.
    pub fn labels(&self) -> usize {
        self.header.labels as usize
    }

    /// What one unit of a score is worth in the model's own, trained scale.
    pub fn scale(&self) -> f32 {
        self.header.scale
    }

    /// What the weights of `features` add up to under each label. Numbers beyond the labels are left alone.
    pub fn score(&self, features: &[u32], scores: &mut [i16]) {
        by_stride!(self, score_row, features, scores);
    }

    fn score_row<const STRIDE: usize>(&self, features: &[u32], scores: &mut [i16]) {
        scores.iter_mut().zip(self.sums::<STRIDE>(features)).for_each(|(slot, sum)| *slot = sum);
    }

    /// Appends a token with these features to the sequence in `scratch`, which bears one of the labels of the bit set
    /// `allowed`. When that is one label, the features are not looked at.
    pub fn push_among(&self, allowed: u32, features: &[u32], scratch: &mut Scratch) {
        by_stride!(self, push_row, allowed, features, scratch);
    }

    fn push_row<const STRIDE: usize>(&self, allowed: u32, features: &[u32], scratch: &mut Scratch) {
        let is_sure = allowed.count_ones() == 1;
        let sums = if is_sure { [0; STRIDE] } else { self.sums(features) };
        scratch.scores.extend_from_slice(&sums);
        scratch.allowed.push(allowed);
    }

    /// Like [`Labeller::push_among`], for a token some of whose features were looked up before: `scores` is what
    /// [`Labeller::score`] gave for them.
    pub fn push_onto(&self, scores: &[i16], allowed: u32, features: &[u32], scratch: &mut Scratch) {
        let from = scratch.scores.len();
        self.push_among(allowed, features, scratch);
        scratch.scores[from..].iter_mut().zip(scores).for_each(|(sum, score)| *sum += score);
    }

    /// The weights of `features` under each label, added up. Rows are looked up many at a time before any is added, so
    /// that the processor waits for all of them at once.
    fn sums<const STRIDE: usize>(&self, features: &[u32]) -> [i16; STRIDE] {
        let rows = self.rows.as_chunks::<STRIDE>().0;
        let mut sums = [0; STRIDE];
        for features in features.chunks(TOGETHER) {
            let mut numbers = [0; TOGETHER];
            let mut found = 0;
            for &feature in features {
                let (row, bears) = self.row(feature);
                numbers[found % TOGETHER] = row;
                found += usize::from(bears);
            }
            for row in numbers[..found].iter().filter_map(|&row| rows.get(usize::from(row))) {
                for label in 0..STRIDE {
                    sums[label] += i16::from(row[label]);
                }
            }
        }
        sums
    }

    /// In which row the weights of a feature stand, and whether it bears any, without which the row is another's. Found
    /// without a branch: whether a feature bears weights is a coin toss.
    #[inline]
    fn row(&self, feature: u32) -> (u16, bool) {
        let ([first, second], check) = self.header.places(feature);
        let Some(&[own, other]) = self.places.get(first..=second) else { return (0, false) };
        let place = select_unpredictable(own.check == check, own, other);
        (place.row, place.check == check)
    }
}

/// The sequence that is being labelled and the working memory, kept between sequences.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    scores: Vec<i16>,
    allowed: Vec<u32>,
    back: Vec<u8>,
    labels: Vec<u8>,
    forward: Vec<f32>,
    emissions: Vec<f32>,
}

impl Scratch {
    /// Begins a new sequence.
    pub fn clear(&mut self) {
        self.scores.clear();
        self.allowed.clear();
    }
}
