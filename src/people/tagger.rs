//! The names model over an article: labels of every candidate, and how sure they are.

use super::{
    View,
    candidates::{Candidate, label},
    evidence::Evidence,
    features,
};
use crate::{
    model::{Aligned, Labeller, Scratch},
    syntax::Prose,
};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

static WEIGHTS: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/names.bin"));

/// The model that ships.
pub static LABELLER: LazyLock<Labeller> = LazyLock::new(|| Labeller::new(WEIGHTS));

/// Sums what the local features of each candidate of a block weigh.
pub fn score(labeller: &Labeller, text: &str, prose: &Prose, candidates: &mut [Candidate]) {
    let mut scratch = Scratch::default();
    features::for_each(text, prose, candidates, |candidate, features| {
        scratch.clear();
        labeller.push(features.iter().copied(), &mut scratch);
        candidate.scores.iter_mut().zip(scratch.scores(0)).for_each(|(slot, score)| *slot = *score);
    });
}

/// What the model says of the candidates of one block; parallel to them.
#[derive(Clone, Debug, Default)]
pub struct Tags {
    /// The best label of each.
    pub labels: Vec<u8>,
    /// Probability that each is part of a person's name; 0 for runs that nobody asked about.
    pub person: Vec<f32>,
}

/// The runs of a block: candidates with nothing between them.
pub fn runs(candidates: &[Candidate]) -> impl Iterator<Item = &[Candidate]> {
    candidates.chunk_by(|_, next| next.joined)
}

/// The labels that a candidate may bear, as a bit set.
pub fn allowed(candidate: &Candidate) -> u32 {
    let inside = 1 << label::PERSON_INSIDE | 1 << label::PLACE_INSIDE | 1 << label::BODY_INSIDE;
    if candidate.capital { (1 << label::COUNT) - 1 } else { inside | 1 << label::OUTSIDE | 1 << label::OTHER }
}

/// Labels the candidates of every block.
pub fn tag(labeller: &Labeller, views: &[View], evidence: &Evidence) -> Vec<Tags> {
    let mut scratch = Scratch::default();
    let mut document = Vec::new();
    let mut tags = Vec::with_capacity(views.len());
    for view in views {
        let mut labels = Vec::with_capacity(view.names.candidates.len());
        for run in runs(&view.names.candidates) {
            load(labeller, run, evidence, &mut document, &mut scratch);
            labels.extend_from_slice(labeller.best(&mut scratch));
        }
        labels.resize(view.names.candidates.len(), label::OUTSIDE);
        tags.push(Tags { labels, person: vec![0.0; view.names.candidates.len()] });
    }
    tags
}

/// Fills in the probabilities of every run that holds one of `words`.
pub fn weigh(labeller: &Labeller, views: &[View], evidence: &Evidence, words: &FxHashSet<u32>, tags: &mut [Tags]) {
    let mut scratch = Scratch::default();
    let mut document = Vec::new();
    for (view, tags) in views.iter().zip(tags) {
        let mut at = 0;
        for run in runs(&view.names.candidates) {
            if run.iter().any(|candidate| words.contains(&candidate.word)) {
                load(labeller, run, evidence, &mut document, &mut scratch);
                let shares = labeller.marginals(1.0, &mut scratch);
                for (slot, shares) in tags.person[at..].iter_mut().zip(shares.chunks_exact(label::COUNT)) {
                    *slot = shares[usize::from(label::PERSON)] + shares[usize::from(label::PERSON_INSIDE)];
                }
            }
            at += run.len();
        }
    }
}

/// Puts `run` into `scratch`; `document` is working memory.
fn load(labeller: &Labeller, run: &[Candidate], evidence: &Evidence, document: &mut Vec<u32>, scratch: &mut Scratch) {
    scratch.clear();
    for candidate in run {
        document.clear();
        if let Some(evidence) = evidence.get(&candidate.word) {
            features::of_document(candidate, evidence, |feature| document.push(feature));
        }
        labeller.push_onto(&candidate.scores, allowed(candidate), document.iter().copied(), scratch);
    }
}
