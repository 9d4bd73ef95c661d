//! How likely each label is.

use super::{FORBIDDEN, Labeller, MOST, Scratch};

impl Labeller {
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
            let emission = |label: usize| power(i32::from(here[label]) - i32::from(most), self.header.scale);
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
}

/// What each of `scores`, as they are stored, multiplies a probability by, where one unit is worth `scale`.
pub(super) fn powers(scores: &[i16], scale: f32) -> impl Iterator<Item = f32> {
    scores.iter().map(move |&score| power(widen(score), scale))
}

fn power(score: i32, scale: f32) -> f32 {
    (score as f32 * scale).exp()
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
