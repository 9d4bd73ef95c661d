use super::Aligned;
use bytemuck::{Pod, Zeroable};
use std::hint::select_unpredictable;

/// Score of a transition that never happens.
pub const FORBIDDEN: i16 = i16::MIN;

/// First bytes of a model file: "CDL" and the version of the layout.
const MAGIC: u32 = u32::from_le_bytes(*b"CDL2");
/// Most labels of a model.
const MOST: usize = 32;
/// Places in which a feature may stand, from its own on.
const REACH: usize = 2;
/// Labels that are few enough to look at one by one.
const FEW: u32 = 4;
/// Rows that are looked up before the first of them is added.
const TOGETHER: usize = 32;

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
        let header: Header = *bytemuck::try_from_bytes(bytes.get(..size_of::<Header>())?).ok()?;
        if header.magic != MAGIC || header.labels == 0 || header.labels as usize > MOST || header.bits > 24 {
            return None;
        }
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
        let labels = header.labels as usize;
        let powers =
            |row: &[i16]| row[..labels].iter().map(|&step| power(widen(step), header.scale)).collect::<Vec<_>>();
        Some(Self {
            header,
            places,
            rows,
            starts,
            transitions,
            gains: gains(transitions, stride),
            first_powers: powers(starts).into(),
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

    /// The best labels of the sequence in `scratch`, one a token.
    pub fn best<'a>(&self, scratch: &'a mut Scratch) -> &'a [u8] {
        match self.labels() {
            0 => scratch.labels.clear(),
            _ => by_stride!(self, viterbi, scratch),
        }
        &scratch.labels
    }

    /// Sixteen bits and saturating sums suffice: scores count from the best of their token. Of most tokens few labels
    /// are allowed; between two such tokens single steps are compared, else all labels at a time.
    fn viterbi<const STRIDE: usize>(&self, scratch: &mut Scratch) {
        let Scratch { scores, allowed, back, labels, .. } = scratch;
        back.clear();
        back.reserve(scores.len());
        labels.clear();
        labels.resize(allowed.len(), 0);
        let all = u32::MAX >> (u32::BITS - self.header.labels);
        let mut before = 0_u32;
        let mut so_far = [FORBIDDEN; STRIDE];
        for (token, (emission, &allowed)) in scores.chunks_exact(STRIDE).zip(allowed.iter()).enumerate() {
            let Some(emission) = emission.first_chunk::<STRIDE>() else { return };
            let live = allowed & all;
            let mut reached = [FORBIDDEN; STRIDE];
            let mut from = [0; STRIDE];
            if token == 0 {
                reached.copy_from_slice(&self.starts[..STRIDE]);
            } else {
                let left = if before.count_ones() > FEW { self.worth(&so_far) } else { before };
                if live.count_ones() > FEW {
                    self.reach_all(&so_far, left, &mut reached, &mut from);
                } else {
                    bits(live).for_each(|to| (reached[to], from[to]) = self.reach(&so_far, left, to));
                }
            }
            so_far = [FORBIDDEN; STRIDE];
            if live == all {
                let best = most(&reached);
                for to in 0..STRIDE {
                    so_far[to] = scored(reached[to], best, emission[to]);
                }
                so_far[self.labels()..].fill(FORBIDDEN);
            } else {
                let best = bits(live).map(|to| reached[to]).max().unwrap_or(0);
                bits(live).for_each(|to| so_far[to] = scored(reached[to], best, emission[to]));
            }
            before = live;
            back.extend_from_slice(&from);
        }
        let mut label = (0..self.labels()).max_by_key(|&label| (so_far[label], std::cmp::Reverse(label))).unwrap_or(0);
        for (token, slot) in labels.iter_mut().enumerate().rev() {
            *slot = label as u8;
            label = usize::from(back[token * STRIDE + label]);
        }
    }

    /// The labels that could still be the best to come from, where the labels have the scores `so_far`: those that some
    /// step could make good for what they are behind the best. Of two dozen few are left.
    fn worth<const STRIDE: usize>(&self, so_far: &[i16; STRIDE]) -> u32 {
        let most = most(so_far);
        let best = mask(so_far, |score| score == most).trailing_zeros() as usize;
        let Some(gains) = self.gains[best * STRIDE..].first_chunk::<STRIDE>() else { return 0 };
        let mut chances = [FORBIDDEN; STRIDE];
        for label in 0..STRIDE {
            let chance = if gains[label] == i16::MAX { i16::MAX } else { so_far[label].saturating_add(gains[label]) };
            chances[label] = if so_far[label] == FORBIDDEN { FORBIDDEN } else { chance };
        }
        mask(&chances, |chance| chance >= most && chance != FORBIDDEN)
    }

    /// The best score of label `to` after a token with one of the labels `left`, which have the scores `so_far`, and the
    /// first label that it comes from.
    fn reach<const STRIDE: usize>(&self, so_far: &[i16; STRIDE], left: u32, to: usize) -> (i16, u8) {
        let mut best = (FORBIDDEN, left.trailing_zeros() as u8);
        for label in bits(left) {
            let score = so_far[label].saturating_add(self.transitions[label * STRIDE + to]);
            if score > best.0 {
                best = (score, label as u8);
            }
        }
        best
    }

    /// The same for every label at once, without branches.
    fn reach_all<const STRIDE: usize>(
        &self,
        so_far: &[i16; STRIDE],
        left: u32,
        reached: &mut [i16; STRIDE],
        from: &mut [u8; STRIDE],
    ) {
        let mut first = [left.trailing_zeros() as i16; STRIDE];
        for label in bits(left) {
            let before = so_far[label];
            let Some(row) = self.transitions[label * STRIDE..].first_chunk::<STRIDE>() else { return };
            for to in 0..STRIDE {
                let score = before.saturating_add(row[to]);
                let better = i16::from(score > reached[to]).wrapping_neg();
                reached[to] = reached[to].max(score);
                first[to] = first[to] & !better | label as i16 & better;
            }
        }
        from.iter_mut().zip(first).for_each(|(from, first)| *from = first as u8);
    }

    /// Probability of each label at each token of the sequence in `scratch`, `labels()` numbers a token.
    pub fn marginals<'a>(&self, scratch: &'a mut Scratch) -> &'a [f32] {
        let (labels, stride) = (self.labels(), self.header.stride());
        let Scratch { scores, allowed, forward, emissions, .. } = scratch;
        let tokens = allowed.len();
        forward.clear();
        forward.resize(tokens * labels, 0.0);
        if labels == 0 || tokens == 0 {
            return forward;
        }
        emissions.clear();
        for (here, allowed) in scores.chunks_exact(stride).zip(allowed.iter()) {
            let most = here[..labels].iter().copied().max().unwrap_or(0);
            let emission = |label: usize| self.power(i32::from(here[label]) - i32::from(most));
            emissions.extend((0..labels).map(|to| if allowed & (1 << to) == 0 { 0.0 } else { emission(to) }));
        }
        for token in 0..tokens {
            let (before, here) = forward.split_at_mut(token * labels);
            let emission = &emissions[token * labels..][..labels];
            match before.rchunks_exact(labels).next() {
                None => (0..labels).for_each(|to| here[to] = self.first_powers[to] * emission[to]),
                Some(before) => {
                    for to in 0..labels {
                        let ways = before.iter().zip(self.powers[to..].iter().step_by(labels));
                        here[to] = ways.map(|(share, power)| share * power).sum::<f32>() * emission[to];
                    }
                }
            }
            normalise(&mut here[..labels]);
        }
        let mut backward = [1.0; MOST];
        for token in (0..tokens - 1).rev() {
            let mut ahead = [0.0; MOST];
            let emission = &emissions[(token + 1) * labels..][..labels];
            (0..labels).for_each(|to| ahead[to] = emission[to] * backward[to]);
            for (label, powers) in self.powers.chunks_exact(labels).enumerate() {
                backward[label] = powers.iter().zip(&ahead).map(|(power, ahead)| power * ahead).sum();
            }
            normalise(&mut backward[..labels]);
            let here = &mut forward[token * labels..][..labels];
            here.iter_mut().zip(&backward).for_each(|(share, reach)| *share *= reach);
            normalise(here);
        }
        forward
    }

    /// What a score multiplies a probability by.
    fn power(&self, score: i32) -> f32 {
        power(score, self.header.scale)
    }
}

