//! Trains the linear-chain labeller of [`copydesk::model`] over hashed features, and writes its file.

mod crf;
mod file;
mod perceptron;
#[cfg(test)]
mod tests;

pub use crf::Crf;
pub use perceptron::Perceptron;

use anyhow::Context;
use copydesk::model::{FORBIDDEN, Labeller};
use rustc_hash::FxHashMap;

/// Labelled sequences whose features are numbered densely.
#[derive(Default)]
pub struct Corpus {
    sequences: Vec<Sequence>,
    index: FxHashMap<u32, u32>,
    hashes: Vec<u32>,
    counts: Vec<u32>,
    /// How often each feature is looked up: tokens that may bear one label alone ask for none.
    asked: Vec<u32>,
}

/// A labelled sequence.
struct Sequence {
    /// Features of all tokens, one after the other.
    features: Vec<u32>,
    /// Where each token's features end.
    ends: Vec<u32>,
    gold: Vec<u8>,
    /// Labels that each token may bear.
    allowed: Vec<u32>,
    weight: f32,
}

impl Sequence {
    fn len(&self) -> usize {
        self.gold.len()
    }

    fn features(&self, token: usize) -> &[u32] {
        let from = if token == 0 { 0 } else { self.ends[token - 1] };
        &self.features[from as usize..self.ends[token] as usize]
    }
}

/// A token to learn from: its features (hashes), its label, and the bit set of labels that it may bear.
pub struct Example {
    pub features: Vec<u32>,
    pub label: u8,
    pub allowed: u32,
}

impl Corpus {
    /// Adds a sequence that counts `weight` times.
    pub fn push(&mut self, tokens: impl IntoIterator<Item = Example>, weight: f32) {
        let mut sequence =
            Sequence { features: Vec::new(), ends: Vec::new(), gold: Vec::new(), allowed: Vec::new(), weight };
        for token in tokens {
            for hash in token.features {
                let next = self.hashes.len() as u32;
                let feature = *self.index.entry(hash).or_insert(next);
                if feature == next {
                    self.hashes.push(hash);
                    self.counts.push(0);
                    self.asked.push(0);
                }
                self.counts[feature as usize] += 1;
                self.asked[feature as usize] += u32::from(token.allowed.count_ones() > 1);
                sequence.features.push(feature);
            }
            sequence.ends.push(sequence.features.len() as u32);
            sequence.gold.push(token.label);
            sequence.allowed.push(token.allowed);
        }
        if sequence.len() > 0 {
            self.sequences.push(sequence);
        }
    }

    /// Drops features that occur less than `least` times.
    pub fn prune(&mut self, least: u32) {
        let counts = &self.counts;
        for sequence in &mut self.sequences {
            let mut kept = Vec::with_capacity(sequence.features.len());
            let mut from = 0;
            for end in &mut sequence.ends {
                let features = &sequence.features[from..*end as usize];
                kept.extend(features.iter().filter(|&&feature| counts[feature as usize] >= least));
                from = *end as usize;
                *end = kept.len() as u32;
            }
            sequence.features = kept;
        }
    }

    /// Tokens of all sequences.
    pub fn tokens(&self) -> usize {
        self.sequences.iter().map(Sequence::len).sum()
    }

    /// Different features.
    pub fn features(&self) -> usize {
        self.hashes.len()
    }
}

/// Labels, and the steps between them that never happen.
#[derive(Clone)]
pub struct Labels {
    /// How many.
    pub count: usize,
    /// Steps from label to label that never happen.
    pub forbidden: Vec<(u8, u8)>,
    /// Labels that no sequence begins with.
    pub forbidden_starts: Vec<u8>,
}

impl Labels {
    fn forbids(&self, from: usize, to: usize) -> bool {
        self.forbidden.contains(&(from as u8, to as u8))
    }

    fn forbids_start(&self, label: usize) -> bool {
        self.forbidden_starts.contains(&(label as u8))
    }
}

/// Trained weights in full precision.
pub struct Weights {
    labels: Labels,
    /// Hash of each feature.
    hashes: Vec<u32>,
    /// How often each is looked up.
    asked: Vec<u32>,
    /// `labels` weights a feature.
    emissions: Vec<f32>,
    /// From label (row) to label.
    transitions: Vec<f32>,
    starts: Vec<f32>,
}

impl Weights {
    /// Those that were learned of `corpus`: `learned` has emissions, then transitions, then starts.
    fn new(corpus: &Corpus, labels: &Labels, learned: &[f32]) -> Self {
        let (emissions, rest) = learned.split_at(corpus.features() * labels.count);
        let (transitions, starts) = rest.split_at(labels.count * labels.count);
        Self {
            labels: labels.clone(),
            hashes: corpus.hashes.clone(),
            asked: corpus.asked.clone(),
            emissions: emissions.to_vec(),
            transitions: transitions.to_vec(),
            starts: starts.to_vec(),
        }
    }

    /// The weights of several trainings on the same corpus, added: their order no longer counts.
    pub fn sum(mut self, other: &Self) -> Self {
        let add = |sums: &mut [f32], weights: &[f32]| sums.iter_mut().zip(weights).for_each(|(sum, one)| *sum += one);
        add(&mut self.emissions, &other.emissions);
        add(&mut self.transitions, &other.transitions);
        add(&mut self.starts, &other.starts);
        self
    }
}

/// The labeller of a model file that was just made, to measure it. The file stays in memory.
pub fn open(file: &[u8]) -> anyhow::Result<Labeller> {
    let mut words = vec![0u64; file.len().div_ceil(8)];
    bytemuck::cast_slice_mut(&mut words)[..file.len()].copy_from_slice(file);
    Labeller::read(bytemuck::cast_slice(words.leak())).context("the trained file cannot be read back")
}

/// The order in which an epoch visits sequences: shuffled by a seeded generator, so training repeats exactly.
struct Order {
    state: u64,
    order: Vec<usize>,
}

impl Order {
    fn new(length: usize, seed: u64) -> Self {
        Self { state: seed.wrapping_mul(2) | 1, order: (0..length).collect() }
    }

    fn shuffle(&mut self) -> Vec<usize> {
        for last in (1..self.order.len()).rev() {
            self.state = self.state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
            self.order.swap(last, ((self.state >> 33) % (last as u64 + 1)) as usize);
        }
        self.order.clone()
    }
}

/// What stands in the file for a transition that never happens.
fn stored(score: f32, scale: f32, forbidden: bool) -> i16 {
    if forbidden { FORBIDDEN } else { (score / scale).round().clamp(-30_000.0, 30_000.0) as i16 }
}
