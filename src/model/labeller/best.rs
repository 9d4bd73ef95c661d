//! The best labels of a sequence.

use super::{FORBIDDEN, Labeller, Scratch, by_stride};

/// Labels that are few enough to look at one by one.
const FEW: u32 = 4;

impl Labeller {
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
pub(super) fn gains(transitions: &[i16], stride: usize) -> Box<[i16]> {
    let gain = |other: &[i16], one: &[i16]| {
        let gains = one.iter().zip(other).map(|(&one, &other)| i32::from(one) - i32::from(other));
        gains.max().unwrap_or(0).clamp(i16::MIN.into(), i16::MAX.into()) as i16
    };
    let rows = || transitions.chunks_exact(stride);
    let padding = stride - rows().len();
    rows().flat_map(|other| rows().map(move |one| gain(other, one)).chain(std::iter::repeat_n(0, padding))).collect()
}