fn power(score: i32, scale: f32) -> f32 {
    (score as f32 * scale).exp()
}

/// The score of a label that was reached with `reached`, where the best was reached with `best`.
#[inline]
fn scored(reached: i16, best: i16, emission: i16) -> i16 {
    reached.saturating_sub(best).saturating_add(emission).max(FORBIDDEN + 1)
}

/// The greatest of `scores`. Written so that it compares many at a time.
#[inline]
fn most<const STRIDE: usize>(scores: &[i16; STRIDE]) -> i16 {
    scores.iter().fold(i16::MIN, |most, &score| most.max(score))
}

/// One bit a score for which `holds`.
#[inline]
fn mask<const STRIDE: usize>(scores: &[i16; STRIDE], holds: impl Fn(i16) -> bool) -> u32 {
    scores.iter().enumerate().fold(0, |mask, (at, &score)| mask | u32::from(holds(score)) << at)
}

/// The numbers of the bits that are set, ascending.
fn bits(mut set: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(bit)
    })
}

/// The most that a step from one label can win against the same step from another: row by row the other, in a row the
/// one. [`i16::MAX`] where it is more than sixteen bits hold.
fn gains(transitions: &[i16], stride: usize) -> Box<[i16]> {
    let gain = |other: &[i16], one: &[i16]| {
        let gains = one.iter().zip(other).map(|(&one, &other)| i32::from(one) - i32::from(other));
        gains.max().unwrap_or(0).clamp(i16::MIN.into(), i16::MAX.into()) as i16
    };
    let rows = || transitions.chunks_exact(stride);
    let padding = stride - rows().len();
    rows().flat_map(|other| rows().map(move |one| gain(other, one)).chain(std::iter::repeat_n(0, padding))).collect()
}

/// A stored score as a number; [`FORBIDDEN`] is out of reach of any sum.
fn widen(score: i16) -> i32 {
    if score == FORBIDDEN { i32::MIN / 8 } else { i32::from(score) }
}

fn normalise(shares: &mut [f32]) {
    let sum: f32 = shares.iter().sum();
    if sum > 0.0 {
        shares.iter_mut().for_each(|share| *share /= sum);
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
